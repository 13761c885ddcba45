"""What is counted is said as people write it."""

from __future__ import annotations

import pytest

from workbook.library.difference import count


@pytest.mark.parametrize(("number", "said"), [(0, "0 answers"), (1, "1 answer"), (1234, "1,234 answers")])
def test_what_is_counted_is_said_in_thousands(number: int, said: str) -> None:
    assert count(number, "answer") == said
