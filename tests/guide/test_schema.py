"""The JSON Schema of the content files: fresh, and true to the model."""

from __future__ import annotations

from pathlib import Path

from workbook.guide.schema import render, schema

COMMITTED = Path(__file__).parents[2] / "content" / "guide.schema.json"


def test_the_committed_schema_is_fresh() -> None:
    # Write it anew with: python -c "import workbook.guide.schema as s; print(s.render(), end='')"
    assert COMMITTED.read_text("utf-8") == render()


def test_every_file_of_a_guide_has_its_schema() -> None:
    made = schema()
    assert made["anyOf"] == [{"$ref": f"#/$defs/{name}"} for name in ("Manifest", "Part", "Support")]


def test_keys_are_described_in_the_words_of_the_model() -> None:
    definitions = schema()["$defs"]
    assert definitions["Scale"]["properties"]["low"]["description"] == "What 0 means."
    assert definitions["Scale"]["properties"]["help"]["description"].startswith("A quiet line")
    assert definitions["Condition"]["properties"]["is"]["description"] == "The answer is exactly this."
    assert definitions["Condition"]["additionalProperties"] is False
