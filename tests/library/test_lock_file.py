"""The passphrase and the file it opens: wrong, damaged, foreign, newer, or gone."""

from __future__ import annotations

import json
import os
import sys
import tomllib
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from tests.library.locks import PASSPHRASE, QUICK, as_another_process, fill, lock
from tests.library.samples import ROLE, WORDS, everything, written
from workbook.library import lock_file, locking
from workbook.library.errors import (
    DamagedFile,
    LibraryError,
    LockProblem,
    WrongPassphrase,
)
from workbook.library.library import Library
from workbook.library.lock_file import WANTED, Cost

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_wrong_passphrase_is_told_and_the_right_one_opens(library: Library) -> None:
    workbook_id = fill(library)
    lock(library)
    as_another_process(library.folder)
    for wrong in ("", "One two three four", PASSPHRASE + " ", "\ud800"):
        with pytest.raises(WrongPassphrase, match="not the passphrase"):
            library.unlock(wrong)
    assert [library.locked] == [True]
    library.unlock(PASSPHRASE)
    assert [library.locked] == [False]
    assert library.read(workbook_id).values[ROLE] == "Zimmerei"


def test_a_passphrase_may_be_typed_composed_or_decomposed(library: Library) -> None:
    lock(library, unicodedata.normalize("NFD", "Ängström é"))
    as_another_process(library.folder)
    library.unlock(unicodedata.normalize("NFC", "Ängström é"))
    assert not library.locked


@pytest.mark.parametrize("how", ["empty", "torn", "foreign", "flipped", "folder", "greedy"])
def test_a_damaged_lock_is_told_and_never_written_over(library: Library, how: str) -> None:
    workbook_id = fill(library)
    lock(library)
    path = library.folder / "lock.json"
    good = path.read_bytes()
    as_another_process(library.folder)
    match how:
        case "empty":
            path.write_bytes(b"")
        case "torn":
            path.write_bytes(good[: len(good) // 2])
        case "foreign":
            path.write_text('{"some": "thing"}')
        case "flipped":
            key = json.loads(good)["wrapped_key"]
            path.write_bytes(good.replace(key.encode(), (key[1:] + key[0]).encode()))
        case "folder":
            path.unlink()
            path.mkdir()
        case "greedy":
            path.write_bytes(good.replace(b'"n": 2', b'"n": 1099511627776'))
    before = everything(library.folder)
    again = Library(library.folder)
    assert again.locked
    actions: list[Callable[[], object]] = [
        lambda: again.unlock(PASSPHRASE),
        lambda: lock(again),
        lambda: locking.turn_off(again),
        lambda: locking.change(again.folder, PASSPHRASE, "new", QUICK),
    ]
    for action in actions:
        with pytest.raises(LockProblem, match=r"lock\.json"):
            action()
    with pytest.raises(LibraryError):
        again.entries()
    assert everything(library.folder) == before
    if path.is_dir():
        path.rmdir()
    path.write_bytes(good)
    again.unlock(PASSPHRASE)
    assert again.read(workbook_id).values[WORDS] == "Sturm 2", "a good copy of the one file is all it takes"


def test_a_lock_that_asks_for_more_memory_than_there_is_opens_nothing(library: Library) -> None:
    lock(library)
    as_another_process(library.folder)
    kept = lock_file.read(library.folder)
    assert kept is not None
    for cost in (Cost(n=1 << 40), Cost(n=3), Cost(n=2, r=1 << 30), Cost(n=2, p=0)):
        (library.folder / "lock.json").write_bytes(msgspec.structs.replace(kept, cost=cost).to_bytes())
        with pytest.raises(LockProblem, match="is damaged"):
            library.unlock(PASSPHRASE)


def test_a_lock_of_a_newer_version_is_told_as_that(library: Library) -> None:
    lock(library)
    as_another_process(library.folder)
    path = library.folder / "lock.json"
    path.write_bytes(path.read_bytes().replace(b'"version": 1', b'"version": 2'))
    with pytest.raises(LockProblem, match="newer version"):
        library.unlock(PASSPHRASE)


def test_the_file_of_a_lock_is_as_documented_and_only_ours(library: Library) -> None:
    locking.turn_on(library, PASSPHRASE)
    path = library.folder / "lock.json"
    kept = json.loads(path.read_bytes())
    assert list(kept) == [
        *("format", "version", "cipher", "kdf", "cost", "salt", "lock_id", "nonce", "wrapped_key", "checksum"),
    ]
    assert kept["cost"] == {"n": 131072, "r": 8, "p": 1}
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600
    as_another_process(library.folder)
    library.unlock(PASSPHRASE)


def test_two_libraries_with_the_same_passphrase_share_no_key(library: Library, tmp_path: Path) -> None:
    other = Library(tmp_path / "other")
    lock(library)
    lock(other)
    workbook_id = written(library)
    other.places.workbook(workbook_id).write_bytes(library.places.workbook(workbook_id).read_bytes())
    with pytest.raises(DamagedFile, match="by another lock"):
        other.read(workbook_id)


def test_without_the_package_it_says_what_to_install(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.ciphers.aead", None)
    with pytest.raises(LockProblem, match="To install it, type") as told:
        lock(library)
    command = str(told.value).splitlines()[-1].strip()
    top = Path(__file__).parents[2]
    assert command == f'"{sys.executable}" -m pip install "{WANTED}"'
    by_hand = command.replace(f'"{sys.executable}"', ".venv/bin/python")
    told_first = " ".join((top / "README.md").read_text("utf-8").split())
    assert f"`{by_hand}`" in told_first, "the same as a person reads there"
    project = tomllib.loads((top / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["optional-dependencies"]["lock"] == [WANTED]


def test_no_secret_is_in_an_error_or_its_traceback(library: Library) -> None:
    import traceback

    lock(library)
    as_another_process(library.folder)
    guess = "guess with a secret"
    with pytest.raises(WrongPassphrase) as told:
        library.unlock(guess)
    said = "".join(traceback.format_exception(told.value))
    assert "guess with" not in said
    assert told.value.__context__ is None
