"""Marks: small facts about an answer that a person sets later, without opening the workbook again.

A follow-up date that is done, a kind word that is pinned, a question that is the same as another one. A mark is known
by its key, `KIND:REF` or `KIND:REF:REST`. KIND says what the mark is for (`coming`, `pin`, `same`); REF is the answer
it is about, `part.page.field`, or the path of something inside it, `part.page.field.column`; REST tells apart what one
answer has several of. An empty value says that the mark was taken away, so that an older version of the workbook does
not bring it back.

Where the answer is let go, its marks go with it, from every copy. That works by REF alone: what a mark says
must therefore never hold words of another answer. To point at one, name its workbook and ref, or a digest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection


PIN = "pin"
"""The kind of the marks that pin kind words to Home."""


def mark_key(kind: str, ref: str, rest: str = "") -> str:
    """Return the key of a mark about the answer `ref`. Raises ValueError where that could not be read back."""
    if not kind or not ref or ":" in kind or ":" in ref:
        raise ValueError(f"{kind!r} and {ref!r} make no key of a mark")
    return f"{kind}:{ref}:{rest}" if rest else f"{kind}:{ref}"


def ref_of(key: str) -> str:
    """Return what a mark is about: a ref, or the path of something in an answer; empty where it is about none."""
    return [*key.split(":", 2), ""][1]


def field_ref(key: str) -> str:
    """Return the ref `part.page.field` of the answer that a mark is about."""
    return ".".join(ref_of(key).split(".")[:3])


def is_about(key: str, refs: Collection[str]) -> bool:
    """Whether a mark is about one of these answers, or about something in one of them."""
    return ref_of(key) in refs or field_ref(key) in refs
