"""The installed command on a disk that is really full for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pty.full_disk import NoLargerFiles, SmallDisk, small_disk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.pty.conftest import Installed

COMPANY = "open.interview.company"


@pytest.fixture(params=["disk", "account"])
def filling(request: pytest.FixtureRequest, installed: Installed) -> Iterator[SmallDisk | NoLargerFiles]:
    """What fills up below the data folder: a disk of its own where one may be mounted, and what an account may use."""
    if request.param == "account":
        yield NoLargerFiles()
    else:
        yield from small_disk(installed.data)


def test_two_thousand_characters_through_a_full_disk_are_told_once_and_all_kept(
    installed: Installed, filling: SmallDisk | NoLargerFiles
) -> None:
    written = "".join(f"word {number:04} " for number in range(200)).strip()
    with installed.open("new") as terminal:
        terminal.wait_for("How would you like")
        terminal.send("ctrl+n")
        terminal.wait_for("Who was it with?")
        terminal.send("Kept before ")
        terminal.wait_until(lambda: "Kept before" in installed.written())
        filling.is_full(terminal.process.pid)
        for start in range(0, len(written), 500):
            part = written[start : start + 500]
            terminal.send(part)
            terminal.wait_for(part[-12:].strip())
            terminal.wait_for("Not saved yet:", gone="Saved ")
        assert "word 0001" not in installed.written()
        terminal.send("ctrl+q")
        terminal.wait_for("Before you leave", "Save a copy elsewhere", "Stay here")
        terminal.send("escape")
        terminal.wait_for("Not saved yet:", gone="Before you leave")
        filling.has_room(terminal.process.pid)
        terminal.wait_for("Saved ", gone="Not saved yet")
        terminal.send("ctrl+q")
        assert terminal.ended() == 0
    assert installed.answers()[COMPANY] == f"Kept before {written}"
