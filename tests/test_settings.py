"""The settings: a mistake costs only itself, and saving keeps what else is there."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.library.damage import damage
from workbook import toml
from workbook.settings import Settings, load, save

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def write(path: Path, text: str | bytes) -> None:
    """Write a settings file by hand."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_no_file_is_no_mistake(path: Path) -> None:
    assert load(path) == (Settings(), ())


def test_what_is_saved_is_loaded(path: Path) -> None:
    chosen = Settings(theme="paper", name='Zoë "Z" \\ \n\x1b', day_first=True, keys={"next.page": "f9", "ü": "x"})
    save(path, chosen)
    assert load(path) == (chosen, ())
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_line_that_is_no_toml_is_told_by_number_and_the_rest_counts(path: Path) -> None:
    write(path, 'theme = "paper"\nname = Zoë\n\nday_first = true\n[keys]\nhelp = "f3"\nquit = "f10\n')
    settings, problems = load(path)
    assert settings == Settings(theme="paper", day_first=True, keys={"help": "f3"})
    assert [problem.partition(":")[0] for problem in problems] == [f"{path}, line 2", f"{path}, line 7"]


@pytest.mark.parametrize("quote", ['"', "'", '"""'])
def test_a_quote_that_is_not_closed_is_told_as_that_with_its_line(path: Path, quote: str) -> None:
    write(path, f'theme = "paper"\n\nname = {quote}Sam\nday_first = true\n')
    settings, problems = load(path)
    assert problems == (f"{path}, line 3: a quote is not closed. The line was passed over.",)
    assert settings == Settings(theme="paper", day_first=True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("theme = 3", "theme must be text"),
        ("name = true", "name must be text"),
        ('day_first = "yes"', "day_first must be true or false"),
        ('keys = "f3"', "keys must be a section"),
        ("[keys]\nhelp = 3", "keys.help must be text"),
        ('teme = "dark"', "no setting 'teme'. Did you mean 'theme'?"),
        ("colour = 1", "no setting 'colour'."),
        ('theme = "a"\ntheme = "b"', "line 2"),
    ],
)
def test_a_wrong_setting_is_told_by_name(path: Path, text: str, words: str) -> None:
    write(path, text)
    settings, [problem] = load(path)
    assert words in problem
    assert settings.name == ""


def test_a_wrong_setting_is_told_with_its_line(path: Path) -> None:
    top, keys = 'theme = "paper"\n# name = 3\nname = 3\n\n', '[ keys ] # mine\n"next.page" = 7\nhelp = "f3"\nname = 1\n'
    write(path, f"{top}{keys}[later]\nx = 1\n")
    settings, problems = load(path)
    assert settings.keys == {"help": "f3"}
    assert [problem.partition(":")[0].rpartition(" ")[2] for problem in problems] == ["3", "6", "8", "9"]


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x00" * 50, b"]\n" * 500, b'"""'])
def test_a_file_that_is_nothing_like_settings_stops_nothing(path: Path, data: bytes) -> None:
    write(path, data)
    settings, problems = load(path)
    assert settings == Settings()
    assert problems


def test_a_folder_in_its_place_stops_nothing(path: Path) -> None:
    path.mkdir(parents=True)
    assert load(path)[0] == Settings()
    assert "cannot be read" in load(path)[1][0]
    with pytest.raises(OSError, match="directory"):
        save(path, Settings(theme="paper"))


