"""All that one can do with a library, once: for `other_system`, which imports it when the system is another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.library.locks import PASSPHRASE, QUICK, as_another_process
from tests.library.samples import MOOD, ROLE, WORDS, guide, written
from workbook.library import locking
from workbook.library.backup import back_up
from workbook.library.changes import Changes
from workbook.library.copies import earlier_copies, put_back
from workbook.library.importing import import_
from workbook.library.joining import join
from workbook.library.library import Library
from workbook.library.moving import export
from workbook.library.restoring import plan, restore

if TYPE_CHECKING:
    from pathlib import Path


def live(folder: Path) -> None:
    """Do it, and see that it was done."""
    library = Library(folder / "data")
    workbook_id = written(library, open__start__role="Baker", feel__now__words="before")
    with library.open(workbook_id) as workbook:
        second = library.open(workbook_id)
        assert second.read_only
        second.close()
        workbook.save(Changes(answers={WORDS: "after", MOOD: 3}))
        assert workbook.forget([MOOD]) == ()
    assert not library.open(workbook_id, read_only=True).unsaved
    put_back(library, workbook_id, earlier_copies(library, workbook_id)[0])
    assert library.read(workbook_id).values[WORDS] == "before"

    copy = library.places.workbook(workbook_id).with_name(f"{workbook_id} 2.json")
    copy.write_bytes(library.places.workbook(workbook_id).read_bytes())
    join(library, workbook_id)
    library.places.workbook(workbook_id).write_bytes(b"torn")
    assert [entry.state for entry in library.entries()] == ["damaged"]
    library.recover(workbook_id)

    library.delete(workbook_id)
    library.restore(workbook_id)
    library.delete(written(library))
    assert library.empty_trash() == 1
    data = export(library, [workbook_id])
    assert import_(Library(folder / "other"), data).added == (workbook_id,)

    back_up(library, folder / "backup.zip")
    restore(library, plan(library, folder / "backup.zip"))
    locking.turn_on(library, PASSPHRASE, QUICK)
    as_another_process(library.folder)
    again = Library(library.folder)
    assert again.locked
    again.unlock(PASSPHRASE)
    with again.new(guide(), {ROLE: "Cook"}) as workbook:
        workbook.save(Changes(answers={WORDS: "sealed"}))
    locking.turn_off(again)
    assert sorted(entry.title for entry in Library(library.folder).entries()) == ["Baker", "Cook"]
