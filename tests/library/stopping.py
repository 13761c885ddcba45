"""A process that saves and is stopped: `python -m tests.library.stopping FOLDER ID (forever | STEP)`.

`forever` saves a growing answer and says each number once it is saved, until somebody kills it. A number stops the
process dead before that step of writing to the disk, counted over every call; a write is done by half first.
"""

from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path
from typing import Any

from tests.library.samples import MOOD, WORDS
from workbook.library.changes import Changes
from workbook.library.library import Library

LONG = "many words " * 2000


def main() -> None:
    """Do as the module says."""
    folder, workbook_id, how = sys.argv[1:]
    with Library(Path(folder)).open(workbook_id) as workbook:
        if how != "forever":
            stop_at(int(how))
            workbook.save(Changes(answers={WORDS: LONG, MOOD: 1}))
            return
        for number in itertools.count(1):
            workbook.save(Changes(answers={WORDS: LONG + str(number), MOOD: number}))
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


def stop_at(step: int) -> None:
    """Make this process end, with nothing tidied up, at the given call that changes the disk."""
    calls = itertools.count(1)

    def stopping(name: str) -> Any:
        real = getattr(os, name)

        def call(*args: Any, **kwargs: Any) -> Any:
            if next(calls) == step:
                if name == "write":
                    real(args[0], bytes(args[1])[: len(args[1]) // 2])
                os._exit(9)
            return real(*args, **kwargs)

        return call

    for name in ("open", "write", "fsync", "replace", "unlink", "mkdir", "rename"):
        setattr(os, name, stopping(name))


if __name__ == "__main__":
    main()
