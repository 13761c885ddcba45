"""A workbook's record as TinyDB tables, and back.

Table `workbook` has one document about the workbook itself, `answers` one for each answered ref, `notes` one
for each note, `earlier_answers` one for each answer that gave way to a newer one from another version of the
workbook, `let_go` one for each ref that was let go for good, `marks` one for each mark. What else a file holds, in
tables or in documents, is left standing by every change made here.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import msgspec

from workbook.library.coding import encode_value
from workbook.library.errors import DamagedFile, NewerFormat
from workbook.library.migrating import format_of, migrate, migrated
from workbook.library.record import FORMAT, Answer, EarlierAnswer, Mark, Moment, Record, RecordNote
from workbook.ready import made_ready

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from tinydb.table import Table

    from workbook.library.coding import Tables
    from workbook.library.storage import Database

_ABOUT = ("created", "updated", "completed", "position", "visited", "writing_sittings", "guide")
_TABLES = ("answers", "notes", "earlier_answers", "let_go", "marks")


class _KeptAnswer(Answer, frozen=True):
    """A document of the table `answers`."""

    ref: str


class _LetGo(msgspec.Struct, frozen=True):
    """A document of the table `let_go`."""

    ref: str
    at: Moment


class _KeptMark(Mark, frozen=True):
    """A document of the table `marks`."""

    key: str


class _Kept(msgspec.Struct, kw_only=True):
    """The tables of a file, as far as they are understood here."""

    workbook: dict[str, dict[str, Any]] = {}
    answers: dict[str, _KeptAnswer] = {}
    notes: dict[str, RecordNote] = {}
    earlier_answers: dict[str, EarlierAnswer] = {}
    let_go: dict[str, _LetGo] = {}
    marks: dict[str, _KeptMark] = {}


made_ready(_Kept)


def record_of(tables: Tables, workbook_id: str, path: Path) -> Record:
    """Return the record in a workbook's tables.

    Raises DamagedFile where they are of no workbook, of another one, or not whole, NewerFormat where they cannot be
    understood by this version.
    """
    version = format_of(tables, path)
    if next(iter(tables["workbook"].values())).get("id", workbook_id) != workbook_id:
        raise DamagedFile(path, "it is another workbook than its name says")
    tables = migrated(tables, path)
    if version <= FORMAT:
        _check_whole(tables, path)
    try:
        kept = msgspec.convert(tables, _Kept)
        about = next(iter(kept.workbook.values()))
        answers: dict[str, Answer] = {}
        for answer in kept.answers.values():
            there = answers.get(answer.ref)
            if there is None or there.updated <= answer.updated:
                answers[answer.ref] = Answer(answer.value, answer.updated)
        record = msgspec.convert({**{key: about[key] for key in _ABOUT if key in about}, "id": workbook_id}, Record)
    except (msgspec.ValidationError, UnicodeEncodeError) as error:
        if version > FORMAT:
            raise NewerFormat(path, version) from None
        raise DamagedFile(path, f"part of it is not as it should be ({_where(error)})") from None
    return msgspec.structs.replace(
        record,
        answers=answers,
        notes=tuple(kept.notes.values()),
        earlier_answers=tuple(kept.earlier_answers.values()),
        let_go={each.ref: each.at for each in kept.let_go.values()},
        marks=_newest(kept.marks.values()),
    )


def _newest(kept: Iterable[_KeptMark]) -> dict[str, Mark]:
    """Return marks by key: of one that is there twice, the newer."""
    return {each.key: Mark(each.value, each.updated) for each in sorted(kept, key=lambda each: each.updated)}


def _check_whole(tables: Tables, path: Path) -> None:
    """Raise DamagedFile where a table or a fact is missing that every file has.

    Its name may be what was damaged, and going on without would look as if nothing had been written there.
    """
    missing = [name for name in _TABLES if name not in tables]
    about: dict[str, Any] = next(iter(tables["workbook"].values()))
    missing += [name for name in _ABOUT if name not in about]
    if missing:
        raise DamagedFile(path, f"part of it is not as it should be ({missing[0]} is missing)")


def _where(error: Exception) -> str:
    """Return where in a file something is wrong, without any word that stands there."""
    if isinstance(error, UnicodeEncodeError):
        return "half a character in a name"
    return str(error).rpartition(" - at ")[2].strip("`$.") or "its beginning"


def _about(record: Record) -> dict[str, Any]:
    """Return the document of the table `workbook`, as JSON."""
    plain = msgspec.to_builtins(record)
    return {"format": FORMAT, "id": record.id, **{key: plain[key] for key in _ABOUT}}


def fill(db: Database, record: Record) -> None:
    """Put a whole record into a new, empty file."""
    answers: dict[str, Answer] = record.answers
    db.table("workbook").insert(_about(record))
    db.table("answers").insert_multiple(_answer_document(ref, answer) for ref, answer in answers.items())
    db.table("notes").insert_multiple(_note_document(note) for note in record.notes)
    db.table("earlier_answers").insert_multiple(msgspec.to_builtins(each) for each in record.earlier_answers)
    db.table("let_go").insert_multiple(_let_go_document(ref, at) for ref, at in record.let_go.items())
    db.table("marks").insert_multiple(_mark_document(key, mark) for key, mark in record.marks.items())


def apply(db: Database, before: Record, after: Record) -> None:
    """Change a file from one record to another by as little as differs between them.

    A file of an older format is brought to the present one by the same write.
    """
    from tinydb import where

    migrate(db)
    about_before, about_after = _about(before), _about(after)
    different = {key: value for key, value in about_after.items() if about_before[key] != value}
    if different:
        db.table("workbook").update(different)
    answers = db.table("answers")
    for ref, answer in after.answers.items():
        if before.answers.get(ref) is not answer:
            answers.upsert(_answer_document(ref, answer), where("ref") == ref)
    gone = before.answers.keys() - after.answers.keys()
    if gone:
        answers.remove(where("ref").one_of(list(gone)))
    _apply_notes(db, before.notes, after.notes)
    if before.earlier_answers != after.earlier_answers:
        _apply_each(db.table("earlier_answers"), map(msgspec.to_builtins, after.earlier_answers))
    if before.let_go != after.let_go:
        _apply_each(db.table("let_go"), [_let_go_document(ref, at) for ref, at in after.let_go.items()])
    if before.marks != after.marks:
        _apply_each(db.table("marks"), [_mark_document(key, mark) for key, mark in after.marks.items()])


def _apply_each(table: Table, documents: Iterable[dict[str, Any]]) -> None:
    """Make a table hold these documents, leaving those that are there already."""
    wanted = {encode_value(each): each for each in documents}
    there = {encode_value({**each}): each.doc_id for each in table.all()}
    table.remove(doc_ids=[number for key, number in there.items() if key not in wanted])
    table.insert_multiple(each for key, each in wanted.items() if key not in there)


def _apply_notes(db: Database, before: tuple[RecordNote, ...], after: tuple[RecordNote, ...]) -> None:
    """Remove the notes that are gone and add the new ones; a note is known by its moment and words alone."""
    from tinydb import where

    had, has = Counter(before), Counter(after)
    notes = db.table("notes")
    for note in had - has:
        document = _note_document(note)
        found = notes.search((where("at") == document["at"]) & (where("text") == document["text"]))
        notes.remove(doc_ids=[each.doc_id for each in found[: (had - has)[note]]])
    new = has - had
    notes_to_add = []
    for note in after:
        if new[note] > 0:
            new[note] -= 1
            notes_to_add.append(_note_document(note))
    if notes_to_add:
        notes.insert_multiple(notes_to_add)


def _answer_document(ref: str, answer: Answer) -> dict[str, Any]:
    """Return the document of the table `answers` for one ref."""
    return {"ref": ref, "value": answer.value, "updated": msgspec.to_builtins(answer.updated)}


def _note_document(note: RecordNote) -> dict[str, Any]:
    """Return the document of the table `notes` for one note."""
    return {"at": msgspec.to_builtins(note.at), "text": note.text}


def _let_go_document(ref: str, at: datetime) -> dict[str, Any]:
    """Return the document of the table `let_go` for one ref."""
    return {"ref": ref, "at": msgspec.to_builtins(at)}


def _mark_document(key: str, mark: Mark) -> dict[str, Any]:
    """Return the document of the table `marks` for one key."""
    return {"key": key, "value": mark.value, "updated": msgspec.to_builtins(mark.updated)}
