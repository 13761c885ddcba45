"""What every mapping in the content files has in common."""

from __future__ import annotations

import msgspec


class Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, dict=True):
    """What every mapping in the content files has in common: frozen, and no unknown keys."""
