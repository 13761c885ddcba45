"""Textual's switches for developers: those that would let words out are taken from the environment before it starts.

Textual reads them when it is imported. `TEXTUAL_LOG` writes each key to a file, `TEXTUAL_SCREENSHOT` a picture of the
screen, `TEXTUAL` connects to a console elsewhere, `TEXTUAL_DRIVER` hands the screen to other code. What a later version
of it may add is taken away too: only those that are known to change nothing but looks and pace stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import MutableMapping

HARMLESS = frozenset(
    {
        "TEXTUAL_ALLOW_SIGNALS",
        "TEXTUAL_ANIMATIONS",
        "TEXTUAL_COLOR_SYSTEM",
        "TEXTUAL_DIM_FACTOR",
        "TEXTUAL_DISABLE_KITTY_KEY",
        "TEXTUAL_FILTERS",
        "TEXTUAL_FPS",
        "TEXTUAL_SLOW_THRESHOLD",
        "TEXTUAL_SMOOTH_SCROLL",
        "TEXTUAL_SPEEDUPS",
        "TEXTUAL_THEME",
    }
)


def turn_off(environment: MutableMapping[str, str]) -> None:
    """Take every switch of Textual's out of `environment` but the harmless ones."""
    for name in list(environment):
        known = name.upper()  # Windows does not tell them apart
        if (known == "TEXTUAL" or known.startswith("TEXTUAL_")) and known not in HARMLESS:
            del environment[name]
