"""One text as others are compared with it: what it says run by run, clause by clause, and the facts that it states."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from graph_service.cypher.score import GUESSED
from graph_service.mentions.alike.outings import PlaceName
from graph_service.mentions.alike.quantities import NO_FIGURES, Figures, figures
from graph_service.mentions.find.reporters import names_reporter
from graph_service.mentions.text.folded import fold_name, fold_text
from graph_service.mentions.text.mention import Mention, MentionKind
from graph_service.mentions.text.runs import RUN, WORD, places_in
from graph_service.vault.giveaways.masking import FEW
from graph_service.vault.giveaways.passage import HIDDEN
from schema.problem_levels import VAGUE

LEAST = 12  # runs that a text needs to be compared: what is shorter says too little
_QUOTED = 40  # signs
_MARKS = re.compile(f"{HIDDEN}|{FEW}")
_CLAUSE = re.compile(r"[^,;:。!?\n、…]+")
_IDLE = re.compile(r"[\W\d_]")  # figures are facts: two texts are not alike because one number is long
_FACTS = {
    MentionKind.PERSON, MentionKind.UNIT, MentionKind.AMOUNT, MentionKind.PLACE, MentionKind.DATE, MentionKind.PROJECT,
    MentionKind.CONTRACT, MentionKind.VEHICLE, MentionKind.PHONE, MentionKind.ACCOUNT, MentionKind.DOCUMENT,
}  # fmt: skip

Runs = NDArray[np.uint32]
Facts = dict[MentionKind, frozenset[str]]


@dataclass(frozen=True, slots=True)
class TextOf:
    """The text of a matter, who may read it, its runs and facts.

    Runs are numbers of places, each once, sorted: `runs` of three signs; `stated` of three and `words` of two in the text
    without what it names.
    """

    matter: str
    audience: int
    text: str
    runs: Runs
    words: Runs
    stated: Runs
    facts: Facts
    unnamed: str  # the text, sign for sign, with a break where it names somebody or something
    units: frozenset[PlaceName] = frozenset()  # that its register entry names, or its text where no other is meant
    figures: Figures = NO_FIGURES
    problems: frozenset[str] = frozenset()  # that it tells, guesses and what goes with any aside


class Telling(NamedTuple):
    """The words of one clause, where they begin, and what its runs weigh."""

    words: str
    start: int
    weight: float


def text_of(
    matter: str, audience: int, text: str, mentions: Sequence[Mention], units: Iterable[PlaceName] = ()
) -> TextOf | None:
    """Return what the text is compared by, or None where it says too little; `units` are those of its register entry."""
    folded = fold_text(text)
    runs = _runs(folded.text, RUN)
    if len(runs) < LEAST:
        return None
    unnamed = _without(text, mentions)
    rest = fold_text(unnamed).text
    said = _runs(rest, WORD), _runs(rest, RUN), _facts(mentions), unnamed
    named = _units(mentions) | set(units)
    return TextOf(matter, audience, text, runs, *said, named, figures(folded, mentions), _problems(mentions))


def telling(text: str, weights: Mapping[int, float], size: int = RUN) -> Telling:
    """Return the clause that holds most of these runs by weight; never one that speaks of the reporter."""
    return heaviest(text, lambda plain: sum(weights.get(place, 0.0) for place in set(places_in(plain, size))))


def heaviest(text: str, weigh: Callable[[str], float]) -> Telling:
    """Return the clause whose signs, without figures and points, weigh most; never one that speaks of the reporter."""
    folded = fold_text(text)
    best, found = 0.0, (0, 0)
    for start, end, plain in plain_clauses(folded.text):
        weight = weigh(plain)
        if weight > best and not names_reporter(folded.text[start:end]):
            best, found = weight, (start, min(end, start + _QUOTED))
    if not best:
        return Telling("", 0, 0.0)
    start, end = folded.original(*found)
    return Telling(text[start:end].strip(), start, best)


def clause_at(text: str, place: int) -> Telling:
    """Return the clause of a text around one of its signs, without weight; nothing where it speaks of the reporter."""
    folded = fold_text(text)
    for clause in _CLAUSE.finditer(folded.text):
        begin, end = folded.original(*clause.span())
        if begin <= place < end and not names_reporter(clause[0]):
            start = max(begin, min(place - _QUOTED // 2, end - _QUOTED))
            return Telling(text[start : min(end, start + _QUOTED)].strip(), start, 0.0)
    return Telling("", 0, 0.0)


def _runs(folded: str, size: int) -> Runs:
    # A run within a clause only, so that sentences in another order are the same.
    return np.array(
        sorted({place for _, _, plain in plain_clauses(folded) for place in places_in(plain, size)}), dtype=np.uint32
    )


def _without(text: str, mentions: Sequence[Mention]) -> str:
    signs = list(text)
    for one in mentions:
        if one.kind is not MentionKind.PROBLEM:
            signs[one.start : one.end] = "\n" * (one.end - one.start)
    return "".join(signs)


def plain_clauses(folded: str) -> Iterator[tuple[int, int, str]]:
    """Yield the clauses of a folded text: where each begins and ends, and its signs without figures and points."""
    # What marks a masked reporter is no word.
    for clause in _CLAUSE.finditer(_MARKS.sub(lambda mark: "\n" * len(mark[0]), folded)):
        yield clause.start(), clause.end(), _IDLE.sub("", clause[0])


def _units(mentions: Sequence[Mention]) -> frozenset[PlaceName]:
    return frozenset(
        PlaceName(fold_name(one.normal), one.referents[0].uid)
        for one in mentions
        if one.kind is MentionKind.UNIT and len(one.referents) == 1
    )


def _problems(mentions: Sequence[Mention]) -> frozenset[str]:
    told = (one.normal for one in mentions if one.kind is MentionKind.PROBLEM and one.certainty > GUESSED)
    return frozenset(kind for kind in told if kind not in VAGUE)


def _facts(mentions: Sequence[Mention]) -> Facts:
    found: dict[MentionKind, set[str]] = {}
    for one in mentions:
        meant = one.referents[0].uid if len(one.referents) == 1 else None
        if one.kind is MentionKind.TITLE and meant:
            found.setdefault(MentionKind.PERSON, set()).add(meant)
        elif one.kind in _FACTS:
            found.setdefault(one.kind, set()).add(meant or one.normal)
    return {kind: frozenset(values) for kind, values in found.items()}
