"""The config file's JSON Schema, for editors; generated from the model, so that there is one truth."""

import json
from functools import cache

from bot.adapters.files.model import CommunityFile


@cache
def schema_text() -> str:
    """Write the schema as it stands in config/community.schema.json."""
    schema = CommunityFile.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Townkeeper community"
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=False) + "\n"
