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
# Chosen by cross-validation over the statements and on the texts to tune on (bench.kinds, bench.texts).
_LEAST = 0.3  # certainty of a kind that is proposed for somebody's look
_LEAST_BESIDE = 0.9  # the same in a text of which another sentence tells a kind by its words
_UNLIKELY = 0.02  # chance of the words' kind where the sentence surely tells another one
_DISPUTED = 0.6  # certainty of words that are disputed so


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
    by_words = [span for span in weighed if span.certainty]
    sentences = classify(text, told)
    kept = list(_undisputed(by_words, sentences))
    sure = [span.start for span in kept if span.certainty >= SURE_FROM]
    learnt = (
        _guess(sentence, text, contexts, _LEAST_BESIDE if sure else _LEAST)
        for sentence in sentences
        if not any(sentence.start <= start < sentence.end for start in sure)
    )
    return _surest([*kept, *filter(None, learnt)])


def _undisputed(spans: list[ProblemSpan], sentences: list[Sentence]) -> Iterable[ProblemSpan]:
    """Yield the spans; one whose sentence surely tells another kind, which no words tell, stays a candidate."""
    sure = {span.kind for span in spans if span.certainty >= SURE_FROM}
    for span in spans:
        sentence = next(each for each in sentences if span.start < each.end)
        is_other = sentence.certainty >= SURE_FROM and sentence.kind is not None and sentence.kind not in sure
        is_disputed = is_other and sentence.chance(span.kind) < _UNLIKELY
        yield replace(span, certainty=min(span.certainty, _DISPUTED)) if is_disputed else span


def _guess(sentence: Sentence, text: str, contexts: Contexts, least: float) -> ProblemSpan | None:
    span = span_of(sentence, text) if sentence.certainty >= least else None
    return span if span and contexts.weigh(span) and not contexts.leaves_open(span) else None


def _surest(spans: Iterable[ProblemSpan]) -> list[ProblemSpan]:
    kept: list[ProblemSpan] = []
    for span in sorted(spans, key=lambda each: (-each.certainty, each.start, -each.end)):
        if not any(span.kind is one.kind and span.start < one.end and one.start < span.end for one in kept):
            kept.append(span)
    return sorted(kept, key=lambda each: (each.start, each.end, each.kind))
