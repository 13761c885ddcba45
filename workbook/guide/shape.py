"""Whether a file has the shape the model asks for: its keys, and the type of each value.

The model's own classes say what is asked for; there is no second list. A file with mistakes is repaired as
far as what was meant is plain (a misspelt key, a number for a text), so that the checks that come after find
what else is wrong with it, and do not report what a misspelling hides.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from msgspec import inspect

from workbook.guide.here import Here
from workbook.guide.nodes import Entries, Items, Node, Scalar
from workbook.guide.shape_words import expected, found, kinds_with_key
from workbook.guide.spelling import closest, did_you_mean, listed

if TYPE_CHECKING:
    from workbook.guide.problems import Problem

_BOOLS = {"yes": True, "on": True, "y": True, "no": False, "off": False, "n": False}
"""Words that other versions of YAML take for true and false."""


class Shaped(NamedTuple):
    """A file as the model's struct, with the tree it was made from."""

    struct: Any
    """None where too little could be made out."""
    here: Here
    problems: list[Problem]
    whole: bool
    """Whether nothing had to be left out; if something had to, what seems missing may only be misspelt."""


def shape(here: Here, struct: type) -> Shaped:
    """Make a struct of a file's tree, or say everything that is wrong with it."""
    try:
        return Shaped(msgspec.convert(here.node.plain, struct), here, [], whole=True)
    except msgspec.ValidationError as error:
        fitter = _Fitter(here)
        node = fitter.fit(here.node, _info(struct), "")
        problems = fitter.problems or [here.problem(f"This does not fit: {error}.")]
    if node is None:
        return Shaped(None, here, problems, whole=False)
    return Shaped(_convert(node, struct), Here(here.source, node), problems, whole=not fitter.lost)


def _convert(node: Node, struct: type) -> Any:
    try:
        return msgspec.convert(node.plain, struct)
    except msgspec.ValidationError:
        return None


@cache
def _info(struct: type) -> inspect.Type:
    return inspect.type_info(struct)


