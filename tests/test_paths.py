"""Where things live."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from workbook import paths

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def nothing_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WORKBOOK_DATA", "WORKBOOK_CONFIG", "WORKBOOK_CONTENT"):
        monkeypatch.delenv(name, raising=False)


def test_an_option_goes_before_the_environment_and_that_before_the_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paths.data_folder().name == "recovery-workbook"
    monkeypatch.setenv("WORKBOOK_DATA", str(tmp_path / "environment"))
    monkeypatch.setenv("WORKBOOK_CONTENT", str(tmp_path / "environment"))
    assert paths.data_folder() == paths.content_folder() == tmp_path / "environment"
    assert paths.data_folder(tmp_path / "option") == paths.content_folder(str(tmp_path / "option"))
    assert paths.data_folder("").name == "environment"


def test_the_settings_are_where_the_environment_or_the_platform_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paths.settings_file().parts[-2:] == ("recovery-workbook", "settings.toml")
    monkeypatch.setenv("WORKBOOK_CONFIG", str(tmp_path / "mine.toml"))
    assert paths.settings_file() == tmp_path / "mine.toml"


def test_a_variable_that_is_empty_chooses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBOOK_DATA", "")
    assert paths.data_folder().name == "recovery-workbook"


def test_the_home_folder_and_the_present_one_are_understood(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert paths.data_folder("~/words") == tmp_path / "words"
    assert paths.data_folder("words") == tmp_path / "words"


def test_the_content_is_inside_an_installed_package_or_beside_one_in_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "workbook"
    package.mkdir()
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    assert paths.content_folder() == tmp_path / "content"
    (package / "content").mkdir()
    assert paths.content_folder() == package / "content"


def test_choosing_a_folder_imports_nothing_it_does_not_need() -> None:
    code = "import sys, workbook.paths as p; p.data_folder('x'); sys.exit('platformdirs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
