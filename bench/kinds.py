"""`python -m bench.kinds [--write]`: how well kinds of problem are learnt from the statements, each portion judged by the others.

With --write it learns from all of them and writes the weights that the finder reads.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import typer

from bench.kinds_learning import Counted, StatementFeatures, counted, learn, write_weights
from graph_service.mentions.lexicon.problem_statements import BETWEEN, Statement, bare_frames, framed, read_statements
from graph_service.mentions.lexicon.problem_weights import WEIGHTS, Floats
from graph_service.mentions.text.mention import SURE_FROM

_TENTHS = 10
_FRAMED = 2  # times that a statement is learnt in a frame


@dataclass(frozen=True)
class Judged:
    """A statement that was not learnt from: whether it tells a kind, what was found in it and how surely."""

    portion: str
    tells: bool
    finds: bool
    is_right: bool
    certainty: float


def cross_validate(statements: Sequence[Statement]) -> list[Judged]:
    """Return every statement judged by what was learnt from the other portions; those between two kinds are learnt always."""
    features = _to_learn(statements)
    judged: list[Judged] = []
    for portion in sorted({statement.portion for statement in statements} - set(BETWEEN)):
        others = [each for each in features if each.statement.portion != portion]
        left_out = [each for each in features[: len(statements)] if each.statement.portion == portion]
        known = counted([each for each in others if not each.is_framed])
        chances = _chances(known, left_out, learn(known, others))
        judged += [_judge(each.statement, row, known) for each, row in zip(left_out, chances, strict=True)]
    return judged


def _to_learn(statements: Sequence[Statement]) -> list[StatementFeatures]:
    """Return the statements, first bare, then in other frames every time."""
    in_frames = chain(bare_frames(), *(framed(statements, turn) for turn in range(_FRAMED)))
    return [StatementFeatures.of(one) for one in statements] + [StatementFeatures.of(one, True) for one in in_frames]


def _chances(known: Counted, features: Sequence[StatementFeatures], weights: Floats) -> Floats:
    scores: Floats = known.matrix(features) @ weights
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Floats = odds / odds.sum(axis=1, keepdims=True)
    return chances


def _judge(statement: Statement, chances: Floats, known: Counted) -> Judged:
    best = int(chances.argmax())
    kind = known.kinds[best]
    return Judged(
        statement.portion, statement.kind is not None, kind is not None, kind is statement.kind, float(chances[best])
    )


def table(judged: Sequence[Judged]) -> dict[str, object]:
    """Return what came of it: by portion, at the least certainty that is sure, and by tenths of certainty."""
    told = sum(each.tells for each in judged)
    sure = [each for each in judged if each.finds and each.certainty >= SURE_FROM]
    right = sum(each.is_right for each in sure)
    portions = Counter(each.portion for each in judged if each.is_right)
    sizes = Counter(each.portion for each in judged)
    return {
        "statements": len(judged),
        "right": round(sum(portions.values()) / len(judged), 3),
        "by portion": {name: round(portions[name] / sizes[name], 3) for name in sorted(sizes)},
        "sure": {"precision": round(right / len(sure), 3), "recall": round(right / told, 3)},
        "by certainty": [_tenth(judged, number) for number in range(_TENTHS)],
    }


def _tenth(judged: Sequence[Judged], number: int) -> dict[str, float]:
    low = number / _TENTHS
    inside = [each for each in judged if each.finds and low <= each.certainty < low + 1 / _TENTHS]
    right = sum(each.is_right for each in inside)
    return {"from": low, "found": len(inside), "right": round(right / len(inside), 3) if inside else 0.0}


def main(write: bool = typer.Option(False, help="Learn from all statements and write the weights.")) -> None:
    """Print the figures as JSON."""
    statements = list(read_statements())
    if write:
        features = _to_learn(statements)
        known = counted([each for each in features if not each.is_framed])
        write_weights(known, learn(known, features), WEIGHTS)
    else:
        typer.echo(json.dumps(table(cross_validate(statements)), indent=1))


if __name__ == "__main__":
    typer.run(main)
