"""The figures of the real network: their summary, the table on the screen, the section of the page of quality."""

import statistics
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

Aucs = dict[str, dict[str, float]]  # by question, then by measure
Spreads = dict[str, dict[str, dict[str, float]]]
_BEGIN, _END = "<!-- real network -->", "<!-- end of real network -->"
ABOUT = """## The real network: suggested namings

Made by `python -m bench.real_network --data ../shared/data/crime_network --page docs/quality.md`: of the 1,476 namings of 829 people
in 551 clues (KONECT, moreno_crime) {share:.0%} are hidden at random, {splits} times, each with its own seed. AUC is the chance that a hidden
naming is ranked above a pair that was never named; 0.5 is a guess. The indices are those of networkx on the same split; a clue and a
person have no neighbour in common, so for these they are summed over the other people of the clue.

Where a clue or person is named nowhere else any more, nothing that is left speaks of the naming, whatever the measure: the second row
leaves these out. Ways and weights were chosen on the first three splits. Our suggestion weighs ways of three and five namings, and adds
a little for how often somebody is named; what the ways are worth alone stands beside it. For pairs of clues the ways have two, four
and six namings and nothing is added.
"""


def summary(found: Sequence[Aucs]) -> Spreads:
    """Return the mean, least and greatest AUC of each measure for each question."""
    return {
        question: {name: _spread([each[question][name] for each in found]) for name in found[0][question]}
        for question in found[0]
    }


def _spread(values: Sequence[float]) -> dict[str, float]:
    return {
        "mean": round(statistics.mean(values), 3),
        "least": round(min(values), 3),
        "greatest": round(max(values), 3),
    }


def with_section(page: str, about: str, table: Spreads) -> str:
    """Return the page with its marked section replaced by this one, at the end where it has none."""
    before, _, rest = page.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    names = list(next(iter(table.values())))
    lines = [
        f"| AUC, mean (least to greatest) |{''.join(f' {name} |' for name in names)}",
        "|---|" + "---|" * len(names),
    ]
    lines += [f"| {question} |{''.join(f' {_told(row[name])} |' for name in names)}" for question, row in table.items()]
    return "\n".join([f"{before.rstrip()}\n\n{_BEGIN}", about, *lines, "", f"{_END}{after.rstrip()}\n"])


def section_of(page: str) -> str:
    """Return the marked section of the page, for whoever writes the rest of it anew."""
    _, begin, rest = page.partition(_BEGIN)
    return f"{begin}{rest.partition(_END)[0]}{_END}\n" if begin else ""


def _told(figure: dict[str, float]) -> str:
    return f"{figure['mean']:.3f} ({figure['least']:.3f} to {figure['greatest']:.3f})"


def show(table: Spreads) -> None:
    """Print the figures."""
    names = list(next(iter(table.values())))
    shown = Table("AUC, mean (least to greatest)", *names)
    for question, row in table.items():
        shown.add_row(question, *(_told(row[name]) for name in names))
    Console().print(shown)
