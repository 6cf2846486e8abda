"""Kinds of problem that a text tells of, by the wording of the trade."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, product

from graph_service.mentions.find.problem_contexts import Contexts
from graph_service.mentions.find.problem_likeness import guess_problem
from graph_service.mentions.find.problem_span import ProblemSpan
from graph_service.mentions.lexicon.problem_rules import SILENT, Join, ProblemRules, problem_rules
from graph_service.mentions.text.mention import SURE_FROM

_CLAUSE_END = re.compile(r"[,。;!?:\n•✓✔]")
_SENTENCE_ENDS = "。;!?\n"
_MOST_OF_A_SET = 4  # places of one set in one clause; a text that repeats a word says no more by that
_WIDEST = 40  # signs from the first to the last word of one clause
_QUOTES = re.compile(r"[“”„\"'‘’「」『』《》]")  # 公款"旅游", “三公”经费: they part no words
_NOT = re.compile(r"(?:未|没有?|毫无|并无|不)$")  # 未超预算; 不仅 and 未经 do not end so


@dataclass(frozen=True, slots=True)
class _Hit:
    """A known word of the text, and the sets that it is in."""

    start: int
    end: int
    sets: tuple[int, ...]


_Places = dict[int, list[_Hit]]  # by set


def find_problems(text: str) -> list[ProblemSpan]:
    """Return the kinds of problem that a folded text tells of, in its order; where spans of one kind overlap, the surest."""
    places = [place for place, sign in enumerate(text) if not _QUOTES.match(sign)] if _QUOTES.search(text) else None
    if places is None:
        return _find(text)
    return [
        replace(span, start=places[span.start], end=places[span.end - 1] + 1)
        for span in _find("".join(text[place] for place in places))
    ]


def _find(text: str) -> list[ProblemSpan]:
    rules = problem_rules()
    hits = _hits(text, rules)
    ends = [found.start() for found in _CLAUSE_END.finditer(text)]
    sentence_ends = [end for end in ends if text[end] in _SENTENCE_ENDS]
    found = [*_told(rules, _parted(hits, ends), False), *_told(rules, _parted(hits, sentence_ends), True)]
    contexts = Contexts(text)
    weighed = (replace(span, certainty=contexts.weigh(span)) for span in found)
    told = _surest(span for span in weighed if span.certainty)
    if any(span.certainty >= SURE_FROM for span in told):
        return told
    guess = guess_problem(text, contexts)
    return _surest([*told, guess]) if guess else told


def _hits(text: str, rules: ProblemRules) -> list[_Hit]:
    found = (_Hit(last + 1 - size, last + 1, sets) for last, (size, sets) in rules.words.iter(text))
    hits = [hit for hit in found if not _NOT.search(text, max(0, hit.start - 2), hit.start)]
    silent = [hit for hit in hits if SILENT in hit.sets]
    return [hit for hit in hits if not any(_is_inside(hit, one) for one in silent)] if silent else hits


def _is_inside(hit: _Hit, longer: _Hit) -> bool:
    return longer.start <= hit.start and hit.end <= longer.end and hit.end - hit.start < longer.end - longer.start


def _parted(hits: list[_Hit], ends: list[int]) -> Iterator[_Places]:
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


def _surest(spans: Iterable[ProblemSpan]) -> list[ProblemSpan]:
    kept: list[ProblemSpan] = []
    for span in sorted(spans, key=lambda each: (-each.certainty, each.start, -each.end)):
        if not any(span.kind is one.kind and span.start < one.end and one.start < span.end for one in kept):
            kept.append(span)
    return sorted(kept, key=lambda each: (each.start, each.end, each.kind))
