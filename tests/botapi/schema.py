"""Requests held against a machine-readable description of the Bot API, where one is at hand.

The description (PaulSonOfLars/telegram-bot-api-spec) lies beside the repository, not in it.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from tests.botapi.faults import Json

PATH = Path(__file__).parents[2].parent / "shared" / "reference" / "bot-api-10.1.json"


@cache
def load() -> Json | None:
    """The description, or None where it is not at hand."""
    if not PATH.is_file():
        return None
    description: Json = json.loads(PATH.read_text("utf-8"))
    return description


def check(method: str, parameters: Json) -> list[str]:
    """How a request departs from the description; nothing where there is none."""
    description = load()
    if description is None:
        return []
    methods = {name.lower(): name for name in description["methods"]}
    name = methods.get(method.lower())
    if name is None:
        return [f"{method}: no such method"]
    fields = description["methods"][name].get("fields", [])
    return check_fields(name, fields, parameters, description["types"])


def check_fields(where: str, fields: list[Json], value: Json, types: Json) -> list[str]:
    known = {field["name"]: field for field in fields}
    problems = [f"{where}: unknown parameter {name}" for name in value if name not in known]
    for name, field in known.items():
        if name not in value:
            if field["required"]:
                problems.append(f"{where}: {name} is missing")
        else:
            problems += _check_any(f"{where}.{name}", field["types"], value[name], types)
    return problems


def _check_any(where: str, wanted: list[str], value: object, types: Json) -> list[str]:
    """The problems of the alternative that fits best."""
    return min((_check_value(where, one, value, types) for one in wanted), key=len)


def _check_value(where: str, wanted: str, value: Any, types: Json) -> list[str]:
    simple = {"String": str, "Integer": int, "Float": (int, float), "Boolean": bool}
    if wanted in simple:
        fits = isinstance(value, simple[wanted])  # type: ignore[arg-type]
        if wanted != "Boolean" and isinstance(value, bool):
            fits = False
        return [] if fits else [f"{where}: {value!r} is no {wanted}"]
    if wanted == "InputFile":
        return [] if isinstance(value, str | bytes) else [f"{where}: {value!r} is no file"]
    if wanted.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{where}: {value!r} is no array"]
        inner = wanted.removeprefix("Array of ")
        return [
            p for i, v in enumerate(value) for p in _check_value(f"{where}[{i}]", inner, v, types)
        ]
    if not isinstance(value, dict):
        return [f"{where}: {value!r} is no {wanted}"]
    description = types[wanted]
    if description.get("subtypes"):
        return _check_any(where, _candidates(description["subtypes"], value, types), value, types)
    return check_fields(where, description.get("fields", []), value, types)


def _candidates(subtypes: list[str], value: Json, types: Json) -> list[str]:
    """The subtypes whose fixed `type` (or `source`, `status`) agrees with the value's."""
    fitting = []
    for subtype in subtypes:
        fields = {f["name"]: f["description"] for f in types.get(subtype, {}).get("fields", [])}
        if all(
            f"must be {value[key]}" in fields[key] or f"“{value[key]}”" in fields[key]
            for key in ("type",)
            if key in fields and key in value
        ):
            fitting.append(subtype)
    return fitting or subtypes
