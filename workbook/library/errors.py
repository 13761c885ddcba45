"""What can go wrong with kept workbooks, each said in words a person can act on."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


IN_TRASH = "in the trash"


class LibraryError(Exception):
    """Anything the library has to tell. `str()` is a sentence for the person, without any of their words."""


class NoSuchWorkbook(LibraryError):  # noqa: N818 - named for what it says, like its neighbours
    """There is no workbook of this ID."""

    def __init__(self, workbook_id: str, where: str = "here") -> None:
        self.id = workbook_id
        lists = "workbook trash" if where == IN_TRASH else "workbook list"
        super().__init__(f"There is no workbook {workbook_id!r} {where}. `{lists}` shows those there are.")


class AmbiguousId(LibraryError):  # noqa: N818
    """A shortened ID that several workbooks begin with."""

    def __init__(self, prefix: str, ids: Sequence[str]) -> None:
        self.ids = tuple(ids)
        shown = ", ".join(ids[:5]) + (f" and {len(ids) - 5} more" if len(ids) > 5 else "")
        super().__init__(f"{prefix!r} could be {shown}. Write a little more of the ID.")


class DamagedFile(LibraryError):  # noqa: N818
    """A file that cannot be read as what it should be. It is left exactly as it is."""

    def __init__(self, path: Path, why: str, copy: Path | None = None) -> None:
        self.path = path
        self.why = why
        self.copy = copy
        """The newest earlier copy that can be read, if there is one."""
        rest = f" The newest earlier copy that can be read is {copy}." if copy else ""
        super().__init__(f"{path} cannot be read: {why}. It was left as it is.{rest}")


class NewerFormat(LibraryError):  # noqa: N818
    """A workbook written by a later version of this program."""

    def __init__(self, path: Path, version: object) -> None:
        self.path = path
        super().__init__(
            f"{path} was written by a newer version of this program (format {version}). "
            "Please update to change it; nothing in it was touched."
        )


class HeldElsewhere(LibraryError):  # noqa: N818
    """A workbook that is open in another window, where something else was wanted with it."""


class ReadOnly(LibraryError):  # noqa: N818
    """A change to a workbook that was opened for reading."""


class Closed(LibraryError):  # noqa: N818
    """A change to a workbook after it was closed. Raised so that no word can vanish unnoticed."""


class CannotRead(LibraryError):  # noqa: N818
    """The disk would not let a file be read."""


class Locked(CannotRead):
    """A library, or a file in it, is locked, and its key is not at hand."""


class WrongPassphrase(LibraryError):  # noqa: N818
    """A passphrase that is not the one of the lock."""

    def __init__(self) -> None:
        super().__init__("That is not the passphrase.")


class LockProblem(LibraryError):  # noqa: N818
    """A lock that cannot be used, made or changed, and why."""


class CannotSave(LibraryError):  # noqa: N818
    """The disk would not take what was to be written. It stays in memory, and the next save writes it."""

    def __init__(self, text: str, why: str = "") -> None:
        super().__init__(text)
        self.why = why
        """Why alone, as `reason` says it; empty where it is not known."""


class Conflict(LibraryError):  # noqa: N818
    """Going on would write over something that is already there."""


class ImportProblem(LibraryError):  # noqa: N818
    """A file to import that is not what it should be. Nothing was changed."""


def reason(error: OSError) -> str:
    """Say in a few plain words why the disk refused."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return "there is no room left on the disk"
        case errno.EROFS:
            return "the disk can only be read, not written to"
        case errno.EACCES | errno.EPERM:
            return "this account may not do that there"
        case errno.ENOENT:
            return "the folder or file is no longer there"
        case errno.ENOTDIR:
            return "there is a file where a folder should be"
        case errno.EIO:
            return "the disk reports an error"
        case errno.EMFILE | errno.ENFILE:
            return "too many files are open at once"
        case errno.EFBIG:
            return "files there may not grow any larger"
        case _:
            return (error.strerror or type(error).__name__).lower()


def cannot_save(error: OSError, folder: Path) -> CannotSave:
    """Return the error that tells of a failed write into `folder`."""
    why = reason(error)
    return CannotSave(f"Not saved yet: {why} ({folder}).", why)
