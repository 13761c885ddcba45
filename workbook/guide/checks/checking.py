"""What every check needs: the names of the guide, and somewhere to put problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.guide.checks.targets import Target, target
from workbook.guide.spelling import did_you_mean, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workbook.guide.checks.index import Index, Order
    from workbook.guide.here import Here
    from workbook.guide.problems import Problem


class Checking:
    """One run of the checks over a guide."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.problems: list[Problem] = []

    def say(self, here: Here, message: str) -> None:
        """Note a problem with a value."""
        self.problems.append(here.problem(message))

    def path(
        self,
        path: str,
        here: Here,
        before: Order | None = None,
        *,
        say: Callable[[str], None] | None = None,
        summaries: bool = False,
    ) -> Target | None:
        """What a path leads to; None, with a problem, when that is nothing.

        `before` is what it must be asked earlier than. `say` reports at a place other than the whole value.
        `summaries` allows a summary, which shows something but holds no answer.
        """
        report = say or (lambda message: self.say(here, message))
        found = target(path, self.index)
        if isinstance(found, str):
            if found:
                report(found)
            return None
        if found.shape == "summary" and not summaries:
            report(f"`{found.at.ref}` is a summary and holds no answer; name the fields it is made from.")
            return None
        if before is not None and found.at.order >= before:
            report(self._late(found, before))
        return found

    def _late(self, found: Target, before: Order) -> str:
        ref, place = found.at.ref, found.at.here.node
        where = f"{found.at.here.source.file.replace(chr(92), '/').rpartition('/')[2]}, line {place.line}"
        if found.at.order == before:
            return f"`{ref}` refers to itself; use an answer that is given earlier."
        if found.at.order[:2] == before[:2]:
            return f"`{ref}` is asked on this page, but not before this ({where}); use an earlier answer."
        return f"`{ref}` comes later than this ({where}); use an earlier answer, or move one of the two."

    def option(self, value: str, options: Iterable[str] | None, here: Here, ref: str) -> None:
        """That a value is among the options of a field, where those are known."""
        known = None if options is None else list(dict.fromkeys(options))
        if known is not None and value not in known:
            guess = did_you_mean(value, known) or f"; it offers {listed(known, 'and')}."
            self.say(here, f"`{ref}` offers no `{value}`{guess}")

    def routes(self, routes: Iterable[str], here: Here) -> None:
        """That routes exist."""
        known = self.index.route_ids
        for number, route in enumerate(routes):
            if route not in known:
                guess = did_you_mean(route, known) or f"; there are {listed(known, 'and')}."
                self.say(here.at(number), f"There is no route `{route}`{guess}")
