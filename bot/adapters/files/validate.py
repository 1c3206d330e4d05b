"""From a file's values to its model, or to faults that name the place, the reason and the way out."""

import re
import types
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Union, cast, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.adapters.files.faults import Fault, Refused, did_you_mean, plainly
from bot.adapters.files.model import CommunityFile
from bot.adapters.files.tree import Path, Tree

_QUOTED = re.compile(r"'([^']*)'")


def validate(tree: Tree) -> CommunityFile:
    """Give the model of a file; raises Refused with all faults at once."""
    try:
        file = CommunityFile.model_validate(tree.value)
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise Refused(tree.name, tree.text, [*tree.faults, *(_fault(tree, one) for one in details)]) from None
    if tree.faults:
        raise Refused(tree.name, tree.text, tree.faults)
    return file


def fault_at(tree: Tree, path: Path, message: str, hint: str = "", *, key: bool = False) -> Fault:
    """Point at what stands at ``path``, or at the nearest thing above it."""
    known = path
    while known and known not in tree.marks:
        known = known[:-1]
    if not known:
        return Fault(1, 1, message, hint)
    mark = tree.marks[known]
    return Fault(*(mark.key if key or known != path else mark.value), message, hint)


def _fault(tree: Tree, error: ErrorDetails) -> Fault:
    path = _path(tree, error["loc"])
    name = ".".join(map(str, path))
    match error["type"]:
        case "extra_forbidden":
            hint = _spelling(path) or did_you_mean(path[-1], _names(CommunityFile, path[:-1])) or _elsewhere(path)
            return fault_at(tree, path, f'"{path[-1]}" is not a setting here', hint, key=True)
        case "missing":
            lacking = error["loc"][-1]
            hint = "" if path else "python3 -m bot init writes a file to begin with"
            return fault_at(tree, path, f'{name or "the file"}: "{lacking}" is missing', hint, key=True)
        case "literal_error":
            allowed = _QUOTED.findall(cast("dict[str, str]", error.get("ctx", {})).get("expected", ""))
            written = error["input"]
            if not isinstance(written, str) or not allowed:
                return fault_at(tree, path, f"{name}: {_sentence(error)}")
            said = f'{name}: "{written}" is not one of {", ".join(allowed)}'
            hint = did_you_mean(written, allowed)
            return fault_at(tree, path, said, hint if hint.startswith("did") else "")
        case _:
            is_key = "[key]" in error["loc"]
            return fault_at(tree, path, f"{name}: {_sentence(error)}" if name else _sentence(error), key=is_key)


def _spelling(path: Path) -> str:
    """What is wrong with how a name is typed, whatever it is."""
    name = str(path[-1])
    before, colon, after = name.partition(":")
    if colon and after.strip():
        return f"a space stands after the colon: {before}: {after.strip()}"
    if name.strip() != name or "\u00a0" in name:
        return "it is typed with a space that is none: use the space bar"
    return ""


def _elsewhere(path: Path) -> str:
    return "if it belongs to the part above, move it in by two spaces" if len(path) == 1 else ""


def _sentence(error: ErrorDetails) -> str:
    if error["type"] == "string_pattern_mismatch":
        return "a name here is lower case letters, digits and hyphens, at most 32, such as no-ads"
    return plainly(error["type"], error["msg"])


def _path(tree: Tree, loc: Iterable[str | int]) -> Path:
    """Drop from pydantic's location what is no key of the file: union members, "[key]", our own steps."""
    path: list[str | int] = []
    for part in loc:
        spelt = (part, part.replace("_", " ")) if isinstance(part, str) else (part,)
        path += [name for name in spelt if (*path, name) in tree.marks][:1]
    return tuple(path)


def _names(model: type[BaseModel], path: Path) -> Iterator[str]:
    """List the settings that are possible at ``path``."""
    at: Any = model
    for part in path:
        at = _below(at, part)
    for found in _models(at):
        for name, field in found.model_fields.items():
            yield field.alias or name


def _below(annotation: Any, part: str | int) -> Any:  # noqa: ANN401 - annotations have no common type
    for model in _models(annotation):
        for name, field in model.model_fields.items():
            if part in {name, field.alias}:
                return field.annotation
    for inner in _alternatives(annotation):
        origin, args = get_origin(inner), get_args(inner)
        if origin is dict or origin is Mapping:
            return args[1]
        if origin is list and isinstance(part, int):
            return args[0]
    return None


def _models(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - as above
    for one in _alternatives(annotation):
        if isinstance(one, type) and issubclass(one, BaseModel):
            yield one


def _alternatives(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _alternatives(get_args(annotation)[0])
    elif origin in {Union, types.UnionType}:
        for one in get_args(annotation):
            yield from _alternatives(one)
    else:
        yield annotation
