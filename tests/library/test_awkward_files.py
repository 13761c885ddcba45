"""Files written by hand or by other programs: what is odd in them costs neither the rest nor the program."""

from __future__ import annotations

import errno
import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from tests.library.samples import MOOD, ROLE, WORDS, Clock, guide, written
from workbook.library.catalogue import Catalogue
from workbook.library.changes import Changes
from workbook.library.copies import earlier_copies, put_back
from workbook.library.earlier import Earlier
from workbook.library.errors import CannotSave, DamagedFile, ImportProblem
from workbook.library.exchange import parse
from workbook.library.importing import import_
from workbook.library.library import Library
from workbook.library.moving import export

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HALF = "half \ud83d of a pair"


def some(library: Library, number: int) -> dict[str, Any]:
    """Return an export of as many workbooks, all of one guide."""
    return export(library, [written(library, open__start__role=f"Role {each}") for each in range(number)])


@pytest.fixture
def elsewhere(tmp_path: Path, clock: Clock) -> Library:
    return Library(tmp_path / "elsewhere", clock)


@pytest.mark.parametrize(
    "note",
    [
        '{"id": "ID", "title": "Baker", "deleted": "2026-05-03T09:30:00"}',
        '{"id": "ID", "title": "Baker", "deleted": "soon"}',
        '{"id": "ID", "title": "Baker", "deleted": 7}',
        "[" * 10_000,
        "\ud83d",
    ],
    ids=["a time without an offset", "no time", "a number", "nested without end", "half a character"],
)
def test_a_note_of_a_deletion_that_is_odd_costs_nothing_in_the_trash(library: Library, note: str) -> None:
    odd, other = written(library, feel__now__words="odd"), written(library)
    library.delete(odd)
    library.delete(other)
    path = library.places.trash / odd / "deleted.json"
    path.write_bytes(note.replace("ID", odd).encode("utf-8", "surrogatepass"))
    assert {each.id for each in library.trashed()} == {odd, other}
    library.restore(odd)
    assert library.read(odd).values == {WORDS: "odd"}


def test_a_note_of_a_deletion_cannot_speak_for_another_workbook(library: Library) -> None:
    workbook_id, other = written(library, feel__now__words="one"), written(library, feel__now__words="other")
    library.delete(workbook_id)
    path = library.places.trash / workbook_id / "deleted.json"
    path.write_text(path.read_text().replace(workbook_id, other))
    assert [each.id for each in library.trashed()] == [workbook_id]
    library.restore(workbook_id)
    assert library.read(workbook_id).values == {WORDS: "one"}


PLACES: dict[str, Callable[[dict[str, Any]], object]] = {
    "an answer": lambda each: each["answers"][ROLE].update(value=HALF),
    "an answer in an answer": lambda each: each["answers"][ROLE].update(value=[{HALF: [HALF]}]),
    "a ref": lambda each: each["answers"].update({HALF: each["answers"][ROLE]}),
    "a title": lambda each: each.update(title=HALF),
    "a route": lambda each: each["answers"].update({"open.start.route": {**each["answers"][ROLE], "value": HALF}}),
    "a position": lambda each: each.update(position=HALF, visited=[HALF]),
    "a note": lambda each: each.update(notes=[{"at": each["created"], "text": HALF}]),
    "a guide's name": lambda each: each["guide"].update(id=HALF, version=HALF),
    "a guide's digest": lambda each: each["guide"].update(digest=HALF),
    "what was let go": lambda each: each.update(let_go={HALF: each["created"]}),
    "an earlier answer": lambda each: each.update(
        earlier_answers=[{"ref": ROLE, "value": HALF, "updated": each["created"], "replaced": each["updated"]}]
    ),
}


@pytest.mark.parametrize("put", PLACES.values(), ids=PLACES.keys())
def test_half_a_character_anywhere_in_an_import_is_kept_as_it_is(
    library: Library, elsewhere: Library, put: Callable[[dict[str, Any]], object]
) -> None:
    data = some(library, 1)
    put(data["workbooks"][0])
    text = json.dumps(data).encode()
    for _ in range(2):
        import_(elsewhere, parse(text))
    [entry] = elsewhere.entries()
    assert elsewhere.warnings == () or "guide" in elsewhere.warnings[0]
    [again] = json.loads(json.dumps(export(elsewhere, [entry.id])))["workbooks"]
    data = json.loads(text)
    assert {**again, "title": "", "route": ""} == {**data["workbooks"][0], "title": "", "route": ""}
    assert [each.id for each in Library(elsewhere.folder).entries()] == [entry.id]


def test_half_a_character_in_a_guide_or_an_id_is_refused_in_words(library: Library, elsewhere: Library) -> None:
    data = some(library, 1)
    for odd in (
        {**data, "guides": {digest: {**plain, "parts": [HALF]} for digest, plain in data["guides"].items()}},
        {**data, "guides": dict.fromkeys([HALF], *data["guides"].values())},
        {**data, "workbooks": [{**data["workbooks"][0], "id": HALF}]},
        {**data, HALF: 1},
    ):
        with pytest.raises(ImportProblem, match="Nothing was changed"):
            import_(elsewhere, parse(json.dumps(odd).encode()))
    assert elsewhere.ids() == []


