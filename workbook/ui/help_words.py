"""Help: the keys that work here, and where everything is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workbook.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.binding import ActiveBinding

KEYS_EVERYWHERE = """\
tab, shift+tab     next field, field before
enter              in a one-line field: next field
escape             one level out, saved
f1  f2  f4  f8     help, contents, people to talk to, blank the screen until a key
ctrl+o             write this answer in your own editor
ctrl+p             everything that can be done here, as a list
ctrl+q             save and quit"""

ABOUT = """\
This is not therapy or medical advice, and it cannot tell how you are.

Everything is saved as you type. Leaving is always safe. No question has to be answered, \
and pages can be visited in any order.

What you write stays in files on this computer and is sent nowhere. The files are not encrypted: \
anyone who can open your account can read them."""


def help_words(bindings: Iterable[ActiveBinding], folder: Path) -> Content:
    """The keys of the screen the person came from, then those of everywhere, then what is kept."""
    rows = {
        active.binding.description: (active.binding.key_display or active.binding.key)
        for active in bindings
        if active.binding.id and active.enabled
    }
    here = "\n".join(f"{key:<18} {said}" for said, key in rows.items())
    return Content("\n\n").join(
        [
            plain("Here", "bold").append(plain(f"\n{here}")),
            plain("Everywhere", "bold").append(plain(f"\n{KEYS_EVERYWHERE}")),
            plain("Kept", "bold").append(plain(f"\n{ABOUT}\n\nThe files are in {folder}.")),
        ]
    )
