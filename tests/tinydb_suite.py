"""`python -m tests.tinydb_suite FOLDER`: TinyDB's own tests over the storage here.

FOLDER is a checkout or an unpacked source distribution of TinyDB, as `pip download --no-binary :all: --no-deps tinydb`
fetches it. Its tests are run from a copy, since their package has the name of this one, with its file storage replaced
by ours. What is left out, and why, is said in `LEFT_OUT`.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import pytest
import tinydb
import tinydb.storages

from workbook.library.storage import AtomicStorage

LEFT_OUT = {
    "test_storages.py::test_json_kwargs": "how the text is indented is no choice here",
    "test_storages.py::test_json_read": "there is no mode for reading only; the library opens such files itself",
    "test_storages.py::test_create_dirs": "folders are made by the library, private ones",
    "test_storages.py::test_json_invalid_directory": "nothing is opened before the first read or write, which tells",
    "test_storages.py::test_encoding": "the text is UTF-8, always",
    "test_storages.py::test_json_invalid_mode_warning": "there are no modes",
    "test_middlewares.py::test_caching_json_write": "it asks whether TinyDB's own file handle is closed",
    "test_tables.py::test_table_repr[json]": "it looks for the name of TinyDB's own class",
}


class LeavingOut:
    """Tells pytest not to run those."""

    def pytest_collection_modifyitems(self, items: list[pytest.Item], config: pytest.Config) -> None:
        """Take them out, and have pytest count them."""
        left = [item for item in items if item.nodeid.rpartition("/")[2] in LEFT_OUT]
        items[:] = [item for item in items if item not in left]
        config.hook.pytest_deselected(items=left)


class OurStorage(AtomicStorage):
    """Ours, made the way these tests make TinyDB's."""

    def __init__(self, path: str | Path, **_: object) -> None:
        super().__init__(Path(path), create=True)


def main(folder: Path) -> int:
    """Run them, and return pytest's status."""
    tinydb.JSONStorage = tinydb.storages.JSONStorage = OurStorage  # type: ignore[misc,assignment,attr-defined,unused-ignore]
    tinydb.TinyDB.default_storage_class = OurStorage  # type: ignore[assignment,unused-ignore]
    for test, why in LEFT_OUT.items():
        print(f"left out: {test} ({why})")
    with tempfile.TemporaryDirectory() as copied:
        suite = Path(copied, "suite")
        shutil.copytree(folder / "tests", suite)
        options = ["-q", "-c", "/dev/null", f"--rootdir={copied}", "-pno:cacheprovider"]
        return pytest.main([*options, str(suite)], plugins=[LeavingOut()])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
