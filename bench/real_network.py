"""`python -m bench.real_network --data FOLDER`: namings of a real network hidden at random, and who finds them again.

FOLDER holds `involvements.csv` (crime_no, person_no). With a share of the namings hidden, each measure ranks the hidden ones
among pairs that were never named; the figure is the chance that it puts a hidden one above one of those (AUC, 0.5 is a guess).
Beside our suggestion stand the indices of networkx on the same split. Between a clue and a person, whom no common neighbour
can join, they are summed over the other people of the clue, the nearest thing to what a suggestion is.
"""

import csv
import json
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path

import networkx
import numpy
import typer

from bench.real_network_page import ABOUT, Aucs, show, summary, with_section
from graph_service.analysis.network import matrix_of
from graph_service.analysis.suggesting import TO_MATTERS, TO_NAMINGS, strengths, ways

ROOT = Path(__file__).resolve().parent.parent
_NEVER_NAMED = 20_000  # pairs drawn to compare with, in each split
_INDICES = {
    "Adamic-Adar": networkx.adamic_adar_index,
    "resource allocation": networkx.resource_allocation_index,
    "Jaccard": networkx.jaccard_coefficient,
}
_PREFERENTIAL = "preferential attachment"
_OURS = "our suggestion"
_WAYS = "its ways alone"
Pairs = list[list[int]]


@dataclass(frozen=True)
class Split:
    """Clues and people by place, clues first, with the namings that are shown and those that are hidden."""

    clues: int
    size: int
    shown: Pairs
    hidden: Pairs
    random: random.Random

    @cached_property
    def graph(self) -> networkx.Graph:
        """Return the namings that are shown."""
        graph = networkx.Graph()
        graph.add_nodes_from(range(self.size))
        graph.add_edges_from(self.shown)
        return graph

    @cached_property
    def whole(self) -> networkx.Graph:
        """Return all namings."""
        graph = self.graph.copy()
        graph.add_edges_from(self.hidden)
        return graph


def main(
    data: Path = typer.Option(..., help="Folder with involvements.csv."),
    splits: int = typer.Option(10, help="How many times namings are hidden, each with its own seed."),
    share: float = typer.Option(0.2, help="Share of the namings that is hidden."),
    out: Path | None = typer.Option(None, help="File for the figures, as JSON."),
    page: Path | None = typer.Option(None, help="Page whose marked section is written anew, such as docs/quality.md."),
) -> None:
    """Measure every split, print the table and keep the figures."""
    namings = read_namings(data)
    about = ABOUT.format(share=share, splits=splits)
    found = [measured(split_of(namings, share, seed)) for seed in range(splits)]
    table = summary(found)
    show(table)
    if out:
        out.write_text(json.dumps({"splits": splits, "share": share, "auc": table}, indent=2), encoding="utf-8")
    if page:
        page.write_text(with_section(page.read_text(encoding="utf-8"), about, table), encoding="utf-8")


def read_namings(data: Path) -> list[tuple[str, str]]:
    """Return each clue with each person that it names, once."""
    with (data / "involvements.csv").open(encoding="utf-8", newline="") as rows:
        return sorted({(row["crime_no"], row["person_no"]) for row in csv.DictReader(rows)})


def split_of(namings: Sequence[tuple[str, str]], share: float, seed: int) -> Split:
    """Return the namings with a share of them hidden, the same for the same seed."""
    clues, people = (sorted({naming[end] for naming in namings}) for end in (0, 1))
    clue_at = {clue: place for place, clue in enumerate(clues)}
    person_at = {person: len(clues) + place for place, person in enumerate(people)}
    pairs = [[clue_at[clue], person_at[person]] for clue, person in namings]
    drawn = random.Random(seed)  # noqa: S311 - not for secrets
    drawn.shuffle(pairs)
    hidden = round(len(pairs) * share)
    return Split(len(clues), len(clues) + len(people), pairs[hidden:], pairs[:hidden], drawn)


