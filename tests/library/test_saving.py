"""Saving a workbook: one write, only what changed, and nothing lost by any of it."""

from __future__ import annotations

import json
import threading
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.library.samples import MOOD, ROLE, WORDS, Clock, everything, guide, note, written
from workbook.library.changes import Changes, same
from workbook.library.errors import Closed, Conflict, ReadOnly

if TYPE_CHECKING:
    from workbook.library.library import Library
    from workbook.library.workbook import Workbook


def document(library: Library, workbook: Workbook, table: str) -> Any:
    """Return a table of the workbook's file as it lies on the disk."""
    return json.loads(library.places.workbook(workbook.id).read_bytes())[table]


def test_what_was_saved_is_there_when_opened_again(library: Library) -> None:
    with library.new(guide()) as workbook:
        workbook.save(Changes(answers={WORDS: "[sad] {and} \x1b[31m", MOOD: 0}, position="feel.now"))
        workbook.save(Changes(visited=("open.start", "feel.now"), writing_sittings=2))
    with library.open(workbook.id) as again:
        assert again.record == workbook.record
        assert again.record.values == {WORDS: "[sad] {and} \x1b[31m", MOOD: 0}
        assert (again.record.position, again.record.visited) == ("feel.now", ("open.start", "feel.now"))
        assert again.record.writing_sittings == 2
        assert again.guide == guide()


def test_opening_and_closing_alters_not_a_byte(library: Library) -> None:
    workbook_id = written(library, feel__now__words="words")
    library.entries()
    before, last_written = everything(library.folder), library.places.catalogue.stat().st_mtime_ns
    with library.open(workbook_id) as workbook:
        assert workbook.save(Changes(answers={WORDS: "words"}, position="", visited=())) is False
        assert workbook.save() is False
    library.entries()
    assert everything(library.folder) == before
    assert library.places.catalogue.stat().st_mtime_ns == last_written


def test_only_an_answer_that_changed_is_new(library: Library, clock: Clock) -> None:
    with library.new(guide(), {WORDS: "one", MOOD: 3}) as workbook:
        first = workbook.record.answers[MOOD].updated
        clock.jump(hours=1)
        workbook.save(Changes(answers={WORDS: "two", MOOD: 3}))
        assert workbook.record.answers[MOOD].updated == first
        assert workbook.record.answers[WORDS].updated > first
        assert workbook.record.updated == workbook.record.answers[WORDS].updated
        documents = {each["ref"]: each for each in document(library, workbook, "answers").values()}
        assert datetime.fromisoformat(documents[MOOD]["updated"]) == first


def test_updating_one_answer_leaves_the_others(library: Library) -> None:
    people = [{"who": "Ada"}, {"who": "Ben"}]
    with library.new(guide(), {WORDS: "words", "feel.now.people": people}) as workbook:
        workbook.save(Changes(answers={"feel.now.people": [{"who": "Cleo"}]}))
    assert library.read(workbook.id).values == {WORDS: "words", "feel.now.people": [{"who": "Cleo"}]}


def test_an_answer_that_was_emptied_is_taken_away(library: Library) -> None:
    with library.new(guide(), {WORDS: "words", MOOD: 2}) as workbook:
        workbook.save(Changes(answers={WORDS: None}))
        assert [each["ref"] for each in document(library, workbook, "answers").values()] == [MOOD]
    assert library.read(workbook.id).values == {MOOD: 2}


@pytest.mark.parametrize("value", [0, False, "no", "", " ", "\n", [], {}, {"if": "", "then": ""}])
def test_little_is_not_nothing(library: Library, value: object) -> None:
    with library.new(guide(), {WORDS: value}) as workbook:
        pass
    assert same(library.read(workbook.id).values[WORDS], value)


def test_true_and_one_are_different_answers(library: Library, clock: Clock) -> None:
    with library.new(guide(), {WORDS: 1}) as workbook:
        clock.time = workbook.record.updated  # so that only the value can tell
        assert workbook.save(Changes(answers={WORDS: True}))
    assert library.read(workbook.id).values[WORDS] is True


def test_a_list_changed_after_it_was_handed_over_is_saved_when_handed_over_again(library: Library) -> None:
    rows = [{"who": "Ada"}]
    with library.new(guide(), {"feel.now.people": rows}) as workbook:
        rows[0]["who"] = "Ben"
        assert workbook.record.values["feel.now.people"] == [{"who": "Ada"}]
        workbook.record.values["feel.now.people"].append({"who": "nobody"})
        assert workbook.record.values["feel.now.people"] == [{"who": "Ada"}]
        assert workbook.save(Changes(answers={"feel.now.people": rows}))
    assert library.read(workbook.id).values["feel.now.people"] == [{"who": "Ben"}]


def test_a_save_after_close_raises_instead_of_vanishing(library: Library) -> None:
    workbook = library.new(guide())
    workbook.close()
    workbook.close()
    with pytest.raises(Closed):
        workbook.save(Changes(answers={WORDS: "late"}))
    with pytest.raises(Closed):
        workbook.forget([WORDS])


