"""A copy for the person is there when it is whole, is theirs alone, and is never written over anything."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

import pytest

from workbook.library.copying import write_copy
from workbook.library.errors import CannotSave, Conflict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "copies"
    made.mkdir()
    return made


def there(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def test_it_is_whole_and_for_this_account_alone_whatever_the_umask(folder: Path, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        assert write_copy(folder / "a.csv", ["\ufeffone\r\n", "zwö\n", "half \ud800"], tmp_path / "data")
    finally:
        os.umask(before)
    assert (folder / "a.csv").read_bytes() == "\ufeffone\r\nzwö\nhalf ?".encode()
    assert stat.S_IMODE((folder / "a.csv").stat().st_mode) == 0o600
    assert list(there(folder)) == ["a.csv"]


def test_it_has_no_name_before_it_is_whole(folder: Path, tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "one"
        assert not (folder / "a.md").exists()
        yield "two"

    assert write_copy(folder / "a.md", pieces(), tmp_path / "data")
    assert there(folder) == {"a.md": "onetwo"}


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, OSError, ValueError])
@pytest.mark.parametrize("over", [False, True])
def test_what_stops_it_leaves_nothing_and_what_stood_there_stays(
    folder: Path, tmp_path: Path, stop: type[BaseException], over: bool
) -> None:
    if over:
        (folder / "a.md").write_text("mine")

    def pieces() -> Iterator[str]:
        yield "one"
        raise stop

    with pytest.raises(stop):
        write_copy(folder / "a.md", pieces(), tmp_path / "data", over=over)
    assert there(folder) == ({"a.md": "mine"} if over else {})


def test_without_a_word_there_is_no_file(folder: Path, tmp_path: Path) -> None:
    assert not write_copy(folder / "a.md", [], tmp_path / "data")
    assert there(folder) == {}


def test_what_is_there_is_only_written_over_when_asked_for(folder: Path, tmp_path: Path) -> None:
    path = folder / "a.md"
    path.write_text("mine")
    with pytest.raises(FileExistsError):
        write_copy(path, ["new"], tmp_path / "data")
    assert there(folder) == {"a.md": "mine"}
    assert write_copy(path, ["new"], tmp_path / "data", over=True)
    assert there(folder) == {"a.md": "new"}
    (folder / "sub").mkdir()
    with pytest.raises(FileExistsError):
        write_copy(folder / "sub", ["new"], tmp_path / "data", over=True)


def test_a_link_that_leads_nowhere_is_something_that_is_there(folder: Path, tmp_path: Path) -> None:
    (folder / "a.md").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        write_copy(folder / "a.md", ["new"], tmp_path / "data")
    assert not (tmp_path / "elsewhere").exists()


def test_what_came_there_meanwhile_is_not_written_over(folder: Path, tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "ours"
        (folder / "a.md").write_text("theirs")

    with pytest.raises(FileExistsError):
        write_copy(folder / "a.md", pieces(), tmp_path / "data")
    assert there(folder) == {"a.md": "theirs"}


def test_a_disk_without_second_names_takes_it_too(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", link)
    assert write_copy(folder / "a.md", ["one"], tmp_path / "data")
    assert there(folder) == {"a.md": "one"}


def test_a_disk_without_second_names_that_refuses_in_the_end_is_left_with_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "no")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="no"):
        write_copy(folder / "a.md", ["one"], tmp_path / "data")
    assert there(folder) == {}


def test_the_folder_of_the_workbooks_is_no_place_for_a_copy(folder: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "workbooks").mkdir(parents=True)
    (folder / "link").symlink_to(data)
    for place in (data / "a.md", data / "workbooks" / "a.json", folder / "link" / "a.md"):
        with pytest.raises(Conflict, match="Choose another place"):
            write_copy(place, ["new"], data, over=True)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotSave, match="There is no folder"):
        write_copy(tmp_path / "nowhere" / "a.md", ["new"], tmp_path / "data")
