"""A page that was let go is nowhere on the disk any more."""

from __future__ import annotations

import json
from datetime import timedelta, timezone
from typing import TYPE_CHECKING

from tests.library.samples import PRIVATE, ROLE, WORDS, Clock, files_with, guide, written
from workbook.library.changes import Changes

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.library.library import Library

SECRET = "nobody-shall-read-this"


def sat(library: Library, sittings: int) -> str:
    """Return a workbook with the secret in it, in its earlier copies, and in the catalogue."""
    workbook_id = written(library, open__start__role=SECRET, feel__now__private=SECRET)
    for number in range(sittings):
        with library.open(workbook_id) as workbook:
            workbook.save(Changes(answers={WORDS: f"sitting {number}"}))
    return workbook_id


def test_a_let_go_page_is_gone_from_the_file_every_copy_and_the_catalogue(library: Library) -> None:
    workbook_id = sat(library, 7)
    assert len(files_with(library.folder, SECRET)) == 7  # the file, five copies, the catalogue
    with library.open(workbook_id) as workbook:
        assert workbook.forget([ROLE, PRIVATE]) == ()
        assert files_with(library.folder, SECRET) == []
        assert workbook.record.values == {WORDS: "sitting 6"}
        workbook.save(Changes(answers={WORDS: "another"}))
    assert files_with(library.folder, SECRET) == []
    assert len(list((library.places.earlier / workbook_id).iterdir())) == 5
    assert [entry.title for entry in library.entries()] == ["Begun 3 May 2026"]


def test_letting_go_before_any_save_of_a_sitting_leaves_no_copy_of_it(library: Library) -> None:
    workbook_id = sat(library, 0)
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={WORDS: "words"}))
        workbook.forget([ROLE, PRIVATE])
    assert files_with(library.folder, SECRET) == []


def test_letting_go_of_what_was_never_written_writes_nothing(library: Library) -> None:
    workbook_id = written(library, feel__now__words="words")
    path = library.places.workbook(workbook_id)
    before = path.stat()
    with library.open(workbook_id) as workbook:
        workbook.forget([PRIVATE])
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_what_a_stopped_save_left_unfinished_goes_too(library: Library) -> None:
    workbook_id = sat(library, 1)
    with library.open(workbook_id) as workbook:
        for folder, name in ((library.places.workbooks, workbook_id), (library.places.earlier / workbook_id, "2026")):
            (folder / f".{name}.json.0123456789ab.part").write_text(SECRET)
        workbook.forget([ROLE, PRIVATE])
        assert files_with(library.folder, SECRET) == []


def test_a_copy_that_cannot_be_read_is_named(library: Library) -> None:
    workbook_id = sat(library, 1)
    torn = library.places.workbooks / f"{workbook_id}.json.damaged-20260101-000000"
    torn.write_text(SECRET)
    readable = library.places.workbooks / f"{workbook_id}.json.outside-20260101-000000"
    readable.write_bytes(library.places.workbook(workbook_id).read_bytes())
    with library.open(workbook_id) as workbook:
        assert workbook.forget([ROLE, PRIVATE]) == (torn,)
    assert files_with(library.folder, SECRET) == [f"workbooks/{torn.name}"]


def test_a_file_that_is_found_torn_while_words_are_let_go_is_named(library: Library) -> None:
    workbook_id = sat(library, 1)
    with library.open(workbook_id) as workbook:
        library.places.workbook(workbook_id).write_text(f"{{ {SECRET}")
        [torn] = workbook.forget([ROLE, PRIVATE])
    assert files_with(library.folder, SECRET) == [f"workbooks/{torn.name}"]


