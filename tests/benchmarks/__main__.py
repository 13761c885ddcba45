"""Measure everything, or only what is named: `python -m tests.benchmarks [start keys …] [--quick]`."""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys
from importlib.metadata import version

BENCHMARKS = ("start", "keys", "pages", "saving", "listing", "memory", "review", "search")


def main() -> int:
    """Print each figure beside its budget as soon as it is there. The status is 0 whatever they are."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("what", nargs="*", metavar="WHAT", help=f"any of {', '.join(BENCHMARKS)}; all if left out")
    parser.add_argument("--quick", action="store_true", help="fewer rounds: to see that it runs, not to quote")
    args = parser.parse_args()
    unknown = set(args.what) - set(BENCHMARKS)
    if unknown:
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(BENCHMARKS)}")
    print(machine(), flush=True)
    for name in args.what or BENCHMARKS:
        for figure in importlib.import_module(f"tests.benchmarks.{name}").measure(quick=args.quick):
            print(figure, flush=True)
    print(f"load at the end: {os.getloadavg()[0]:.1f}")
    return 0


def machine() -> str:
    """Say what it was measured on and with."""
    return (
        f"Python {platform.python_version()}, Textual {version('textual')}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    )


if __name__ == "__main__":
    sys.exit(main())
