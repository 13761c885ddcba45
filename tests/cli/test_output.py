"""Printing that cannot command a terminal."""

from __future__ import annotations

import pytest

from workbook.cli import output
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


LONG = (
    "The lock is off, and everything lies open on the disk again: `workbook trash --before-restore` removes more.\n\n"
    "  a short line\n    python -m pip install something that is to be copied as one line, however long it is"
)


@pytest.mark.parametrize("width", [20, 40, 90, 100])
def test_on_a_terminal_long_lines_are_broken_between_words_and_commands_stay_whole(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setattr(output, "columns_of", lambda _: width)
    say(LONG)
    tell(LONG)
    printed = capsys.readouterr()
    for text in (printed.out, printed.err.removeprefix("workbook: ")):
        assert text.split() == LONG.split(), "no word is lost or broken"
        assert "`workbook trash --before-restore`" in text
        assert LONG.splitlines()[-1] in text.splitlines()
    wide = [line for line in printed.out.splitlines()[:-1] if len(line) > width]
    assert wide == (["`workbook trash --before-restore`"] if width < 33 else [])


def test_where_nobody_looks_lines_are_as_long_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    say(LONG)
    assert capsys.readouterr().out == f"{LONG}\n"
