"""Scores pairs of people: Splink weighs each pair, then the candidates of one person share what certainty there is."""

import math
from dataclasses import dataclass
from typing import Any

from graph_service.identity.engine import Engine
from graph_service.identity.frames import frames
from graph_service.identity.model import model
from graph_service.identity.people import PersonRecords
from graph_service.identity.thresholds import AMONG_KNOWN, LEAST_SCORE

_SMALLEST = 1_000  # people; what is rare among fewer is not rare in the world
UNIT_NAME = "unit name"
_HERE = Engine()
_FIELDS = ("name", "masked", "post", "unit", "born", "sex", "number", "phone", "text")


@dataclass(frozen=True)
class Weighed:
    """One field of a comparison: what was found and how much it says, in bits; below 0 it speaks against."""

    field: str
    found: str
    bits: float


@dataclass(frozen=True)
class Scored:
    """Two people who may be one."""

    loose: str
    known: str
    bits: float
    fields: tuple[Weighed, ...]
    score: float = 0.0

    def found(self, field: str) -> Weighed | None:
        """Return what the comparison of a field found, or None where a side says nothing."""
        return next((each for each in self.fields if each.field == field), None)


def score_people(people: PersonRecords, engine: Engine = _HERE) -> list[Scored]:
    """Return every pair worth looking at, best first."""
    if not people.loose or not people.known:
        return []
    population = max(len(people.known), _SMALLEST)
    settings = model(population, engine.size)
    labels = _labels(settings)
    pairs = [_scored(row, labels) for row in engine.predict(settings, *frames(people))]
    by_loose: dict[str, list[Scored]] = {}
    for pair in pairs:
        by_loose.setdefault(pair.loose, []).append(pair)
    shared = [each for group in by_loose.values() for each in _shared(group, population)]
    worth = [pair for pair in shared if pair.score >= LEAST_SCORE]
    return sorted(worth, key=lambda each: (-each.score, each.loose, each.known))


def _shared(group: list[Scored], population: int) -> list[Scored]:
    """Return the candidates of one person with their scores, of which no more than one can be right."""
    prior = AMONG_KNOWN / population
    odds = [prior * math.exp2(min(pair.bits, 500)) for pair in group]
    whole = sum(odds) + 1 - AMONG_KNOWN
    return [
        Scored(pair.loose, pair.known, pair.bits, pair.fields, round(each / whole, 6))
        for pair, each in zip(group, odds, strict=True)
    ]


def _labels(settings: Any) -> dict[str, dict[int, str]]:
    labels: dict[str, dict[int, str]] = {}
    for comparison in settings.comparisons:
        levels = comparison["comparison_levels"]
        values = {len(levels) - 1 - place: level["label_for_charts"] for place, level in enumerate(levels) if place}
        labels[comparison["output_column_name"]] = values
    return labels


def _scored(row: dict[str, Any], labels: dict[str, dict[int, str]]) -> Scored:
    fields = []
    for name in _FIELDS:
        value = row[f"gamma_{name}"]
        if value < 0:
            continue
        factor = row[f"mw_{name}"] + (row.get(f"mw_tf_adj_{name}") or 0.0)
        fields.append(Weighed(name, labels[name][value], round(factor, 3)))
    return Scored(row["uid_l"], row["uid_r"], sum(each.bits for each in fields), tuple(fields))
