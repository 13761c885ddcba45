"""TinyDB over our storage: everything it promises with its own, kept and read again from the disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import Query, TinyDB, where
from tinydb.middlewares import CachingMiddleware
from tinydb.operations import add, decrement, delete, increment, subtract
from tinydb.operations import set as put
from tinydb.table import Document

from workbook.library.errors import DamagedFile
from workbook.library.storage import AtomicStorage, Database

PEOPLE: tuple[dict[str, Any], ...] = (
    {"name": "Ada", "age": 36, "tags": ["maths", "poetry"], "at": {"city": "London"}},
    {"name": "Émile", "age": 0, "tags": [], "at": {"city": "Paris"}},
    {"name": "夏目 🌊", "age": 49, "tags": ["novels"], "at": {"city": "東京"}},
)

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "people.json"


@pytest.fixture
def db(path: Path) -> Iterator[TinyDB]:
    with TinyDB(path, storage=AtomicStorage, create=True) as opened:
        opened.insert_multiple(PEOPLE)
        yield opened


def again(path: Path, table: str = "_default") -> list[Document]:
    """Return what a program that starts afterwards finds."""
    with TinyDB(path, storage=AtomicStorage) as opened:
        found: list[Document] = opened.table(table).all()
        return found


def test_a_storage_that_was_never_written_holds_nothing(path: Path) -> None:
    storage = AtomicStorage(path, create=True)
    assert storage.read() is None
    assert not path.exists(), "reading makes no file"
    with TinyDB(path, storage=AtomicStorage, create=True) as empty:
        assert (len(empty), empty.all(), empty.tables(), empty.get(doc_id=1)) == (0, [], set(), None)
    assert not path.exists()


@given(st.dictionaries(st.text(max_size=8), json_values, max_size=5))
def test_any_json_object_comes_back_from_the_disk(tmp_path_factory: pytest.TempPathFactory, kept: Any) -> None:
    file = tmp_path_factory.mktemp("any") / "any.json"
    AtomicStorage(file, create=True).write(kept)
    assert repr(AtomicStorage(file).read()) == repr(kept), "and 1, 1.0 and true are told apart"


def test_a_file_of_the_library_holds_tables_of_documents_and_nothing_else(path: Path) -> None:
    path.write_bytes(b'{"_default": {"1": {"name": "Ada"}}, "beside": 3}')
    assert TinyDB(path, storage=AtomicStorage).all() == [{"name": "Ada"}]
    with pytest.raises(DamagedFile):
        Database(path).all()


def test_documents_are_numbered_on_and_on(db: TinyDB, path: Path) -> None:
    assert [each.doc_id for each in db] == [1, 2, 3]
    db.remove(doc_ids=[3])
    with TinyDB(path, storage=AtomicStorage) as later:
        assert later.insert({"name": "next"}) == 3, "a new handle counts on from what is there"
        assert later.insert(Document({"name": "chosen"}, doc_id=12)) == 12
        assert later.insert_multiple([{"name": "a"}, {"name": "b"}]) == [13, 14]
        with pytest.raises(ValueError, match="12"):
            later.insert(Document({"name": "twice"}, doc_id=12))
    assert [each.doc_id for each in again(path)] == [1, 2, 3, 12, 13, 14]


def test_tables_are_apart_and_go_one_by_one(db: TinyDB, path: Path) -> None:
    db.table("others").insert({"name": "Ada"})
    db.update({"age": 1})
    assert again(path, "others") == [{"name": "Ada"}]
    assert db.tables() == {"_default", "others"}
    db.drop_table("others")
    assert again(path, "others") == []
    assert len(again(path)) == 3
    db.drop_tables()
    assert again(path) == []
    assert path.exists(), "emptied is not gone"


def test_updating_touches_the_keys_named_and_no_others(db: TinyDB, path: Path) -> None:
    assert db.update({"age": 37}, where("name") == "Ada") == [1]
    assert again(path)[0] == {**PEOPLE[0], "age": 37}
    assert again(path)[1:] == list(PEOPLE[1:])
    db.update({"at": {"city": "Ockham"}}, doc_ids=[1])
    assert again(path)[0]["at"] == {"city": "Ockham"}, "a nested value is replaced as one, as TinyDB does it"
    db.update_multiple([({"age": 1}, where("age") == 0), (delete("tags"), where("name") == "Ada")])
    assert [each["age"] for each in again(path)] == [37, 1, 49]
    assert "tags" not in again(path)[0]


@pytest.mark.parametrize(
    ("change", "age"),
    [(increment("age"), 37), (decrement("age"), 35), (add("age", 4), 40), (subtract("age", 6), 30), (put("age", 9), 9)],
    ids=["increment", "decrement", "add", "subtract", "set"],
)
def test_operations_are_worked_on_what_is_kept(db: TinyDB, path: Path, change: Any, age: int) -> None:
    db.update(change, where("name") == "Ada")
    assert [each["age"] for each in again(path)] == [age, 0, 49]


def test_upserting_changes_what_is_found_and_adds_what_is_not(db: TinyDB, path: Path) -> None:
    assert db.upsert({"name": "Ada", "age": 40}, where("name") == "Ada") == [1]
    assert db.upsert({"name": "Kim"}, where("name") == "Kim") == [4]
    assert db.upsert(Document({"age": 2}, doc_id=2)) == [2]
    assert [(each["name"], each.get("age")) for each in again(path)] == [
        ("Ada", 40),
        ("Émile", 2),
        ("夏目 🌊", 49),
        ("Kim", None),
    ]


def test_removing_and_truncating(db: TinyDB, path: Path) -> None:
    assert db.remove(where("age") > 30) == [1, 3]
    assert again(path) == [PEOPLE[1]]
    db.truncate()
    assert again(path) == []
    assert db.insert({"name": "first again"}) == 1


someone = Query()

QUERIES = {
    "equal": (someone.name == "Ada", [1]),
    "unequal": (someone.name != "Ada", [2, 3]),
    "compared": ((someone.age >= 36) & (someone.age < 49), [1]),
    "either": ((someone.name == "Ada") | (someone.age == 0), [1, 2]),
    "not": (~(someone.age == 0), [1, 3]),
    "nested": (someone.at.city == "東京", [3]),
    "there": (someone.at.city.exists(), [1, 2, 3]),
    "not there": (someone.at.street.exists(), []),
    "any": (someone.tags.any(["novels", "poetry"]), [1, 3]),
    "all": (someone.tags.all(["maths", "poetry"]), [1]),
    "one of": (someone.name.one_of(["Émile", "Kim"]), [2]),
    "tested": (someone.name.test(str.isascii), [1]),
    "matched": (someone.name.matches("é", flags=re.IGNORECASE), [2]),
    "searched": (someone.name.search("🌊"), [3]),
    "part of it": (someone.fragment({"age": 36}), [1]),
    "nothing asked": (Query().noop(), [1, 2, 3]),
}


@pytest.mark.parametrize(("query", "found"), QUERIES.values(), ids=QUERIES.keys())
def test_queries_find_the_same_after_reopening(db: TinyDB, path: Path, query: Any, found: list[int]) -> None:
    assert [each.doc_id for each in db.search(query)] == found
    with TinyDB(path, storage=AtomicStorage) as later:
        assert [each.doc_id for each in later.search(query)] == found
        assert later.count(query) == len(found)
        assert later.contains(query) is bool(found)
        first = later.get(query)
    assert (first.doc_id if isinstance(first, Document) else None) == (found[0] if found else None)


def test_two_handles_see_what_the_other_wrote_and_neither_undoes_it(db: TinyDB, path: Path) -> None:
    with TinyDB(path, storage=AtomicStorage) as other:
        db.update({"age": 1}, where("name") == "Ada")
        other.update({"age": 2}, where("name") == "Émile")
        db.insert({"name": "Kim"})
        other.table("notes").insert({"text": "seen"})
        assert [each["age"] for each in db if "age" in each] == [1, 2, 49]
    assert (len(again(path)), len(again(path, "notes"))) == (4, 1)


def test_a_change_that_fails_midway_leaves_what_was_there(db: TinyDB, path: Path) -> None:
    def fail(document: Any) -> None:
        document["age"] = 100
        if document["name"] == "Émile":
            raise RuntimeError

    with pytest.raises(RuntimeError):
        db.update(fail)
    assert again(path) == list(PEOPLE)


def test_what_cannot_be_json_is_refused_and_the_file_stays(db: TinyDB, path: Path) -> None:
    with pytest.raises(TypeError):
        db.insert({"what": {1, 2}, "how": object()})
    assert again(path) == list(PEOPLE)


def test_a_cache_over_it_writes_once_and_at_the_latest_when_closed(path: Path) -> None:
    with TinyDB(path, storage=CachingMiddleware(AtomicStorage), create=True) as cached:  # type: ignore[no-untyped-call]
        cached.insert_multiple(PEOPLE)
        assert not path.exists()
    assert again(path) == list(PEOPLE)


def test_much_of_it_in_every_script(path: Path) -> None:
    text = "".join(map(chr, (*range(1, 0xD800), *range(0xE000, 0x11000))))
    with TinyDB(path, storage=AtomicStorage, create=True) as big:
        big.insert({"every character": text})
        big.insert_multiple({"number": number, "text": "long " * 20} for number in range(5000))
    found = again(path)
    assert found[0]["every character"] == text
    assert [each["number"] for each in found[1:]] == list(range(5000))
