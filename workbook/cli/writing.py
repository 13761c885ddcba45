"""Workbooks as documents: Markdown to read, JSON to keep and to move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbook.cli.output import tell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbook.guide.model import Guide
    from workbook.library.errors import LibraryError
    from workbook.library.library import Library
    from workbook.library.record import Record


def json_of(
    library: Library, ids: Iterable[str], skipped: list[LibraryError] | None = None, *, private: bool = True
) -> dict[str, Any]:
    """These workbooks in the documented format. Those that cannot be read go to `skipped`, or are raised."""
    from workbook.library.moving import export

    data = export(library, ids, skipped)
    if private:
        return data
    from workbook.export.sharing import without_private

    data, left_out = without_private(data)
    tell_left_out(left_out)
    return data


def markdown_of(library: Library, workbook_id: str, *, private: bool = True) -> str:
    """A workbook as Markdown, in the words of the guide it was answered to."""
    from dataclasses import replace

    from workbook.export.markdown import Facts, markdown
    from workbook.export.sharing import shared_answers
    from workbook.flow.document import document
    from workbook.library.describe import describe, state_of

    record = library.read(workbook_id)
    guide = _guide_of(library, record)
    today = library.clock().date()
    state = state_of(record, guide, today)
    if not private:
        answers = shared_answers(state.answers, guide)
        tell_left_out(len(state.answers) - len(answers))
        state = replace(state, answers=answers)
    completed = record.completed.date() if record.completed else None
    facts = Facts(describe(record, guide, today, None).title, record.created.date(), completed)
    return markdown(document(state, record.notes), facts, private=private)


def _guide_of(library: Library, record: Record) -> Guide:
    """The guide a workbook was answered to. Raises LibraryError, which says how to read it without."""
    from workbook.library.errors import DamagedFile, LibraryError

    try:
        return library.guide(record.guide.digest)
    except DamagedFile as error:
        raise LibraryError(
            f"{error} `workbook show {record.id} --format json` gives every answer without it."
        ) from None


def tell_left_out(number: int) -> None:
    """Say how many answers stayed out of what is shared."""
    if number:
        tell(f"{number} {'answer was' if number == 1 else 'answers were'} left out as private.")
