"""Leaving while the disk says no: try again, stay, leave all the same, or save a copy somewhere else first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from workbook.library.errors import LibraryError, reason
from workbook.paths import expanded
from workbook.ui import screens

if TYPE_CHECKING:
    from workbook.library.library import Library
    from workbook.library.record import Record
    from workbook.ui.app import WorkbookApp
    from workbook.ui.sitting import Sitting

WHERE = (
    "Choose a place on another disk, such as a memory stick. The copy holds the whole workbook, with what is not saved "
    "yet. A file that is already there is never written over."
)
NOT_LOCKED = "\n\nYour workbooks are locked, but this copy is not: whoever has the file can read it."


async def ask_before_leaving(app: WorkbookApp, library: Library, sitting: Sitting) -> str | None:
    """Ask what to do when leaving and the disk says no: `again`, `leave`, or stay."""
    copied: Path | None = None
    while True:
        kept = "What you wrote is still here. Leaving now would lose what is not saved."
        if copied is not None:
            kept = (
                f"All of it is in {copied}, for you alone. `workbook import` with that file brings it back, "
                "here or on another computer."
            )
        answers = {"again": "Try again", "copy": "Save a copy elsewhere", "stay": "Stay here", "leave": "Leave"}
        if copied is None:
            answers["leave"] = "Leave without saving"
        asked = screens.AskScreen("Before you leave", f"{sitting.trouble}\n\n{kept}", answers)
        answer = await app.push_screen_wait(asked)
        if answer != "copy":
            return answer
        copied = await _save_elsewhere(app, library, sitting) or copied


async def _save_elsewhere(app: WorkbookApp, library: Library, sitting: Sitting) -> Path | None:
    """Ask where to until a copy is written there; return where it is, or None if the person changed their mind."""
    from workbook.library.new_file import write_new

    name = f"workbook-{sitting.workbook.id}.json"
    where: str | None = str(Path.cwd() / name)
    words = WHERE + (NOT_LOCKED if library.has_lock else "")
    said = ""
    while where:
        asked = screens.LineScreen("Where to?", f"{said}{words}", where, "Save")
        where = await app.push_screen_wait(asked)
        if where is None or not where.strip():
            return None
        path = expanded(where.strip()).absolute()
        try:
            path = path / name if path.is_dir() else path
            write_new(path, everything(library, sitting))
        except FileExistsError:
            said = f"{path} is already there.\n\n"
        except OSError as error:
            said = f"It could not be written: {reason(error)} ({path.parent}).\n\n"
        else:
            return path
    return None


def everything(library: Library, sitting: Sitting) -> bytes:
    """The workbook in hand as JSON that `workbook import` reads, with what the disk does not have yet."""
    from workbook.export.json_text import json_text
    from workbook.library.moving import export, exported

    record = present(library, sitting)
    whole = export(library, ())
    whole["workbooks"].append(exported(record, sitting.guide, library))
    whole["guides"][record.guide.digest] = _guide(library, sitting, record)
    return json_text(whole).encode()


def present(library: Library, sitting: Sitting) -> Record:
    """The workbook in hand as it is in this window, without the words that were let go."""
    from workbook.library.changes import changed
    from workbook.library.merging import let_go

    pending, moment = sitting.pending, library.clock()
    record = sitting.workbook.record
    if pending.forget:
        record = let_go(record, pending.forget, moment)
    answers = {**pending.changes.answers, **dict.fromkeys(pending.forget)}
    return changed(record, replace(pending.changes, answers=answers), moment)


def _guide(library: Library, sitting: Sitting, record: Record) -> object:
    """The guide the workbook goes by, from memory where the disk does not even let it be read."""
    from workbook.guide.codec import encode

    try:
        return msgspec.json.decode(library.guides.read(record.guide.digest))
    except LibraryError:
        return msgspec.json.decode(encode(sitting.guide))
