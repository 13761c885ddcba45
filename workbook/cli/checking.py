"""`check` and `schema`: for those who write content."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbook.cli.output import give, say
from workbook.cli.places import content_folder

if TYPE_CHECKING:
    from argparse import Namespace


def check(args: Namespace) -> int:
    """Show every problem of the content files, one a line, or say that they are fine."""
    from workbook.guide.loader import load_guide
    from workbook.guide.problems import GuideError

    folder = Path(args.dir) if args.dir else content_folder(args)
    try:
        guide = load_guide(folder)
    except GuideError as error:
        for problem in error.problems:
            say(str(problem).replace("\n", " "))
        say(_count(len(error.problems), "problem"))
        return 1
    counts = {"part": len(guide.parts), "page": len(guide.pages), "field": len(guide.fields)}
    say(f"content is fine: {', '.join(_count(number, name) for name, number in counts.items())}")
    return 0


def schema(_: Namespace) -> int:
    """Print the JSON Schema of the content files."""
    from workbook.guide.schema import render

    give(render())
    return 0


def _count(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
