"""What every kind of field has in common, and the things to choose between."""

from __future__ import annotations

from workbook.guide.model.base import Struct
from workbook.guide.model.condition import Condition


class Option(Struct, frozen=True, kw_only=True):
    """One thing to choose."""

    value: str
    """What is kept in the answer and named in conditions."""
    label: str = ""
    """What is shown; the value itself when left out."""
    offers: str = ""
    """What choosing it offers as a button: `stop` (save and leave for today) or a page such as `evaluate.feedback`."""

    @property
    def text(self) -> str:
        """What is shown for this option."""
        return self.label or self.value


def options_of(raw: tuple[str | Option, ...]) -> tuple[Option, ...]:
    """Options as structs, whether they were written as plain text or as value and label."""
    return tuple(item if isinstance(item, Option) else Option(value=item) for item in raw)


class FieldBase(Struct, tag_field="kind", frozen=True, kw_only=True):
    """What every kind of field has in common. No field is ever required."""

    id: str
    label: str
    """The question, or the start of a sentence to finish. May pipe."""
    help: str = ""
    """A quiet line below the label. May pipe."""
    placeholder: str = ""
    """Shown in the empty box."""
    routes: tuple[str, ...] = ()
    """The routes that ask this; every route of its page when left out."""
    when: Condition | None = None
    """Shown only while this holds. An answer that was given stays kept while hidden."""
    prefill: str = ""
    """What an empty box starts with. May pipe. It counts as an answer only once the person changes it."""
    after_completion: bool = False
    """Can still be filled when the workbook is complete."""
    bank: str = ""
    """The bank across workbooks that this feeds: questions, research, strengths, candidates, ask, plans, contacts,
    words or kind. `content/README.md` says which columns a bank reads."""
    said_by: str = ""
    """For a bank: somebody else said this. Path of an earlier column that says who, told where it names just one."""
    follow_up: str = ""
    """For a date: what it is a date for, as shown in what is coming up, such as `Send the feedback request`."""
    names: bool = False
    """Holds names of other people, or how to reach them: left out of what is shared without names."""
    compare_with: str = ""
    """Ref of the earlier field asked in the same words, whose answer is shown beside this one."""

    @property
    def kind_name(self) -> str:
        """The kind as the content files write it, such as `long_text`."""
        return str(self.__struct_config__.tag)
