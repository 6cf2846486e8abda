"""Pairs of matters with their scores and what the truth of their city says of them, as a file that others compare."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.connected_pairs import Connection, MatterPair, Sharing
from graph_service.errors import BadInput

TRUE, FALSE, NEUTRAL = "true", "false", "neutral"
_NOTHING, _NO_SHARING = Connection(0.0, 0.0, frozenset()), Sharing(0, 0.0)
Judge = Callable[[MatterPair, Connection], str]


@dataclass(frozen=True)
class JudgedPair:
    """A pair that the truth calls right or wrong; a strength of 0 says that the service does not return it."""

    is_true: bool
    score: float
    strength: float
    shared: int
    adamic_adar: float


@dataclass(frozen=True)
class JudgedCity:
    """Every judged pair of a city that the service returns or that shares a thing; how many are true in all."""

    city: str
    true: int
    neutral: int  # returned by the service, not judged
    pairs: tuple[JudgedPair, ...]

    def returned(self) -> list[JudgedPair]:
        """Return the pairs that the service returns."""
        return [pair for pair in self.pairs if pair.strength > 0]

    def write(self, path: Path) -> None:
        """Write the file, one line per pair."""
        head = json.dumps({"city": self.city, "true": self.true, "neutral": self.neutral}, ensure_ascii=False)
        rows = [json.dumps(list(vars(pair).values())) for pair in self.pairs]
        path.write_text(head[:-1] + ', "pairs": [\n' + ",\n".join(rows) + "\n]}\n", encoding="utf-8")


@dataclass(frozen=True)
class CityFound:
    """What was found in a loaded city."""

    connections: Mapping[MatterPair, Connection]
    sharing: Mapping[MatterPair, Sharing]

    def judged(self, city: str, true: int, judge: Judge) -> JudgedCity:
        """Return the pairs that the truth judges."""
        sorts = {
            pair: judge(pair, self.connections.get(pair, _NOTHING)) for pair in {**self.connections, **self.sharing}
        }
        neutral = Counter(sorts[pair] for pair in self.connections)[NEUTRAL]
        pairs = [self._pair(pair, sort == TRUE) for pair, sort in sorts.items() if sort != NEUTRAL]
        return JudgedCity(city, true, neutral, tuple(sorted(pairs, key=lambda each: (-each.strength, -each.shared))))

    def _pair(self, pair: MatterPair, is_true: bool) -> JudgedPair:
        found, sharing = self.connections.get(pair, _NOTHING), self.sharing.get(pair, _NO_SHARING)
        return JudgedPair(is_true, found.score, found.strength, sharing.shared, round(sharing.adamic_adar, 6))


def read_judged(path: Path) -> JudgedCity:
    """Return the city of a file, or refuse one that is no such file."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        pairs = tuple(JudgedPair(*row) for row in read["pairs"])
        return JudgedCity(read["city"], read["true"], read["neutral"], pairs)
    except (OSError, ValueError, KeyError, TypeError) as error:
        what = "the file holds no judged pairs"
        raise BadInput(what, str(path), "write it by `bench.own_city` or `bench.other_city --pairs`") from error
