"""Keeping what is in memory, words and key, out of the files a system writes when a program falls over."""

from __future__ import annotations

from contextlib import suppress


def no_core_dumps() -> None:
    """Ask the system for no core dump of this process. What it starts may ask for its own."""
    try:
        import resource
    except ImportError:  # Windows has none
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
