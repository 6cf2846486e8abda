"""How much the words of a kind of problem weigh, by pairs of signs: what a text in nobody's wording shares with them."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from graph_service.mentions.lexicon.problem_rules import kind_words
from schema.vocabulary import Problem

_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_LENGTH = 0.8  # how far the size of a kind's vocabulary is made up for; below 1, since a richer one is known better

Weights = dict[str, list[tuple[Problem, float]]]


def pairs(text: str) -> Iterator[tuple[int, str]]:
    """Yield every pair of Chinese signs that stand side by side, with its place."""
    for run in _HAN.finditer(text):
        for at in range(run.start(), run.end() - 1):
            yield at, text[at : at + 2]


@cache
def likeness_weights() -> tuple[Weights, dict[str, float]]:
    """Return what every pair weighs for each kind whose words hold it, and how rare the pair is among the kinds."""
    counts: defaultdict[Problem, Counter[str]] = defaultdict(Counter)
    for kind, word in kind_words():
        counts[kind].update(pair for _, pair in pairs(word))
    held = Counter(pair for words in counts.values() for pair in words)
    rare = {pair: math.log((len(counts) + 1) / kinds) for pair, kinds in held.items()}
    weights: Weights = {}
    for kind, words in counts.items():
        plain = {pair: (1 + math.log(count)) * rare[pair] for pair, count in words.items()}
        size = math.sqrt(sum(weight * weight for weight in plain.values())) ** _LENGTH
        for pair, weight in plain.items():
            weights.setdefault(pair, []).append((kind, weight * rare[pair] / size))
    return weights, rare
