"""`content/README.md` documents the whole language: every key of every struct, and examples that are right."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from msgspec import inspect

from workbook.guide import model, yaml
from workbook.guide.here import Here
from workbook.guide.shape import shape

TEXT = (Path(__file__).parents[2] / "content" / "README.md").read_text("utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
KEYS_IN_TABLES = {
    key for row in re.findall(r"^\| (`.*?) \|", TEXT, re.MULTILINE) for key in re.findall(r"`(\w+)`", row)
}
# A few small structs are documented in the row of the key that holds them.
KEYS_IN_WORDS = set(re.findall(r"`(\w+)`", TEXT))
SMALL = {"Route", "CoolingOff", "Patterns", "Emergency", "Number", "Directory", "Line"}


def structs() -> list[inspect.StructType]:
    """Every struct of the content files."""
    found: list[inspect.StructType] = []
    for value in vars(model).values():
        if isinstance(value, type) and issubclass(value, model.Struct):
            info = inspect.type_info(value)
            if isinstance(info, inspect.StructType) and value not in (model.Struct, model.Guide):
                found.append(info)
    return found


@pytest.mark.parametrize("struct", structs(), ids=lambda struct: struct.cls.__name__)
def test_every_key_is_documented(struct: inspect.StructType) -> None:
    documented = KEYS_IN_WORDS if struct.cls.__name__ in SMALL else KEYS_IN_TABLES
    assert {field.encode_name for field in struct.fields} <= documented


@pytest.mark.parametrize(
    "kind", [str(struct.tag) for struct in structs() if struct.tag and struct.cls is not model.FieldBase]
)
def test_every_kind_of_field_has_a_section_with_an_example(kind: str) -> None:
    section = TEXT.split(f"### {kind}\n")[1].split("\n### ")[0].split("\n## ")[0]
    assert f"kind: {kind}" in section


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_every_example_is_right(example: str) -> None:
    struct: type[model.Struct] = model.Page
    if example.startswith("- "):
        example = f"id: p\ntitle: P\nfields:\n{example}"
    elif example.startswith("id: "):
        struct = model.Manifest
    elif example.startswith("suggest"):
        example, struct = f"id: f\nkind: text\nlabel: F\n{example}", model.Text
    else:
        example = f"id: p\ntitle: P\n{example}"
    tree = yaml.parse(example.encode(), "README.md")
    assert tree.root is not None
    assert tree.problems == []
    assert shape(Here(tree.source, tree.root), struct).problems == []


def test_what_a_key_means_when_left_out_is_what_the_model_says() -> None:
    for number, default in ((200, model.Text), (100000, model.LongText), (20, model.Table), (24, model.Column)):
        defaults = [field.default for field in msgspec.structs.fields(default)]
        assert number in defaults
        assert f"{number} when left out" in TEXT
