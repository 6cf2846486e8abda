"""Before anything is timed: do both sides answer the same question with the same rows?"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from bench.shapes import QuestionShape, Variables, ids_in, total_in
from bench.sides import Side


@dataclass(frozen=True)
class Checked:
    """What the answers of a question hold: ids per answer on average, and the largest answer."""

    answers: int
    mean_ids: float
    most_ids: int


class NotTheSame(Exception):
    """Two sides that answer differently, so that their times must not be compared."""


async def check_same(shape: QuestionShape, variables: list[Variables], sides: list[Side]) -> Checked:
    """Return what the answers hold, or refuse if any side answers any of the questions differently."""
    sizes = []
    for asked in variables:
        answers = [(side.name, await side.answer(shape, asked)) for side in sides]
        (first_name, first), *others = answers
        for name, other in others:
            if fault := difference(shape, first, other):
                raise NotTheSame(f"{shape.name} {asked}: {first_name} and {name} differ: {fault}")
        sizes.append(sum(1 for _ in ids_in(first)))
    if not any(sizes):
        raise NotTheSame(f"{shape.name}: every answer is empty")
    return Checked(len(sizes), sum(sizes) / len(sizes), max(sizes))


def difference(shape: QuestionShape, one: Any, other: Any) -> str | None:
    """Return in words how two answers differ, or None."""
    if (a := total_in(one)) != (b := total_in(other)):
        return f"totals {a} and {b}"
    ids, others = list(ids_in(one)), list(ids_in(other))
    if shape.same_length:
        same = len(ids) == len(others) and ids[:1] == others[:1] and ids[-1:] == others[-1:]
        return None if same else f"paths of {len(ids)} and {len(others)} nodes"
    if Counter(ids) != Counter(others):
        odd = (Counter(ids) - Counter(others)) + (Counter(others) - Counter(ids))
        return f"{len(ids)} and {len(others)} ids, {odd.total()} not in both, such as {next(iter(odd))}"
    return None
