"""A guide as bytes and back, so that a workbook can keep the one it began with."""

from __future__ import annotations

import hashlib

import msgspec

from workbook.guide.model import Guide
from workbook.guide.problems import GuideError, Problem


def encode(guide: Guide) -> bytes:
    """The guide as JSON. The same guide always gives the same bytes; keys that were left out stay out."""
    return msgspec.json.encode(guide)


def digest(data: bytes) -> str:
    """The name under which these bytes are kept: their SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def decode(data: bytes) -> Guide:
    """The guide in these bytes. Raises GuideError when they hold none."""
    try:
        return msgspec.json.decode(data, type=Guide)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        message = f"This kept guide cannot be read ({error}). It may be damaged, or from a newer version."
        raise GuideError([Problem("kept guide", 1, 1, message)]) from error
