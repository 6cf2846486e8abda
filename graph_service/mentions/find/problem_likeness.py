"""The kind of problem that a text is most like where no wording of the trade tells one: a guess for somebody's look."""

import math
import re
from collections import defaultdict

from graph_service.mentions.find.problem_contexts import Contexts
from graph_service.mentions.find.problem_span import ProblemSpan
from graph_service.mentions.lexicon.problem_likeness import likeness_weights, pairs
from schema.vocabulary import Problem

_CLAUSE = re.compile(r"[^,。;!?:\n]+")
_LEAST, _AHEAD = 0.05, 0.02  # least likeness, and how far ahead of the next kind; see bench.texts
_LEAST_PAIRS = 4  # that the text shares with the kind
_CERTAINTY = 0.5  # about half of these guesses are right: they are for somebody's look, and connect nothing
_COMMON = 4.0  # what a pair counts in the length of a text that no kind's words hold


def guess_problem(text: str, contexts: Contexts) -> ProblemSpan | None:
    """Return the kind whose words a folded text shares most, at the clause that shares them, or None if none stands out."""
    weights, rare = likeness_weights()
    seen = dict.fromkeys(pair for _, pair in pairs(text))
    likeness: defaultdict[Problem, float] = defaultdict(float)
    shared: defaultdict[Problem, int] = defaultdict(int)
    for pair in seen:
        for kind, weight in weights.get(pair, ()):
            likeness[kind] += weight
            shared[kind] += 1
    if not likeness:
        return None
    length = math.sqrt(sum(rare.get(pair, _COMMON) ** 2 for pair in seen))
    best, *others = sorted(likeness, key=lambda kind: (-likeness[kind], kind))
    next_best = likeness[others[0]] if others else 0.0
    most, ahead = likeness[best] / length, (likeness[best] - next_best) / length
    if most < _LEAST or ahead < _AHEAD or shared[best] < _LEAST_PAIRS:
        return None
    start, end = _where(text, best)
    span = ProblemSpan(start, end, best, _CERTAINTY, True)
    return span if contexts.weigh(span) and not contexts.leaves_open(span) else None


def _where(text: str, kind: Problem) -> tuple[int, int]:
    """Return the range in the clause that shares most with the kind, from the first to the last pair shared."""
    weights, _ = likeness_weights()
    best, places = 0.0, (0, len(text))
    for clause in _CLAUSE.finditer(text):
        found = [
            (clause.start() + at, weight)
            for at, pair in pairs(clause[0])
            for one, weight in weights.get(pair, ())
            if one is kind
        ]
        worth = sum(weight for _, weight in found)
        if worth > best:
            best, places = worth, (found[0][0], found[-1][0] + 2)
    return places
