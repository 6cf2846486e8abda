"""How right a score is: the two numbers of `score_of` fitted to judged pairs, and the shares of right pairs per tenth."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bench.judged_pairs import JudgedCity, JudgedPair
from graph_service.cypher.score import HALF_RIGHT, STEEPNESS, score_of

_STEPS = 50
_TENTHS = 10
Scoring = Callable[[JudgedPair], float]


@dataclass(frozen=True)
class ScoreMap:
    """The two numbers by which a combined strength becomes a score."""

    half_right: float = HALF_RIGHT
    steepness: float = STEEPNESS

    def __call__(self, pair: JudgedPair) -> float:
        """Return the score of a pair."""
        return score_of(pair.strength, self.half_right, self.steepness)


@dataclass(frozen=True)
class Tenth:
    """The pairs whose scores lie in one tenth of the scale."""

    pairs: int
    score: float  # their mean
    right: float  # the share of them that is true


def fitted(cities: Iterable[JudgedCity]) -> ScoreMap:
    """Return the map under which what the truths say is likeliest, each city counting alike, by Newton's method.

    The logarithm of the odds is a line over ln(-ln(1 - strength)); the targets are drawn in by a pseudo-count (Platt), so
    that cities whose true and false pairs do not overlap still have one best line.
    """
    points = [point for city in cities for point in _points(city.returned())]
    slope, level = 1.0, 0.0
    for _ in range(_STEPS):
        slope, level = _stepped(points, slope, level)
    return ScoreMap(round(-math.expm1(-math.exp(-level / slope)), 3), round(slope, 2))


@dataclass(frozen=True)
class _Point:
    place: float
    target: float
    weight: float


def _points(pairs: Sequence[JudgedPair]) -> list[_Point]:
    true = sum(pair.is_true for pair in pairs)
    targets = {True: (true + 1) / (true + 2), False: 1 / (len(pairs) - true + 2)}
    return [
        _Point(math.log(-math.log1p(-min(pair.strength, 0.999999))), targets[pair.is_true], 1 / len(pairs))
        for pair in pairs
    ]


def _stepped(points: Iterable[_Point], slope: float, level: float) -> tuple[float, float]:
    gradient, curve = [0.0, 0.0], [1e-9, 0.0, 1e-9]
    for point in points:
        share = 1 / (1 + math.exp(-max(-30.0, min(30.0, slope * point.place + level))))
        off, width = point.weight * (point.target - share), point.weight * share * (1 - share)
        gradient[0] += off * point.place
        gradient[1] += off
        curve[0] += width * point.place**2
        curve[1] += width * point.place
        curve[2] += width
    whole = curve[0] * curve[2] - curve[1] ** 2
    return (
        slope + (curve[2] * gradient[0] - curve[1] * gradient[1]) / whole,
        level + (curve[0] * gradient[1] - curve[1] * gradient[0]) / whole,
    )


def tenths(pairs: Iterable[JudgedPair], scoring: Scoring) -> list[Tenth | None]:
    """Return the ten parts of the scale, nothing where no score lies."""
    inside: list[list[JudgedPair]] = [[] for _ in range(_TENTHS)]
    for pair in pairs:
        inside[min(int(scoring(pair) * _TENTHS), _TENTHS - 1)].append(pair)
    return [_tenth(each, scoring) if each else None for each in inside]


def _tenth(pairs: list[JudgedPair], scoring: Scoring) -> Tenth:
    number = len(pairs)
    return Tenth(number, sum(map(scoring, pairs)) / number, sum(pair.is_true for pair in pairs) / number)


def expected_error(parts: Iterable[Tenth | None]) -> float:
    """Return the expected calibration error: how far score and share lie apart, over all pairs."""
    there = [part for part in parts if part]
    return sum(abs(part.score - part.right) * part.pairs for part in there) / max(1, sum(part.pairs for part in there))


@dataclass(frozen=True)
class Found:
    """Precision and recall of what some rule takes for connected."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Return the harmonic mean."""
        whole = self.precision + self.recall
        return 2 * self.precision * self.recall / whole if whole else 0.0


def measured(city: JudgedCity, is_shown: Callable[[JudgedPair], bool]) -> Found:
    """Return how right and how complete the shown pairs are; pairs that the truth does not judge are left out."""
    shown = [pair.is_true for pair in city.pairs if is_shown(pair)]
    return Found(sum(shown) / max(1, len(shown)), sum(shown) / max(1, city.true))


def best_adamic_adar(cities: Sequence[JudgedCity]) -> float:
    """Return the Adamic-Adar index from which on F1 is highest, in the mean of the cities."""
    bounds = {pair.adamic_adar for city in cities for pair in city.pairs if pair.is_true and pair.adamic_adar}
    spread = sorted(bounds)[:: max(1, len(bounds) // 100)]

    def mean(bound: float) -> float:
        return sum(measured(city, lambda pair: pair.adamic_adar >= bound).f1 for city in cities)

    return max(spread, key=mean, default=0.0)
