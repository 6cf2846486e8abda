"""The figures as a page: ratios first, for they outlive the machine; then the times they come from."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.fairness import Checked
from bench.measure import Rounds
from bench.shapes import QuestionShape

OURS, PEER, BARE, DRIVER = "leadlink", "@neo4j/graphql", "bare route", "raw driver"
_LEAST_OF_BARE = 0.7


@dataclass(frozen=True)
class Report:
    """Everything that one run of the questions found."""

    about: Sequence[str]
    shapes: Sequence[QuestionShape]
    sides: Sequence[str]
    checked: dict[str, Checked]
    rounds: Rounds

    def lines(self) -> list[str]:
        """Return the page."""
        return [
            *(f"- {line}" for line in self.about), "",
            "### Throughput, as ratios (16 clients; median of the rounds [least–largest])", "",
            *self._ratios(), "",
            "### Times: p50 / p95 in ms of one client, requests per second of 16", "",
            *self._times(), "",
            "### Processor time per request in ms: the side's own processes + Neo4j (one client)", "",
            *self._processor(), "",
            "### What was asked", "", *self._asked(), "",
        ]  # fmt: skip

    def _ratios(self) -> list[str]:
        others = [name for name in (PEER, BARE, DRIVER) if name in self.sides]
        rows = []
        for shape in self.shapes:
            cells = [self._ratio(shape, other) for other in others]
            rows.append([shape.name, *cells])
        return table(["question", *(f"leadlink : {name}" for name in others)], rows)

    def _ratio(self, shape: QuestionShape, other: str) -> str:
        found = self.rounds.ratio(shape, OURS, other)
        if found is None:
            return "–"
        wanted = {PEER: shape.floor, BARE: _LEAST_OF_BARE}.get(other)
        sign = "" if not wanted else f", wanted {wanted}: {'reached' if found[0] >= wanted else 'MISSED'}"
        return f"**{found[0]:.2f}** [{found[1]:.2f}–{found[2]:.2f}]{sign}"

    def _times(self) -> list[str]:
        rows = []
        for shape in self.shapes:
            cells = []
            for side in self.sides:
                found = self.rounds.middle(shape, side)
                cells.append(f"{found[0].p50:.2f} / {found[0].p95:.2f} / {found[1].per_second:,.0f}" if found else "–")
            rows.append([shape.name, *cells])
        return table(["question", *self.sides], rows)

    def _processor(self) -> list[str]:
        rows = []
        for shape in self.shapes:
            found = [self.rounds.middle(shape, side) for side in self.sides]
            cells = (f"{each[0].cpu:.2f} + {each[0].database:.2f}" if each else "–" for each in found)
            rows.append([shape.name, *cells])
        return table(["question", *self.sides], rows)

    def _asked(self) -> list[str]:
        rows = []
        for shape in self.shapes:
            checked = self.checked.get(shape.name)
            same = f"{checked.answers} bodies, {checked.mean_ids:.1f} ids each" if checked else "–"
            rows.append([shape.name, shape.about, same])
        return table(["question", "about", "answered alike by both GraphQL sides"], rows)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a table in Markdown."""
    drawn = [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)]
    return drawn
