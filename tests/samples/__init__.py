"""Guides and workbooks that tests and hands can try things on."""

from pathlib import Path

OTHER_GUIDE = Path(__file__).parent / "other_guide"
"""A small guide for another event entirely, with every kind of field, written from `content/README.md` alone."""