@pytest.mark.parametrize("name", [b'"ref"', b'"completed"', b'"position"', b'"answers"'])
def test_half_a_character_in_a_name_in_a_workbook_is_damage(library: Library, name: bytes) -> None:
    workbook_id = written(library, feel__now__words="words")
    path = library.places.workbook(workbook_id)
    path.write_bytes(path.read_bytes().replace(name, name[:-1] + b'\\ud83d"'))
    with pytest.raises(DamagedFile):
        library.read(workbook_id)
    assert [entry.state for entry in library.entries()] == ["damaged"]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999"])
def test_what_is_no_number_is_refused_and_not_turned_into_nothing(library: Library, number: str) -> None:
    data = some(library, 1)
    data["workbooks"][0]["answers"][ROLE]["value"] = 12345
    with pytest.raises(ImportProblem, match="Nothing was changed"):
        parse(json.dumps(data).replace("12345", number).encode())


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_a_moment_at_the_end_of_the_calendar_ends_nothing(library: Library, elsewhere: Library, moment: str) -> None:
    exported = some(library, 1)
    [workbook] = exported["workbooks"]
    workbook |= {"created": moment, "updated": moment, "completed": moment}
    workbook["answers"][ROLE]["updated"] = moment
    [added] = import_(elsewhere, exported).added
    assert import_(elsewhere, exported).same == (added,)
    with elsewhere.open(added) as opened:
        opened.save(Changes(answers={WORDS: "later"}))
    import_(elsewhere, exported)
    assert elsewhere.read(added).values == {ROLE: "Role 0", WORDS: "later"}


def test_however_many_come_in_the_catalogue_is_written_once(
    library: Library, elsewhere: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = some(library, 12)
    elsewhere.entries()
    writes: list[int] = []
    real = Catalogue.put

    def put(self: Catalogue, rows: Any, *rest: Any, **more: Any) -> None:
        writes.append(len(rows))
        real(self, rows, *rest, **more)

    monkeypatch.setattr(Catalogue, "put", put)
    import_(elsewhere, data)
    assert writes == [12]
    assert len(elsewhere.entries()) == 12
    assert writes == [12], "and what it says is true"


def test_a_disk_that_fills_up_midway_is_told_with_how_far_it_came(
    library: Library, elsewhere: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = some(library, 4)
    real, room = os.replace, 3  # the guide and two workbooks

    def replace(source: Any, target: Any) -> None:
        nonlocal room
        room -= 1
        if room < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", replace)
        with pytest.raises(CannotSave, match="Of 4 workbooks, 2 came in"):
            import_(elsewhere, data)
    assert len(elsewhere.entries()) == 2
    assert len(import_(elsewhere, data).added) == 2
    assert [entry.state for entry in elsewhere.entries()] == ["unfinished"] * 4


def test_a_copy_is_known_by_what_is_in_it_and_not_by_its_name(library: Library, clock: Clock) -> None:
    mine, other = written(library, feel__now__words="mine"), written(library, feel__now__words="somebody's")
    for workbook_id in (mine, other):
        with library.open(workbook_id) as workbook:
            workbook.save(Changes(answers={MOOD: 3}))
    [copy] = Earlier(library.places.earlier, other).copies()
    clock.jump(hours=1)
    wrong = library.places.earlier / mine / "20991231T235959000000Z.json"
    wrong.write_bytes(copy.read_bytes())

    newest, *_ = earlier_copies(library, mine)
    assert "another workbook" in newest.problem
    with pytest.raises(DamagedFile, match="another workbook"):
        put_back(library, mine, newest)
    library.places.workbook(mine).write_bytes(b"torn")
    assert library.recover(mine).copy != wrong
    assert library.read(mine).values == {WORDS: "mine"}


def test_another_workbook_in_the_place_of_one_is_told_and_left(library: Library) -> None:
    mine, other = written(library, feel__now__words="mine"), written(library, feel__now__words="somebody's")
    data = library.places.workbook(other).read_bytes()
    library.places.workbook(mine).write_bytes(data)
    with pytest.raises(DamagedFile, match="another workbook than its name says"):
        library.read(mine)
    assert {entry.id: entry.state for entry in library.entries()} == {mine: "damaged", other: "unfinished"}
    assert library.places.workbook(mine).read_bytes() == data


def test_one_put_in_place_while_it_is_open_is_not_put_together_with_it(library: Library) -> None:
    other = written(library, feel__now__words="somebody's", open__start__role="Baker")
    with library.new(guide(), {WORDS: "mine"}) as workbook:
        library.places.workbook(workbook.id).write_bytes(library.places.workbook(other).read_bytes())
        workbook.save(Changes(answers={MOOD: 3}))
        assert workbook.record.values == {WORDS: "mine", MOOD: 3}
        assert library.places.asides(workbook.id)
