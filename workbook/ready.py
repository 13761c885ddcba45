"""Structs that more than one thread may read."""

from __future__ import annotations

import msgspec


def made_ready(*types: object) -> None:
    """Have msgspec look through these types now: called where they are defined, at import.

    It does so at their first use otherwise, and two threads that use one for the first time at once end the whole
    process (msgspec 0.22 leaves its half-made table in sight). Python imports a module in one thread only.
    """
    for each in types:
        msgspec.json.Decoder(each)
