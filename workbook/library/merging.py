"""Two versions of one workbook made into one, with nothing that was written in either of them lost.

Which version is called ours makes no difference to what comes out, so that two computers that put the same two
versions together have the same workbook afterwards.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec

from workbook.library.coding import encode_value
from workbook.library.marks import field_ref, is_about
from workbook.library.moments import in_utc
from workbook.library.record import Answer, EarlierAnswer, Mark, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from workbook.library.record import GuideKey, RecordNote


def merge(ours: Record, theirs: Record) -> Record:
    """Return `ours` put together with `theirs`; the very same record where theirs adds nothing.

    For each answer the one that changed last stays, and the other goes to the earlier answers. An answer that only
    one version has stays: whether the other never had it or took it away cannot be told, and words are kept. Only
    what was let go for good stays away, unless it was written again after that. Of each mark the one set or taken
    away last stays. Notes and visited pages are united; a workbook completed in either is complete.
    """
    older, newer = sorted((ours, theirs), key=_rank)
    let_go = {
        ref: max(each.let_go[ref] for each in (older, newer) if ref in each.let_go)
        for ref in {**newer.let_go, **older.let_go}
    }
    answers, replaced = _answers(older.answers, newer.answers)
    made = msgspec.structs.replace(
        ours,
        created=min(older.created, newer.created),
        updated=newer.updated,
        completed=max((each.completed for each in (older, newer) if each.completed), default=None),
        position=_position(older, newer),
        visited=tuple(dict.fromkeys((*newer.visited, *older.visited))),
        writing_sittings=max(older.writing_sittings, newer.writing_sittings),
        guide=_guide(older, newer),
        answers={ref: each for ref, each in answers.items() if not _is_gone(ref, each, let_go)},
        notes=_notes(older.notes, newer.notes),
        earlier_answers=tuple(
            each
            for each in earlier_answers((*older.earlier_answers, *newer.earlier_answers, *replaced))
            if not _is_gone(each.ref, each, let_go)
        ),
        let_go=let_go,
        marks=_marks(older.marks, newer.marks, let_go),
    )
    return ours if _content(made) == _content(ours) else made


def with_guide_at_hand(merged: Record, ours: Record, has: Callable[[str], bool]) -> Record:
    """Return a merged record that goes by a guide there is: by ours where the other one is not here."""
    if merged.guide == ours.guide or has(merged.guide.digest) or not has(ours.guide.digest):
        return merged
    return msgspec.structs.replace(merged, guide=ours.guide)


def let_go(record: Record, refs: Collection[str], moment: datetime) -> Record:
    """Return `record` without its earlier answers and marks of `refs`, remembering that these were let go for good.

    That is remembered only of those that were there, so that a version from elsewhere does not bring them back.
    """
    refs_there = {*record.answers, *(each.ref for each in record.earlier_answers), *map(field_ref, record.marks)}
    there = [ref for ref in refs if ref in refs_there]
    if not there:
        return record
    return msgspec.structs.replace(
        record,
        earlier_answers=tuple(each for each in record.earlier_answers if each.ref not in refs),
        let_go={**record.let_go, **dict.fromkeys(there, moment)},
        marks={key: mark for key, mark in record.marks.items() if not is_about(key, refs)},
    )


def earlier_answers(every: Iterable[EarlierAnswer]) -> tuple[EarlierAnswer, ...]:
    """Return earlier answers in order, each once: with the moment at which it was first replaced."""
    kept: dict[tuple[str, datetime, bytes], EarlierAnswer] = {}
    for each in every:
        key = each.ref, each.updated, encode_value(each.value)
        if key not in kept or each.replaced < kept[key].replaced:
            kept[key] = each
    return tuple(kept[key] for key in sorted(kept))


def _answers(older: Mapping[str, Answer], newer: Mapping[str, Answer]) -> tuple[dict[str, Answer], list[EarlierAnswer]]:
    """Return for each ref the answer that changed last, and the others where they differ from it."""
    kept = dict(newer)
    replaced = []
    for ref, answer in older.items():
        other = kept.get(ref)
        if other is None:
            kept[ref] = answer
            continue
        loser, winner = sorted((answer, other), key=_rank_answer)
        kept[ref] = winner
        if encode_value(loser.value) != encode_value(winner.value):
            replaced.append(EarlierAnswer(ref, loser.value, loser.updated, winner.updated))
    return kept, replaced


def _marks(older: Mapping[str, Mark], newer: Mapping[str, Mark], let_go: Mapping[str, datetime]) -> dict[str, Mark]:
    """Return for each key the mark that was set last, but for those whose answer was let go after that."""
    kept: dict[str, Mark] = {}
    for key, mark in (*newer.items(), *older.items()):
        gone = let_go.get(field_ref(key))
        if gone is None or mark.updated > gone:
            kept[key] = max(kept.get(key, mark), mark, key=lambda each: (each.updated, each.value))
    return kept


def _position(older: Record, newer: Record) -> str:
    """Return the page of the version worked on last."""
    there = [each for each in (older, newer) if each.position]
    return max(there, key=lambda each: (each.updated, each.position)).position if there else ""


def _guide(older: Record, newer: Record) -> GuideKey:
    """Return the guide to go by: the words it was completed with, else those of the version worked on last."""
    completed = [each for each in (older, newer) if each.completed]
    return max(
        completed or (older, newer), key=lambda each: (each.completed or each.updated, each.updated, each.guide.digest)
    ).guide


def _notes(older: tuple[RecordNote, ...], newer: tuple[RecordNote, ...]) -> tuple[RecordNote, ...]:
    """Return the notes of both by their moments; one in both is one."""
    every = (Counter(older) | Counter(newer)).elements()
    return tuple(sorted(every, key=lambda note: (note.at, note.text)))


def _is_gone(ref: str, answer: Answer | EarlierAnswer, let_go: Mapping[str, datetime]) -> bool:
    """Whether an answer was let go after it was written."""
    return ref in let_go and answer.updated <= let_go[ref]


def _rank_answer(answer: Answer) -> tuple[datetime, bytes]:
    """Order answers by when they changed; by what they say where that is the same moment."""
    return answer.updated, encode_value(answer.value)


def _rank(record: Record) -> tuple[datetime, bytes]:
    """Order versions by when they changed; by what they say where that is the same moment."""
    return record.updated, _content(record)


def _content(record: Record) -> bytes:
    """Return all a version says, the same however it is laid out and whatever offsets its moments have."""
    plain = msgspec.structs.asdict(record) | {
        "id": "",
        "visited": sorted(record.visited),
        "answers": sorted((ref, encode_value(each.value), each.updated) for ref, each in record.answers.items()),
        "notes": sorted((note.at, note.text) for note in record.notes),
        "earlier_answers": sorted(
            (each.ref, encode_value(each.value), each.updated, each.replaced) for each in record.earlier_answers
        ),
        "let_go": sorted(record.let_go.items()),
        "marks": sorted((key, mark.value, mark.updated) for key, mark in record.marks.items()),
    }
    return encode_value(_in_utc(plain))


def _in_utc(value: Any) -> Any:
    """Return a value with every moment in it in UTC."""
    if isinstance(value, datetime):
        return in_utc(value)
    if isinstance(value, dict):
        return {key: _in_utc(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_in_utc(item) for item in value]
    return value
