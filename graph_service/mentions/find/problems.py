"""Kinds of problem that a text tells of: by the wording of the trade, and by what was learnt from statements in other wording."""

import re
from collections.abc import Iterable
from dataclasses import replace

from graph_service.mentions.find.problem.classifier import Sentence, classify, span_of
from graph_service.mentions.find.problem.contexts import Contexts
from graph_service.mentions.find.problem.span import ProblemSpan
from graph_service.mentions.find.problem.words import tell_by_words
from graph_service.mentions.text.mention import SURE_FROM

_QUOTES = re.compile(r"[“”„\"'‘’「」『』《》]")  # 公款"旅游", “三公”经费: they part no words
_FEWEST = 12  # Chinese signs of a sentence that is long enough to be like a statement
_LEAST = (
    0.4  # certainty of a kind that is proposed for somebody's look: about half of those between it and 0.5 are right
)
_LEAST_BESIDE = 0.9  # the same in a text of which another sentence tells a kind by its words
# What disputes words: certainty of another kind in their sentence, and chance of their own.
_OTHERWISE, _UNLIKELY = 0.6, 0.02
_DISPUTED = 0.6


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
    told = tell_by_words(text)
    contexts = Contexts(text)
    weighed = (replace(span, certainty=contexts.weigh(span)) for span in told.spans)
    sentences = classify(text, told)
    by_words, denied = _parted(weighed)
    kept = list(_undisputed(by_words, sentences))
    sure = [span for span in kept if span.certainty >= SURE_FROM]
    least = _LEAST_BESIDE if sure else _LEAST
    guesses = (
        _guess(sentence, text, contexts)
        for sentence in sentences
        if sentence.certainty >= least
        and sentence.signs >= _FEWEST
        and not any(_is_in(span, sentence) for span in sure)
        and not any(_is_in(span, sentence) and span.kind is sentence.kind for span in denied)
    )
    return _surest([*kept, *filter(None, guesses)])


def _parted(weighed: Iterable[ProblemSpan]) -> tuple[list[ProblemSpan], list[ProblemSpan]]:
    """Return the spans that tell their kind in some way, and those that are denied."""
    spans = list(weighed)
    return [span for span in spans if span.certainty], [span for span in spans if not span.certainty]


def _is_in(span: ProblemSpan, sentence: Sentence) -> bool:
    return sentence.start <= span.start < sentence.end


def _undisputed(spans: list[ProblemSpan], sentences: list[Sentence]) -> Iterable[ProblemSpan]:
    """Yield the spans; one whose sentence is like another kind, which no words tell, stays a candidate."""
    sure = {span.kind for span in spans if span.certainty >= SURE_FROM}
    for span in spans:
        sentence = next(each for each in sentences if span.start < each.end)
        is_other = sentence.certainty >= _OTHERWISE and sentence.kind is not None and sentence.kind not in sure
        is_disputed = is_other and sentence.chance(span.kind) < _UNLIKELY
        yield replace(span, certainty=min(span.certainty, _DISPUTED)) if is_disputed else span


def _guess(sentence: Sentence, text: str, contexts: Contexts) -> ProblemSpan | None:
    span = span_of(sentence, text)
    return span if span and contexts.weigh(span) and not contexts.leaves_open(span) else None


def _surest(spans: Iterable[ProblemSpan]) -> list[ProblemSpan]:
    kept: list[ProblemSpan] = []
    for span in sorted(spans, key=lambda each: (-each.certainty, each.start, -each.end)):
        if not any(span.kind is one.kind and span.start < one.end and one.start < span.end for one in kept):
            kept.append(span)
    return sorted(kept, key=lambda each: (each.start, each.end, each.kind))
