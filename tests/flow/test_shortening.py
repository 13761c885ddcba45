"""Short texts keep something of what was written, in any writing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbook.flow.shortening import shortened


def test_a_cut_goes_between_two_words() -> None:
    assert shortened("I would pause after the first full stop.", 24) == "I would pause after the…"
    assert shortened("I would pause after the first full stop.", 25, " …") == "I would pause after the …"


def test_what_fits_stays_whole_on_one_line() -> None:
    assert shortened("two\n lines", 9) == "two lines"


def test_a_word_longer_than_the_room_is_cut_rather_than_left_out() -> None:
    assert shortened("https://example.com/a/long/address", 12) == "https://exa…"
    assert shortened("面接はうまくいかなかったけれど、学んだ。", 8) == "面接はうまくい…"
    assert shortened("At Donaudampfschifffahrtsgesellschaft", 20) == "At Donaudampfschiff…"


@given(st.text(), st.integers(min_value=4, max_value=60))
def test_it_is_never_longer_than_asked_and_never_only_the_ending(text: str, longest: int) -> None:
    short = shortened(text, longest)
    assert len(short) <= longest
    assert bool(short.removesuffix("…").strip() or "…" in text) is bool(text.strip())
