"""What must hold in the data folder after a stop, whatever moment it came at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.library.locks import PASSPHRASE, as_another_process, lying_open, unsealed
from workbook.library.coding import decode_tables
from workbook.library.earlier import Earlier
from workbook.library.files import read_file
from workbook.library.library import Library
from workbook.library.tables import record_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.torture.sitting import Told


def broken(folder: Path, told: Told, *, locked: bool) -> list[str]:
    """Return what of the promise does not hold, in sentences."""
    as_another_process(folder)
    wrong = _lying_open(folder, told) if locked else []
    library = Library(folder)
    if locked:
        library.unlock(PASSPHRASE)
    try:
        return wrong + _kept(library, told) + _whole(library)
    finally:
        as_another_process(folder)


def _kept(library: Library, told: Told) -> list[str]:
    """Every word that must be there, and that a finished workbook is finished."""
    workbook_id, *others = library.ids()
    if others:
        return [f"there are others too: {others}"]
    record = library.read(workbook_id)
    words = str(record.values)
    missing = sorted(each for each in told.must_be_kept if each not in words)
    wrong = [f"{each}: seen {told.stopped - told.seen[each]:.2f} s before the stop, and gone" for each in missing]
    wrong += [f"the first of them was seen here:\n{told.where[each]}" for each in missing[:1] if each in told.where]
    if told.completed and record.completed is None:
        wrong.append("it was shown as completed, and is not")
    if record.position and record.position not in library.guide(record.guide.digest).pages:
        wrong.append(f"it stands on no page: {record.position!r}")
    told.saved |= {each for each in told.seen if each in words}  # and from now on they may never be missing
    told.seen = {each: when for each, when in told.seen.items() if each in told.saved}  # the last two seconds may go
    told.completed = told.completed or record.completed is not None
    return wrong


def _whole(library: Library) -> list[str]:
    """Every file parses, the list is true, and the workbook opens for writing."""
    wrong = []
    entry = library.entries()[0]
    if entry.state not in ("unfinished", "completed") or library.warnings:
        wrong.append(f"the list says {entry.state}: {entry.problem} {library.warnings}")
    for path in Earlier(library.places.earlier, entry.id).folder.glob("*.json"):
        data = read_file(path)
        if data is None:
            wrong.append(f"{path} is gone")
        else:
            record_of(decode_tables(data, path), entry.id, path)  # raises for what does not parse
    with library.open(entry.id) as workbook:
        if workbook.read_only:
            wrong.append(f"it cannot be written any more: {workbook.why}")
    expected = {"library.json", "workbooks", "guides", "earlier", "trash", "lock.json"}
    wrong += [f"{path.name} was left behind" for path in library.folder.iterdir() if path.name not in expected]
    names = {path.name for path in library.places.workbooks.iterdir()}
    return wrong + [f"{name} was left behind" for name in names - {f"{entry.id}.json"}]


def _lying_open(folder: Path, told: Told) -> list[str]:
    """Nothing that was typed shows in a locked folder, not even in what a stopped save left."""
    shown = [f"{name} shows a word" for name in lying_open(folder, *told.seen)]
    return shown + [f"{name} is not sealed" for name in unsealed(folder) if not name.endswith((".lock", ".part"))]
