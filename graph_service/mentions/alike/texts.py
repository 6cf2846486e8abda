"""One text as others are compared with it: what it says run by run, clause by clause, and the facts that it states."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from graph_service.mentions.find.reporters import names_reporter
from graph_service.mentions.text.folded import fold_text
from graph_service.mentions.text.mention import Mention, MentionKind

RUN = 3  # signs that are compared together: a word and the beginning of the next
PLACES = 1 << 18  # in which runs are counted
LEAST = 12  # runs that a text needs to be compared: what is shorter says too little
_QUOTED = 40  # signs
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
    """The text of a matter, who may read it, its runs (numbers of their places, each once, sorted) and facts."""

    matter: str
    audience: int
    text: str
    runs: Runs
    facts: Facts


def text_of(matter: str, audience: int, text: str, mentions: Sequence[Mention]) -> TextOf | None:
    """Return what the text is compared by, or None where it says too little."""
    folded = fold_text(text).text
    runs = {place for _, _, found in _clauses(folded) for place in found}
    if len(runs) < LEAST:
        return None
    return TextOf(matter, audience, text, np.array(sorted(runs), dtype=np.uint32), _facts(mentions))


def telling(one: TextOf, runs: Runs, weight_of: Callable[[Runs], NDArray[np.float64]]) -> tuple[str, int]:
    """Return the clause that holds most of these runs by weight, and its offset; never one that speaks of the reporter."""
    folded = fold_text(one.text)
    weights = dict(zip(runs.tolist(), weight_of(runs).tolist(), strict=True))
    best, found = 0.0, (0, 0)
    for start, end, places in _clauses(folded.text):
        weight = sum(weights.get(place, 0.0) for place in set(places))
        if weight > best and not names_reporter(folded.text[start:end]):
            best, found = weight, (start, min(end, start + _QUOTED))
    if not best:
        return "", 0
    start, end = folded.original(*found)
    return one.text[start:end].strip(), start


def _clauses(folded: str) -> Iterator[tuple[int, int, list[int]]]:
    # A run within a clause only, so that sentences in another order are the same.
    for clause in _CLAUSE.finditer(folded):
        plain = _IDLE.sub("", clause[0])
        places = [crc32(plain[at : at + RUN].encode()) % PLACES for at in range(len(plain) - RUN + 1)]
        if places:
            yield clause.start(), clause.end(), places


def _facts(mentions: Sequence[Mention]) -> Facts:
    found: dict[MentionKind, set[str]] = {}
    for one in mentions:
        meant = one.referents[0].uid if len(one.referents) == 1 else None
        if one.kind is MentionKind.TITLE and meant:
            found.setdefault(MentionKind.PERSON, set()).add(meant)
        elif one.kind in _FACTS:
            found.setdefault(one.kind, set()).add(meant or one.normal)
    return {kind: frozenset(values) for kind, values in found.items()}