def test_a_link_to_the_file_stays_one(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "kept elsewhere" / "workbook.toml"
    real.parent.mkdir()
    write(real, '# mine\ntheme = "paper"\n')
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(real)
    save(path, Settings(theme="ink"))
    assert path.is_symlink()
    assert real.read_text() == '# mine\ntheme = "ink"\n'


def test_a_link_to_nothing_is_told_and_not_written_over(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(tmp_path / "not mounted" / "workbook.toml")
    settings, [problem] = load(path)
    assert settings == Settings()
    assert "a link to a file that is not there" in problem
    with pytest.raises(FileNotFoundError):
        save(path, Settings(theme="ink"))
    assert path.is_symlink()
    assert not (tmp_path / "not mounted").exists()


@pytest.mark.parametrize("kind", ["truncated", "empty", "zero-filled", "bit-flipped", "foreign JSON"])
def test_damaged_settings_stop_nothing_and_stay_beside_the_new_ones(path: Path, kind: str) -> None:
    write(path, 'theme = "paper"\nname = "Zoë"\n[keys]\nhelp = "f3"\n')
    left = damage(path, kind)
    assert left is not None
    _, problems = load(path)
    save(path, Settings(theme="ink"))
    assert load(path)[0].theme == "ink"
    beside = [each.read_bytes() for each in path.parent.iterdir() if each != path]
    assert not problems or left in beside or path.read_bytes().startswith(b"4heme"), "an unknown line stays where it is"


def test_saving_keeps_comments_and_what_is_not_known(path: Path) -> None:
    write(
        path,
        '# mine\ntheme = "old" # too dark\nfont = "big"\n\n'
        '[keys]\n# for the thumb\nhelp = "f3"\n\n[later]\nx = [1, 2]\n',
    )
    save(path, Settings(theme="paper", name="Zoë", keys={"help": "f4", "quit": "f10"}))
    assert path.read_text() == (
        '# mine\ntheme = "paper"\nfont = "big"\nname = "Zoë"\n\n'
        '[keys]\n# for the thumb\nhelp = "f4"\nquit = "f10"\n\n[later]\nx = [1, 2]\n'
    )


def test_a_setting_put_back_is_taken_out_of_the_file(path: Path) -> None:
    save(path, Settings(theme="paper", day_first=False, keys={"help": "f3"}))
    save(path, Settings())
    assert tomllib.loads(path.read_text()) == {}


def test_what_cannot_be_changed_line_by_line_is_still_kept(path: Path) -> None:
    write(path, 'note = """\ntheme = "inside"\n"""\ntheme = "old"\n[[list]]\nwhen = 2026-05-03\n[a.b]\nc = 1.5\n')
    save(path, Settings(theme="paper"))
    found = tomllib.loads(path.read_text())
    assert found.pop("theme") == "paper"
    assert found["note"] == 'theme = "inside"\n'
    assert found["a"] == {"b": {"c": 1.5}}
    assert str(found["list"][0]["when"]) == "2026-05-03"


def test_nothing_changed_is_not_written(path: Path) -> None:
    save(path, Settings(theme="paper"))
    before = path.stat().st_mtime_ns
    save(path, Settings(theme="paper"))
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize("data", [b'theme = "dark\nname = "Zo\xc3\xab"\n', b"\xff\xfe"])
def test_a_file_with_lines_that_cannot_be_read_is_kept_beside_the_new_one(path: Path, data: bytes) -> None:
    write(path, data)
    path.chmod(0o644)
    save(path, Settings(theme="paper", name=load(path)[0].name))
    assert load(path)[1] == ()
    [aside] = path.parent.glob("settings.toml.before-*")
    assert aside.read_bytes() == data
    assert aside.stat().st_mode & 0o777 == 0o600, "the name is in it"


def test_windows_line_ends_are_understood(path: Path) -> None:
    write(path, 'theme = "a"\r\nname = "b"\r\n')
    assert load(path) == (Settings(theme="a", name="b"), ())
    save(path, Settings(theme="c", name="b"))
    assert load(path) == (Settings(theme="c", name="b"), ())


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
plain = texts | st.integers(-(2**60), 2**60) | st.booleans() | st.dates() | st.floats(allow_nan=False)
values = st.recursive(plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3))


@hypothesis_settings(max_examples=100, deadline=None)
@given(st.dictionaries(texts, values, max_size=5))
def test_every_document_can_be_read_back(document: dict[str, object]) -> None:
    assert tomllib.loads(toml.document(document)) == document


@hypothesis_settings(max_examples=100, deadline=None)
@given(st.dictionaries(texts, values, max_size=4), st.dictionaries(texts, values, max_size=4))
def test_an_edited_document_says_what_it_should_or_is_written_anew(
    before: dict[str, object], after: dict[str, object]
) -> None:
    edited = toml.edited(toml.document(before), before, after)
    assert edited is None or tomllib.loads(edited) == after


def test_half_a_character_in_a_name_stops_no_saving(path: Path) -> None:
    save(path, Settings(name="a\ud800b"))
    assert load(path)[0].name == "a\ufffdb"
