"""When Python looks for garbage. It brings no Textual along, since it is wanted before that is imported.

Looking through everything takes a fifth of a second once a workbook is open, and would come between a key and its
letter. So it is left out while the app starts, and afterwards done when a workbook has been put away. What was made
a moment ago is looked through as it always is.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_OFTEN, _SELDOM, _NEVER = 5_000, 20, 1_000_000
"""How much is made before Python looks at what is new, what is older, and everything."""


@contextmanager
def none_while_starting() -> Iterator[None]:
    """Do not look until `look_from_now_on`; then as it says until the app has ended."""
    before = gc.get_threshold()
    gc.disable()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.enable()


def look_from_now_on() -> None:
    """Look once the app stands; from then on pass over what is there now, which stays as long as the app."""
    if not gc.isenabled():
        gc.collect()
        gc.freeze()
        gc.set_threshold(_OFTEN, _SELDOM, _NEVER)
        gc.enable()


def look_at_everything() -> None:
    """Let go of the screen of a workbook that was put away."""
    if gc.get_threshold()[2] == _NEVER:
        gc.collect()
