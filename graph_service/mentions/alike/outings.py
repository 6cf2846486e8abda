"""What a text says of places on a day: the words around the day, and the names in them that may be of a place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph_service.mentions.alike.place_kinds import PRIVATE, place_weight
from graph_service.mentions.find.reporters import names_reporter
from graph_service.mentions.lexicon.known import MatterText
from graph_service.mentions.text.folded import fold_text
from graph_service.mentions.text.mention import SURE_FROM, Mention, MentionKind

SHORTEST = 3  # signs of a name
_AROUND = 60  # signs of the sentence on each side of its day
_LONGEST = 300  # signs of a text whose day only a column tells
_MOST_DAYS = 4  # of a stretch that is told day by day
_IN_STRETCH, _IN_COLUMN = 0.8, 0.85  # of a day's certainty: which day of the stretch, whether the text means that day
_STRETCH = re.compile(r"(\d{4}-\d{2}-\d{2})(?:/(\d{4}-\d{2}-\d{2}))?")
_ENDS = re.compile(r"[。;；!！?？\n]")
_QUOTES = re.compile(r"[“”‘’\"'「」『』]")
_SIGN = r"[\u4e00-\u9fff0-9A-Z·]"
_IN_QUOTES = re.compile(
    rf"(?<=[在到于去往赴进入路街道县区镇乡村岸边旁头库湖山船艇楼店馆号])[“\"「『(](?P<name>{_SIGN}{{3,10}})[”\"」』)]"
)
# What follows tells a place of any name; else the name's own last sign has to.
_DONE_THERE = (
    r"吃|喝|聚餐|聚会|宴请|设宴|请客|摆酒|摆了|摆席|打牌|打麻将|唱歌|唱K|住宿|住了|洗浴|洗脚|泡澡|消费|用餐|就餐|娱乐|钓鱼|海钓"
    r"|门口|门前|包[间厢房]|雅间|大厅|[一二三四五六七八九十\d]{1,2}[楼层]"
)
_HOUSE = r"(?<=[楼阁轩居坊馆店园庄泉苑堂府斋庐岛湾湖库山船艇舫港亭舍栈墅家])"
_VISITED = re.compile(
    rf"(?:前往|来到|出入|进入|入住|登上|乘坐|[在到于去往赴进乘])(?P<name>{_SIGN}{{2,14}}?)"
    rf"(?=(?P<done>{_DONE_THERE})|{_HOUSE}(?:[设开被的违和与跟同,，。、;:!?]|一次性|接[受待]|$)|[被的,，。、;:!?])"
)
_AREA = re.compile(r"([\u4e00-\u9fff]{1,2})(市|县|区|镇|乡|街道)(?!长|委|里|政)")
_LEADS_IN = "在到于去往赴从由是的日号晚午天上夜间县市区镇乡"


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name that may be of a place, folded; which registered one it surely means, whether only one has that name."""

    name: str
    uid: str | None = None
    is_only_one: bool = False


@dataclass(frozen=True, slots=True)
class Outing:
    """A day of a text: how sure it is, the folded words around it, and what may be a place's name among them."""

    matter: str
    audience: int
    day: str
    certainty: float
    window: str
    names: tuple[PlaceName, ...]
    areas: frozenset[str]  # towns, counties and cities that the words name: level and name
    district: str | None  # six digits, None where the matter is of the city
    problems: frozenset[str]
    words: str  # of the day, empty where a column tells it
    start: int


@dataclass(frozen=True, slots=True)
class _Told:
    days: tuple[str, ...]
    certainty: float
    start: int
    end: int
    mention: Mention | None


def outings(
    matter: MatterText, audience: int, mentions: Sequence[Mention], columns: Sequence[PlaceName]
) -> Iterator[Outing]:
    """Yield the days of a matter with the places that its words, or its columns, name beside them."""
    # Only a place of its own: that two matters name one village or hospital in a column says nothing of the day.
    columns = [one for one in columns if place_weight(one.name) == PRIVATE]
    district = matter.area[:6] if matter.area and not matter.area[:6].endswith("00") else None
    problems = frozenset(one.normal for one in mentions if one.kind is MentionKind.PROBLEM)
    for told in _days(matter, mentions):
        raw = matter.text[told.start : told.end]
        folded = fold_text(raw).text
        window = "\n".join([_QUOTES.sub("", folded), *(one.name for one in columns)])
        inside = [one for one in mentions if told.start <= one.start and one.end <= told.end]
        names = tuple({one.name: one for one in (*_free(folded), *columns, *_mentioned(inside))}.values())
        words, start = (told.mention.text, told.mention.start) if told.mention else ("", -1)
        for day in told.days:
            yield Outing(
                matter.uid, audience, day, told.certainty, window, names, _areas(window), district, problems, words, start
            )  # fmt: skip


def _days(matter: MatterText, mentions: Sequence[Mention]) -> Iterator[_Told]:
    dates = [one for one in mentions if one.kind is MentionKind.DATE]
    found = [(one, days) for one in dates if (days := _each_day(one.normal))]
    for one, days in found:
        start, end = _sentence(matter.text, one)
        others = [other for other in dates if other.normal != one.normal]
        start = max([start, *(other.end for other in others if other.end <= one.start)])
        end = min([end, *(other.start for other in others if other.start >= one.end)])
        yield _Told(days, one.certainty * (_IN_STRETCH if len(days) > 1 else 1.0), start, end, one)
    if not found and matter.happened_from and matter.happened_from == matter.happened_to:
        yield _Told((matter.happened_from.isoformat(),), _IN_COLUMN, 0, min(len(matter.text), _LONGEST), None)


def _each_day(normal: str) -> tuple[str, ...]:
    found = _STRETCH.fullmatch(normal)
    if not found:
        return ()
    first, last = date.fromisoformat(found[1]), date.fromisoformat(found[2] or found[1])
    count = (last - first).days + 1
    return tuple((first + timedelta(days=at)).isoformat() for at in range(count)) if count <= _MOST_DAYS else ()


def _sentence(text: str, day: Mention) -> tuple[int, int]:
    start, end = max(0, day.start - _AROUND), min(len(text), day.end + _AROUND)
    before = [found.end() for found in _ENDS.finditer(text, start, day.start)]
    after = _ENDS.search(text, day.end, end)
    return max([start, *before]), after.start() if after else end


def _mentioned(mentions: Sequence[Mention]) -> Iterator[PlaceName]:
    for one in mentions:
        name = _QUOTES.sub("", fold_text(one.text).text)
        if one.kind in (MentionKind.UNIT, MentionKind.PLACE) and len(name) >= SHORTEST:
            is_only_one = len(one.referents) == 1
            is_sure = is_only_one and one.certainty >= SURE_FROM
            yield PlaceName(name, one.referents[0].uid if is_sure else None, is_only_one)


def _free(folded: str) -> Iterator[PlaceName]:
    for found in _IN_QUOTES.finditer(folded):
        yield PlaceName(found["name"])
    plain = _QUOTES.sub("", folded)
    for found in _VISITED.finditer(plain):
        name = found["name"]
        is_place = found["done"] is not None or re.search(_HOUSE + "$", name) is not None
        if is_place and len(name) >= SHORTEST and not names_reporter(plain[max(0, found.start() - 6) : found.end()]):
            yield PlaceName(name)


def _areas(window: str) -> frozenset[str]:
    return frozenset(
        found[2] + found[1].lstrip(_LEADS_IN) for found in _AREA.finditer(window) if found[1].lstrip(_LEADS_IN)
    )
