"""What is printed when the app ends by a mistake of its own."""

from __future__ import annotations

import traceback
from pathlib import Path

from rich.text import Text


def crash_words(error: BaseException | None, all_saved: bool) -> Text:
    """Plain words, and where in the program it happened.

    Only the kind of error and places in the code are named. Its message and local variables may hold what the
    person wrote, and the terminal keeps what is printed.
    """
    kept = (
        "Everything you wrote is saved. Start `workbook` again to go on."
        if all_saved
        else "What you wrote in the last seconds may not be saved; everything before is. Start `workbook` again."
    )
    places = "\n".join(
        f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__ if error else None)[-8:]
    )
    kind = type(error).__name__ if error else "an unknown error"
    return Text(
        f"The workbook stopped because of a mistake in the program.\n{kept}\n\n"
        f"If you report it, this helps, and holds nothing you wrote:\n  {kind}\n{places}\n"
    )
