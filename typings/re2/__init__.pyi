"""The part of google-re2 that Townkeeper uses; the package ships no types of its own."""

class error(Exception): ...

class Options:
    case_sensitive: bool
    max_mem: int
    log_errors: bool

class _Match:
    def group(self, group: int = 0, /) -> str: ...

class _Regexp:
    def search(self, text: str, /) -> _Match | None: ...

def compile(pattern: str, options: Options | None = None) -> _Regexp: ...
