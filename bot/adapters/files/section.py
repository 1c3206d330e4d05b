"""What all sections of the config file have in common."""

import ast
import inspect
from itertools import pairwise
from textwrap import dedent
from typing import Any, ClassVar, cast

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


def docstrings(kind: type[BaseModel]) -> dict[str, str]:
    """Give what stands below each setting of a section, its own and those it has from others."""
    found: dict[str, str] = {}
    for part in reversed(kind.__mro__):
        if issubclass(part, Section):
            (written,) = ast.parse(dedent(inspect.getsource(part))).body
            assert isinstance(written, ast.ClassDef)
            for setting, below in pairwise(written.body):
                match setting, below:
                    case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                        found[name] = inspect.cleandoc(text)
                    case _:
                        pass
    return found


class Section(BaseModel):
    """Part of the file: unknown keys are refused, and what is read never changes."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        arbitrary_types_allowed=True,
        allow_inf_nan=False,
    )

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Describe each setting by its docstring. Only the schema asks for them; no start waits until they are read."""
        written = handler(core)
        settings = handler.resolve_ref_schema(written).get("properties", {})
        for name, text in docstrings(cls).items():
            alias = cls.model_fields[name].alias if name in cls.model_fields else None
            if (alias or name) in settings:
                settings[alias or name].setdefault("description", text)
        return written


class Short(Section):
    """A section that may be written as one value: that of its first setting."""

    words: ClassVar[dict[str, dict[str, Any]]] = {}
    """Single words that stand for settings of their own."""

    @model_validator(mode="before")
    @classmethod
    def _spelt_out(cls, value: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
        if isinstance(value, dict):
            return cast("object", value)
        if isinstance(value, str) and value in cls.words:
            return cls.words[value]
        return {next(iter(cls.model_fields)): value}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        spelt_out = handler.resolve_ref_schema(super().__get_pydantic_json_schema__(core, handler))
        first = dict(spelt_out["properties"][next(iter(cls.model_fields))])
        words = [{"enum": list(cls.words)}] if cls.words else []
        return {"anyOf": [first, *words, spelt_out]}
