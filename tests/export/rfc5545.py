"""A small strict reader of iCalendar files, written from RFC 5545 and sharing nothing with what writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_NAME = re.compile(r"[A-Z0-9-]+")
_PARAMETER = re.compile(r';([A-Z0-9-]+)=("[^"\x00-\x08\x0a-\x1f\x7f]*"|[^";:,\x00-\x08\x0a-\x1f\x7f]*)')


@dataclass
class Component:
    """A component: its properties by name, each once, and those inside it."""

    name: str
    properties: dict[str, tuple[dict[str, str], str]] = field(default_factory=dict)
    inside: list[Component] = field(default_factory=list)

    def value(self, name: str) -> str:
        """The raw value of a property."""
        return self.properties[name][1]

    def text(self, name: str) -> str:
        """The value of a property that is text."""
        return unescaped(self.value(name))


def parse(data: bytes) -> Component:
    """Return the calendar in a file; fail where the file is not as the RFC says."""
    assert data.endswith(b"\r\n")
    physical = data.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 for line in physical), "a line is longer than 75 octets"
    assert not any(b"\n" in line or b"\r" in line for line in physical), "a line end of another kind"
    for line in physical:
        line.decode("utf-8")  # a fold must not go through a character
    assert not physical[0].startswith((b" ", b"\t"))
    lines: list[bytes] = []
    for line in physical:
        if line[:1] in (b" ", b"\t"):
            lines[-1] += line[1:]
        else:
            assert line, "an empty line"
            lines.append(line)
    root = Component("")
    stack = [root]
    for line in lines:
        name, parameters, value = _content(line.decode("utf-8"))
        if name == "BEGIN":
            made = Component(value)
            stack[-1].inside.append(made)
            stack.append(made)
        elif name == "END":
            assert stack.pop().name == value
        else:
            assert name not in stack[-1].properties, f"{name} is there twice"
            stack[-1].properties[name] = (parameters, value)
    assert stack == [root]
    [calendar] = root.inside
    _check(calendar)
    return calendar


def _content(line: str) -> tuple[str, dict[str, str], str]:
    assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", line), "a control character"
    name = _NAME.match(line)
    assert name, line
    at, parameters = name.end(), {}
    while found := _PARAMETER.match(line, at):
        parameters[found[1]] = found[2].strip('"')
        at = found.end()
    assert line[at] == ":", line
    return name[0], parameters, line[at + 1 :]


def unescaped(text: str) -> str:
    """Undo the escapes of a text; fail at a character that should have been escaped."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", text), text
    assert re.fullmatch(r"(?:[^\\]|\\[\\;,nN])*", text, re.DOTALL), text
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text)


def _check(calendar: Component) -> None:
    """That what must be there is, and says what it may."""
    assert calendar.name == "VCALENDAR"
    assert calendar.value("VERSION") == "2.0"
    assert calendar.value("PRODID")
    assert calendar.inside, "a calendar must have a component"
    for event in calendar.inside:
        assert event.name == "VEVENT"
        for name in ("DTSTAMP", "LAST-MODIFIED", "CREATED"):
            assert re.fullmatch(r"\d{8}T\d{6}Z", event.value(name)), name
        assert event.value("UID")
        assert re.fullmatch(r"\d+", event.value("SEQUENCE"))
        assert int(event.value("SEQUENCE")) < 2**31
        for name in ("DTSTART", "DTEND"):
            if name in event.properties:
                assert event.properties[name][0] == {"VALUE": "DATE"}
                assert re.fullmatch(r"\d{8}", event.value(name))
        assert event.value("STATUS") in ("CONFIRMED", "CANCELLED")
