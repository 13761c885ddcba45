"""Running one command, and saying in a plain line what went wrong with it."""

from __future__ import annotations

import importlib
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from workbook.cli.memory import no_core_dumps
from workbook.cli.output import prepare, say, tell

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

    Command = Callable[[Namespace], int]

INTERRUPTED = 130
NO_READER = 141


def run(argv: Sequence[str]) -> int:
    """Run a command and return its exit status, whatever happens."""
    prepare()
    no_core_dumps()
    try:
        status = _guarded(argv)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        return NO_READER
    except OSError as error:
        try:
            tell(_said(error))
        except OSError:  # it was the output itself
            _drop_output()
            tell(_said(error))
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _guarded(argv: Sequence[str]) -> int:
    """Run a command; tell the errors it may meet."""
    from workbook.cli.parser import UsageError, parse

    try:
        args = parse(argv)
        return _command(args)(args)
    except UsageError as error:
        tell(str(error))
        return 2
    except SystemExit as asked:  # --help and --version
        return asked.code if isinstance(asked.code, int) else 0
    except (KeyboardInterrupt, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - a traceback's last line may hold the person's words
        return _tell(error)


def _command(args: Namespace) -> Command:
    """Return the function of the command, importing only its own module."""
    module, function = args.run
    command: Command = getattr(importlib.import_module(f"workbook.cli.{module}"), function)
    return command


def _tell(error: Exception) -> int:
    """Tell what went wrong; return the exit status for it."""
    from workbook.guide.problems import GuideError
    from workbook.library.errors import LibraryError

    if isinstance(error, LibraryError):
        tell(str(error))
    elif isinstance(error, GuideError):
        for problem in error.problems:
            say(str(problem), to=sys.stderr)
        tell("The content has problems; a workbook can begin when they are mended.")
    else:
        tell(f"Something went wrong in the program itself ({_place(error)}). No workbook was changed by that.")
    return 1


def _place(error: Exception) -> str:
    """Say what kind of error it was and where, without its message: that may quote what someone wrote."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = f", {os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno}" if frame else ""  # noqa: PTH119
    return type(error).__name__ + where


def _said(error: OSError) -> str:
    """Say why the disk or the system refused."""
    from workbook.library.errors import reason

    about = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, str | bytes) else ""
    said = reason(error)
    return f"{about}{said}." if about else f"{said[:1].upper()}{said[1:]}."


def _drop_output() -> None:
    """Give up on the output, so that it is not tried again when Python ends."""
    with suppress(OSError, ValueError, AttributeError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
