"""Everything as one file, and back: all of it, checked first, and replaced as a whole."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from tests.library.locks import PASSPHRASE, lock
from tests.library.samples import MOOD, WORDS, everything, guide, kept, written
from workbook.library import backup
from workbook.library.backup import back_up
from workbook.library.changes import Changes
from workbook.library.errors import CannotRead, CannotSave, Conflict, HeldElsewhere
from workbook.library.files import read_bytes
from workbook.library.library import Library
from workbook.library.restoring import plan, restore

if TYPE_CHECKING:
    from pathlib import Path


def test_a_backup_has_every_file_as_it_is_and_a_list_to_check_it_by(full: Library, made: Path) -> None:
    with zipfile.ZipFile(made) as archive:
        assert archive.testzip() is None
        found = {name: archive.read(name) for name in archive.namelist()}
        assert {info.external_attr >> 16 for info in archive.infolist()} == {0o100600}
    manifest = json.loads(found.pop("manifest.json"))
    assert found == kept(full)
    assert (manifest["format"], manifest["version"], manifest["locked"]) == ("recovery-workbook-backup", 1, False)
    assert manifest["created"].startswith("2026-05-03T09:30")
    listed = {each["name"]: (each["size"], each["sha256"]) for each in manifest["members"]}
    assert listed == {name: (len(data), hashlib.sha256(data).hexdigest()) for name, data in found.items()}
    assert sum(not each["readable"] for each in manifest["members"]) == 1
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert list(made.parent.glob(".*")) == []


def test_what_is_backed_up_comes_back_elsewhere_with_nothing_lost(full: Library, made: Path, tmp_path: Path) -> None:
    other = Library(tmp_path / "other")
    planned = plan(other, made)
    assert "has 2 workbooks" in planned.lines[0]
    assert any("could not be read already" in line for line in planned.lines)
    restore(other, planned)
    assert kept(other) == kept(full)
    again = Library(other.folder)
    assert {(each.id, each.state) for each in again.entries()} == {(each.id, each.state) for each in full.entries()}
    assert [each.id for each in again.trashed()] == [each.id for each in full.trashed()]


def test_what_was_there_is_replaced_as_a_whole_and_can_be_taken_back(
    full: Library, made: Path, library: Library
) -> None:
    before = kept(full)
    new = written(library, feel__now__words="since then")
    library.empty_trash()
    since = kept(library)
    planned = plan(library, made)
    restore(library, planned)
    assert kept(library) == before
    assert new not in [entry.id for entry in Library(library.folder).entries()]
    assert stat.S_IMODE(planned.before.stat().st_mode) == 0o600
    again = Library(library.folder)
    restore(again, plan(again, planned.before))
    assert kept(again) == since
    assert len(list(library.places.before_restore.iterdir())) == 2


def test_planning_changes_nothing(full: Library, made: Path) -> None:
    full.entries()
    before = everything(full.folder)
    plan(full, made)
    assert everything(full.folder) == before


def test_a_workbook_that_is_open_is_in_the_backup_as_it_was_saved_and_stops_a_restore(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "made.zip"
    with library.new(guide(), {WORDS: "saved"}) as workbook:
        assert back_up(library, path).manifest.workbooks == 1
        before = kept(library)
        with pytest.raises(HeldElsewhere, match="open in another window"):
            plan(library, path)
        planned = plan(Library(tmp_path / "other"), path)
        with pytest.raises(HeldElsewhere, match="nothing was changed"):
            restore(library, planned)
        assert kept(library) == before
        workbook.save(Changes(answers={MOOD: 3}))
    restore(library, plan(library, path))
    assert library.read(workbook.id).values == {WORDS: "saved"}


def test_files_of_others_are_told_left_out_and_never_lost(full: Library, tmp_path: Path) -> None:
    (full.places.workbooks / ".stfolder").mkdir()
    (full.places.workbooks / ".stfolder" / "mark").write_bytes(b"theirs")
    (full.places.guides / "link.json").symlink_to("/etc/passwd")
    done = back_up(full, tmp_path / "made.zip")
    assert set(done.left_out) == {"workbooks/.stfolder/mark", "guides/link.json"}
    assert any(".stfolder" in line for line in done.lines)
    planned = plan(full, tmp_path / "made.zip")
    restore(full, planned)
    others = full.places.before_restore / f"{planned.before.stem}-others"
    assert (others / "workbooks/.stfolder/mark").read_bytes() == b"theirs"
    assert (others / "guides/link.json").is_symlink()


# --------------------------------------------------------------------------------------------- writing it


def test_a_file_that_is_there_is_only_written_over_when_told_to(full: Library, tmp_path: Path) -> None:
    path = tmp_path / "mine.zip"
    path.write_bytes(b"precious")
    with pytest.raises(Conflict, match="Choose another name"):
        back_up(full, path)
    assert path.read_bytes() == b"precious"
    back_up(full, path, force=True)
    assert zipfile.is_zipfile(path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(Conflict, match="no ordinary file"):
        back_up(full, tmp_path / "folder", force=True)


def test_one_that_appears_meanwhile_is_not_written_over_either(
    full: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.zip"
    real = backup.write_file

    def slowly(*args: Any) -> Any:
        path.write_bytes(b"precious")
        return real(*args)

    monkeypatch.setattr(backup, "write_file", slowly)
    with pytest.raises(Conflict):
        back_up(full, path)
    assert path.read_bytes() == b"precious"
    assert list(tmp_path.glob(".*")) == []


@pytest.mark.parametrize("step", ["open", "fsync", "link"])
def test_a_disk_that_says_no_leaves_nothing_behind(
    full: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "folder" / "mine.zip"

    def refuse(*args: Any, **kwargs: Any) -> Any:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, step, refuse)
        if step == "link":
            back_up(full, path)  # some disks know no second names
        else:
            with pytest.raises(CannotSave, match="no room left"):
                back_up(full, path)
    assert [each.name for each in path.parent.iterdir()] == (["mine.zip"] if step == "link" else [])


def test_a_dry_run_writes_nothing(full: Library, tmp_path: Path) -> None:
    done = back_up(full, tmp_path / "none.zip", dry_run=True)
    assert done.manifest.workbooks == 2
    assert not (tmp_path / "none.zip").exists()


def test_a_workbook_deleted_while_it_is_backed_up_is_in_it_all_the_same(
    full: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = next(entry.id for entry in full.entries() if entry.state == "unfinished")
    reads: list[Path] = []

    def reading(path: Path) -> bytes | None:
        reads.append(path)
        if len(reads) == 1:
            full.delete(good)
        return read_bytes(path)

    monkeypatch.setattr(backup, "read_bytes", reading)
    back_up(full, tmp_path / "made.zip")
    with zipfile.ZipFile(tmp_path / "made.zip") as archive:
        assert f"trash/{good}/workbook.json" in archive.namelist()
        assert f"workbooks/{good}.json" not in archive.namelist()


def test_files_that_never_come_to_rest_are_told(full: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "read_bytes", lambda path: None)
    with pytest.raises(CannotRead, match="come and go"):
        back_up(full, tmp_path / "made.zip")
    assert list(tmp_path.glob("*made*")) == []


# --------------------------------------------------------------------------------------------- with a lock


def test_what_was_kept_before_a_lock_was_turned_on_is_sealed_with_it_and_still_comes_back(
    full: Library, made: Path
) -> None:
    before = kept(full)
    restore(full, plan(full, made))
    again = Library(full.folder)
    lock(again)
    [file] = again.places.before_restore.iterdir()
    assert b"manifest.json" not in file.read_bytes()
    restore(again, plan(again, file))
    assert kept(Library(full.folder)) == before
    assert not Library(full.folder).locked


def test_from_a_locked_state_to_an_open_one_and_back(full: Library, made: Path) -> None:
    opened = kept(full)
    lock(full)
    locked = kept(full)
    planned = plan(full, made)
    assert any("no passphrase is needed" in line for line in planned.lines)
    restore(full, planned)
    again = Library(full.folder)
    assert kept(again) == opened
    assert not again.locked
    back = plan(again, planned.before)
    assert any("the passphrase of that time" in line for line in back.lines)
    restore(again, back)
    assert kept(full) == locked
    once_more = Library(full.folder)
    assert once_more.locked
    once_more.unlock(PASSPHRASE)
    assert len(once_more.entries()) == 2
