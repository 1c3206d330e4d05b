"""A second opinion on every request, result and update: the pydantic models of aiogram, another client.

aiogram builds hundreds of models when it is imported, which takes seconds. So it is imported when the first opinion is
asked for, and a model is built when it is needed first: a test needs a dozen of them.
"""

import json
import re
from functools import cache
from typing import get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from tests.wire.telegram_state import ApiError, bad


def read_params(method, raw):
    """Form values as typed values; a request that aiogram would not know is a Bad Request."""
    model = _model(method)
    decoded = {name: _decode(model, name, value) for name, value in raw.items()}
    try:
        read = model.model_validate(decoded)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()[:5])
        raise bad(f"{method}: {faults}") from None
    if read.model_extra:
        raise bad(f"{method}: unknown parameters {sorted(read.model_extra)}")
    return {name: _plain(getattr(read, name)) for name in decoded}


def faults_of_result(method, result):
    """Sentences about what aiogram would not understand in our answer."""
    return _faults(_adapter(method), result, method)


def faults_of_update(update):
    """The same for one update; what differs from another one in numbers and free text only has the same faults."""
    likeness = _likeness(update)
    if likeness not in _SEEN:
        _SEEN[likeness] = _faults(_update(), update, "update")
    return _SEEN[likeness]


@cache
def known(method):
    _names()
    from aiogram import methods

    return hasattr(methods, _class(method))


@cache
def _names():
    """Import aiogram, which only tells what it would build, and with which names in scope."""
    names = {}

    def remember(_, *, _types_namespace):
        names.update(_types_namespace)

    build = BaseModel.__dict__["model_rebuild"]
    BaseModel.model_rebuild = classmethod(remember)
    try:
        import aiogram.methods  # noqa: F401  # for what its import does
    finally:
        BaseModel.model_rebuild = build
    return names


def _built(kind):
    """Build the models that a type consists of."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        kind.model_rebuild(_types_namespace=_names())
    for part in get_args(kind):
        _built(part)
    return kind


def _class(method):
    return method[:1].upper() + method[1:]


@cache
def _update():
    return TypeAdapter(_built(_names()["Update"]))


@cache
def _model(method):
    if not known(method):
        raise ApiError(404, "Not Found: method not found")
    from aiogram import methods

    return _built(getattr(methods, _class(method)))


@cache
def _adapter(method):
    return TypeAdapter(_built(_model(method).__returning__))


_FREE = frozenset({"id", "data", "text", "first_name", "last_name", "username", "title", "chat_instance"})
"""Fields of any words: no model looks at what they say."""
_SEEN = {}


def _likeness(value, name=""):
    """Everything about a value that a model may look at: ten thousand presses of a button have one."""
    if isinstance(value, dict):
        return tuple((key, _likeness(part, key)) for key, part in value.items())
    if isinstance(value, list):
        return tuple(_likeness(part, name) for part in value)
    is_any = name in _FREE if isinstance(value, str) else type(value) in {int, float}
    return type(value) if is_any else value


def _faults(adapter, value, where):
    try:
        read = adapter.validate_python(value)
    except ValidationError as error:
        return [f"{where}: {'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
    return [f"{where}: {name} is not a field there" for name in _strange(read, where)]


def _strange(value, path):
    """Fields that no model declares; aiogram keeps them silently."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from _strange(item, path)
    elif isinstance(value, BaseModel):
        for name in value.model_extra or ():
            yield f"{path}.{name}"
        for name in value.model_fields_set & type(value).model_fields.keys():
            yield from _strange(getattr(value, name), f"{path}.{name}")


def _decode(model, name, value):
    field = model.model_fields.get(name)
    if not isinstance(value, str) or field is None or field.annotation in {str, str | None}:
        return value
    if re.fullmatch(r"-?\d+", value):
        return int(value)
    if value[:1] in {"[", "{"}:
        try:
            return json.loads(value)
        except ValueError:
            raise bad(f"can't parse {name} as JSON") from None
    return value


def _plain(value):
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, BaseModel):
        return {
            (type(value).model_fields[name].alias or name): _plain(getattr(value, name))
            for name in value.model_fields_set
            if name in type(value).model_fields
        }
    return value
