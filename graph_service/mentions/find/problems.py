"""Kinds of problem that a text tells of, by the wording of the trade."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from graph_service.mentions.lexicon.problem_rules import SILENT, Join, ProblemRules, problem_rules
from schema.vocabulary import Problem

_CLAUSE_END = re.compile(r"[,，。;；!?:\n]")
_SENTENCE_ENDS = "。;；!?\n"
_MOST_OF_A_SET = 4  # places of one set in one clause; a text that repeats a word says no more by that
_WIDEST = 40  # signs from the first to the last word of one clause
_DENIED_BEFORE = re.compile(
    r"(?:(?:未发现|未见|没有发现|没发现|不存在|未查实|查无|未查到|未反映|否认|严禁|禁止|不得|不准|杜绝|防止|防范|谨防|坚决不|警惕)[^,。;]{0,10}"
    r"|(?:没有|没|并无|无|并未|从未|从不|从没|并非|不是|不属于|绝不|不搞)(?:存在|发生|出现|参与|任何|搞|有|过|进行|接受|收受|违规|组织|什么|所谓)*)$"
)
_DENIED_AFTER = re.compile(
    r"(?:的|等)?(?:问题|情况|行为|现象|一事|事宜|反映|举报|线索)*(?:均|经查|经核查|经核实|系|属|并|纯属|查)?"
    r"(?:不属实|不实|不存在|失实|未查实|无实据|未发生|没有发生|不成立|谣言|造谣|误传|子虚乌有)"
)
_BEFORE = 16


@dataclass(frozen=True, slots=True)
class ProblemSpan:
    """The words of a folded text that tell of a kind of problem, and how sure they tell it."""

    start: int
    end: int
    kind: Problem
    certainty: float


@dataclass(frozen=True, slots=True)
class _Hit:
    """A known word of the text, and the sets that it is in."""

    start: int
    end: int
    sets: tuple[int, ...]


_Places = dict[int, list[_Hit]]  # by set


def find_problems(text: str) -> list[ProblemSpan]:
    """Return the kinds of problem that a folded text tells of, in its order; where spans of one kind overlap, the surest."""
    rules = problem_rules()
    hits = _hits(text, rules)
    if not hits:
        return []
    ends = [found.start() for found in _CLAUSE_END.finditer(text)]
    sentence_ends = [end for end in ends if text[end] in _SENTENCE_ENDS]
    found = [*_told(rules, _parted(hits, ends), False), *_told(rules, _parted(hits, sentence_ends), True)]
    return _surest(span for span in found if not _is_denied(text, span))


def _hits(text: str, rules: ProblemRules) -> list[_Hit]:
    hits = [_Hit(last + 1 - size, last + 1, sets) for last, (size, sets) in rules.words.iter(text)]
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
                yield from (ProblemSpan(hit.start, hit.end, kind, certainty) for hit in places[one])
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


def _is_denied(text: str, span: ProblemSpan) -> bool:
    before = text[max(0, span.start - _BEFORE) : span.start]
    return _DENIED_BEFORE.search(before) is not None or _DENIED_AFTER.match(text, span.end) is not None


def _surest(spans: Iterable[ProblemSpan]) -> list[ProblemSpan]:
    kept: list[ProblemSpan] = []
    for span in sorted(spans, key=lambda each: (-each.certainty, each.start, -each.end)):
        if not any(span.kind is one.kind and span.start < one.end and one.start < span.end for one in kept):
            kept.append(span)
    return sorted(kept, key=lambda each: (each.start, each.end, each.kind))
