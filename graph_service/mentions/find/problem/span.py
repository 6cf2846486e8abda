"""The words of a text that tell a kind of problem."""

from dataclasses import dataclass

from schema.vocabulary import Problem


@dataclass(frozen=True, slots=True)
class ProblemSpan:
    """The words of a folded text that tell of a kind of problem, and how sure they tell it."""

    start: int
    end: int
    kind: Problem
    certainty: float
    is_topic: bool = False  # the words name what the kind is about, and allege nothing
    is_learnt: bool = False  # told by what its sentence is like, and not by known words
