"""Where things are: what every command begins from, and the command `where`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook import paths
from workbook.cli.output import give_json, say

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from workbook.guide.model import Guide
    from workbook.library.library import Library


def library_of(args: Namespace) -> Library:
    """Return the library that a command is about, unlocked. Raises what asking for a passphrase may."""
    library = unopened_library_of(args)
    if library.locked:
        from workbook.cli.passphrase import unlock
        from workbook.library.locking import check_lock

        check_lock(library.folder)
        unlock(library)
    return library


def unopened_library_of(args: Namespace) -> Library:
    """Return the library that a command is about, as it is: locked, if it has a lock."""
    from workbook.library.library import Library

    return Library(data_folder(args))


def data_folder(args: Namespace) -> Path:
    """Return the folder of the workbooks."""
    return paths.data_folder(getattr(args, "data", None))


def content_folder(args: Namespace) -> Path:
    """Return the folder of the content files."""
    return paths.content_folder(getattr(args, "content", None))


def guide_or_none(args: Namespace) -> Guide | None:
    """Return the guide of the content files as they are today; None where it cannot be used."""
    from workbook.guide.loader import load_guide
    from workbook.guide.problems import GuideError

    try:
        return load_guide(content_folder(args))
    except GuideError:
        return None


def where(args: Namespace) -> int:
    """Show every place that is used, and whether there is something yet. Makes none of them."""
    found = _places(args)
    if args.json:
        give_json({name: {"path": str(path), "exists": path.exists()} for name, (_, path) in found.items()})
        return 0
    width = max(len(label) for label, _ in found.values())
    for label, path in found.values():
        say(f"{label:{width}}  {path}" + _state(path))
    return 0


def _state(path: Path) -> str:
    """Return what to say of a place, after its path."""
    from workbook.library.lock_file import NAME

    if path.name == NAME:
        return "  (everything kept is locked)" if path.exists() else "  (nothing is locked)"
    if not path.exists():
        return "  (not there yet)"
    if path.name == "before-restore":
        return "  (each with everything of its time; `workbook trash --before-restore` removes them)"
    return ""


def _places(args: Namespace) -> dict[str, tuple[str, Path]]:
    """Return every place by name, with what to call it."""
    from workbook.library.places import Places

    kept = Places(data_folder(args))
    return {
        "data": ("Everything kept", kept.folder),
        "catalogue": ("List of workbooks", kept.catalogue),
        "workbooks": ("Workbooks", kept.workbooks),
        "guides": ("Guides they began with", kept.guides),
        "earlier": ("Earlier copies", kept.earlier),
        "trash": ("Trash", kept.trash),
        "before_restore": ("Backups before a restore", kept.before_restore),
        "lock": ("Lock", kept.folder / "lock.json"),
        "settings": ("Settings", paths.settings_file()),
        "content": ("Content files", content_folder(args)),
    }
