"""What all sections of the config file have in common."""

from typing import Any, ClassVar, cast

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class Section(BaseModel):
    """Part of the file: unknown keys are refused, and what is read never changes."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        arbitrary_types_allowed=True,
        use_attribute_docstrings=True,
        allow_inf_nan=False,
    )


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
        spelt_out = handler.resolve_ref_schema(handler(core))
        first = dict(spelt_out["properties"][next(iter(cls.model_fields))])
        words = [{"enum": list(cls.words)}] if cls.words else []
        return {"anyOf": [first, *words, spelt_out]}
