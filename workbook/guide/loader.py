"""Reading a guide's folder: all of it, or everything that is wrong with it."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Any, NamedTuple

from workbook.guide.here import Here
from workbook.guide.model import Guide, Manifest, Part, Support
from workbook.guide.problems import GuideError, Problem
from workbook.guide.shape import Shaped, shape
from workbook.guide.spelling import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANIFEST = "workbook"
"""The file a guide's folder must have."""
SUFFIX = ".yaml"


def load_guide(folder: Path) -> Guide:
    """The guide in this folder. Raises GuideError with every problem of every file at once."""
    # PyYAML and the checks are only needed to read content; a workbook that kept its guide does without them.
    from workbook.guide.checks import check
    from workbook.guide.checks.index import Files, PartFile

    folder_problem = _folder_problem(folder)
    if folder_problem:
        raise GuideError([folder_problem])
    read = _read(folder, MANIFEST, Manifest, None)
    problems = [*read.problems]
    if read.struct is None:
        raise GuideError(problems)
    manifest: Manifest = read.struct
    parts: list[PartFile] = []
    support: tuple[Support, Here] | None = None
    some_unread = not read.whole
    for named in _named(manifest, read.here):
        problem = _name_problem(named.name, named.earlier)
        if problem:
            problems.append(named.here.problem(problem))
            some_unread = True
            continue
        file = _read(folder, named.name, named.struct, named.here)
        problems += file.problems
        if file.struct is None:
            some_unread = True
        elif named.struct is Support:
            support = file.struct, file.here
        else:
            parts.append(PartFile(file.struct, file.here, file.whole))
    problems += check(Files(manifest, read.here, tuple(parts), support, some_unread))
    if problems:
        raise GuideError(problems)
    return Guide(manifest=manifest, parts=tuple(file.part for file in parts), support=support[0] if support else None)


class _Named(NamedTuple):
    """A file that the manifest names."""

    name: str
    struct: type
    here: Here
    """Where it is named."""
    earlier: tuple[str, ...]
    """The files named before it."""


def _named(manifest: Manifest, here: Here) -> Iterator[_Named]:
    """The files of the guide, the parts in walking order."""
    names: list[tuple[str, type, Here]] = []
    if here.has("opening"):
        names.append((manifest.opening, Part, here.at("opening")))
    names += [(name, Part, here.at("stages", number)) for number, name in enumerate(manifest.stages)]
    if here.has("closing"):
        names.append((manifest.closing, Part, here.at("closing")))
    if here.has("support"):
        names.append((manifest.support, Support, here.at("support")))
    earlier: tuple[str, ...] = ()
    for name, struct, place in names:
        yield _Named(name, struct, place, earlier)
        earlier = (*earlier, name)


def _name_problem(name: str, earlier: tuple[str, ...]) -> str:
    """What is wrong with the name of a file; nothing is read from outside the guide's folder."""
    if not name.strip():
        return "A file name is missing here; write it, or take the key out."
    if name.endswith((".yaml", ".yml")):
        return f"Name the file without its ending: `{name.rpartition('.')[0]}`."
    if any(character in name for character in "/\\:\0") or name in (".", ".."):
        return f"`{name}` is not just a file name; all files of a guide stand in its own folder."
    if name == MANIFEST:
        return f"`{MANIFEST}` is this file itself; name the file of a part."
    if name in earlier:
        return f"`{name}` is named twice; every part has a file of its own."
    return ""


def _folder_problem(folder: Path) -> Problem | None:
    if folder.is_dir():
        return None
    if folder.exists():
        return Problem(str(folder), 1, 1, "This is a file; name the folder that holds `workbook.yaml`.")
    return Problem(str(folder), 1, 1, "There is no such folder; name the one that holds `workbook.yaml`.")


def _read(folder: Path, name: str, struct: type, named: Here | None) -> Shaped:
    """One file as a struct. What is missing is reported where it is named."""
    from workbook.guide.yaml import parse

    path = folder / f"{name}{SUFFIX}"
    try:
        data = path.read_bytes()
    except OSError as error:
        message = _unreadable(error, path, folder)
        problem = named.problem(message) if named else Problem(str(path), 1, 1, message)
        return _nothing([problem])
    tree = parse(data, str(path))
    if tree.root is None:
        return _nothing(tree.problems)
    shaped = shape(Here(tree.source, tree.root), struct)
    # What could not be understood as YAML is told once, not again as the wrong type.
    told = {(one.line, one.column) for one in tree.problems}
    further = [one for one in shaped.problems if (one.line, one.column) not in told]
    return shaped._replace(problems=[*tree.problems, *further], whole=shaped.whole and not tree.problems)


def _nothing(problems: list[Problem]) -> Shaped:
    here: Any = None
    return Shaped(None, here, problems, whole=False)


def _unreadable(error: OSError, path: Path, folder: Path) -> str:
    if isinstance(error, IsADirectoryError) or path.is_dir():
        return f"`{path.name}` is a folder; it must be a file."
    if isinstance(error, FileNotFoundError):
        return f"There is no file `{path.name}` in {folder}{_similar(path, folder)}"
    if isinstance(error, PermissionError):
        return f"`{path.name}` may not be read; give yourself permission to read it."
    if error.errno == errno.ENAMETOOLONG:
        return "This name is too long for a file; choose a shorter one."
    return f"`{path.name}` cannot be read ({error.strerror or error}); see that the file is in order."


def _similar(path: Path, folder: Path) -> str:
    there = sorted(one.stem for one in folder.glob(f"*{SUFFIX}"))
    if path.stem == MANIFEST:
        return "; every guide has one, which names its parts."
    return did_you_mean(path.stem, there) or "; write it, or correct the name."
