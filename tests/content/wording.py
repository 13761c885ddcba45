"""Every string of a guide with where it stands, so that a test can name the sentence it objects to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

PIPE = re.compile(r"\{\{(?P<path>[^{}|]*)(?:\|(?P<fallback>[^{}]*))?\}\}")
"""A pipe: the path of an answer and what stands there when it is blank."""

SENTENCES = frozenset(
    {
        "intro",
        "body",
        "tip",
        "text",
        "label",
        "help",
        "empty",
        "lead",
        "everyday",
        "work",
        "foot",
        "low_mood_card",
    }
)
"""The keys whose words are read as sentences, rather than picked or typed over."""


class Words(NamedTuple):
    """One string of the guide."""

    where: str
    key: str
    text: str

    @property
    def spoken(self) -> str:
        """The text as it reads with nothing answered."""
        return PIPE.sub(lambda pipe: pipe["fallback"] or "", self.text)


def words_of(thing: Any, where: str = "", key: str = "") -> Iterator[Words]:
    """Every string in a guide or a piece of it, headings and ids as well."""
    if isinstance(thing, str):
        yield Words(where, key, thing)
    elif isinstance(thing, msgspec.Struct):
        here = f"{where}.{name}" if (name := getattr(thing, "id", "")) else where
        for attribute in thing.__struct_fields__:
            yield from words_of(getattr(thing, attribute), here, attribute)
    elif isinstance(thing, Mapping):
        for heading, item in thing.items():
            yield Words(where, key, str(heading))
            yield from words_of(item, where, key)
    elif isinstance(thing, tuple):
        for item in thing:
            yield from words_of(item, where, key)


def sentences_of(thing: Any) -> Iterator[Words]:
    """Every sentence of a guide's prose and letters, one at a time, as it reads with nothing answered."""
    for words in words_of(thing):
        if words.key in SENTENCES or words.key in {"prefill", "subject"}:
            for sentence in split(words.spoken):
                yield Words(words.where, words.key, sentence)


def split(text: str) -> list[str]:
    """Sentences of a Markdown text; a list item or a paragraph ends one too."""
    plain = re.sub(r"[*`_]", "", text)
    blocks = re.split(r"\n\s*\n|\n?^\s*(?:[-+]|\d+\.)\s+", plain, flags=re.MULTILINE)
    ends = re.compile(r"(?<=[.?!…])[\"')]*\s+(?=[\"'(A-Z])")
    parts = (" ".join(part.split()) for block in blocks for part in ends.split(block))
    return [part for part in parts if part]
