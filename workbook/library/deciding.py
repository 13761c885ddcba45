"""Changing all of a library at once: all of it or nothing, whenever it is stopped.

What is to be is first prepared in a folder of its own and brought to the disk; until then nothing else is touched. Then
one file in that folder, `decided.json`, is put there by a single rename: that decides. Stopped before the decision,
the next start removes what was prepared; stopped after it, the next start goes on.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.library.alone import alone
from workbook.library.errors import cannot_save, reason
from workbook.library.files import replace_file, sync_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    from workbook.library.errors import LibraryError

DECIDED = "decided.json"


@dataclass(frozen=True)
class Deciding:
    """One kind of such a change: turning a lock on or off, bringing back a backup."""

    name: str
    """The folder, below the library's, in which it is prepared."""
    finish: Callable[[Path], None]
    """Carries out in a library's folder what was decided. Begins again wherever it was stopped. Raises OSError."""
    busy: Callable[[Path, str], LibraryError]
    """The error where somebody else, who is named, does the same just now."""
    unfinished: Callable[[Path, str], LibraryError]
    """The error where the disk refuses, for this reason, what was decided: the next start goes on."""

    def carry_out(self, folder: Path, moment: datetime, prepare: Callable[[], bytes]) -> None:
        """Do all of it. `prepare` puts everything in place and returns what to write down as the decision.

        Raises what `prepare` does, CannotSave and the error for `busy`, all being as it was then; and `unfinished`.
        """
        with self._alone(folder, moment):
            self._settle(folder)
            try:
                decision = prepare()
                replace_file(folder / self.name / DECIDED, decision)
            except BaseException as error:
                with contextlib.suppress(OSError):
                    self._undo(folder)
                if isinstance(error, OSError):
                    raise cannot_save(error, folder) from error
                raise
            try:
                self.finish(folder)
            except OSError as error:
                raise self.unfinished(folder, reason(error)) from error

    def settle(self, folder: Path, moment: datetime) -> None:
        """Finish or undo what a stop left of it. Raises the errors for `busy` and `unfinished`, CannotSave."""
        if not os.path.lexists(folder / self.name):
            return
        with self._alone(folder, moment):
            try:
                self._settle(folder)
            except OSError as error:
                raise self.unfinished(folder, reason(error)) from error

    def _alone(self, folder: Path, moment: datetime) -> AbstractContextManager[None]:
        """Be the only one who does this to a library."""
        return alone(folder / f"{self.name.lstrip('.')}.lock", moment, lambda who: self.busy(folder, who))

    def _settle(self, folder: Path) -> None:
        """Finish what was decided; undo what was not. Raises OSError."""
        if (folder / self.name / DECIDED).exists():
            self.finish(folder)
        else:
            self._undo(folder)

    def _undo(self, folder: Path) -> None:
        """Remove what was prepared, after any decision for it. Raises OSError."""
        staging = folder / self.name
        with contextlib.suppress(FileNotFoundError):
            (staging / DECIDED).unlink(missing_ok=True)
            sync_folder(staging)
            shutil.rmtree(staging)
            sync_folder(folder)
