"""How hard a text is to read: a small Flesch-Kincaid grade.

Kincaid and others (1975): 0.39 x words per sentence + 11.8 x syllables per word - 15.59. Syllables are
counted by groups of vowels, which is near enough for a check on plain English.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’-][A-Za-zÀ-ÿ]+)*")


def word_count(sentence: str) -> int:
    """Count the words of a sentence; a number counts as one."""
    return len(re.findall(r"[\wÀ-ÿ]+(?:['’-][\wÀ-ÿ]+)*", sentence))


def syllables(word: str) -> int:
    """Count the syllables of a word, roughly; never none."""
    letters = word.lower()
    groups = len(re.findall(r"[aeiouyà-ÿ]+", letters))
    silent = letters.endswith("e") and not letters.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)


def grade(sentences: Sequence[str]) -> float:
    """Tell the school grade in which these sentences are easy to read."""
    words = [word for sentence in sentences for word in WORD.findall(sentence)]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
