"""`backup`, `restore` and `merge`."""

from __future__ import annotations

import json
import re
import stat
import zipfile
from typing import TYPE_CHECKING

from workbook.library.changes import Changes
from workbook.library.library import Library

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from .conftest import Shelf, Shell

COMPANY = "open.facts.company"


def test_everything_goes_into_one_file_and_comes_back_from_it(shell: Shell, shelf: Shelf, tmp_path: Path) -> None:
    found = shelf.put({COMPANY: "Acme"})
    path = tmp_path / "all.zip"
    ran = shell("backup", str(path))
    assert ran.status == 0
    assert ran.out.startswith(f"Wrote 1 workbook, 2 files in all to {path}\n")
    assert "Nothing in it is locked" in ran.out
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    since = shelf.put({COMPANY: "Other"})
    ran = shell("restore", str(path), "--dry-run")
    assert ran.status == 0
    assert ran.out.startswith("Nothing was changed. This is what it would do:\n")
    assert "2 workbooks" in ran.out
    assert [each["id"] for each in shell("list", "--json").json["workbooks"]] == [since, found]
    ran = shell("restore", str(path), "--yes")
    assert ran.status == 0
    assert [each["id"] for each in shell("list", "--json").json["workbooks"]] == [found]
    back = re.search(r"`workbook restore '(.+)'` takes it back", ran.out)
    assert back is not None
    assert shell("restore", back[1], "--yes").status == 0
    assert [each["id"] for each in shell("list", "--json").json["workbooks"]] == [since, found]


def test_a_restore_asks_and_without_a_terminal_does_nothing(shell: Shell, shelf: Shelf, tmp_path: Path) -> None:
    shelf.put()
    path = str(tmp_path / "all.zip")
    shell("backup", path)
    ran = shell("restore", path)
    assert ran.status == 2
    assert "add --yes" in ran.err
    assert "kept as" not in ran.out + ran.err, "nothing is said to be kept where nothing was done"
    assert not shelf.library.places.before_restore.exists()


def test_a_backup_is_named_by_its_day_in_a_folder_and_never_written_over(
    shell: Shell, shelf: Shelf, tmp_path: Path
) -> None:
    shelf.put()
    assert shell("backup", "--dry-run", str(tmp_path)).out.startswith("Nothing was changed.")
    assert list(tmp_path.glob("*.zip")) == []
    assert shell("backup", str(tmp_path)).status == 0
    [path] = tmp_path.glob("workbook-backup-*.zip")
    ran = shell("backup", str(path))
    assert (ran.status, ran.out) == (1, "")
    assert "--force" in ran.err
    assert shell("backup", str(path), "--force").status == 0


