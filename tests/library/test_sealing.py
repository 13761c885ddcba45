"""What is sealed can be opened only as the file it was, with the key it was sealed with, unchanged."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.library.errors import DamagedFile
from workbook.library.identity import identity_of
from workbook.library.sealing import FAMILY, HEADER, KEY_SIZE, LOCK_ID_SIZE, NONCE_SIZE, Seal, is_sealed

ONE, OTHER = "20260503-75373e", "20260504-0a1b2c"
STAMP, DIGEST = "20260503T073001000000Z", "17646a5d1e4ca33639938caf2aa042d734e2cf323841fef1ddb94d39268b65fb"
PATH = Path("workbooks/file.json")


@pytest.fixture(scope="module")
def seal() -> Seal:
    return Seal(secrets.token_bytes(KEY_SIZE), secrets.token_bytes(LOCK_ID_SIZE))


@given(plain=st.binary(), identity=st.text(st.characters(codec="utf-8")))
def test_what_is_sealed_comes_back_and_does_not_show(seal: Seal, plain: bytes, identity: str) -> None:
    sealed = seal.close(plain, identity)
    assert is_sealed(sealed)
    assert seal.open(sealed, identity, PATH) == plain
    assert len(plain) < 8 or plain not in sealed[len(HEADER) :]


def test_a_file_says_in_its_first_line_what_it_is(seal: Seal) -> None:
    first, _, rest = seal.close(b"words", "workbook x").partition(b"\n")
    assert first == b"recovery-workbook sealed file, version 1"
    assert len(rest) == LOCK_ID_SIZE + NONCE_SIZE + len(b"words") + 16


def test_every_flipped_bit_is_noticed(seal: Seal) -> None:
    sealed = seal.close(b"some words", "workbook x")
    for place in range(len(sealed)):
        for bit in range(8):
            flipped = bytearray(sealed)
            flipped[place] ^= 1 << bit
            with pytest.raises(DamagedFile):
                seal.open(bytes(flipped), "workbook x", PATH)


@pytest.mark.parametrize("length", [0, 1, len(HEADER), len(HEADER) + LOCK_ID_SIZE, len(HEADER) + LOCK_ID_SIZE + 20])
def test_a_torn_file_is_noticed(seal: Seal, length: int) -> None:
    with pytest.raises(DamagedFile):
        seal.open(seal.close(b"some words", "workbook x")[:length], "workbook x", PATH)


def test_a_file_in_the_place_of_another_is_refused(seal: Seal) -> None:
    with pytest.raises(DamagedFile, match="in the place of another file"):
        seal.open(seal.close(b"words", f"workbook {ONE}"), f"workbook {OTHER}", PATH)


def test_another_lock_and_a_newer_version_are_told_apart(seal: Seal) -> None:
    other = Seal(secrets.token_bytes(KEY_SIZE), secrets.token_bytes(LOCK_ID_SIZE))
    with pytest.raises(DamagedFile, match="by another lock"):
        other.open(seal.close(b"words", "x"), "x", PATH)
    with pytest.raises(DamagedFile, match="by a newer version"):
        seal.open(FAMILY + b"2\nwords", "x", PATH)
    with pytest.raises(DamagedFile, match="not sealed like the rest"):
        seal.open(b"{}", "x", PATH)


def test_no_two_writes_share_a_nonce(seal: Seal) -> None:
    start = len(HEADER) + LOCK_ID_SIZE
    nonces = {seal.close(b"the same words", "x")[start : start + NONCE_SIZE] for _ in range(20_000)}
    assert len(nonces) == 20_000


def test_the_key_does_not_show_where_a_seal_is_printed(seal: Seal) -> None:
    assert repr(seal) == "Seal(…)"


@pytest.mark.parametrize(
    ("path", "identity"),
    [
        ("library.json", "catalogue"),
        ("library.json.damaged-20260503-101112", "catalogue"),
        ("library.sync-conflict-20260504-101112-ABCDEFG.json", "catalogue"),
        (f"workbooks/{ONE}.json", f"workbook {ONE}"),
        (f"workbooks/.{ONE}.json.0123456789ab.part", f"workbook {ONE}"),
        (f"workbooks/{ONE}.json.damaged-20260503-101112", f"workbook {ONE}"),
        (f"workbooks/{ONE}.sync-conflict-20260504-101112-ABCDEFG.json", f"workbook {ONE}"),
        (f"workbooks/{ONE} (conflicted copy 2026-05-04).json", f"workbook {ONE}"),
        (f"trash/{ONE}/workbook.json", f"workbook {ONE}"),
        (f"trash/{ONE}.2/workbook.json", f"workbook {ONE}"),
        (f"trash/{ONE}/{ONE}.json.outside-20260503-101112", f"workbook {ONE}"),
        (f"trash/{ONE}/deleted.json", f"file {ONE} deleted.json"),
        (f"earlier/{ONE}/{STAMP}.json", f"earlier {ONE} {STAMP}"),
        (f"trash/{ONE}/earlier/{STAMP}.json", f"earlier {ONE} {STAMP}"),
        (f"kept aside/workbooks/{ONE}.json", f"workbook {ONE}"),
        (f"guides/{DIGEST}.json", f"guide {DIGEST}"),
        ("workbooks/of mine.json", "file  of mine.json"),
        ("lock.json", None),
        ("lock-change.lock", None),
        (f"workbooks/{ONE}.lock", None),
        (".stfolder/marker", None),
        (".stversions/workbooks/x.json", None),
        ("workbooks/.hidden", None),
        ("export.json", None),
    ],
)
def test_a_file_is_what_the_end_of_its_path_says(path: str, identity: str | None) -> None:
    assert identity_of(path.split("/")) == identity
