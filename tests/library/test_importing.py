"""Bringing in what is here already: put together, nothing lost on either side, and told."""

from __future__ import annotations

import pytest

from tests.library.samples import MOOD, ROLE, WORDS, everything, guide, note, through_a_file, written
from workbook.library.changes import Changes
from workbook.library.difference import Difference
from workbook.library.earlier import Earlier
from workbook.library.importing import Report, import_
from workbook.library.library import Library
from workbook.library.moving import export


def test_an_older_version_takes_nothing_away_and_leaves_its_words_among_the_earlier_ones(library: Library) -> None:
    workbook_id = written(library, feel__now__words="first", feel__now__mood=1)
    exported = export(library, [workbook_id])
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={WORDS: "second"}))
    here = library.read(workbook_id)
    report = import_(library, through_a_file(exported))
    assert report.merged == ((workbook_id, Difference(kept_earlier=1)),)
    assert report.lines[1] == f"{workbook_id}: 1 answer kept among the earlier ones."
    found = library.read(workbook_id)
    assert (found.values, found.updated) == (here.values, here.updated)
    assert [(each.ref, each.value) for each in found.earlier_answers] == [(WORDS, "first")]
    assert found.earlier_answers[0].replaced == here.answers[WORDS].updated
    assert import_(library, through_a_file(exported)) == Report(same=(workbook_id,)), "it is all here now"


def test_a_newer_version_is_put_together_with_the_one_here_and_nothing_goes(library: Library, other: Library) -> None:
    workbook_id = written(library, feel__now__words="first", feel__now__mood=1)
    import_(other, through_a_file(export(library, [workbook_id])))
    with other.open(workbook_id) as there:
        there.save(Changes(answers={WORDS: "there"}, notes=(note("there"),), completed=other.clock()))
    with library.open(workbook_id) as here:
        here.save(Changes(answers={ROLE: "Baker", MOOD: 2}, notes=(note("here"),)))
    before = library.places.workbook(workbook_id).read_bytes()
    data = through_a_file(export(other, [workbook_id]))
    expected = Difference(changed=1, kept_earlier=2, notes=1, completed=True)
    files = everything(library.folder)
    assert import_(library, data, dry_run=True).merged == ((workbook_id, expected),)
    assert everything(library.folder) == files
    assert import_(library, data).merged == ((workbook_id, expected),)
    found = library.read(workbook_id)
    assert found.values == {WORDS: "there", MOOD: 2, ROLE: "Baker"}
    assert {each.text for each in found.notes} == {"here", "there"}
    assert {(each.ref, each.value) for each in found.earlier_answers} == {(WORDS, "first"), (MOOD, 1)}
    assert [entry.state for entry in library.entries()] == ["completed"]
    assert Earlier(library.places.earlier, workbook_id).copies()[-1].read_bytes() == before
    exported = export(library, [workbook_id])
    third = Library(other.folder.with_name("third"))
    import_(third, through_a_file(exported))
    assert export(third, [workbook_id]) == exported, "earlier answers go along"


def test_a_workbook_that_is_open_is_left_and_told(library: Library, whole: str) -> None:
    exported = export(library, [whole])
    exported["workbooks"][0]["answers"]["new.page.field"] = {"value": "new", "updated": "2030-01-01T00:00:00Z"}
    with library.open(whole) as workbook:
        for dry_run in (True, False):
            report = import_(library, through_a_file(exported), dry_run=dry_run)
            assert report == Report(held=(whole,))
        assert "new.page.field" not in library.read(whole).answers
        workbook.save(Changes(answers={WORDS: "going on"}))
    assert [each[0] for each in import_(library, through_a_file(exported)).merged] == [whole]
    assert library.read(whole).values["new.page.field"] == "new"


def test_a_workbook_opened_while_others_are_imported_is_left_and_told(
    library: Library, whole: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported = export(library, [whole])
    exported["workbooks"][0]["answers"]["new.page.field"] = {"value": "new", "updated": "2030-01-01T00:00:00Z"}
    monkeypatch.setattr("workbook.library.importing.is_open", lambda *_: False)
    with library.open(whole):
        assert import_(library, through_a_file(exported)) == Report(held=(whole,))


@pytest.mark.parametrize("data", [b"", b"torn", b'{"workbook": {"1": {"format": 99}}}'])
def test_where_the_one_here_cannot_be_read_the_other_is_added_beside_it_once(
    library: Library, whole: str, data: bytes
) -> None:
    exported = export(library, [whole])
    library.places.workbook(whole).write_bytes(data)
    report = import_(library, through_a_file(exported))
    [(old, new)] = report.kept_beside
    assert old == whole
    assert new in report.lines[0]
    assert library.places.workbook(whole).read_bytes() == data
    assert library.read(new).values[WORDS] == "a\u202eb\nc" * 50
    assert import_(library, through_a_file(exported)) == Report(same=(whole,))


@pytest.mark.parametrize("in_the_file", [True, False])
def test_of_two_guides_the_one_worked_with_last_is_gone_by_if_it_is_at_hand(
    library: Library, other: Library, in_the_file: bool
) -> None:
    workbook_id = written(library, feel__now__words="first")
    import_(other, through_a_file(export(library, [workbook_id])))
    with other.open(workbook_id) as there:
        there.move_to(guide("2", label="What was it like"))
    exported = export(other, [workbook_id])
    if not in_the_file:
        exported["guides"] = {}
    import_(library, through_a_file(exported))
    assert library.read(workbook_id).guide.version == ("2" if in_the_file else "1")
    assert library.entries()[0].where != "" or library.entries()[0].title


def test_a_completed_workbook_keeps_the_words_it_was_completed_with(library: Library, other: Library) -> None:
    workbook_id = written(library, feel__now__words="first")
    import_(other, through_a_file(export(library, [workbook_id])))
    with library.open(workbook_id) as here:
        here.save(Changes(completed=library.clock()))
    with other.open(workbook_id) as there:
        there.move_to(guide("2", label="What was it like"))
        there.save(Changes(answers={MOOD: 3}))
    import_(library, through_a_file(export(other, [workbook_id])))
    found = library.read(workbook_id)
    assert (found.guide.version, found.completed is not None, found.values[MOOD]) == ("1", True, 3)
