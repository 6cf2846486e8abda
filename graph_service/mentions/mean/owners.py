"""Whether a text calls somebody who has a business of their own: what tells one of several namesakes, if one alone has a firm.

Surely by an appellation only: directly before the name, or behind it in brackets or as the end of a clause. 老板、霍天佑 are two, and
霍天佑是老板的亲戚 is no owner. Who is said to hold shares may be an official who must not: that asks, as does what an official is called.
"""

import re
from collections.abc import Iterable

from graph_service.mentions.find.names import NameSpan
from graph_service.mentions.lexicon.vocabulary import read_words
from graph_service.mentions.mean.scene import Scene

_OWNER = "|".join(sorted(map(re.escape, read_words("owners")), key=len, reverse=True))
_SHARES = "股份|股权|持股|入股|参股|名下(?:的|有)?(?:公司|企业|厂)"
_CALLED, _HOLDS_SHARES = 0.82, 0.65
_BEFORE = re.compile(rf"(?:{_OWNER})(?:名叫|叫|是)?$")
_WHICH = r"(?:系|是|为)?(?:个|一个|一名|当地|本地|本县|本市)*"
_BEHIND = re.compile(
    rf"[(（]{_WHICH}(?:{_OWNER})[)）,，]|[,，]?(?:系|是|为){_WHICH}(?:{_OWNER})(?:$|[,，.。;；])|[,，](?:{_OWNER})[,，.。;；]"
)
_IN_CLAUSES = re.compile(rf"[^。;；!！?？\n]{{0,14}}(?:{_SHARES})")
_AROUND = 10  # signs before a name in which it is called so
_BEYOND = 24  # signs behind a name in which it is, or is said to hold shares


def called_owner(scene: Scene, occurrences: Iterable[NameSpan]) -> float:
    """Return how sure the text makes it that the bearer of one of these names has a business: 0 where it says nothing of it."""
    return max((_called_at(scene.text, each) for each in occurrences if not each.chain.posts), default=0.0)


def _called_at(text: str, named: NameSpan) -> float:
    before, behind = text[max(0, named.span.start - _AROUND) : named.span.start], text[named.span.end :][:_BEYOND]
    if _BEFORE.search(before) or _BEHIND.match(behind):
        return _CALLED
    return _HOLDS_SHARES if _IN_CLAUSES.match(behind) else 0.0
