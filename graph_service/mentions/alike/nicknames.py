"""What people call somebody beside the name: 外号马大胆, 绰号“三炮”, 人称老鬼; one text says that it is a nickname, another may just use it.

A nickname is no name: it connects two texts of which one tells it as such, where few texts hold the words at all.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from graph_service.mentions.alike.counts import OpenTo
from graph_service.mentions.alike.kinds import AlikeKind
from graph_service.mentions.alike.pairs import Alike, SaidIn
from graph_service.mentions.alike.said import Said
from graph_service.mentions.alike.texts import TextOf
from graph_service.mentions.find.reporters import names_reporter
from graph_service.mentions.lexicon.titles import is_title
from graph_service.mentions.lexicon.vocabulary import read_words
from graph_service.mentions.text.folded import Folded, fold_text

# 来电人称路灯坏了 and its like tell what somebody says; 都叫他退钱 what somebody is to do, unless it stands in quotes.
_TOLD = re.compile(
    r"(?:外号|绰号|诨号|诨名|花名|(?<![报映诉访信电告举情事主属责案证网])人称(?!呼)|道上(?:都)?(?:叫|称)|都管他(?=叫)|都[叫喊]他(?=[\"“「『'])|小名)"
    r"(?:叫做|叫作|叫|是|为|:)?[\"“「『']?(?![不没未什啥哪谁])([\u4e00-\u9fff]{2,4})[\"”」』']?(?=[,，。;；、:)）!！?？\"”」』']|的|$)"
)
_OWN = re.compile(r"(?:本人|我)的?(?:外号|绰号|诨号|诨名|花名|人称|小名|人送外号)")
_ENDS = re.compile(r"[哥姐爷叔嫂]$")
_ORDINARY = frozenset(read_words("ordinary"))
_FEW = 6  # texts that hold it, of those that the readers of both may read: what more hold is a word
_SURE, _BY_WORDS = 0.9, 0.8  # both tell it as a nickname; the other just uses it
_WHOLE = 3  # signs of a nickname that another text need not tell as such


def nicknames(texts: Sequence[TextOf], open_to: OpenTo, cap: int) -> Iterator[Alike]:
    """Yield the pairs that call somebody alike; what more than a few texts hold, or `cap`, makes none."""
    folded = {each.matter: (each, fold_text(each.text)) for each in sorted(texts, key=lambda each: each.matter)}
    told = {matter: _nicknames(text) for matter, (_, text) in folded.items()}
    for called in sorted(set(chain.from_iterable(told.values()))):
        holding = [(text, form) for text, form in folded.values() if called in form.text]
        tells = {matter for matter, names in told.items() if called in names}
        if 1 < len(holding) <= cap:
            yield from _pairs(called, holding, tells, open_to)


def _nicknames(text: Folded) -> set[str]:
    """Return the nicknames that a text tells as such, without the 哥 or 姐 that some add; never a name or an everyday word."""
    found = {_ENDS.sub("", each[1]) for each in _TOLD.finditer(text.text)}
    return {each for each in found if len(each) > 1 and each not in _ORDINARY and not is_title(each)}


def _pairs(called: str, holding: list[tuple[TextOf, Folded]], tells: set[str], open_to: OpenTo) -> Iterator[Alike]:
    audiences = Counter(text.audience for text, _ in holding)
    for at, (one, here) in enumerate(holding):
        for other, there in holding[at + 1 :]:
            telling = {one.matter, other.matter} & tells
            seen = open_to(one.audience) | open_to(other.audience)
            if not telling or sum(many for audience, many in audiences.items() if audience in seen) > _FEW:
                continue
            if len(telling) == 1 and len(called) < _WHOLE:
                continue
            certainty = _SURE if len(telling) > 1 else _BY_WORDS
            ends = [_said(called, text, form, certainty) for text, form in ((one, here), (other, there))]
            if all(ends):
                yield Alike(ends[0], ends[1], certainty)  # type: ignore[arg-type]  # all are there


def _said(called: str, text: TextOf, folded: Folded, certainty: float) -> SaidIn | None:
    """Return the words with what stands before and after them, or None where they speak of the reporter."""
    at = folded.text.index(called)
    around = folded.text[max(0, at - 12) : at + len(called) + 4]
    if names_reporter(around) or _OWN.search(around):
        return None
    start, end = folded.original(at, at + len(called))
    said = Said(AlikeKind.NICKNAME, called, text.text[start:end], start, certainty)
    return SaidIn(text.matter, text.audience, said)
