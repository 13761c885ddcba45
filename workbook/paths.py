"""Where things live: the workbooks, the settings and the content."""

from __future__ import annotations

import os
from pathlib import Path

APP = "recovery-workbook"
"""The name of this program's folders."""


def data_folder(option: str | os.PathLike[str] | None = None) -> Path:
    """Return the folder of the workbooks: `--data`, or `WORKBOOK_DATA`, or the platform's own."""
    chosen = _chosen(option, "WORKBOOK_DATA")
    if chosen:
        return chosen
    from platformdirs import user_data_dir

    return Path(user_data_dir(APP, appauthor=False))


def settings_file() -> Path:
    """Return the file of the settings: `WORKBOOK_CONFIG`, or one in the platform's folder for them."""
    chosen = _chosen(None, "WORKBOOK_CONFIG")
    if chosen:
        return chosen
    from platformdirs import user_config_dir

    return Path(user_config_dir(APP, appauthor=False)) / "settings.toml"


def content_folder(option: str | os.PathLike[str] | None = None) -> Path:
    """Return the folder of the content: `--content`, or `WORKBOOK_CONTENT`, or what came with the program.

    An installed package carries it inside; in a checkout it lies beside the package.
    """
    chosen = _chosen(option, "WORKBOOK_CONTENT")
    if chosen:
        return chosen
    package = Path(__file__).resolve().parent
    inside = package / "content"
    return inside if inside.is_dir() else package.parent / "content"


def _chosen(option: str | os.PathLike[str] | None, variable: str) -> Path | None:
    """Return what the person chose, by option or else by environment; None where they chose nothing."""
    named = os.fspath(option) if option else os.environ.get(variable, "")
    return expanded(named).absolute() if named else None


def expanded(named: str) -> Path:
    """Return the path someone named, `~` being their home. `~somebody` whom nobody knows stays as it is written."""
    try:
        return Path(named).expanduser()
    except RuntimeError:
        return Path(named)
