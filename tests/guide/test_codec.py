"""A guide as bytes: nothing is lost, the same guide always gives the same bytes, and damage is told."""

from __future__ import annotations

import hashlib

import msgspec
import pytest

from tests.samples import OTHER_GUIDE
from workbook.guide.codec import decode, digest, encode
from workbook.guide.loader import load_guide
from workbook.guide.model import Checklist
from workbook.guide.problems import GuideError


def test_a_guide_comes_back_as_it_was() -> None:
    guide = load_guide(OTHER_GUIDE)
    assert decode(encode(guide)) == guide


def test_the_same_guide_gives_the_same_bytes() -> None:
    guide = load_guide(OTHER_GUIDE)
    data = encode(guide)
    assert guide.fields
    assert guide.pages
    assert encode(guide) == encode(load_guide(OTHER_GUIDE)) == encode(decode(data)) == data


def test_groups_keep_their_order() -> None:
    field = decode(encode(load_guide(OTHER_GUIDE))).fields["settle.words.words"].field
    assert isinstance(field, Checklist)
    assert list(field.groups) == ["Sad", "Tired", "Lighter"]


def test_another_guide_gives_another_digest() -> None:
    guide = load_guide(OTHER_GUIDE)
    manifest = msgspec.structs.replace(guide.manifest, title="Other")
    other = msgspec.structs.replace(guide, manifest=manifest)
    assert digest(encode(guide)) != digest(encode(other))
    assert digest(b"x") == hashlib.sha256(b"x").hexdigest()


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"{}", b"\xff", b'{"manifest": 3}'])
def test_damaged_bytes_are_told(data: bytes) -> None:
    with pytest.raises(GuideError, match="This kept guide cannot be read"):
        decode(data)