def test_reading_only_changes_nothing(library: Library) -> None:
    workbook_id = written(library, feel__now__words="words")
    before = everything(library.folder)
    with library.open(workbook_id, read_only=True) as workbook:
        assert (workbook.read_only, workbook.held_by) == (True, None)
        with pytest.raises(ReadOnly, match="opened for reading"):
            workbook.save(Changes(answers={WORDS: "other"}))
    assert everything(library.folder) == before


def test_beginning_again_leaves_the_earlier_workbook(library: Library) -> None:
    first = written(library, feel__now__words="first")
    second = written(library, feel__now__words="second")
    assert first != second
    assert library.read(first).values == {WORDS: "first"}


def test_putting_a_record_in_never_writes_over_a_workbook(library: Library) -> None:
    workbook_id = written(library, feel__now__words="words")
    record = library.read(workbook_id)
    before = everything(library.folder)
    with pytest.raises(Conflict, match="left as it is"):
        library.add(msgspec.structs.replace(record, answers={}))
    assert everything(library.folder) == before


@pytest.mark.parametrize("order", [("1", "2"), ("2", "1")])
def test_of_an_answer_that_is_there_twice_the_later_counts(library: Library, order: tuple[str, str]) -> None:
    workbook_id = written(library, feel__now__words="words")
    path = library.places.workbook(workbook_id)
    tables = json.loads(path.read_bytes())
    first = tables["answers"]["1"]
    second = {**first, "value": "later words", "updated": "2030-01-01T00:00:00Z"}
    tables["answers"] = dict(zip(order, (first, second), strict=True))
    tables["answers"] = {number: tables["answers"][number] for number in ("1", "2")}
    path.write_text(json.dumps(tables))
    assert library.read(workbook_id).values == {WORDS: "later words"}


def test_what_a_file_has_besides_stays_there(library: Library) -> None:
    workbook_id = written(library, feel__now__words="words", feel__now__mood=1)
    path = library.places.workbook(workbook_id)
    tables = json.loads(path.read_bytes())
    tables["later"] = {"1": {"kept": True}}
    tables["workbook"]["1"]["colour"] = "green"
    tables["answers"]["1"]["weight"] = 2.5
    tables["answers"]["2"]["weight"] = 3
    path.write_text(json.dumps(tables))
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={WORDS: "other"}, position="feel.last", notes=(note("n"),)))
    found = json.loads(path.read_bytes())
    assert found["later"] == {"1": {"kept": True}}
    assert found["workbook"]["1"]["colour"] == "green"
    assert [each["weight"] for each in found["answers"].values()] == [2.5, 3]


def test_notes_are_kept_added_and_removed(library: Library) -> None:
    with library.new(guide()) as workbook:
        workbook.save(Changes(notes=(note("a"), note("b"), note("b"))))
        numbers = document(library, workbook, "notes").keys()
        workbook.save(Changes(notes=(note("a"), note("b"), note("b"), note("c"))))
        assert document(library, workbook, "notes").keys() > numbers
        workbook.save(Changes(notes=(note("b"), note("c"))))
    assert library.read(workbook.id).notes == (note("b"), note("c"))


def test_finishing_and_reopening(library: Library, clock: Clock) -> None:
    with library.new(guide(), {ROLE: "Baker"}) as workbook:
        workbook.save(Changes(completed=clock()))
        assert [entry.state for entry in library.entries()] == ["completed"]
        workbook.save(Changes(completed=None))
        assert [entry.state for entry in library.entries()] == ["unfinished"]


def test_an_unfinished_workbook_moves_to_another_guide_with_every_answer(library: Library) -> None:
    old = written(library, feel__now__words="words", feel__gone__field="of a field that is gone")
    with library.open(old) as workbook:
        workbook.move_to(guide("2", "Asked otherwise"))
        assert workbook.guide.manifest.version == "2"
    found = library.read(old)
    assert found.guide.version == "2"
    assert found.values == {WORDS: "words", "feel.gone.field": "of a field that is gone"}


def test_a_completed_workbook_keeps_the_words_it_was_answered_to(library: Library, clock: Clock) -> None:
    with library.new(guide()) as workbook:
        workbook.save(Changes(completed=clock()))
        with pytest.raises(Conflict):
            workbook.move_to(guide("2"))
    assert library.read(workbook.id).guide.version == "1"


def test_saves_from_many_threads_all_arrive(library: Library) -> None:
    with library.new(guide()) as workbook:
        refs = [f"feel.now.word{number}" for number in range(24)]
        threads = [threading.Thread(target=workbook.save, args=(Changes(answers={ref: ref}),)) for ref in refs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert library.read(workbook.id).values == {ref: ref for ref in refs}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from([WORDS, ROLE, MOOD]), st.text(st.characters(codec=None), min_size=1)))
def test_any_text_comes_back_as_it_was(library: Library, answers: dict[str, str]) -> None:
    with library.new(guide(), answers) as workbook:
        pass
    assert library.read(workbook.id).values == {ref: paired(value) for ref, value in answers.items()}


def paired(text: str) -> str:
    """Return text with the two halves of a character, where they happen to stand side by side, as that character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
