"""Two things that each change everything: a lock is not turned while a backup is brought back, nor the other way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.library.locks import PASSPHRASE, QUICK, lock
from tests.library.samples import WORDS, everything, written
from workbook.library import conversion, keyring, locking, restoring
from workbook.library.backup import back_up
from workbook.library.errors import Locked
from workbook.library.restoring import plan, restore

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from workbook.library.library import Library


def while_in(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, other: Callable[[], object]) -> list[str]:
    """Try `other` as soon as `module` calls `name`; return a list of what it was told."""
    told: list[str] = []
    real = getattr(module, name)

    def call(*args: Any, **kwargs: Any) -> Any:
        if not told:
            told.append("")  # once only, also if it gets as far as calling this itself
            try:
                other()
            except Locked as error:
                told.append(str(error))
        return real(*args, **kwargs)

    monkeypatch.setattr(module, name, call)
    return told


def test_a_backup_is_not_brought_back_while_a_lock_is_turned(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook_id = written(library, feel__now__words="Sturm")
    back_up(library, tmp_path / "backup.zip")
    planned = plan(library, tmp_path / "backup.zip")
    told = while_in(monkeypatch, conversion, "_files", lambda: restore(library, planned))
    lock(library)
    assert "turned on or off" in told[-1]
    assert library.has_lock
    assert library.read(workbook_id).values == {WORDS: "Sturm"}
    assert not (library.folder / keyring.RESTORING).exists()
    assert list(library.places.before_restore.glob("*")) == []


def test_a_lock_is_not_turned_nor_its_passphrase_changed_while_a_backup_is_brought_back(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook_id = written(library, feel__now__words="Sturm")
    lock(library)
    back_up(library, tmp_path / "backup.zip")
    planned = plan(library, tmp_path / "backup.zip")
    for other in (
        lambda: locking.turn_off(library),
        lambda: locking.change(library.folder, PASSPHRASE, "another", QUICK),
    ):
        with monkeypatch.context() as patch:
            told = while_in(patch, restoring, "write_file", other)
            restore(library, planned)
        assert "brought back" in told[-1]
        assert not (library.folder / keyring.CHANGE).exists()
        library.unlock(PASSPHRASE)
        assert library.read(workbook_id).values == {WORDS: "Sturm"}
        planned = plan(library, tmp_path / "backup.zip")


def test_a_passphrase_is_not_changed_and_no_trash_emptied_while_the_lock_is_turned_off(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(library, feel__now__words="Sturm")
    library.delete(written(library, feel__now__words="Regen"))
    lock(library)
    for other in (lambda: locking.change(library.folder, PASSPHRASE, "another", QUICK), library.empty_trash):
        with monkeypatch.context() as patch:
            told = while_in(patch, conversion, "_files", other)
            locking.turn_off(library)
        assert "turned on or off" in told[-1]
        assert any(name.startswith("trash/") for name in everything(library.folder))
        lock(library)
