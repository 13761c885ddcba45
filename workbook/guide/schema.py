"""The JSON Schema of the content files, so that editors complete and check them while they are written.

A file that begins with `# yaml-language-server: $schema=guide.schema.json` is checked by it. It knows the
keys and their types; whether refs exist and conditions make sense, only `workbook check` can say.
"""

from __future__ import annotations

import ast
import inspect
import itertools
import json
import sys
from typing import Any

import msgspec

from workbook.guide import model

FILES = (model.Manifest, model.Part, model.Support)
"""The structs that are a whole file."""


def schema() -> dict[str, Any]:
    """One schema for every content file: the manifest, a part, or the people to talk to."""
    tops, definitions = msgspec.json.schema_components(FILES)
    words = _key_docs()
    for name, definition in definitions.items():
        definition["description"] = inspect.cleandoc(definition.get("description", ""))
        for key, described in _documented(name, definition, words):
            described["description"] = words[key]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A guide's content files",
        "anyOf": list(tops),
        "$defs": definitions,
    }


def render() -> str:
    """The schema as it is kept beside the content."""
    return json.dumps(schema(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _documented(
    struct: str, definition: dict[str, Any], words: dict[tuple[str, str], str]
) -> list[tuple[tuple[str, str], dict[str, Any]]]:
    """The properties of a struct that have words of their own or inherit some."""
    found = []
    for base in getattr(model, struct).__mro__:
        for name, described in definition.get("properties", {}).items():
            key = (base.__name__, name)
            if key in words and "description" not in described and "$ref" not in described:
                found.append((key, described))
    return found


def _key_docs() -> dict[tuple[str, str], str]:
    """The words below each attribute of the model, by class and key.

    Python does not keep them, so they are read from the model's source; where that is missing there are none.
    """
    modules = {sys.modules[getattr(model, name).__module__] for name in model.__all__ if name != "Field"}
    try:
        bodies = [ast.parse(inspect.getsource(module)).body for module in modules]
    except OSError:
        return {}
    words: dict[tuple[str, str], str] = {}
    for one in itertools.chain.from_iterable(bodies):
        if not isinstance(one, ast.ClassDef):
            continue
        for pair in itertools.pairwise(one.body):
            match pair:
                case (
                    ast.AnnAssign(target=ast.Name(id=name)),
                    ast.Expr(value=ast.Constant(value=str() as text)),
                ):
                    words[one.name, name.rstrip("_")] = inspect.cleandoc(text)
    return words
