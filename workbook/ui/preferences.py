"""The person's settings as the app uses them: read at the start, kept when they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from workbook.library.errors import reason
from workbook.settings import Settings, load, save

if TYPE_CHECKING:
    from pathlib import Path


class Preferences:
    """Settings, the file they live in, and what was wrong with it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.settings, self._in_file = load(path)
        self._not_kept = ""

    @property
    def problems(self) -> tuple[str, ...]:
        """What is to be told of the settings, in sentences."""
        return (*self._in_file, *([self._not_kept] if self._not_kept else []))

    def remember_theme(self, theme: str) -> None:
        """Keep the theme for the next time."""
        self._change(replace(self.settings, theme=theme))

    def remember_name(self, name: str) -> None:
        """Keep the name that letters are signed with."""
        self._change(replace(self.settings, name=name))

    def _change(self, settings: Settings) -> None:
        """Keep changed settings. A disk that says no costs only the next start its theme."""
        if settings != self.settings:
            self.settings = settings
            try:
                save(self._path, settings)
            except OSError as error:
                self._not_kept = f"The settings could not be saved: {reason(error)}."
            else:
                self._not_kept = ""
