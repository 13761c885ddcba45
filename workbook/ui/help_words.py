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
space          choose or tick what the cursor is on, press a button
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


SIGNS = {"slash": "/", "right": "→", "left": "←"}
"""Keys that people write otherwise than Textual does."""

MOVES = frozenset({*"jkgG", "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "space", "enter"})
"""Keys that move, or take what is under the cursor. They are told after those that do more."""


def help_words(bindings: Iterable[ActiveBinding], folder: Path, *, locked: bool = False) -> Content:
    """The keys of the screen the person came from, how to answer, what is kept, and the names to change keys by."""
    keys: dict[str, tuple[str, list[str]]] = {}
    for active in bindings:
        name = active.binding.id or ""
        if name and active.enabled:
            keys.setdefault(name, (active.binding.description, []))[1].append(active.binding.key)
    told = {name: each for name, each in keys.items() if not name.startswith(WITHIN_LISTS)}
    moving = {name: each for name, each in told.items() if MOVES.issuperset(each[1])}
    names = "\n".join(_line(each, name) for name, (_, each) in keys.items())
    sections = {
        "Keys here": "\n".join(_line(each, said) for name, (said, each) in told.items() if name not in moving),
        "Moving": "\n".join(_line(each, said) for said, each in moving.values()),
        "Answering": ANSWERING,
        "Kept": f"{ABOUT} {LOCKED if locked else OPEN}\n\nThe files are in {folder}.",
        "Changing keys": f"{CHANGING}\n\n{names}",
    }
    return Content("\n\n").join(
        plain(title, "bold").append(plain(f"\n{said}")) for title, said in sections.items() if said
    )


def _line(keys: Iterable[str], said: str) -> str:
    """Keys, and what they do or are called."""
    return f"{', '.join(map(key_text, keys)):<{KEYS}} {said}"


def key_text(key: str) -> str:
    """A key as people write it."""
    for name, sign in SIGNS.items():
        key = key.replace(name, sign)
    return key
