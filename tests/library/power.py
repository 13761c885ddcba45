"""A disk that loses its power: what it still has of everything that was done, at any moment of it.

Two things are kept apart: what files hold is sure once they were synced, and before that they are empty; which names
there are is sure, with all names changed before, once a folder was synced in which one changed. Between what is sure
and all that was done, a disk may have kept any number of the names, in their order, as file systems with a journal do.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Tree = dict[str, Any]
"""Names in a folder: another tree for a folder, the number of a file otherwise."""

Change = Callable[[Tree], None]


@dataclass
class Disk:
    """Everything that was done below a folder, in order, and what is sure of it."""

    root: Path
    names: Tree = field(default_factory=dict)
    """As they are now."""
    before: Tree = field(default_factory=dict)
    """As they were when recording began: all of that is sure."""
    contents: dict[int, bytes] = field(default_factory=dict)
    events: list[tuple[str, Any]] = field(default_factory=list)
    """`name` with a change of names, `sure` with how many of those are sure from then on, `data` with a file's."""
    changes: int = 0
    _last: dict[Path, int] = field(default_factory=dict)

    _next: int = 0

    def __post_init__(self) -> None:
        """Take in what is there."""
        self.before = self._taken(self.root)
        self.names = _copied(self.before)

    def _taken(self, folder: Path) -> Tree:
        """Return the tree of a folder, with its files numbered and read."""
        tree: Tree = {}
        for path in sorted(folder.iterdir()):
            if path.is_dir():
                tree[path.name] = self._taken(path)
            else:
                self._next += 1
                self.contents[self._next] = path.read_bytes()
                tree[path.name] = self._next
        return tree

    # ------------------------------------------------------------------------------------------------ recording

    def changed(self, change: Change, *paths: Path) -> None:
        """Note a change of names in the folders of these paths."""
        change(self.names)
        self.events.append(("name", change))
        self.changes += 1
        for path in paths:
            self._last[path.parent] = self.changes

    def made(self, path: Path) -> None:
        """Note a file that is new."""
        self._next += 1
        number = self._next
        self.changed(lambda tree: put(tree, self.parts(path), number), path)

    def synced(self, fd: int) -> None:
        """Note that a file or folder was brought to the disk."""
        path = Path(f"/proc/self/fd/{fd}").readlink()
        if path.is_dir():
            self.events.append(("sure", self._last.get(path, 0)))
        elif self.has(path):
            self.events.append(("data", (get(self.names, self.parts(path)), path.read_bytes())))

    def parts(self, path: Path) -> tuple[str, ...]:
        """Return the names that lead to a path."""
        return path.relative_to(self.root).parts

    def has(self, path: Path) -> bool:
        """Whether a path is below the folder."""
        return path.is_relative_to(self.root)

    # ------------------------------------------------------------------------------------------------- cutting

    def cuts(self, choose: Callable[[int, int], int]) -> Iterator[tuple[int, Tree, dict[int, bytes]]]:
        """Yield what is left after each event, with how many there were: `choose` says how many names stay.

        It is given how many are sure and how many were changed.
        """
        changes: list[Change] = []
        sure, contents = 0, dict(self.contents)
        for number, (kind, what) in enumerate([("", None), *self.events]):
            if kind == "name":
                changes.append(what)
            elif kind == "sure":
                sure = max(sure, what)
            elif kind == "data":
                contents[what[0]] = what[1]
            tree = _copied(self.before)
            for change in changes[: choose(sure, len(changes))]:
                change(tree)
            yield number, tree, dict(contents)


def write(tree: Tree, contents: dict[int, bytes], folder: Path) -> None:
    """Make what a disk has left."""
    folder.mkdir(mode=0o700, exist_ok=True)
    for name, what in tree.items():
        if isinstance(what, dict):
            write(what, contents, folder / name)
        else:
            (folder / name).write_bytes(contents.get(what, b""))
            (folder / name).chmod(0o600)


@contextmanager
def recorded(root: Path) -> Iterator[Disk]:
    """Record what is done below `root` meanwhile."""
    disk = Disk(root)
    real = {name: getattr(os, name) for name in _CALLS}
    try:
        for name, made in _CALLS.items():
            setattr(os, name, made(disk, real[name]))
        yield disk
    finally:
        for name, function in real.items():
            setattr(os, name, function)


def get(tree: Tree, parts: tuple[str, ...]) -> Any:
    """Return what a path leads to, or None."""
    for part in parts:
        if not isinstance(tree, dict) or part not in tree:
            return None
        tree = tree[part]
    return tree


def put(tree: Tree, parts: tuple[str, ...], what: Any) -> None:
    """Give something a name; with None take the name away."""
    folder = get(tree, parts[:-1])
    if what is None:
        del folder[parts[-1]]
    else:
        folder[parts[-1]] = what


def _move(tree: Tree, source: tuple[str, ...], target: tuple[str, ...]) -> None:
    what = get(tree, source)
    put(tree, source, None)
    put(tree, target, what)


def _copied(tree: Tree) -> Tree:
    return {name: _copied(what) if isinstance(what, dict) else what for name, what in tree.items()}


def _path(path: Any, dir_fd: int | None = None) -> Path:
    """Return a path as it is meant, below an open folder if there is one."""
    above = Path(f"/proc/self/fd/{dir_fd}").readlink() if dir_fd is not None else Path.cwd()
    return above / Path(path)


def _opening(disk: Disk, real: Any) -> Any:
    def call(path: Any, flags: int, *rest: Any, dir_fd: int | None = None, **more: Any) -> int:
        there = _path(path, dir_fd)
        is_new = disk.has(there) and bool(flags & os.O_CREAT) and not os.path.lexists(there)
        fd: int = real(path, flags, *rest, dir_fd=dir_fd, **more)
        if is_new:
            disk.made(there)
        return fd

    return call


def _syncing(disk: Disk, real: Any) -> Any:
    def call(fd: int) -> None:
        real(fd)
        disk.synced(fd)

    return call


def _moving(disk: Disk, real: Any) -> Any:
    def call(source: Any, target: Any) -> None:
        real(source, target)
        here, there = _path(source), _path(target)
        if disk.has(here) and disk.has(there):
            a, b = disk.parts(here), disk.parts(there)
            disk.changed(lambda tree: _move(tree, a, b), here, there)

    return call


def _linking(disk: Disk, real: Any) -> Any:
    def call(source: Any, target: Any) -> None:
        real(source, target)
        here, there = disk.parts(_path(source)), _path(target)
        disk.changed(lambda tree: put(tree, disk.parts(there), get(tree, here)), there)

    return call


def _removing(disk: Disk, real: Any) -> Any:
    def call(path: Any, *, dir_fd: int | None = None) -> None:
        there = _path(path, dir_fd)
        real(path, dir_fd=dir_fd)
        if disk.has(there):
            disk.changed(lambda tree: put(tree, disk.parts(there), None), there)

    return call


def _making(disk: Disk, real: Any) -> Any:
    def call(path: Any, *rest: Any, **more: Any) -> None:
        real(path, *rest, **more)
        there = _path(path)
        if disk.has(there) and there != disk.root:
            disk.changed(lambda tree: put(tree, disk.parts(there), {}), there)

    return call


_CALLS: dict[str, Any] = {
    "open": _opening,
    "fsync": _syncing,
    "replace": _moving,
    "rename": _moving,
    "link": _linking,
    "unlink": _removing,
    "rmdir": _removing,
    "mkdir": _making,
}
