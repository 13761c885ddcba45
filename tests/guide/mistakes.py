"""One mistake at a time: a copy of the sample guide with one text exchanged, and what must be said about it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.samples import OTHER_GUIDE
from workbook.guide.loader import load_guide
from workbook.guide.problems import GuideError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Mistake(NamedTuple):
    """What is exchanged for what in which file; where the problem is told, and words it must hold."""

    file: str
    old: str
    new: str
    at: str
    """The text inside `new` at whose first character the problem must stand."""
    says: str


def copy_of_sample(folder: Path) -> Path:
    """A fresh copy of the sample guide."""
    return shutil.copytree(OTHER_GUIDE, folder / "guide")


def problems_of(folder: Path) -> tuple[Problem, ...]:
    """Everything that is wrong with the guide in a folder."""
    with pytest.raises(GuideError) as caught:
        load_guide(folder)
    return caught.value.problems


def exchange(file: Path, old: str, new: str) -> str:
    """Exchange one text in a file, and hand back the file's new text."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    changed = text.replace(old, new)
    file.write_text(changed, "utf-8")
    return changed


def place(text: str, index: int) -> tuple[int, int]:
    """Line and column of a character."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def assert_told(mistake: Mistake, tmp_path: Path) -> None:
    """That this one mistake gives exactly one problem, at the right place, with the right words."""
    folder = copy_of_sample(tmp_path)
    text = exchange(folder / mistake.file, mistake.old, mistake.new)
    problems = problems_of(folder)
    assert len(problems) == 1, "\n".join(map(str, problems))
    (problem,) = problems
    assert problem.file == str(folder / mistake.file)
    assert mistake.says in problem.message
    expected = place(text, text.index(mistake.new) + mistake.new.index(mistake.at))
    assert (problem.line, problem.column) == expected, str(problem)


def named(mistakes: dict[str, Mistake]) -> Iterable[object]:
    """Mistakes as parameters of a test, by name."""
    return [pytest.param(mistake, id=name) for name, mistake in mistakes.items()]
