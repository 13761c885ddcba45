"""The menu: what the palette lists before anything is typed, in an order that makes sense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import DiscoveryHit
from textual.system_commands import SystemCommandsProvider

if TYPE_CHECKING:
    from textual.command import Hits


class Menu(SystemCommandsProvider):
    """The commands as they are given: help first, then what belongs to the screen. Textual sorts them by letters."""

    async def discover(self) -> Hits:
        """List every command."""
        for title, said, do, _ in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(title, do, help=said)
