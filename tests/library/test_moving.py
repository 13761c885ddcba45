"""Taking out and bringing in: nothing lost, nothing written over, all checked first."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.library.samples import MOOD, ROLE, WORDS, everything, guide, through_a_file, written
from tests.library.test_storage import DAMAGED
from workbook.library.errors import DamagedFile, ImportProblem, LibraryError
from workbook.library.exchange import parse
from workbook.library.importing import Report, import_
from workbook.library.library import Library
from workbook.library.moving import export


def test_what_is_exported_is_imported_with_nothing_lost(library: Library, other: Library, whole: str) -> None:
    exported = export(library, [whole])
    report = import_(other, through_a_file(exported))
    assert report == Report(added=(whole,))
    assert report.lines == ("Added one workbook.",)
    assert other.read(whole) == library.read(whole)
    assert other.guide(library.read(whole).guide.digest) == guide()
    assert other.entries()[0].title == library.entries()[0].title
    assert export(other, [whole]) == exported


def test_the_export_is_as_documented(library: Library, whole: str) -> None:
    exported = export(library, [whole])
    assert list(exported) == ["format", "version", "workbooks", "guides"]
    assert (exported["format"], exported["version"]) == ("recovery-workbook", 3)
    [workbook] = exported["workbooks"]
    record = library.read(whole)
    assert set(workbook) == {
        *("id", "title", "route", "created", "updated", "completed", "position", "visited"),
        *("writing_sittings", "guide", "answers", "notes", "earlier_answers", "let_go", "marks"),
    }
    assert workbook["guide"] == {"id": "sample", "version": "1", "digest": record.guide.digest}
    assert workbook["answers"][MOOD] == {"value": 0, "updated": "2026-05-03T09:30:01+02:00"}
    assert workbook["notes"][0] == {"at": "2026-05-04T10:00:00+02:00", "text": "later"}
    assert list(exported["guides"]) == [record.guide.digest]


@pytest.mark.parametrize("form", [{"indent": 4}, {"sort_keys": True}, {"ensure_ascii": False}])
def test_an_export_that_was_laid_out_otherwise_is_the_same(
    library: Library, other: Library, whole: str, form: dict[str, Any]
) -> None:
    import_(other, through_a_file(export(library, [whole]), **form))
    assert other.read(whole) == library.read(whole)
    assert other.guide(library.read(whole).guide.digest) == guide()


def test_importing_again_changes_nothing(library: Library, whole: str) -> None:
    library.entries()
    before = everything(library.folder)
    report = import_(library, export(library, [whole]))
    assert report == Report(same=(whole,))
    assert report.lines == ("One workbook already here, and the same.",)
    assert everything(library.folder) == before


def test_a_dry_run_says_it_all_and_does_nothing(library: Library, other: Library, whole: str) -> None:
    exported = export(library, [whole])
    before = everything(other.folder)
    assert import_(other, exported, dry_run=True) == Report(added=(whole,))
    assert everything(other.folder) == before


def change(exported: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """Return an export with one thing in it changed."""
    changed = copy.deepcopy(exported)
    *way, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    inner: Any = changed
    for step in way:
        inner = inner[step]
    inner[last] = value
    return changed


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("format", "diary", "not an export"),
        ("version", 4, "newer version"),
        ("version", "1", "version"),
        ("mood", 1, "mood"),
        ("workbooks", {}, "workbooks"),
        ("workbooks/0/id", 7, r"workbooks\[0\].id"),
        ("workbooks/0/id", "../../etc", "no ID"),
        ("workbooks/0/created", "yesterday", r"workbooks\[0\].created"),
        ("workbooks/0/created", "2026-05-03T09:30:01", r"workbooks\[0\].created"),
        ("workbooks/0/colour", "green", "colour"),
        ("workbooks/0/answers", ["x"], r"workbooks\[0\].answers"),
        ("workbooks/0/answers/x", {"value": 1}, r"workbooks\[0\].answers"),
        ("workbooks/0/notes", [{"at": "2026-05-03T09:30:01Z", "text": 5}], r"notes\[0\].text"),
        ("workbooks/0/visited", [None], r"visited\[0\]"),
        ("workbooks/0/guide", None, r"workbooks\[0\].guide"),
        ("workbooks/1", "x", r"workbooks\[1\]"),
        ("guides/abc", {"no": "guide"}, "no guide"),
    ],
)
def test_a_mistake_is_told_with_its_place_before_anything_is_touched(
    library: Library, other: Library, whole: str, path: str, value: object, words: str
) -> None:
    exported = export(library, [whole])
    if path == "workbooks/1":
        exported["workbooks"].append(None)
    before = everything(other.folder)
    with pytest.raises(ImportProblem, match=words) as raised:
        import_(other, change(exported, path, value))
    assert "Nothing was changed." in str(raised.value)
    assert everything(other.folder) == before


def test_a_workbook_twice_in_one_file_is_refused(library: Library, other: Library, whole: str) -> None:
    exported = export(library, [whole])
    exported["workbooks"] *= 2
    with pytest.raises(ImportProblem, match="twice"):
        import_(other, exported)


def test_a_guide_under_a_false_name_is_refused(library: Library, other: Library, whole: str) -> None:
    exported = export(library, [whole])
    [guide_plain] = exported["guides"].values()
    guide_plain["manifest"]["title"] = "Another"
    with pytest.raises(ImportProblem, match="not the one its name says"):
        import_(other, exported)


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_file_that_is_no_export_is_refused_in_plain_words(other: Library, data: bytes) -> None:
    before = everything(other.folder)
    with pytest.raises(ImportProblem):
        import_(other, parse(data, "export.json"))
    assert everything(other.folder) == before


def test_an_answer_nested_without_end_is_refused(library: Library, other: Library, whole: str) -> None:
    deep: object = "x"
    for _ in range(900):
        deep = [deep]
    with pytest.raises(ImportProblem, match="deeper"):
        import_(other, change(export(library, [whole]), "workbooks/0/answers/x", {"value": deep}))


def test_a_workbook_whose_guide_is_nowhere_is_kept_and_told(library: Library, other: Library, whole: str) -> None:
    exported = {**export(library, [whole]), "guides": {}}
    report = import_(other, exported)
    assert report.without_guide == (whole,)
    assert other.read(whole) == library.read(whole)
    assert import_(library, exported).without_guide == ()


def test_one_that_cannot_be_read_is_told_and_does_not_stop_the_others(library: Library, whole: str) -> None:
    torn = written(library)
    library.places.workbook(torn).write_bytes(b"torn")
    with pytest.raises(DamagedFile):
        export(library, [torn, whole])
    skipped: list[LibraryError] = []
    exported = export(library, [torn, whole], skipped)
    assert [each["id"] for each in exported["workbooks"]] == [whole]
    assert [torn in str(error) for error in skipped] == [True]


def test_a_workbook_exported_without_its_guide_at_hand_still_has_every_answer(library: Library, whole: str) -> None:
    library.guides.path(library.read(whole).guide.digest).unlink()
    exported = export(Library(library.folder), [whole])
    assert exported["guides"] == {}
    assert set(exported["workbooks"][0]["answers"]) == {ROLE, WORDS, MOOD}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from([WORDS, ROLE]), st.text(st.characters(codec=None), min_size=1), min_size=1))
def test_any_text_survives_export_and_import(library: Library, other: Library, answers: dict[str, str]) -> None:
    with library.new(guide(), answers) as workbook:
        pass
    import_(other, through_a_file(export(library, [workbook.id])))
    assert other.read(workbook.id) == library.read(workbook.id)
