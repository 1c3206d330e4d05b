"""Frozen values as JSON text and back: self-describing, and only for types that were registered by name."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any, TypeVar, cast

from bot.runtime.vocabulary import core_values

T = TypeVar("T")
Given = Mapping[str, object]

_TAG = "$"
_PLAIN = frozenset({str, int, float, bool, type(None)})
_LONE = re.compile("[\ud800-\udfff]")


class Codec:
    """Packs values made of registered types, of tuples, frozensets, mappings with str keys, times and plain scalars.

    Both ways refuse with ValueError what they do not know: a type, a tag, a field. Fields that have a default may be
    missing, so that rows written before the field existed can still be read.
    """

    def __init__(self, types: Iterable[type[Any]]) -> None:
        self._names: dict[type[Any], tuple[str, ...]] = {}
        self._readers: dict[str, Callable[[Given], object]] = {
            "datetime": _read_datetime,
            "timedelta": _read_timedelta,
            "frozenset": _read_frozenset,
        }
        for kind in types:
            self._register(kind)

    def pack(self, value: object) -> str:
        """Write ``value`` down; equal values give equal text."""
        packed = json.dumps(
            self._down(value), ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
        )
        # Half a surrogate pair, as broken clients send it, has no UTF-8; as an escape it survives.
        return _LONE.sub(lambda half: f"\\u{ord(half[0]):04x}", packed)

    def unpack(self, packed: str) -> object:
        """Read what ``pack`` wrote."""
        return self._up(json.loads(packed))

    def unpack_as(self, packed: str, kind: type[T]) -> T:
        """Read a value that must be of this type."""
        value = self.unpack(packed)
        if not isinstance(value, kind):
            raise ValueError(f"{type(value).__name__} stands where {kind.__name__} should")  # noqa: TRY004
        return value

    def _register(self, kind: type[Any]) -> None:
        tag = kind.__name__
        if kind in self._names:
            return
        if tag in self._readers:
            raise ValueError(f"two kinds of value are called {tag}; rename {kind.__module__}.{kind.__qualname__}")
        if issubclass(kind, Enum):
            self._names[kind] = ()
            self._readers[tag] = _enum_reader(kind)
            return
        if not is_dataclass(kind):
            raise ValueError(f"{kind.__module__}.{kind.__qualname__} is neither a dataclass nor an enum")
        own = tuple(f for f in fields(kind) if f.init)
        self._names[kind] = tuple(f.name for f in own)
        self._readers[tag] = _dataclass_reader(kind, own)

    def _down(self, value: object) -> object:
        kind = type(value)
        if kind in _PLAIN:
            return value
        names = self._names.get(kind)
        if names is None:
            return self._unregistered(value)
        if isinstance(value, Enum):
            return {_TAG: kind.__name__, "name": value.name}
        packed: dict[str, object] = {name: self._down(getattr(value, name)) for name in names}
        packed[_TAG] = kind.__name__
        return packed

    def _unregistered(self, value: object) -> object:
        match value:
            case str() | int() | float() if not isinstance(value, Enum):
                return value
            case tuple():
                return [self._down(item) for item in cast("tuple[object, ...]", value)]
            case frozenset():
                of = [self._down(item) for item in cast("frozenset[object]", value)]
                return {_TAG: "frozenset", "of": sorted(of, key=_sort_key)}
            case Mapping():
                return self._mapping(cast("Mapping[object, object]", value))
            case datetime():
                return {_TAG: "datetime", "at": _utc(value).isoformat()}
            case timedelta():
                return {_TAG: "timedelta", "us": value // timedelta(microseconds=1)}
            case _:
                kind = type(value)
                raise ValueError(f"{kind.__module__}.{kind.__qualname__} is not registered with the codec")

    def _mapping(self, value: Mapping[object, object]) -> dict[str, object]:
        packed: dict[str, object] = {}
        for key, item in value.items():
            if not isinstance(key, str) or isinstance(key, Enum):
                raise ValueError(f"a mapping's keys must be plain text, not {key!r}")  # noqa: TRY004
            # Doubled, so that somebody's own key "$" is never taken for a tag.
            packed[_TAG + key if key.startswith(_TAG) else key] = self._down(item)
        return packed

    def _up(self, raw: object) -> object:
        if isinstance(raw, list):
            return tuple(self._up(item) for item in cast("list[object]", raw))
        if not isinstance(raw, dict):
            return raw
        known = cast("dict[str, object]", raw)
        if _TAG not in known:
            return {key.removeprefix(_TAG): self._up(item) for key, item in known.items()}
        tag = known[_TAG]
        reader = self._readers.get(tag) if isinstance(tag, str) else None
        if reader is None:
            raise ValueError(f"no kind of value is called {tag!r}")
        try:
            return reader({key: self._up(item) for key, item in known.items() if key != _TAG})
        except (TypeError, OverflowError) as wrong:
            raise ValueError(f"this is no {tag}: {wrong}") from wrong


def core_codec(extra: Iterable[type[Any]] = ()) -> Codec:
    """Know everything of the core, and what cogs add: their Press classes and what these hold."""
    return Codec([*core_values(), *extra])


def _dataclass_reader(kind: type[Any], own: tuple[Field[Any], ...]) -> Callable[[Given], object]:
    known = frozenset(f.name for f in own)
    needed = frozenset(f.name for f in own if f.default is MISSING and f.default_factory is MISSING)

    def read(given: Given) -> object:
        _expect(kind.__name__, given, known, needed)
        return kind(**given)

    return read


def _enum_reader(kind: type[Enum]) -> Callable[[Given], object]:
    def read(given: Given) -> object:
        name = _only(given, "name")
        if name not in kind.__members__:
            raise ValueError(f"{kind.__name__} has no {name!r}")
        return kind.__members__[str(name)]

    return read


def _read_datetime(given: Given) -> datetime:
    at = _only(given, "at")
    if not isinstance(at, str):
        raise TypeError("not a text")
    return _utc(datetime.fromisoformat(at))


def _read_timedelta(given: Given) -> timedelta:
    us = _only(given, "us")
    if not isinstance(us, int):
        raise TypeError("not a whole number")
    return timedelta(microseconds=us)


def _read_frozenset(given: Given) -> frozenset[object]:
    of = _only(given, "of")
    if not isinstance(of, tuple):
        raise TypeError("not a list")
    return frozenset(cast("tuple[object, ...]", of))


def _only(given: Given, name: str) -> object:
    only = frozenset({name})
    _expect("it", given, only, only)
    return given[name]


def _expect(what: str, given: Given, known: frozenset[str], needed: frozenset[str]) -> None:
    if unknown := given.keys() - known:
        raise ValueError(f"{what} has no {', '.join(sorted(unknown))}")
    if missing := needed - given.keys():
        raise ValueError(f"{what} lacks {', '.join(sorted(missing))}")


def _utc(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError(f"{at} says nothing of its time zone")
    return at.astimezone(UTC)


def _sort_key(packed: object) -> str:
    return json.dumps(packed, sort_keys=True)