def test_marks_go_with_what_is_let_go_and_only_those(library: Library) -> None:
    workbook_id = sat(library, 0)
    with library.open(workbook_id) as workbook:
        marks = {
            f"coming:{PRIVATE}": "done",
            f"coming:{PRIVATE}.0.when:{SECRET}": "done",
            f"pin:{ROLE}": SECRET,
            f"pin:{WORDS}": "top",
        }
        workbook.save(Changes(marks=marks))
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={WORDS: "words"}))
    with library.open(workbook_id) as workbook:
        workbook.forget([ROLE, PRIVATE])
        assert workbook.record.marked == {f"pin:{WORDS}": "top"}
        assert workbook.record.marks.keys() == {f"pin:{WORDS}"}
    assert files_with(library.folder, SECRET) == []
    assert len(files_with(library.folder, f"pin:{WORDS}")) == 2, "the file and its earlier copy"


def test_a_mark_is_forgotten_even_where_its_answer_is_gone_already(library: Library) -> None:
    workbook_id = written(library, feel__now__words="words")
    path = library.places.workbook(workbook_id)
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(marks={f"pin:{PRIVATE}": SECRET}))
        old = path.read_bytes()
        workbook.forget([PRIVATE])
        path.write_bytes(old)
        workbook.save(Changes(answers={ROLE: "Baker"}))
        assert workbook.record.marked == {}
    assert files_with(library.folder, SECRET) == []


def test_what_comes_back_from_outside_stays_let_go(library: Library) -> None:
    workbook_id = sat(library, 0)
    path = library.places.workbook(workbook_id)
    old = path.read_bytes()
    with library.open(workbook_id) as workbook:
        workbook.forget([ROLE, PRIVATE])
        path.write_bytes(old)
        workbook.save(Changes(answers={WORDS: "words"}))
        assert workbook.record.values == {WORDS: "words"}
    assert files_with(library.folder, SECRET) == []


def test_what_was_let_go_can_be_written_and_kept_again(library: Library) -> None:
    with library.new(guide(), {PRIVATE: SECRET}) as workbook:
        workbook.forget([PRIVATE])
        workbook.save(Changes(answers={PRIVATE: "kept after all"}))
    assert library.read(workbook.id).values == {PRIVATE: "kept after all"}


def test_file_names_say_no_words(library: Library, tmp_path: Path, clock: Clock) -> None:
    sat(library, 2)
    assert not [path for path in tmp_path.rglob("*") if SECRET in path.name]


def test_what_else_a_copy_holds_stays_when_an_answer_is_let_go(library: Library) -> None:
    workbook_id = sat(library, 1)
    [copy] = (library.places.earlier / workbook_id).iterdir()
    tables = json.loads(copy.read_bytes())
    tables["later"] = {"1": {"kept": True}}
    copy.write_text(json.dumps(tables))
    with library.open(workbook_id) as workbook:
        workbook.forget([ROLE, PRIVATE])
    assert json.loads(copy.read_bytes())["later"] == {"1": {"kept": True}}


def test_only_backups_from_before_a_restore_that_may_hold_the_workbook_are_named(
    library: Library, clock: Clock
) -> None:
    folder = library.places.before_restore
    folder.mkdir()
    clock.jump(days=10)
    workbook_id = written(library, feel__now__private=SECRET)
    begun = library.read(workbook_id).created
    older = [f"{begun - timedelta(seconds=5):%Y%m%d-%H%M%S}{rest}.zip" for rest in ("", "-2")]
    newer = [f"{begun + timedelta(days=1):%Y%m%d-%H%M%S}{rest}.zip" for rest in ("", "-2")]
    for name in (*older, *newer, "saved by hand.zip"):
        (folder / name).write_bytes(b"PK")
    with library.open(workbook_id) as workbook:
        assert [path.name for path in workbook.forget([PRIVATE])] == sorted([*newer, "saved by hand.zip"])


def test_a_backup_is_named_where_only_another_time_zone_makes_it_look_older(library: Library, clock: Clock) -> None:
    folder = library.places.before_restore
    folder.mkdir()
    workbook_id = written(library, feel__now__private=SECRET)
    clock.time = (clock.time + timedelta(hours=2)).astimezone(timezone(timedelta(hours=-5)))
    backup = folder / f"{clock():%Y%m%d-%H%M%S}.zip"
    backup.write_bytes(b"PK")
    with library.open(workbook_id) as workbook:
        assert workbook.forget([PRIVATE]) == (backup,)
