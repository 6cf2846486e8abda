"""Rounds of load, sides and questions interleaved, so that a noisy neighbour meets all of them alike."""

import asyncio
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bench.load import Asked, Sample, put_load
from bench.shapes import QuestionShape, Variables
from bench.sides import Side
from graph_service.progress import Steps

_CROWD = 16


@dataclass(frozen=True)
class MeasuredRound:
    """One round of one side at one question: asked by one client, then by a crowd."""

    alone: Sample
    crowd: Sample


@dataclass
class Rounds:
    """Every round of every question by side."""

    by: dict[tuple[str, str], list[MeasuredRound]] = field(default_factory=dict)

    def of(self, shape: QuestionShape, side: str) -> list[MeasuredRound]:
        """Return the rounds of a side at a question, none if it was not asked."""
        return self.by.get((shape.name, side), [])

    def ratio(self, shape: QuestionShape, side: str, other: str) -> tuple[float, float, float] | None:
        """Return the median, least and largest ratio of throughputs, each of two stretches of one round."""
        pairs = list(zip(self.of(shape, side), self.of(shape, other), strict=False))
        if not pairs:
            return None
        ratios = [one.crowd.per_second / two.crowd.per_second for one, two in pairs]
        return statistics.median(ratios), min(ratios), max(ratios)

    def work(self, shape: QuestionShape, side: str, other: str) -> tuple[float, float, float] | None:
        """Return the median, least and largest ratio of the processor time that an answer takes, of the other to the side.

        Above 1 the side needs less. Who else works on the machine changes it little, unlike what is answered in a second.
        """
        pairs = list(zip(self.of(shape, side), self.of(shape, other), strict=False))
        if not pairs:
            return None
        ratios = [(two.crowd.cpu + two.crowd.database) / (one.crowd.cpu + one.crowd.database) for one, two in pairs]
        return statistics.median(ratios), min(ratios), max(ratios)

    def middle(self, shape: QuestionShape, side: str) -> tuple[Sample, Sample] | None:
        """Return the medians of a side at a question: alone and in the crowd."""
        rounds = self.of(shape, side)
        if not rounds:
            return None
        return _middle([each.alone for each in rounds]), _middle([each.crowd for each in rounds])


@dataclass(frozen=True)
class Pace:
    """How many rounds, how long each stretch of load is, and the processes of the Neo4j that all of them ask."""

    rounds: int
    seconds: float
    database: tuple[int, ...] = ()
    warming: float = 5.0  # seconds
    pause: float = 0.4  # seconds; what a stretch leaves in the queues of a server must not reach the next one


async def measure(
    questions: Mapping[QuestionShape, Sequence[Variables]], sides: Sequence[Side], pace: Pace, steps: Steps
) -> Rounds:
    """Return every round; the first stretch of each side only warms it."""
    found = Rounds()
    for shape, variables in questions.items():
        for side in sides_of(shape, sides):
            steps.say(f"warming {side.name}: {shape.name}")
            await put_load(side, Asked(shape, variables, 4, pace.warming))
    for number in range(1, pace.rounds + 1):
        for shape, variables in questions.items():
            for side in sides_of(shape, sides):
                steps.say(f"round {number} of {pace.rounds}: {shape.name}, {side.name}")
                alone = await put_load(side, Asked(shape, variables, 1, pace.seconds, pace.database))
                crowd = await put_load(side, Asked(shape, variables, _CROWD, pace.seconds, pace.database))
                found.by.setdefault((shape.name, side.name), []).append(MeasuredRound(alone, crowd))
                await asyncio.sleep(pace.pause)
    return found


def sides_of(shape: QuestionShape, sides: Sequence[Side]) -> list[Side]:
    """Return the sides that can be asked the question."""
    return [side for side in sides if shape.peers or side.name != "@neo4j/graphql"]


def _middle(samples: Sequence[Sample]) -> Sample:
    def of(name: str) -> float:
        return statistics.median(float(getattr(sample, name)) for sample in samples)

    return Sample(int(of("requests")), of("p50"), of("p95"), of("per_second"), of("cpu"), of("database"))
