"""Structs that two threads may use for the first time at once. Each test needs an interpreter of its own."""

from __future__ import annotations

import subprocess
import sys

from workbook.paths import content_folder

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

NOT_READY = """
import importlib, pkgutil
from msgspec import Struct, inspect
import workbook
from workbook import ready

def visit(info, seen):
    if isinstance(info, inspect.StructType):
        if info.cls in seen:
            return
        seen.add(info.cls)
    if isinstance(info, (inspect.Type, inspect.Field)):
        info = tuple(getattr(info, name) for name in info.__struct_fields__)
    if isinstance(info, tuple):
        for each in info:
            visit(each, seen)

made = []
ready.made_ready = lambda *types: made.extend(types)
defined = set()
for found in pkgutil.walk_packages(workbook.__path__, "workbook."):
    if found.name.startswith(("workbook.guide.model", "workbook.library")):
        for each in vars(importlib.import_module(found.name)).values():
            if isinstance(each, type) and issubclass(each, Struct) and each.__module__ == found.name:
                defined.add(each)
covered = set()
for each in made:
    visit(inspect.type_info(each), covered)
bases = {base for each in defined for base in each.__mro__[1:]}
assert len(covered) > 30
print(*sorted(each.__name__ for each in defined - bases - covered))
"""


def test_threads_that_read_the_guide_at_once_do_not_end_the_process() -> None:
    assert _run(RACE, str(content_folder(None))) == "4"


def test_every_struct_that_is_read_is_made_ready_where_it_is_defined() -> None:
    made_here_only = "Place"
    assert _run(NOT_READY) == made_here_only


def _run(program: str, *args: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program, *args], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
