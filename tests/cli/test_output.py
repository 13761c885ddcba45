"""Printing that cannot command a terminal."""

from __future__ import annotations

import pytest

from workbook.cli.output import give, give_json, say, tell

WORDS = "a\x1b[31mb\x07c\x9bd\x00e\x7ff"


@pytest.mark.parametrize("printing", [say, tell, give])
def test_whatever_is_printed_no_control_byte_goes_out(capsys: pytest.CaptureFixture[str], printing: object) -> None:
    printing(WORDS)  # type: ignore[operator]
    printed = "".join(capsys.readouterr()).strip()
    assert printed.removeprefix("workbook: ") == "a␛[31mb␇c\ufffdd␀e␡f"


def test_json_holds_the_words_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    give_json({"words": WORDS})
    printed = capsys.readouterr().out
    assert not [char for char in printed if char != "\n" and (char < " " or "\x7f" <= char <= "\x9f")]
    assert "\\u009b" in printed