def measured(split: Split) -> Aucs:
    """Return the AUC of every measure for every question."""
    never = _never_named(split)
    degree = split.graph.degree
    known = [[pair for pair in pairs if degree[pair[0]] and degree[pair[1]]] for pairs in (split.hidden, never)]
    sharing, hidden_sharing, apart = _clue_pairs(split)
    of_namings, of_clues = _of_namings(split), _of_clues(split)
    return {
        "hidden namings": _ranked(of_namings, split.hidden, never),
        "hidden namings, clue and person still named elsewhere": _ranked(of_namings, *known),
        "pairs of clues that share a person": _ranked(of_clues, sharing, apart),
        "pairs of clues that share none but hidden ones": _ranked(of_clues, hidden_sharing, apart),
    }


Measure = Callable[[Pairs], list[float]]


def _ranked(measures: dict[str, Measure], those: Pairs, others: Pairs) -> dict[str, float]:
    return {name: auc(measure(those), measure(others)) for name, measure in measures.items()}


def auc(those: Iterable[float], others: Iterable[float]) -> float:
    """Return the chance that one of those scores above one of the others; equal scores count half."""
    sorted_others = numpy.sort(numpy.fromiter(others, float))
    scores = numpy.fromiter(those, float)
    below, upto = (numpy.searchsorted(sorted_others, scores, side) for side in ("left", "right"))
    return float((below + upto).mean() / 2 / len(sorted_others))


def _of_namings(split: Split) -> dict[str, Measure]:
    matrix, clues = matrix_of(split.size, split.shown), list(range(split.clues))
    columns, alone = strengths(matrix, clues), ways(matrix, clues, TO_NAMINGS)
    measures: dict[str, Measure] = {
        _OURS: lambda pairs: [columns[person, clue] for clue, person in pairs],
        _WAYS: lambda pairs: [alone[person, clue] for clue, person in pairs],
    }
    for name, index in _INDICES.items():
        measures[name] = _lifted(split.graph, index)
    measures[_PREFERENTIAL] = _plain(split.graph, networkx.preferential_attachment)
    return measures


def _of_clues(split: Split) -> dict[str, Measure]:
    columns = ways(matrix_of(split.size, split.shown), list(range(split.clues)), TO_MATTERS)
    ours: Measure = lambda pairs: [columns[one, other] for one, other in pairs]  # noqa: E731 - one measure, two columns
    measures = {_OURS: ours, _WAYS: ours}
    for name, index in _INDICES.items():
        measures[name] = _plain(split.graph, index)
    measures[_PREFERENTIAL] = _plain(split.graph, networkx.preferential_attachment)
    return measures


def _plain(graph: networkx.Graph, index: Callable[..., Iterable[tuple[int, int, float]]]) -> Measure:
    return lambda pairs: [score for _, _, score in index(graph, pairs)]


def _lifted(graph: networkx.Graph, index: Callable[..., Iterable[tuple[int, int, float]]]) -> Measure:
    def summed(clue: int, person: int) -> float:
        return sum(score for _, _, score in index(graph, [(other, person) for other in graph[clue]]))

    return lambda pairs: [summed(clue, person) for clue, person in pairs]


def _never_named(split: Split) -> Pairs:
    found: set[tuple[int, int]] = set()
    while len(found) < min(_NEVER_NAMED, split.clues * (split.size - split.clues) // 2):
        clue, person = split.random.randrange(split.clues), split.random.randrange(split.clues, split.size)
        if not split.whole.has_edge(clue, person):
            found.add((clue, person))
    return [list(pair) for pair in sorted(found)]


def _clue_pairs(split: Split) -> tuple[Pairs, Pairs, Pairs]:
    """Return pairs of clues that share somebody, those that share nobody who is shown, and those that share nobody."""
    every, shown = (
        {pair for person in range(split.clues, split.size) for pair in combinations(sorted(graph[person]), 2)}
        for graph in (split.whole, split.graph)
    )
    apart = [pair for pair in combinations(range(split.clues), 2) if pair not in every]
    chosen = split.random.sample(apart, min(_NEVER_NAMED, len(apart)))
    return (
        [list(pair) for pair in sorted(every)],
        [list(pair) for pair in sorted(every - shown)],
        [list(pair) for pair in chosen],
    )


if __name__ == "__main__":
    typer.run(main)
