"""Whether a text calls somebody who has a business of their own: what tells one of several namesakes, if one alone has a firm."""

import re
from collections.abc import Iterable

from graph_service.mentions.find.names import NameSpan
from graph_service.mentions.lexicon.vocabulary import read_words
from graph_service.mentions.mean.scene import Scene

_OWNER = "|".join(sorted(map(re.escape, read_words("owners")), key=len, reverse=True))
_SHARES = "股份|股权|持股|入股|参股|名下(?:的|有)?(?:公司|企业|厂)"
_BEFORE = re.compile(rf"(?:{_OWNER})(?:、|,|:|叫|是|为|名叫|“)?$")
_BEHIND = re.compile(rf"^[()（）,，、]?(?:这个|这名|这位|系|是|为|一个|当地|本地)*(?:{_OWNER})")
_IN_CLAUSES = re.compile(rf"^[^。;；!！?？\n]{{0,14}}(?:{_SHARES})")
_AROUND = 10  # signs before a name, and behind it where it is called so
_BEYOND = 24  # signs behind a name in which it is said to hold shares


def is_called_owner(scene: Scene, occurrences: Iterable[NameSpan]) -> bool:
    """Return whether the text says of one of these names that its bearer runs or owns a business."""
    return any(_is_owner_at(scene.text, each.span.start, each.span.end) for each in occurrences)


def _is_owner_at(text: str, start: int, end: int) -> bool:
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _BEYOND]
    return any((_BEFORE.search(before), _BEHIND.match(behind[:_AROUND]), _IN_CLAUSES.match(behind)))
