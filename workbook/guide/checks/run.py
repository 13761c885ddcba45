"""All checks, in the order of the guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.guide.checks.checking import Checking
from workbook.guide.checks.index import index
from workbook.guide.checks.manifest import check_manifest
from workbook.guide.checks.pages import check_part, check_parts
from workbook.guide.checks.pipes import Pipes
from workbook.guide.checks.routes import check_routes
from workbook.guide.checks.support import check_support

if TYPE_CHECKING:
    from workbook.guide.checks.index import Files
    from workbook.guide.problems import Problem


def check(files: Files) -> list[Problem]:
    """Everything that is wrong with a guide whose files have the right shape, or have been given it."""
    checking = Checking(index(files))
    pipes = Pipes(checking)
    check_manifest(checking)
    check_routes(checking)
    check_parts(checking)
    for number, file in enumerate(files.parts):
        check_part(number, file, checking, pipes)
        pipes.check_rest(file.here)
    pipes.check_rest(files.here)
    if files.support:
        check_support(*files.support, checking)
        pipes.check_rest(files.support[1])
    return checking.problems
