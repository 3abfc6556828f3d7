# SPDX-License-Identifier: MIT
"""The JSON Schemas of what contributors write, made from the models."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from dateline.models import Actor, Event, Place, Sidecar, Site, Source

SCHEMAS: dict[str, type[BaseModel]] = {
    "event": Event,
    "translation": Sidecar,
    "site": Site,
    "place": Place,
    "actor": Actor,
    "source": Source,
    "places": Place,
    "actors": Actor,
    "sources": Source,
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(name: str) -> dict[str, Any]:
    """One schema by its name; the plural of a registry is a file that maps ids to records."""
    model = SCHEMAS[name]
    made: dict[str, Any] = typed({"$schema": DIALECT, **model.model_json_schema(mode="validation")})
    if name == "event":
        made["patternProperties"] = {"^x-": {"description": "A note of your own."}}
    if not name.endswith("s"):
        return made
    definitions = made.pop("$defs", {})
    singular = name.removesuffix("s")
    dialect = made.pop("$schema")
    return {
        "$schema": dialect,
        "title": name.capitalize(),
        "type": "object",
        "propertyNames": {"pattern": "^[a-z0-9][a-z0-9-]{0,79}$"},
        "additionalProperties": {"$ref": f"#/$defs/{model.__name__}"},
        "$defs": {**definitions, model.__name__: {**made, "description": f"One {singular}."}},
    }


def typed(node: Any) -> Any:
    """The schema with each example as what it stands for: an editor that offers 35.10 must not quote it."""
    if isinstance(node, list):
        return [typed(one) for one in node]
    if not isinstance(node, dict):
        return node
    made = {key: typed(value) for key, value in node.items()}
    if isinstance(node.get("examples"), list):
        kinds = {str(one.get("type")) for one in node.get("anyOf", [node])}
        if kinds <= {"number", "integer", "boolean", "null"}:
            made["examples"] = [json.loads(one) for one in node["examples"]]
    return made
