"""Text breaks into lines that fit, and not a word is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size

from workbook.ui.widgets.wrapping import wrap


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


@pytest.mark.parametrize(
    ("text", "width", "broken"),
    [
        ("", 10, [""]),
        ("one two three", 8, ["one two", "three"]),
        ("one  two", 4, ["one", "two"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("a\n\n  b", 10, ["a", "", "  b"]),
        ("未来设计未来", 5, ["未来", "设计", "未来"]),
        ("see 未来", 7, ["see 未", "来"]),
        ("ends here ", 9, ["ends here"]),
    ],
)
def test_lines_break_at_spaces_and_where_there_are_none_anywhere(text: str, width: int, broken: list[str]) -> None:
    assert lines(text, width) == broken


words = st.text(st.sampled_from("ab \n未e\u0301é👍…"), max_size=60)


@given(words, st.integers(2, 20))
def test_every_line_fits_and_every_character_but_spaces_and_breaks_is_in_one(text: str, width: int) -> None:
    broken = lines(text, width)
    assert all(sum(map(get_character_cell_size, line)) <= width for line in broken)
    assert "".join("".join(broken).split()) == "".join(text.split())
    assert len(broken) >= text.count("\n") + 1


@given(st.text(st.sampled_from("abc \n"), max_size=60), st.integers(2, 20))
def test_the_quick_way_and_the_careful_way_break_alike(text: str, width: int) -> None:
    assert lines(text + "\n未", width)[:-1] == lines(text + "\n", width)[:-1]
