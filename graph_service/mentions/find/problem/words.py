"""Kinds of problem that the words of the lexicon tell, before the contexts are asked."""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from graph_service.mentions.find.problem.span import ProblemSpan
from graph_service.mentions.lexicon.problem_rules import SILENT, Join, ProblemRules, problem_rules

_CLAUSE_END = re.compile(r"[,。;!?:\n•✓✔]")
_SENTENCE_ENDS = "。;!?\n"
_MOST_OF_A_SET = 4  # places of one set in one clause; a text that repeats a word says no more by that
_WIDEST = 40  # signs from the first to the last word of one clause
_NOT = re.compile(r"(?:未|没有?|毫无|并无|不)$")  # 未超预算; 不仅 and 未经 do not end so
_NOT_ENDS = frozenset("未没有无不")  # asked first, since it is quick


@dataclass(frozen=True, slots=True)
class Hit:
    """A known word of the text, and the sets that it is in."""

    start: int
    end: int
    sets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WordsTold:
    """The known words of a folded text, the kinds that they tell, and where its sentences end."""

    hits: list[Hit]
    spans: list[ProblemSpan]
    sentence_ends: list[int]


_Places = dict[int, list[Hit]]  # by set


def tell_by_words(text: str) -> WordsTold:
    """Return what the words of a folded text without quotation marks tell."""
    rules = problem_rules()
    hits = _hits(text, rules)
    ends = [found.start() for found in _CLAUSE_END.finditer(text)]
    sentence_ends = [end for end in ends if text[end] in _SENTENCE_ENDS]
    spans = [*_told(rules, _parted(hits, ends), False), *_told(rules, _parted(hits, sentence_ends), True)]
    return WordsTold(hits, spans, sentence_ends)


def _hits(text: str, rules: ProblemRules) -> list[Hit]:
    found = (Hit(last + 1 - size, last + 1, sets) for last, (size, sets) in rules.words.iter(text))
    hits = [hit for hit in found if not _is_negated(text, hit.start)]
    silent = [hit for hit in hits if SILENT in hit.sets]
    return [hit for hit in hits if not any(_is_inside(hit, one) for one in silent)] if silent else hits


def _is_negated(text: str, start: int) -> bool:
    return text[start - 1 : start] in _NOT_ENDS and _NOT.search(text, max(0, start - 2), start) is not None


def _is_inside(hit: Hit, longer: Hit) -> bool:
    return longer.start <= hit.start and hit.end <= longer.end and hit.end - hit.start < longer.end - longer.start


def _parted(hits: list[Hit], ends: list[int]) -> Iterator[_Places]:
    parts: dict[int, _Places] = {}
    for hit in hits:
        part = parts.setdefault(bisect(ends, hit.start), {})
        for one in hit.sets:
            part.setdefault(one, []).append(hit)
    yield from parts.values()


def _told(rules: ProblemRules, parts: Iterator[_Places], in_sentence: bool) -> Iterator[ProblemSpan]:
    for places in parts:
        for one in places:
            if not in_sentence and one in rules.alone:
                kind, certainty = rules.alone[one]
                is_topic = one in rules.topics
                yield from (ProblemSpan(hit.start, hit.end, kind, certainty, is_topic) for hit in places[one])
            for join in rules.joins.get(one, ()):
                if join.in_sentence is in_sentence and (span := _joined(join, places)):
                    yield span


def _joined(join: Join, places: _Places) -> ProblemSpan | None:
    if any(one not in places for one in join.sets) or any(one in places for one in join.unless):
        return None
    best: ProblemSpan | None = None
    for words in product(*(places[one][:_MOST_OF_A_SET] for one in join.sets)):
        in_order = words if join.is_ordered else sorted(words, key=lambda hit: hit.start)
        if all(one.end <= other.start for one, other in pairwise(in_order)):
            start, end = in_order[0].start, in_order[-1].end
            if best is None or end - start < best.end - best.start:
                best = ProblemSpan(start, end, join.kind, join.certainty)
    return best if best and (join.in_sentence or best.end - best.start <= _WIDEST) else None
