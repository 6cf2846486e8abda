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
from graph_service.mentions.alike.trades import is_doing, is_trade, trade_at
from graph_service.mentions.find.reporters import names_reporter
from graph_service.mentions.lexicon.titles import is_title
from graph_service.mentions.lexicon.vocabulary import read_words
from graph_service.mentions.text.folded import Folded, fold_text

# 来电人称路灯坏了 and its like tell what somebody says; 都叫他退钱 what somebody is to do, unless it stands in quotes.
_TELLS = re.compile(
    r"(?:外号|绰号|诨号|诨名|花名|(?<![报映诉访信电告举情事主属责案证网])人称(?!呼)|道上(?:都)?(?:叫|称)|都管[他她](?=叫)|都[叫喊][他她](?=[\"“「『'])|小名)"
    r"(?:叫做|叫作|叫|是|为|:)?[\"“「『']?(?![不没未什啥哪谁])"
)
_ASKS = re.compile(r"都[叫喊][他她]?(?![\"“「『'])")  # tells one only after a trade: 都叫他开挖机的达哥
_HAN = r"[\u4e00-\u9fff]"
_CLOSES = r"[\"”」』']?(?=[,，。;；、:)）!！?？\"”」』']|$)"
_CALLED = re.compile(rf"({_HAN}{{2,4}})(?:{_CLOSES}|[\"”」』']?(?=的))")
_DOING = re.compile(rf"({_HAN}{{2,12}}?)的(?={_HAN}|[\"“「『'])[\"“「『']?")
_AFTER_TRADE = re.compile(
    rf"({_HAN}{{1,2}}[哥姐爷叔嫂]|(?:(?![常又也都还来去收拿在说给把被跟和]){_HAN}){{2,4}}?(?={_CLOSES}|的))"
)
_LIKE_ONE = re.compile(rf"{_HAN}{{1,2}}[哥姐爷叔嫂]|[老阿]{_HAN}{{1,2}}|{_HAN}{{1,2}}[子头佬]")
_NOBODY = re.compile(
    r".?(?:人|男的|女的|男人|女人|男子|女子|老人|老头|老太|小伙|小伙子|家伙|老板|师傅|老乡|村民|群众|朋友|亲戚|邻居|儿子|女儿|老婆|媳妇|兄弟|那个.*|这个.*|一个.*|几个.*)"
)
_KIN = re.compile(r"[大二三四五六七八九老小表堂亲师学][哥姐爷叔嫂]")  # 三哥 is somebody's in every village
_OWN = re.compile(r"(?:本人|我)的?(?:外号|绰号|诨号|诨名|花名|人称|小名|人送外号)")
_ENDS = re.compile(r"[哥姐爷叔嫂]$")
_ORDINARY = frozenset(read_words("ordinary"))
_FEW = 6  # texts that hold it, of those that the readers of both may read: what more hold is a word
_SURE, _BY_WORDS = 0.9, 0.8  # both tell it as a nickname; the other just uses it
_WHOLE = 3  # signs of a nickname that another text need not tell as such
_COMMON = 0.7  # 达哥 and its like: one sign of a name, which others have too
_LONGEST_TRADE = 6


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
    tells = ((each.end(), False) for each in _TELLS.finditer(text.text))
    asks = ((each.end(), True) for each in _ASKS.finditer(text.text))
    found = {_plain(each) for at, is_asked in chain(tells, asks) if (each := _called(text.text, at, is_asked))}
    return {
        each for each in found if len(each) > 1 and each not in _ORDINARY and not is_title(each) and not is_trade(each)
    }


def _called(text: str, at: int, is_asked: bool) -> str:
    """Return what somebody is called from here on, past what they do (人称开挖机的达哥); nothing where that is all."""
    doing, size = _DOING.match(text, at), trade_at(text[at : at + _LONGEST_TRADE])
    plain = None if is_asked else _CALLED.match(text, at)
    whole = plain[1].removesuffix("的") if plain else ""
    if doing and is_doing(doing[1]):
        start, whole = doing.end(), ""
    elif size and text[at + size : at + size + 1] != "的":
        start = at + size
    else:
        return whole
    after = _AFTER_TRADE.match(text, start)
    is_name = after and not _NOBODY.fullmatch(after[1]) and (not is_asked or _LIKE_ONE.fullmatch(after[1]))
    return after[1] if after and is_name else whole


def _plain(called: str) -> str:
    """Return a nickname without the 哥 or 姐 that some add, but with it where one sign alone is left: 达哥."""
    short = _ENDS.sub("", called)
    return short if len(short) > 1 else "" if _KIN.fullmatch(called) else called


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
            certainty = _COMMON if _ENDS.search(called) else _SURE if len(telling) > 1 else _BY_WORDS
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
