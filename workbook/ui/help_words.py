"""Help: the keys that work here, and where everything is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workbook.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.binding import ActiveBinding

ANSWERING = """\
tab, shift+tab next field, field before
enter          in a one-line field: next field
space          choose or tick what the cursor is on
arrows, digits move; set a scale, choose by place
backspace      take a choice back"""

ABOUT = """\
This is not therapy or medical advice, and it cannot tell how you are.

Everything is saved as you type. Leaving is always safe. No question has to be answered, \
and pages can be visited in any order.

What you write stays in files on this computer and is sent nowhere."""

CHANGING = "A name below can be given another key in the settings file, under [keys]."

KEYS = 14
"""Columns that keys take before what they do: so the longest of that stays on one line in a narrow window."""

OPEN = "The files are not encrypted: anyone who can open your account can read them. `workbook lock` locks them."
LOCKED = "The files are locked with your passphrase. f9 locks the screen too."

WITHIN_LISTS = (
    "items.",
    "choice.",
    "checklist.",
    "scale.",
    "grid.",
    "table.",
    "choice_line.",
    "date_line.",
    "writing.",
)
"""Names of keys that move within a list. They are told as one, in `ANSWERING`."""


def help_words(bindings: Iterable[ActiveBinding], folder: Path, *, locked: bool = False) -> Content:
    """The keys of the screen the person came from with their names, how to answer, then what is kept."""
    keys: dict[str, tuple[str, list[str]]] = {}
    for active in bindings:
        name = active.binding.id or ""
        if name and active.enabled and not name.startswith(WITHIN_LISTS):
            keys.setdefault(name, (active.binding.description, []))[1].append(key_text(active.binding.key))
    kept = f"{ABOUT} {LOCKED if locked else OPEN}\n\nThe files are in {folder}."
    here = "\n".join(f"{', '.join(each):<{KEYS}} {said}" for said, each in keys.values())
    names = "\n".join(f"{', '.join(each):<{KEYS}} {name}" for name, (_, each) in keys.items())
    return Content("\n\n").join(
        [
            plain("Keys here", "bold").append(plain(f"\n{here}")),
            plain("Answering", "bold").append(plain(f"\n{ANSWERING}")),
            plain("Kept", "bold").append(plain(f"\n{kept}")),
            plain("Changing keys", "bold").append(plain(f"\n{CHANGING}\n\n{names}")),
        ]
    )


def key_text(key: str) -> str:
    """A key as people write it."""
    return key.replace("slash", "/").replace("right", "→").replace("left", "←")
