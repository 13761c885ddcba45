"""`list` and `show`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from workbook.cli.columns import NARROWEST, fit, table, width_of

if TYPE_CHECKING:
    from .conftest import Shelf, Shell


def test_an_empty_library_says_how_to_begin(shell: Shell) -> None:
    ran = shell("list")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "There are no workbooks yet. `workbook new` begins one.\n"
    assert shell("list", "--json").json == {"workbooks": []}


def test_the_list_is_newest_first_with_state_title_id_and_when(shell: Shell, shelf: Shelf) -> None:
    old = shelf.put(completed=True)
    new = shelf.put()
    assert shell("list").out.splitlines() == [
        f"unfinished  Begun 3 November 2026  {new}  3 November 2026",
        f"completed   Begun 2 November 2026  {old}  2 November 2026",
    ]


def test_only_those_asked_for_are_listed(shell: Shell, shelf: Shelf) -> None:
    done, begun = shelf.put(completed=True), shelf.put()
    assert [each["id"] for each in shell("list", "--completed", "--json").json["workbooks"]] == [done]
    assert [each["id"] for each in shell("list", "--unfinished", "--json").json["workbooks"]] == [begun]
    assert shell("delete", begun, "--yes").status == 0
    assert shell("list", "--unfinished").out == "No workbook is unfinished (1 in all).\n"


def test_the_json_list_has_what_a_script_needs_and_nothing_of_the_catalogue(shell: Shell, shelf: Shelf) -> None:
    found = shelf.put({"open.start.route": "quick"})
    (entry,) = shell("list", "--json").json["workbooks"]
    assert entry["id"] == found
    assert entry["state"] == "unfinished"
    assert entry["route"] == "quick"
    assert datetime.fromisoformat(entry["created"]) == shelf.moment
    assert entry["completed"] is None
    assert not {"mtime_ns", "size"} & set(entry)


def test_a_damaged_workbook_is_listed_with_what_can_be_done(shell: Shell, shelf: Shelf) -> None:
    bad, good = shelf.put(), shelf.put()
    path = shelf.library.places.workbook(bad)
    path.write_text("{")
    for option in ("", "--unfinished", "--completed"):
        ran = shell("list", *filter(None, [option]))
        assert ran.status == 0
        line, problem, remedy = (each for each in ran.out.splitlines() if good not in each)
        assert line.startswith("needs attention ")
        assert bad in line
        assert str(path) in problem
        assert "newest good copy" in remedy
    assert path.read_text() == "{"


def test_show_says_everything_in_the_words_it_was_written_in(shell: Shell, shelf: Shelf) -> None:
    found = shelf.put({"open.facts.company": "Acme [b]", "rest.write.text": "one\ntwo", "gone.a.b": "*x*"})
    ran = shell("show", found[:10])
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("# Acme \\[b\\]\n\nBegun 2 November 2026.\n")
    assert "**Who was it with?**\n\nAcme \\[b\\]\n" in ran.out
    assert "one\\\ntwo" in ran.out
    assert "\\*x\\*" in ran.out


def test_show_as_json_is_the_export_of_that_one(shell: Shell, shelf: Shelf) -> None:
    found = shelf.put({"open.facts.mood": 0})
    shelf.put()
    shown = shell("show", found, "--format", "json").json
    assert shown == shell("export", found).json == shell("show", found, "--json").json
    assert [each["id"] for each in shown["workbooks"]] == [found]
    assert shown["workbooks"][0]["answers"]["open.facts.mood"]["value"] == 0


def test_an_id_that_is_none_or_several_is_told(shell: Shell, shelf: Shelf) -> None:
    one, two = shelf.put(), shelf.put()
    ran = shell("show", "1999")
    assert (ran.status, ran.out) == (1, "")
    assert "There is no workbook '1999'" in ran.err
    ran = shell("show", "2026")
    assert (ran.status, ran.out) == (1, "")
    assert one in ran.err
    assert two in ran.err


def test_a_data_folder_that_is_a_file_is_told(shell: Shell) -> None:
    shell.data.write_text("x")
    ran = shell("list")
    assert ran.status == 1
    assert str(shell.data) in ran.err
    assert shell.data.read_text() == "x"


def test_an_error_of_the_program_itself_shows_no_words(
    shell: Shell, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("what someone wrote")

    monkeypatch.setattr("workbook.export.outgoing.document", broken)
    ran = shell("show", shelf.put())
    assert (ran.status, ran.out) == (1, "")
    assert "ValueError, test_reading.py:" in ran.err
    assert "what someone wrote" not in ran.err


def test_an_interruption_is_quiet(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("workbook.library.library.Library.entries", interrupted)
    ran = shell("list")
    assert (ran.status, ran.out, ran.err) == (130, "", "")


def test_wide_and_combining_characters_are_counted_as_they_are_drawn() -> None:
    assert [width_of(text) for text in ("abc", "語", "e\u0301", "\u200dx", "é")] == [3, 2, 1, 1, 1]
    assert fit("語語語", 5) == "語語…"
    assert fit("語語語", 4) == "語… "
    assert fit("語", 4) == "語  "


def test_columns_line_up_in_every_script_and_stay_one_line() -> None:
    lines = table([("a", "語語", "end"), ("long", "e\u0301\n\x1b[31m", "end")], gives_way=1)
    assert [width_of(line) for line in lines] == [len("long") + 2 + 7 + 2 + 3] * 2
    assert lines[1] == "long  e\u0301 ␛[31m  end"


@pytest.mark.parametrize("text", ["\u202eabc", "שלום", "\u2066abc", "\u202e\u2067abc"])
def test_words_that_turn_the_direction_cannot_turn_what_follows(text: str) -> None:
    made = fit(text, 10)
    assert text in made
    assert made.rstrip().endswith("\u2069")
    depth = sum((char in "\u202a\u202b\u202d\u202e") - (char == "\u202c") for char in made)
    isolates = sum((char in "\u2066\u2067\u2068") - (char == "\u2069") for char in made)
    assert (depth, isolates) == (0, 0)


def test_a_line_fits_the_terminal_and_the_title_gives_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("workbook.cli.columns.is_terminal", lambda _: True)
    monkeypatch.setenv("COLUMNS", "40")
    rows = [("unfinished", "語" * 30, "20261120-abcdef"), ("completed", "short", "20261120-abcdef")]
    lines = table(rows, gives_way=1)
    assert [width_of(line) for line in lines] == [10 + 2 + NARROWEST + 2 + 15] * 2
    monkeypatch.setenv("COLUMNS", "60")
    assert [width_of(line) for line in table(rows, gives_way=1)] == [60, 60]
