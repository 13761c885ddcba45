"""`check`, `schema` and `where`."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from workbook.guide.schema import render

from .conftest import CONTENT

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Shell


def test_good_content_is_counted(shell: Shell) -> None:
    ran = shell("check", str(CONTENT))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("content is fine: 7 parts, 39 pages, ")
    assert shell("check").out == shell("check", "--content", str(CONTENT)).out == ran.out


def test_every_problem_is_a_line_with_its_place_and_they_are_counted(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "bad"
    shutil.copytree(CONTENT, folder)
    for name, right, wrong in (("feel", "title:", "titel:"), ("accept", "kind: grid", "kind: grd")):
        path = folder / f"{name}.yaml"
        path.write_text(path.read_text().replace(right, wrong, 1))
    ran = shell("check", str(folder))
    assert (ran.status, ran.err) == (1, "")
    *problems, count = ran.out.splitlines()
    assert count == f"{len(problems)} problems"
    for name in ("feel", "accept"):
        assert any(line.startswith(f"{folder / name}.yaml:") for line in problems)
    assert all(line.split(":")[1].isdecimal() and line.split(":")[2].isdecimal() for line in problems)


def test_a_folder_that_is_not_there_is_told(shell: Shell, tmp_path: Path) -> None:
    ran = shell("check", str(tmp_path / "none"))
    assert ran.status == 1
    assert "There is no such folder" in ran.out


def test_the_schema_is_printed_as_json(shell: Shell) -> None:
    ran = shell("schema")
    assert ran.status == 0
    assert json.loads(ran.out) == json.loads(render())


def test_where_names_every_place_and_makes_none(shell: Shell, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    found = shell("where", "--json").json
    assert list(found) == [
        *("data", "catalogue", "workbooks", "guides", "earlier", "trash", "before_restore", "lock"),
        *("settings", "content"),
    ]
    assert found["data"] == {"path": str(shell.data), "exists": False}
    assert found["settings"] == {"path": str(tmp_path / "settings.toml"), "exists": False}
    assert found["content"]["exists"]
    lines = shell("where").out.splitlines()
    assert len(lines) == len(found)
    assert lines[0].endswith(f"{shell.data}  (not there yet)")
    assert sorted(tmp_path.iterdir()) == before
    shell("list")
    assert shell("where", "--json").json["data"]["exists"]
