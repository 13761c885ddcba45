"""When Python looks for garbage. It brings no Textual along, since it is wanted before that is imported."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def none_while_starting() -> Iterator[None]:
    """Do not look for garbage: while the app starts next to none is made, and looking takes an eighth of that time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def look_from_now_on() -> None:
    """Look for it once the app stands, passing over all that was made until now: it stays as long as the app."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