def test_a_home_that_nobody_has_is_a_folder_called_so(
    shell: Shell, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.put()
    monkeypatch.chdir(tmp_path)
    ran = shell("restore", "~nobody-of-this-name/all.zip")
    assert ran.status == 1
    assert "there is no such file" in ran.err
    assert shell("backup", "~nobody-of-this-name/all.zip").status == 0
    assert (tmp_path / "~nobody-of-this-name" / "all.zip").is_file()


def test_what_is_no_backup_is_told_and_a_workbook_shows_the_way(shell: Shell, shelf: Shelf, tmp_path: Path) -> None:
    found = shelf.put()
    ran = shell("restore", found[:10])
    assert ran.status == 2
    assert f"`workbook restore {found[:10]} --earlier`" in ran.err
    for text in ("", "words", "{}"):
        (tmp_path / "none.zip").write_text(text)
        ran = shell("restore", str(tmp_path / "none.zip"), "--yes")
        assert (ran.status, ran.out) == (1, "")
        assert "Nothing was changed." in ran.err
    assert "no such file" in shell("restore", "nowhere.zip", "--yes").err


def test_nothing_is_brought_back_while_a_workbook_is_open(shell: Shell, shelf: Shelf, tmp_path: Path) -> None:
    found = shelf.put()
    path = str(tmp_path / "all.zip")
    with shelf.library.open(found):
        assert shell("backup", path).status == 0
        ran = shell("restore", path, "--yes")
    assert (ran.status, ran.out) == (1, "")
    assert "A workbook is open in another window" in ran.err


def test_a_locked_library_is_backed_up_locked_and_comes_back_so(shell: Shell, shelf: Shelf, tmp_path: Path) -> None:
    from workbook.library.lock_file import Cost
    from workbook.library.locking import turn_on

    found = shelf.put({COMPANY: "unmistakable"})
    turn_on(shelf.library, "a passphrase", Cost(n=2))
    path = tmp_path / "all.zip"
    ran = shell("backup", str(path))
    assert ran.status == 0
    assert "locked with the passphrase it has now" in ran.out
    with zipfile.ZipFile(path) as archive:
        assert "lock.json" in archive.namelist()
        assert b"unmistakable" not in b"".join(archive.read(name) for name in archive.namelist())
    other = tmp_path / "other"
    Library(other)
    ran = shell.bare("--data", str(other), "restore", str(path), "--yes")
    assert ran.status == 0
    assert "the passphrase of that time opens it" in ran.out
    again = Library(other)
    assert again.locked
    again.unlock("a passphrase")
    assert again.read(found).values == {COMPANY: "unmistakable"}


# --------------------------------------------------------------------------------------------- earlier copies


def test_earlier_copies_are_listed_and_one_put_back(shell: Shell, shelf: Shelf) -> None:
    found = shelf.put({COMPANY: "first"})
    assert "There is no earlier copy." in shell("restore", found, "--earlier").out
    with shelf.library.open(found) as workbook:
        workbook.save(Changes(answers={COMPANY: "second"}))
    ran = shell("restore", found[:10], "--earlier")
    assert ran.status == 0
    assert "1 answer changed" in ran.out
    [listed] = shell("restore", found, "--earlier", "--json").json["earlier"]
    assert (listed["number"], listed["answers"], listed["differ"]) == (1, 1, 1)
    ran = shell("restore", found, "--earlier", "1", "--dry-run")
    assert "1 answer changed" in ran.out
    assert shelf.library.read(found).values == {COMPANY: "second"}
    assert shell("restore", found, "--earlier", "1").status == 2
    ran = shell("restore", found, "--earlier", "1", "--yes")
    assert ran.status == 0
    assert shelf.library.read(found).values == {COMPANY: "first"}
    assert shell("restore", found, "--earlier", listed["taken"][:10], "--yes").status == 0
    assert shell("restore", found, "--earlier", "9", "--yes").status == 1
    assert shelf.library.read(found).values == {COMPANY: "first"}


# --------------------------------------------------------------------------------------------- merge


def test_versions_from_other_computers_are_listed_and_put_together(shell: Shell, shelf: Shelf) -> None:
    found = shelf.put({COMPANY: "here"})
    path = shelf.library.places.workbook(found)
    before = path.read_bytes()
    with shelf.library.open(found) as workbook:
        workbook.save(Changes(answers={COMPANY: "there\x1b[31m"}))
    copy = path.with_name(f"{found}.sync-conflict-20261122-101112-ABCDEFG.json")
    path.rename(copy)
    path.write_bytes(before)
    ran = shell("list")
    assert f"`workbook merge {found}`" in ran.out
    assert copy.name in ran.out
    assert shell("list", "--json").json["workbooks"][0]["versions"] == [str(copy)]
    ran = shell("merge", "--dry-run")
    assert ran.out.startswith("Nothing was changed.")
    assert copy.exists()
    ran = shell("merge", found[:10])
    assert ran.status == 0
    assert "1 answer kept among the earlier ones" in ran.out
    shown = json.loads(shell("show", found, "--json").out)["workbooks"][0]
    assert [each["value"] for each in shown["earlier_answers"]] == ["here"]
    assert "sync-conflict" not in shell("list").out
    assert shell("merge").out == "Every workbook has one version only.\n"
    assert shell("merge", "none").status == 1


def test_a_version_of_a_workbook_that_is_not_here_is_told_and_brought_in(shell: Shell, shelf: Shelf) -> None:
    found = shelf.put({COMPANY: "Acme"})
    path = shelf.library.places.workbook(found)
    path.rename(path.with_name(f"{found} 2.json"))
    ran = shell("list")
    assert "There are no workbooks yet." in ran.out
    assert f"`workbook merge {found}` brings it in" in ran.err
    assert shell("merge", found).status == 0
    assert "Acme" in shell("list").out


def test_one_that_cannot_be_put_together_does_not_keep_the_others_back(shell: Shell, shelf: Shelf) -> None:
    good, bad = shelf.put({COMPANY: "good"}), shelf.put({COMPANY: "bad"})
    places = shelf.library.places
    for each in (good, bad):
        places.workbook(each).with_name(f"{each} 2.json").write_bytes(places.workbook(each).read_bytes())
    places.workbook(bad).write_bytes(b"torn")
    ran = shell("merge")
    assert ran.status == 1
    assert good in ran.out
    assert bad in ran.err
