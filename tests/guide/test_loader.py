"""Loading a folder: good guides open, and every way a file can be unusable is told."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.guide.mistakes import copy_of_sample, exchange, problems_of
from tests.samples import OTHER_GUIDE
from workbook.guide.loader import load_guide
from workbook.guide.model import Guide
from workbook.guide.problems import GuideError

FILES = sorted(path.name for path in OTHER_GUIDE.glob("*.yaml"))


def test_the_sample_guide_opens_with_its_parts_in_walking_order() -> None:
    guide = load_guide(OTHER_GUIDE)
    assert [part.id for part in guide.parts] == ["begin", "settle", "look", "end"]
    assert guide.stages == {"settle", "look"}
    assert guide.support is not None
    assert {type(place.field).__name__ for place in guide.fields.values()} == {
        "Text", "LongText", "Scale", "Choice", "Checklist", "Date", "Table", "Grid", "Plan", "Letter", "Summary",
    }  # fmt: skip


def test_a_missing_file_is_told_where_it_is_named(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    (folder / "look.yaml").rename(folder / "loook.yaml")
    (problem,) = problems_of(folder)
    assert str(problem).startswith(f"{folder / 'workbook.yaml'}:12:18: There is no file `look.yaml`")
    assert problem.message.endswith("did you mean `loook`?")


def test_a_folder_without_a_manifest_is_told(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path)
    assert str(problem).startswith(f"{tmp_path / 'workbook.yaml'}:1:1: There is no file `workbook.yaml`")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "There is no such folder" in problems_of(tmp_path / "nowhere")[0].message


def test_a_file_given_as_the_folder_is_told() -> None:
    assert "This is a file" in problems_of(OTHER_GUIDE / "workbook.yaml")[0].message


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    (folder / "look.yaml").unlink()
    (folder / "look.yaml").mkdir()
    (problem,) = problems_of(folder)
    assert problem.message == "`look.yaml` is a folder; it must be a file."


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "may not be read; give yourself permission"),
        (OSError(errno.EIO, "Input/output error"), "cannot be read (Input/output error)"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(
    error: OSError, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, read = copy_of_sample(tmp_path), Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "look.yaml":
            raise error
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (problem,) = problems_of(folder)
    assert says in problem.message


@pytest.mark.parametrize("name", [name for name in FILES if name != "workbook.yaml"])
def test_a_broken_file_does_not_make_its_refs_look_missing(name: str, tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    (folder / name).write_text("id: [\n", "utf-8")
    (problem,) = problems_of(folder)
    assert problem.file == str(folder / name)


def test_the_other_files_are_checked_beside_a_broken_one(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    (folder / "settle.yaml").write_text("\tid: x\n", "utf-8")
    exchange(folder / "closing.yaml", "low: very low", "lwo: very low")
    told = [problem.message for problem in problems_of(folder)]
    assert len(told) == 2
    assert "did you mean `low`?" in told[0]
    assert "tab" in told[1]


def test_files_that_the_manifest_does_not_name_are_left_alone(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    (folder / "notes.yaml").write_bytes(b"\xff\t:")
    assert load_guide(folder) == load_guide(OTHER_GUIDE)


def test_problems_are_told_once_and_in_order(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    for old, new in (("max_rows: 10", "max_rows: 0"), ("bank: contacts", "bank: x"), ("width: 18", "width: 0")):
        exchange(folder / "look.yaml", old, new)
    with pytest.raises(GuideError) as caught:
        load_guide(folder)
    assert list(caught.value.problems) == sorted(set(caught.value.problems))
    assert str(caught.value) == "\n".join(str(problem) for problem in caught.value.problems)


def test_the_folder_is_read_without_loading_yaml_until_then() -> None:
    code = "import sys, workbook.guide.loader; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.fixture(scope="module")
def mangled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample guide to mangle, put right before each time."""
    return copy_of_sample(tmp_path_factory.mktemp("mangled"))


def _load_with(folder: Path, name: str, data: bytes) -> None:
    shutil.copytree(OTHER_GUIDE, folder, dirs_exist_ok=True)
    (folder / name).write_bytes(data)
    try:
        assert isinstance(load_guide(folder), Guide)
    except GuideError as error:
        assert error.problems
        for problem in error.problems:
            assert problem.line >= 1
            assert problem.column >= 1
            assert problem.message.endswith((".", "?"))


@given(st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_mangled_bytes_are_told_or_harmless(mangled: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(FILES))
    whole = (OTHER_GUIDE / name).read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    mangling = st.binary(max_size=8) | st.sampled_from(
        [
            b"\t",
            b"{",
            b"[",
            b"- ",
            b": ",
            b"'",
            b'"',
            b"&a ",
            b"*a",
            b"{{",
            b"}}",
            b"|",
            b"!!x ",
            b"~",
            b"1",
            b"\n",
            b"a.b.c",
        ]
    )
    _load_with(mangled, name, whole[:start] + data.draw(mangling) + whole[end:])


@given(st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_lines_lost_or_moved_are_told_or_harmless(mangled: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(FILES))
    lines = (OTHER_GUIDE / name).read_bytes().splitlines(keepends=True)
    line = lines.pop(data.draw(st.integers(0, len(lines) - 1)))
    if data.draw(st.booleans()):
        indent = b" " * data.draw(st.integers(0, 8))
        lines.insert(data.draw(st.integers(0, len(lines))), indent + line.lstrip())
    _load_with(mangled, name, b"".join(lines))


@given(st.binary(max_size=60))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_at_all_are_told(mangled: Path, data: bytes) -> None:
    _load_with(mangled, "settle.yaml", data)


def test_a_problem_is_one_line_even_when_it_quotes_several(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    exchange(folder / "opening.yaml", "is: I never heard back", 'is: "I never\\nheard"')
    with pytest.raises(GuideError) as caught:
        load_guide(folder)
    assert str(caught.value).count("\n") == 0
