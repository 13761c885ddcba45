"""Every form of the export goes out a workbook at a time, and says what it could not read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
import pytest

from tests.library.samples import Clock, guide, written
from workbook.export.formats import FORMATS, FormatName
from workbook.export.json_text import JsonList, json_text
from workbook.export.outgoing import Outgoing
from workbook.export.sharing import Leaving
from workbook.library.library import Library
from workbook.library.moving import export

from .parsed import parsed

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.guide.model import Guide

EVERY = pytest.mark.parametrize("form", list(FORMATS))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    clock = Clock()
    made = Library(tmp_path / "data", clock)
    for number in range(3):
        clock.jump(days=1)  # so that they stand in the order of their IDs
        written(made, open__start__role=f"Role {number}", feel__now__private="SECRET", feel__now__words="words")
    return made


def text_of(library: Library, form: FormatName, ids: list[str] | None = None) -> str:
    return "".join(FORMATS[form].pieces(Outgoing(library, library.ids() if ids is None else ids)))


@EVERY
def test_each_workbook_is_written_before_the_next_is_read(
    library: Library, form: FormatName, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.entries()
    read: list[str] = []
    really = Library.read

    def counted(self: Library, workbook_id: str) -> object:
        read.append(workbook_id)
        return really(self, workbook_id)

    monkeypatch.setattr(Library, "read", counted)
    out = Outgoing(library, library.ids())
    for number, piece in enumerate(FORMATS[form].pieces(out)):
        if "Role 0" in piece and "Role 1" not in piece and "<nav" not in piece:
            assert len(read) == 1
        assert out.tally.done == len(read), number
    assert read == library.ids()


@EVERY
def test_one_that_cannot_be_read_keeps_no_other_in_and_is_told(library: Library, form: FormatName) -> None:
    ids = library.ids()
    library.places.workbook(ids[1]).write_text("{")
    out = Outgoing(library, ids)
    text = "".join(FORMATS[form].pieces(out))
    assert "Role 0" in text
    assert "Role 2" in text
    assert [ids[1] in str(error) for error in out.tally.skipped] == [True]
    assert out.tally.done == 3
    assert text_of(library, form, [ids[1]]) == ""
    assert text_of(library, form, []) == ""


@EVERY
def test_one_that_is_deleted_meanwhile_keeps_no_other_in_and_is_told(library: Library, form: FormatName) -> None:
    out = Outgoing(library, library.ids())
    library.delete(out.ids[1])
    text = "".join(FORMATS[form].pieces(out))
    assert "Role 0" in text
    assert "Role 2" in text
    assert [out.ids[1] in str(error) for error in out.tally.skipped] == [True]


def test_json_in_pieces_is_the_json_of_the_whole(library: Library) -> None:
    assert text_of(library, "json") == json_text(export(library, library.ids()))


def test_a_list_in_pieces_is_json_whatever_is_in_it() -> None:
    items = [{"a\nb": ["\u2028x\ny", {}, []]}, 1, "x", None, []]
    made = JsonList({"before": {"deep": [1]}}, "items", lambda: {"after": [2, {"x": {}}], "last": 1})
    text = "".join(made.pieces(items))
    assert text == json_text({"before": {"deep": [1]}, "items": items, "after": [2, {"x": {}}], "last": 1})
    assert "".join(made.pieces([])) == ""


def test_html_lists_those_that_cannot_be_read_where_the_list_leads(library: Library) -> None:
    ids = library.ids()
    library.entries()
    for broken in (ids[0], ids[2]):
        library.places.workbook(broken).write_text("{")
    root = parsed(text_of(library, "html"))
    assert [each.text for each in root.one("nav").all("a")] == [f"Role {number}" for number in range(3)]
    assert ["could not be read" in each.text for each in root.all("article")] == [True, False, True]


@EVERY
def test_a_workbook_in_hand_goes_out_as_it_is_in_hand(library: Library, form: FormatName) -> None:
    (first, *_) = library.ids()
    record = library.read(first)
    library.places.workbook(first).write_text("{")
    out = Outgoing(library, [first], held={first: record})
    assert "Role 0" in "".join(FORMATS[form].pieces(out))
    assert not out.tally.skipped


@EVERY
def test_pages_that_say_nothing_of_names_are_told_unless_those_of_today_do(library: Library, form: FormatName) -> None:
    out = Outgoing(library, library.ids(), Leaving(names=True))
    assert "Role 1" in "".join(FORMATS[form].pieces(out))
    assert out.tally.unmarked == 3
    asked: list[Guide] = []

    def pages_now() -> Guide:
        asked.append(marked())
        return asked[-1]

    out = Outgoing(library, library.ids(), Leaving(names=True), pages_now=pages_now)
    text = "".join(FORMATS[form].pieces(out))
    assert out.tally.unmarked == 0
    assert len(asked) == 1
    assert out.tally.left_out == 3
    if form == "json":
        assert all("open.start.role" not in each["answers"] for each in json.loads(text)["workbooks"])


def marked() -> Guide:
    """The sample guide as it might be today: it says that a name stands in the first answer."""
    made = guide("2")
    (opening, *rest) = made.parts
    (start,) = opening.pages
    role, route = start.fields
    fields = (msgspec.structs.replace(role, names=True), route)
    page = msgspec.structs.replace(start, fields=fields)
    return msgspec.structs.replace(made, parts=(msgspec.structs.replace(opening, pages=(page,)), *rest))
