"""What stands right before a name: posts, and the unit in front of them."""

import re
from dataclasses import dataclass, replace

from graph_service.mentions.find.words import Words
from graph_service.mentions.lexicon.titles import ANAPHORS, JOINING
from graph_service.mentions.text.mention import MentionKind
from graph_service.mentions.text.span import Span

_INNER = re.compile(r"[\u4e00-\u9fff]{1,8}(?:科|股|处|室|队|所|部|中心|站|院|班子|机关|党委|党组|支部|总支)$")
_LEADS_PART = re.compile(r"[科股处站所组部队]长$")
_PART_NAME = re.compile(
    r"([^的是有在与和及同跟让请找叫派要求向对给把被由将以为从到去来下经过使令其该这那各每任不未已多几原现时新老本我你他她它们了着说称、,，。]{2,4})的?$"
)
# 医保局的局长, 教体局“一把手”, 市一中那位校长
_OF_IT = re.compile(r"(?:[\"“”‘’'《「]|的|[那这](?:个|位|任)|里的?|现任|当时的?)+$")
_LONGEST_JOINT = 5
_THEN = ("时任", "原任", "前任")
_FORMER = ("原任", "前任", "原")
_ANAPHOR = re.compile(rf"(?:该|本|我|此)({'|'.join(sorted(ANAPHORS, key=len, reverse=True))})$")
_FARTHEST = 10
_LONGEST = 12  # posts and joints before one name


@dataclass(frozen=True, slots=True)
class Chain:
    """Posts before a place of the text, and what they are posts of.

    `of` are units that the text speaks of, where only its sense tells that the post is theirs. `part` is what the post leads
    inside the unit: 财务 before 科长, 城管 before 中队长, 渔政 before 的支队长. With `is_then`, as in 时任局长, the unit is that
    which is spoken of, at the time that is spoken of. With `is_former`, as in 前任局长 and 原局长, whoever holds it has left.
    """

    start: int
    posts: tuple[str, ...]  # the nearest first
    unit: Span | None = None
    anaphor: tuple[int, str] | None = None  # start of 该局 and the kind of unit it stands for
    has_role: bool = False  # 工作人员, 法定代表人: says less than a post
    part: str = ""
    is_then: bool = False
    is_former: bool = False
    of: tuple[int, ...] = ()

    @property
    def is_anchored(self) -> bool:
        """Return whether the chain says which unit the posts belong to."""
        return self.unit is not None or self.anaphor is not None


def chain_before(text: str, at: int, words: Words, units: dict[int, Span]) -> Chain:
    """Return the chain that ends at this place; `units` are the unit spans by their end."""
    posts: list[str] = []
    place, has_role, is_then, is_former = at, False, False, False
    for _ in range(_LONGEST):
        begin = words.posts.get(place)
        if begin is not None and place not in units:
            posts.append(text[begin:place])
            place = begin
            continue
        if place in words.roles and place not in units:
            place, has_role = words.roles[place], True
            continue
        joint = next((word for word in JOINING if posts and text.endswith(word, 0, place)), None)
        if joint is None or place in units:
            break
        is_then, is_former = is_then or joint in _THEN, is_former or joint in _FORMER
        place -= len(joint)
    anchored = _anchored(text, place, tuple(posts), units)
    return replace(anchored, has_role=has_role, is_then=is_then, is_former=is_former)


def _anchored(text: str, place: int, posts: tuple[str, ...], units: dict[int, Span]) -> Chain:
    if place in units:
        return Chain(units[place].start, posts, units[place])
    if not posts:
        return Chain(place, posts)
    of_it = _OF_IT.search(text, max(0, place - _LONGEST_JOINT), place)
    if of_it and of_it.start() in units:
        unit = units[of_it.start()]
        return Chain(unit.start, posts, unit)
    anaphor = _ANAPHOR.search(text, max(0, place - 4), place)
    if anaphor:
        return Chain(anaphor.start(), posts, None, (anaphor.start(), anaphor[1]))
    for end in range(place - 1, max(0, place - _FARTHEST), -1):
        if end in units:
            part = _part(text[end:place], posts[-1])
            return Chain(units[end].start, posts, units[end], part=part) if part else Chain(place, posts)
    head = _head_of(place, posts, units)
    return head or Chain(place, posts)


def _part(words: str, post: str) -> str:
    """Return the part of a unit that these words between the unit and a post name, empty where they name none."""
    if _INNER.fullmatch(words):
        return words
    named = _PART_NAME.fullmatch(words) if _LEADS_PART.search(post) else None
    return named[1] if named else ""


def _head_of(place: int, posts: tuple[str, ...], units: dict[int, Span]) -> Chain | None:
    # 教育局长: the last sign of the unit is the first of the post.
    unit = units.get(place + 1)
    return Chain(unit.start, posts, unit) if unit and unit.kind is MentionKind.UNIT and posts else None
