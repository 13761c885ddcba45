"""Copies of workbooks, saved where the person says: asked about, written in the background, and told."""

from __future__ import annotations

import asyncio
import threading
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.library.errors import LibraryError, reason
from workbook.paths import expanded
from workbook.ui import screens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workbook.export.formats import FormatName
    from workbook.export.outgoing import Outgoing
    from workbook.library.entry import Entry
    from workbook.library.record import Record
    from workbook.ui.desk import Desk
    from workbook.ui.screens.copies import Which, Wish
    from workbook.ui.screens.progress import ProgressScreen
    from workbook.ui.sitting import Sitting

AGAIN = 0.1
"""Seconds between two words on how far it is."""
PATIENCE = 1.0
"""Seconds that an end of the program waits for one that is being written; it looks up at every workbook."""


class Stopped(Exception):  # noqa: N818 - named for what it says
    """The person does not want the copy any more."""


@dataclass
class Job:
    """One copy being written."""

    out: Outgoing
    wish: Wish
    path: Path
    stop: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)
    """Set when nothing is being written any more, and nothing unfinished lies anywhere."""
    trouble: str = ""
    """Why there is no copy."""


class Exporting:
    """What it takes from the wish for a copy to the file. One at a time: a screen stands before all else meanwhile."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._app = desk.app
        self._job: Job | None = None

    def abandon(self) -> None:
        """Stop what is being written, and wait a moment until nothing of it is left: the program ends."""
        if self._job is not None:
            self._job.stop.set()
            self._job.over.wait(PATIENCE)

    # ------------------------------------------------------------------------------------------------ asking

    def open_one(self, sitting: Sitting) -> None:
        """Save a copy of the workbook that is being read, or of several."""
        if self._desk.open_screen is not None:
            self._desk.open_screen.autosave.flush()  # what the disk does not take is still in the record
        record = sitting.workbook.record
        self._ask(record.id, {record.id: record})

    def of_home(self, entry: Entry | None) -> None:
        """Save a copy of the workbook under the cursor, or of several."""
        self._ask(entry.id if entry else "", {})

    def _ask(self, this: str, held: Mapping[str, Record]) -> None:
        try:
            entries = self._desk.library.entries(at_once=True)
        except LibraryError as error:
            self._desk.say("A copy could not be saved", str(error))
            return
        offered = _offered(this, entries)
        if offered:
            asked = screens.CopiesScreen(offered, _suggested, self._refusal)
            self._app.push_screen(asked, partial(self._take, held))
        else:
            self._app.tell("There is no workbook yet.")

    def _take(self, held: Mapping[str, Record], wish: Wish | None) -> None:
        if wish is not None:
            self._begin(wish, expanded(wish.where), held)

    def _refusal(self, where: str) -> str:
        """Say why nothing can be saved at this place; empty where something can."""
        from workbook.library.copying import check_folder, check_place

        path = expanded(where)
        try:
            check_place(path, self._desk.library.folder)
            check_folder(path)
        except (LibraryError, OSError) as error:
            return f"Not saved. {_why(error, path)}"
        return ""

    # ----------------------------------------------------------------------------------------------- writing

    def _begin(self, wish: Wish, path: Path, held: Mapping[str, Record]) -> None:
        from workbook.export.outgoing import Outgoing

        ids = wish.which.ids
        out = Outgoing(self._desk.library, ids, wish.leaving, pages_now=self._desk.guide_or_none, held=held)
        self._job = job = Job(out, wish, path)
        what = "workbook" if len(ids) == 1 else "workbooks"
        progress = screens.ProgressScreen("Saving a copy", len(ids), what, job.stop.set)
        self._app.push_screen(progress, self._over)
        loop = asyncio.get_running_loop()
        write = partial(self._write, job, progress, loop)
        self._app.run_worker(write, thread=True, group="copies", exit_on_error=False)

    def _write(self, job: Job, progress: ProgressScreen, loop: asyncio.AbstractEventLoop) -> None:
        """Write the file. Runs in a thread."""
        from workbook.library.copying import write_copy

        try:
            if not write_copy(job.path, self._pieces(job, progress, loop), self._desk.library.folder):
                job.trouble = "None of it could be read."
        except Stopped:
            job.trouble = "Stopped. No copy was saved."
        except (LibraryError, OSError) as error:
            job.trouble = _why(error, job.path)
        except Exception as error:  # noqa: BLE001 - a mistake of our own: its message may hold the person's words
            job.trouble = f"Something went wrong in the program itself ({type(error).__name__}). No copy was saved."
        finally:
            job.over.set()
        if self._app.is_running:
            self._app.call_from_thread(progress.ended, job)

    def _pieces(self, job: Job, progress: ProgressScreen, loop: asyncio.AbstractEventLoop) -> Iterator[str]:
        """The text of the file. Raises Stopped where that was asked for, or the app has ended."""
        from workbook.export.csv_rows import marked
        from workbook.export.formats import FORMATS

        pieces = FORMATS[job.wish.form].pieces(job.out)
        told = time.monotonic()
        for piece in marked(pieces) if job.wish.form == "csv" else pieces:
            if job.stop.is_set() or not self._app.is_running:
                raise Stopped
            if time.monotonic() - told > AGAIN:
                told = time.monotonic()
                loop.call_soon_threadsafe(progress.so_far, job.out.tally.done)  # not waiting for it
            yield piece

    # ----------------------------------------------------------------------------------------------- telling

    def _over(self, job: Job | None) -> None:
        """Say what came of it: briefly, unless there is something to know."""
        if job is None:
            return
        more = list(_to_know(job))
        if job.stop.is_set() and job.trouble:
            self._app.tell(job.trouble)
        elif job.trouble:
            self._desk.say("Not saved", "\n\n".join([job.trouble, *more]))
        elif more:
            self._desk.say("Saved", "\n\n".join([_saved(job), *more]))
        else:
            self._app.tell(_saved(job))


def _offered(this: str, entries: Sequence[Entry]) -> list[Which]:
    """What can be chosen: this workbook, all that are completed, all."""
    from workbook.ui.screens.copies import Which

    ids = sorted(entry.id for entry in entries)
    done = sorted(entry.id for entry in entries if entry.state == "completed")
    title = next((entry.title for entry in entries if entry.id == this), "")
    offered = [Which("this workbook", f"workbook-{this}", [this], title)] if this else []
    if done and done != [this]:
        offered.append(Which(f"all {len(done):,} completed", "workbooks-completed", done))
    if ids not in ([], [this], done):
        offered.append(Which(f"all {len(ids):,}", "workbooks", ids))
    return offered


def _suggested(which: Which, form: FormatName) -> str:
    """A place nothing stands at yet, where the program was started."""
    from workbook.export.formats import FORMATS

    path = Path.cwd() / f"{which.name}{FORMATS[form].ending}"
    number = 2
    while path.exists() or path.is_symlink():
        path = path.with_name(f"{which.name}-{number}{FORMATS[form].ending}")
        number += 1
    return str(path)


def _why(error: LibraryError | OSError, path: Path) -> str:
    if isinstance(error, FileExistsError):
        return f"{path} is already there. Choose another name."
    said = f"{reason(error)} ({path})." if isinstance(error, OSError) else str(error)
    return f"The copy could not be written: {said}"


def _saved(job: Job) -> str:
    number = job.out.tally.done - len(job.out.tally.skipped)
    what = f" It holds {number:,} {'workbook' if number == 1 else 'workbooks'}." if job.out.many else ""
    return f"Saved as {job.path}.{what} A copy is not protected by this program."


def _to_know(job: Job) -> Iterator[str]:
    """What else there is to say of it, each in a paragraph."""
    tally = job.out.tally
    if tally.unmarked:
        yield (
            "Some pages do not say where names stand, so no names could be left out there. "
            "Please look through the copy before you share it."
        )
    if tally.left_out and not job.trouble:
        said = "1 answer was" if tally.left_out == 1 else f"{tally.left_out:,} answers were"
        yield f"{said} left out, wholly or in part. Notes, and names inside other answers, stay."
    yield from (str(error) for error in tally.skipped[:5])
    if len(tally.skipped) > 5:
        yield f"And {len(tally.skipped) - 5:,} more that could not be read."
