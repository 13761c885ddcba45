"""Structs that two threads may use for the first time at once."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import msgspec
import msgspec.inspect

import workbook
from workbook import ready
from workbook.paths import content_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

ONLY_MADE_HERE = ["Place"]
"""Structs that are never read from anything."""

RACE = """
import sys, threading
from pathlib import Path
from workbook.guide.loader import load_guide

sys.setswitchinterval(1e-6)
start = threading.Barrier(4)
guides = []

def read():
    start.wait()
    guides.append(load_guide(Path(sys.argv[1])))

threads = [threading.Thread(target=read) for _ in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(len(guides))
"""


def test_threads_that_read_the_guide_at_once_do_not_end_the_process() -> None:
    done = subprocess.run(
        [sys.executable, "-c", RACE, str(content_folder(None))], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout.strip()) == (0, "4"), done.stderr


def test_every_struct_that_is_read_is_made_ready_where_it_is_defined(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    monkeypatch.setattr(ready, "made_ready", lambda *types: made.extend(types))
    before = {name: module for name, module in sys.modules.items() if name.split(".")[0] == "workbook"}
    try:
        for name in before:
            if name not in {"workbook", "workbook.ready"}:
                del sys.modules[name]
        defined = {
            each
            for module in _modules()
            for each in vars(module).values()
            if isinstance(each, type) and issubclass(each, msgspec.Struct) and each.__module__ == module.__name__
        }
        covered = {struct for each in made for struct in _structs(each, set())}
    finally:
        for name in list(sys.modules):
            if name.split(".")[0] == "workbook":
                del sys.modules[name]
        sys.modules.update(before)
    decoded = {each for each in defined if not _is_base(each, defined)}
    assert len(decoded) > 30
    assert sorted(each.__qualname__ for each in decoded - covered) == ONLY_MADE_HERE


def _modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages(workbook.__path__, "workbook."):
        if found.name.startswith(("workbook.guide.model", "workbook.library")):
            yield importlib.import_module(found.name)


def _is_base(struct: type, defined: set[type]) -> bool:
    return any(issubclass(each, struct) and each is not struct for each in defined)


def _structs(wanted: object, seen: set[type]) -> set[type]:
    """Every struct that this type is made of, through whatever holds it."""
    _visit(msgspec.inspect.type_info(wanted), seen)
    return seen


def _visit(info: object, seen: set[type]) -> None:
    if isinstance(info, msgspec.inspect.StructType):
        if info.cls in seen:
            return
        seen.add(info.cls)
    if isinstance(info, msgspec.inspect.Type | msgspec.inspect.Field):
        for name in info.__struct_fields__:
            _visit(getattr(info, name), seen)
    elif isinstance(info, tuple):
        for each in info:
            _visit(each, seen)
