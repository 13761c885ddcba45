"""People to talk to, as words to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workbook.ui.text import plain

if TYPE_CHECKING:
    from workbook.guide.model import Support

NONE = "This guide names nobody. findahelpline.com lists free helplines by country."
"""What is said when a guide has no support file."""


def support_words(support: Support | None) -> Content:
    """The lead, what to do when it cannot wait, where to find a line, then lines to call."""
    if support is None:
        return plain(NONE)
    blocks: list[Content] = [plain(support.lead)]
    numbers = "\n".join(f"  {number.where}: {number.call}" for number in support.emergency.numbers)
    blocks.append(plain(support.emergency.text, "bold").append(plain(f"\n{numbers}")))
    blocks.extend(plain(f"{one.name}: ", "bold").append(plain(f"{one.url}\n{one.text}")) for one in support.directory)
    for line in support.lines:
        checked = f" (checked {line.checked})" if line.checked else ""
        blocks.append(plain(f"{line.where}: {line.name}", "bold").append(plain(f"\n{line.how}{checked}")))
    blocks.extend(plain(text) for text in (support.everyday, support.work, support.foot) if text)
    return Content("\n\n").join(blocks)
