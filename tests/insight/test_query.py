"""What is typed into a search, and what is looked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.insight.query import query


@pytest.mark.parametrize(
    ("typed", "looked_for"),
    [
        ("", ()),
        ('  " "  ', ()),
        ("Zürich", ("zurich",)),
        ("the panel", ("the", "panel")),
        ('"the  Panel" nodded', ("the panel", "nodded")),
        ("“the panel” nodded", ("the panel", "nodded")),
        ('"still being typ', ("still being typ",)),
        ('one"two three"four', ("one", "two three", "four")),
        ("again again", ("again",)),
        ("two\nlines", ("two", "lines")),
        ("\u0301", ()),
    ],
)
def test_words_and_phrases(typed: str, looked_for: tuple[str, ...]) -> None:
    assert query(typed).needles == looked_for
    assert bool(query(typed)) is bool(looked_for)


@given(st.text(max_size=60))
def test_anything_can_be_typed(typed: str) -> None:
    assert all(needle.strip() == needle != "" for needle in query(typed).needles)