class _Fitter:
    """Walks a tree beside the model, collects problems, and hands back what fits."""

    def __init__(self, here: Here) -> None:
        self.source = here.source
        self.problems: list[Problem] = []
        self.lost = False

    def say(self, node: Node, message: str) -> None:
        """Note a problem with a node."""
        self.problems.append(Here(self.source, node).problem(message))

    def fit(self, node: Node, wanted: inspect.Type, name: str) -> Node | None:
        """The node as this type, repaired if need be; None when it cannot be used."""
        types = wanted.types if isinstance(wanted, inspect.UnionType) else (wanted,)
        match node:
            case Entries():
                return self._entries(node, types, name)
            case Items():
                return self._items(node, types, name)
            case Scalar():
                return self._scalar(node, types, name)

    def _wrong(self, node: Node, types: tuple[inspect.Type, ...], name: str) -> None:
        self.lost = True
        about = f"`{name}`: " if name else ""
        empty = isinstance(node, Scalar) and node.value is None
        advice = "; write it, or take the key out" if empty else ""
        self.say(node, f"{about}{expected(types)} expected, found {found(node, self.source)}{advice}.")

    def _items(self, node: Items, types: tuple[inspect.Type, ...], name: str) -> Node | None:
        for one in types:
            if isinstance(one, inspect.VarTupleType):
                items = [self.fit(item, one.item_type, name) for item in node.items]
                kept = tuple(item for item in items if item is not None)
                self.lost |= len(kept) < len(items)
                return msgspec.structs.replace(node, items=kept)
        self._wrong(node, types, name)
        return None

    def _entries(self, node: Entries, types: tuple[inspect.Type, ...], name: str) -> Node | None:
        structs = [one for one in types if isinstance(one, inspect.StructType)]
        for one in types:
            if isinstance(one, inspect.DictType):
                values = {key: (at, self.fit(value, one.value_type, key)) for key, (at, value) in node.entries.items()}
                kept = {key: (at, value) for key, (at, value) in values.items() if value is not None}
                return msgspec.structs.replace(node, entries=kept)
        if not structs:
            self._wrong(node, types, name)
            return None
        if structs[0].tag_field is None:
            return self._struct(node, structs[0], [])
        return self._tagged(node, structs, structs[0].tag_field)

    def _tagged(self, node: Entries, structs: list[inspect.StructType], tag: str) -> Node | None:
        """A field: which struct it is depends on its kind."""
        kinds = {str(one.tag): one for one in structs}
        if tag not in node.entries:
            self.lost = True
            self.say(node, f"`{tag}` is missing here; it is one of {listed(kinds)}.")
            return None
        key, value = node.entries[tag]
        written = str(value.value) if isinstance(value, Scalar) else ""
        kind = written if written in kinds else closest(written, kinds)
        if kind != written:
            guess = did_you_mean(written, kinds)
            self.say(value, f"There is no `{tag}` called `{written}`{guess or '.'} It is one of {listed(kinds)}.")
        elif not kind:
            self.say(value, f"`{tag}` is one of {listed(kinds)}, not {found(value, self.source)}.")
        if not kind:
            self.lost = True
            return None
        meant = Scalar(kind, value.line, value.column)
        entries = {**node.entries, tag: (key, meant)}
        return self._struct(msgspec.structs.replace(node, entries=entries), kinds[kind], structs)

    def _struct(self, node: Entries, struct: inspect.StructType, kinds: list[inspect.StructType]) -> Node | None:
        wanted = {field.encode_name: field for field in struct.fields}
        tag = struct.tag_field
        entries = {} if tag is None else {tag: node.entries[tag]}
        meant: set[str] = set()
        for key, (at, value) in node.entries.items():
            if key == tag:
                continue
            if key not in wanted and self._is_loose_text(at, value):
                self.say(at, f"`{key}` has no value. If it is part of a text with a comma, quote the whole text.")
                continue
            field = wanted.get(key) or wanted.get(self._unknown(key, at, node, struct, kinds))
            if field is None:
                self.lost = True
                continue
            meant.add(field.encode_name)
            fitted = self.fit(value, field.type, field.encode_name)
            if fitted is not None:
                entries[field.encode_name] = (at, fitted)
        for name, field in wanted.items():
            if field.required and name not in meant:
                self.say(node, f"`{name}` is missing here.")
        if all(name in entries for name, field in wanted.items() if field.required):
            return msgspec.structs.replace(node, entries=entries)
        self.lost = True
        return None

    def _is_loose_text(self, key: Scalar, value: Node) -> bool:
        """Whether a key is what a comma cut off from a text in a `{…}` without quotes."""
        nothing = isinstance(value, Scalar) and value.value is None and not self.source.written(value)
        return nothing and not self.source.text.startswith(":", key.end)

    def _unknown(
        self, key: str, at: Scalar, node: Entries, struct: inspect.StructType, kinds: list[inspect.StructType]
    ) -> str:
        """Report a key the struct does not have; the key that was meant, if that is plain and still free."""
        names = [field.encode_name for field in struct.fields]
        elsewhere = kinds_with_key(key, kinds)
        if elsewhere:
            self.say(at, f"`{key}` is not a key of kind `{struct.tag}`; it belongs to {listed(elsewhere, 'and')}.")
            return ""
        free = [name for name in names if name not in node.entries]
        guess = closest(key, free)
        if guess:
            self.say(at, f"Unknown key `{key}`; did you mean `{guess}`?")
        else:
            self.say(at, f"Unknown key `{key}`. The keys here are {listed(names, 'and')}.")
        return guess

    def _scalar(self, node: Scalar, types: tuple[inspect.Type, ...], name: str) -> Node | None:
        for one in types:
            match one, node.value:
                case (
                    (inspect.StrType(), str())
                    | (inspect.BoolType() | inspect.NoneType(), bool() | None)
                    | (inspect.IntType() | inspect.FloatType(), int())
                    | (inspect.FloatType(), float())
                ) if _is_value(one, node.value):
                    return node
                case inspect.LiteralType(), str() if node.value in one.values:
                    return node
        return self._repaired(node, types, name)

    def _repaired(self, node: Scalar, types: tuple[inspect.Type, ...], name: str) -> Node | None:
        """Say what is wrong with a single value, and go on with what was probably meant."""
        about = f"`{name}`: " if name else ""
        for one in types:
            match one:
                case inspect.StrType() if node.value is not None:
                    written = self.source.written(node)
                    self.say(node, f"{about}text expected, found {found(node, self.source)}; put it in quotes.")
                    return msgspec.structs.replace(node, value=written)
                case inspect.LiteralType() if isinstance(node.value, str):
                    choices = [str(value) for value in one.values]
                    guess = did_you_mean(node.value, choices)
                    message = f"{about}`{node.value}` is not among {listed(choices, 'and')}{guess or '.'}"
                    self.say(node, message)
                    return None
                case inspect.BoolType() if str(node.value).casefold() in _BOOLS:
                    value = _BOOLS[str(node.value).casefold()]
                    self.say(node, f"{about}write `{'true' if value else 'false'}` instead of `{node.value}`.")
                    return msgspec.structs.replace(node, value=value)
                case inspect.VarTupleType() if node.value is not None:
                    self.say(node, f"{about}a list expected; write `[{self.source.written(node)}]`.")
                    return self.fit_quietly(node, one)
        self._wrong(node, types, name)
        return None

    def fit_quietly(self, node: Scalar, wanted: inspect.VarTupleType) -> Node | None:
        """A list of this one value, if it fits as an item."""
        before = len(self.problems)
        item = self.fit(node, wanted.item_type, "")
        del self.problems[before:]
        return None if item is None else Items((item,), node.line, node.column)


def _is_value(wanted: inspect.Type, value: object) -> bool:
    """Whether a value is of a type, true and false being no numbers."""
    if isinstance(wanted, inspect.NoneType):
        return value is None
    if isinstance(wanted, inspect.BoolType):
        return isinstance(value, bool)
    return not isinstance(value, bool)
