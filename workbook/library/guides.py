"""The guides that workbooks began with, each kept once under its digest."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import msgspec

from workbook.library.errors import CannotRead, DamagedFile
from workbook.library.files import read_file, save_file
from workbook.library.record import GuideKey
from workbook.ready import made_ready

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.guide.model import Guide


class _SomePage(msgspec.Struct):
    id: str
    shortcut: str = ""


class _SomePart(msgspec.Struct):
    id: str
    pages: tuple[_SomePage, ...] = ()


class _SomeGuide(msgspec.Struct):
    """As much of a guide as its shortcuts need."""

    parts: tuple[_SomePart, ...] = ()


made_ready(_SomeGuide)


class Guides:
    """Guides by digest, in a folder. What is read is checked against its name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, Guide] = {}

    def path(self, digest: str) -> Path:
        """Return the file of the guide with this digest."""
        return self._folder / f"{digest}.json"

    def keep(self, guide: Guide) -> GuideKey:
        """Keep a guide, unless it is here already and whole. Raises CannotSave."""
        from workbook.guide.codec import encode

        return self.keep_bytes(encode(guide), guide)

    def keep_bytes(self, data: bytes, guide: Guide) -> GuideKey:
        """Keep a guide as the bytes it came in. Raises CannotSave."""
        from workbook.guide.codec import digest

        key = GuideKey(guide.manifest.id, guide.manifest.version, digest(data))
        if self._kept(key.digest) != data:
            save_file(self.path(key.digest), data)
        self._known[key.digest] = guide
        return key

    def _kept(self, digest: str) -> bytes | None:
        """Return the bytes kept under a digest, or None where there is nothing readable."""
        try:
            return read_file(self.path(digest))
        except (DamagedFile, CannotRead):
            return None

    def has(self, digest: str) -> bool:
        """Whether there is a guide of this digest that can be used."""
        try:
            self.get(digest)
        except (DamagedFile, CannotRead):
            return False
        return True

    def read(self, digest: str) -> bytes:
        """Return a guide's bytes, checked against its digest. Raises DamagedFile, also for a missing one."""
        from workbook.guide.codec import digest as digest_of

        path = self.path(digest)
        if not digest.isalnum():
            raise DamagedFile(path, "a workbook asks for it by a name no guide has")
        data = read_file(path)
        if data is None:
            raise DamagedFile(path, "the guide that a workbook began with is not there")
        if digest_of(data) != digest:
            raise DamagedFile(path, "it is not the guide it was when it was kept")
        return data

    def get(self, digest: str) -> Guide:
        """Return the guide with this digest. Raises DamagedFile."""
        if digest not in self._known:
            from workbook.guide.codec import decode
            from workbook.guide.problems import GuideError

            data = self.read(digest)
            try:
                self._known[digest] = decode(data)
            except GuideError as error:
                raise DamagedFile(self.path(digest), "this version cannot read it as a guide") from error
        return self._known[digest]

    def every(self) -> list[Guide]:
        """Return every guide here that can be read."""
        found = []
        for path in sorted(self._folder.glob("*.json")):
            with contextlib.suppress(DamagedFile, CannotRead):
                found.append(self.get(path.stem))
        return found

    def shortcuts(self, digest: str) -> dict[str, str]:
        """Return what to call the pages of a guide that Home offers directly, by ref; none where it cannot be read.

        Home is painted at every start, so no more of the guide is read for it, and nothing is checked.
        """
        try:
            guide = msgspec.json.decode(self._kept(digest) or b"{}", type=_SomeGuide)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return {}
        return {f"{part.id}.{page.id}": page.shortcut for part in guide.parts for page in part.pages if page.shortcut}
