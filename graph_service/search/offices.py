"""People as they are called by their post: 厉局长, 张芳主任, 教育局厉局长."""

from collections.abc import Iterator

from graph_service.mentions.lexicon.surname_list import surname_size
from graph_service.mentions.lexicon.titles import NO_SURNAME, POSTS

_LONGEST = max(map(len, POSTS))
_NAME = 3  # signs of a name without a double surname
_PLACES = frozenset("村镇乡县区市")
_LEAST_UNIT = 2
_ENDS = _PLACES | frozenset("局委办院校所站社厅部会处队司团中心厂行")  # the last signs of what units are called


def called_by_post(sought: str) -> Iterator[tuple[str, str]]:
    """Yield a surname or name, and the post behind it, where the signs are these two and nothing else: 马家村村支书 are not."""
    for called, post in _before_post(sought):
        size = surname_size(called, 0)
        if size and called[0] not in NO_SURNAME and called[-1] not in _PLACES and len(called) <= _NAME + size - 1:
            yield called, post


def unit_and_office(sought: str) -> tuple[str, str] | tuple[()]:
    """Return the unit and the surname with its post where the signs are these: 教育局 and 厉局长 of 教育局厉局长."""
    for before, post in _before_post(sought):
        for size in (2, 1):
            unit, surname = before[:-size], before[-size:]
            is_surname = surname_size(surname, 0) == size and surname[0] not in NO_SURNAME
            if is_surname and len(unit) >= _LEAST_UNIT and unit[-1] in _ENDS:
                return unit, surname + post
    return ()


def _before_post(sought: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before a post, and the post, the longest there is: of 厉党组书记 that is 党组书记, not 书记."""
    for size in range(min(_LONGEST, len(sought) - 1), 1, -1):
        if sought[-size:] in POSTS:
            yield sought[:-size], sought[-size:]
            return
