"""A backup is data from anywhere: all of it is checked, and nothing in it leads elsewhere."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from tests.library.samples import ROLE, Clock, everything, kept
from tests.library.samples import newer as as_newer
from workbook.library import backup_reading
from workbook.library.backup_format import BackupProblem
from workbook.library.restoring import plan, restore

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbook.library.library import Library


def rewritten(path: Path, change: Callable[[dict[str, bytes], dict[str, Any]], None], *, mend: bool = True) -> Path:
    """Return a backup in which something was changed; with `mend`, its list says what is really in it."""
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files.pop("manifest.json"))
    change(files, manifest)
    if mend:
        known = {each["name"]: each for each in manifest["members"]}
        manifest["members"] = [
            {**known.get(name, {}), "name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in files.items()
        ]
    with zipfile.ZipFile(path.with_name("changed.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        archive.writestr("manifest.json", json.dumps(manifest))
    return path.with_name("changed.zip")


def good(files: dict[str, bytes]) -> str:
    """Return the name of a workbook that can be read."""
    return next(name for name, data in files.items() if name.startswith("workbooks/") and b'"answers"' in data)


@pytest.mark.parametrize(
    "name",
    [
        "../evil.json",
        "workbooks/../../evil.json",
        "/etc/evil.json",
        "workbooks//evil.json",
        "workbooks/a/b/c/d.json",
        "workbooks\\evil.json",
        "C:/evil.json",
        "workbooks/C:evil.json",
        "evil.json",
        "settings.toml",
        "library.json",
        "workbooks/.hidden",
        "workbooks/20260503-abcdef.lock",
        "workbooks/.",
        "before-restore/x.zip",
        ".restoring/decided.json",
        "workbooks/a\x01b.json",
        "trash",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(full: Library, made: Path, name: str) -> None:
    before = everything(full.folder)
    changed = rewritten(made, lambda files, _: files.update({name: b"{}"}))
    with pytest.raises(BackupProblem, match="Nothing was changed"):
        plan(full, changed)
    assert everything(full.folder) == before


def test_every_mistake_is_found_before_anything_is_touched(full: Library, made: Path) -> None:
    def flip(files: dict[str, bytes], _: Any) -> None:
        files[good(files)] = files[good(files)].replace(b"second", b"sEcond")

    def remove(files: dict[str, bytes], _: Any) -> None:
        del files[good(files)]

    def tear(files: dict[str, bytes], _: Any) -> None:
        files[good(files)] = files[good(files)][:100]

    def newer(files: dict[str, bytes], _: Any) -> None:
        files[good(files)] = as_newer(files[good(files)]).replace(b'"created":"', b'"c":"')

    def false_guide(files: dict[str, bytes], _: Any) -> None:
        name = next(name for name in files if name.startswith("guides/"))
        files[name] = files[name].replace(b"Mood", b"Wood")

    def later(_: Any, manifest: dict[str, Any]) -> None:
        manifest["version"] = 2

    def other(_: Any, manifest: dict[str, Any]) -> None:
        manifest["format"] = "diary"

    def smaller(_: Any, manifest: dict[str, Any]) -> None:
        manifest["members"][0]["size"] -= 1

    before = everything(full.folder)
    for change, mend, words in (
        (flip, False, "not what it was"),
        (remove, False, "not what its manifest.json says"),
        (tear, True, "cannot be read"),
        (newer, True, "newer version"),
        (false_guide, True, "cannot be read"),
        (later, True, "newer version"),
        (other, True, "not one of ours"),
        (smaller, False, "not as large"),
    ):
        with pytest.raises(BackupProblem, match=words):
            plan(full, rewritten(made, change, mend=mend))
    assert everything(full.folder) == before


@pytest.mark.parametrize("data", [b"", b"PK", b"{}", bytes(4096), b"PK\x05\x06" + bytes(18), b"PK\x03\x04" + b"x" * 90])
def test_a_file_that_is_no_backup_is_refused_in_plain_words(library: Library, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "none.zip"
    path.write_bytes(data)
    with pytest.raises(BackupProblem, match="Nothing was changed"):
        plan(library, path)
    with pytest.raises(BackupProblem, match="no such file"):
        plan(library, tmp_path / "nowhere.zip")
    with pytest.raises(BackupProblem, match="folder"):
        plan(library, tmp_path)


def test_wherever_a_backup_is_cut_or_changed_it_is_refused_or_whole(full: Library, made: Path, tmp_path: Path) -> None:
    data = made.read_bytes()
    changed = tmp_path / "changed.zip"
    for at in range(0, len(data), 97):
        changed.write_bytes(data[:at])
        with pytest.raises(BackupProblem):
            plan(full, changed)
        changed.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        try:
            found = plan(full, changed)
        except BackupProblem:
            continue
        with zipfile.ZipFile(changed) as archive:  # a flag or a date that nothing goes by
            for member in found.backup.manifest.members:
                assert hashlib.sha256(archive.read(member.name)).hexdigest() == member.sha256


def test_a_bomb_is_not_unpacked(full: Library, made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_reading, "LARGEST", 1 << 20)
    bomb = bytes(8 << 20)
    with pytest.raises(BackupProblem, match="larger than any"):
        plan(full, rewritten(made, lambda files, _: files.update({"workbooks/20260503-aaaaaa.json": bomb})))
    monkeypatch.setattr(backup_reading, "MOST_BYTES", 1000)
    with pytest.raises(BackupProblem, match="larger than any backup"):
        plan(full, made)
    monkeypatch.setattr(backup_reading, "MOST_MEMBERS", 3)
    with pytest.raises(BackupProblem, match="more files than any"):
        plan(full, made)


def test_a_name_twice_is_refused(full: Library, made: Path) -> None:
    with zipfile.ZipFile(made) as archive:
        files = [(info.filename, archive.read(info)) for info in archive.infolist()]
    for name in (files[0][0], files[0][0].upper()):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for each, data in files:
                archive.writestr(each, data)
            with pytest.warns(UserWarning, match="Duplicate") if name == files[0][0] else _nothing():
                archive.writestr(name, b"{}")
        made.write_bytes(out.getvalue())
        with pytest.raises(BackupProblem, match="not what its manifest"):
            plan(full, made)


def _nothing() -> Any:
    import contextlib

    return contextlib.nullcontext()


def test_one_changed_between_looking_and_taking_is_not_taken(full: Library, made: Path, clock: Clock) -> None:
    planned = plan(full, made)
    before = kept(full)
    rewritten(made, lambda files, _: files.update({good(files): b"{}"})).replace(made)
    with pytest.raises(BackupProblem, match="changed while it was read"):
        restore(full, planned)
    assert kept(full) == before
    assert not (full.folder / ".restoring").exists()
    assert ROLE in full.read(next(e.id for e in full.entries() if e.state != "damaged")).values
