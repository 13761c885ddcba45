"""How a date that somebody set stands."""

from __future__ import annotations

from typing import Literal

Stage = Literal["open", "kept", "done", "let_go"]
"""A kept one has passed, and the person wants it to stay as it is."""
