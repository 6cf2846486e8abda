"""Known words in a folded text: what has a name or a code of any shape; names of people; posts."""

import re
from dataclasses import dataclass, field

from graph_service.mentions.find.firms import UnitSense, begins, short_firm
from graph_service.mentions.find.view import View
from graph_service.mentions.lexicon.boundaries import begins_well
from graph_service.mentions.lexicon.titles import INTRODUCING, ROLES
from graph_service.mentions.text.folded import fold_name
from graph_service.mentions.text.mention import Because, MentionKind
from graph_service.mentions.text.span import Span
from graph_service.unit_forms.forms import Closeness
from schema import ENTITY

_KINDS = {label: MentionKind.__members__.get(label.upper(), MentionKind.OTHER) for label in ENTITY}
_CODE = re.compile(r"[0-9A-Z][0-9A-Z./_-]*")
_CODE_SIGN = re.compile(r"[0-9A-Z_]")
_FURTHER = re.compile(
    r"(?:附|东院|西院|前楼|后楼)?(?:[0-9]+|[一二三四五六七八九十]+)(?:栋|幢|座|单元|室|号|层|楼|组)|(?<=[0-9])[0-9]|-[0-9]"
)
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_ANY_PLACE = re.compile(r"(?:全|我|本|该|各|贵|某|[^\u4e00-\u9fff])[市县区镇乡州省]$|^[市县区镇乡州省]$")
_UNIT_END = re.compile(r"[局委院校所站部室会中心司团府处办社厂店行队学厅]$")
_NAMES_PLACE = re.compile(r"[\u4e00-\u9fff]{2,4}(?:[市县区旗镇]|乡(?!村)|街道)(?=[\u4e00-\u9fff]{2})")
_PART_OF_LONGER = re.compile(
    r"[\u4e00-\u9fff]{1,4}?(?:村民委员会|居民委员会|村委会|居委会|村|社区|小学|中学|学校|幼儿园|卫生院|敬老院|派出所)"
)
_TOWN_END = re.compile(r"[镇乡]$|街道$")
_FURTHER_PART = re.compile(r"(?:工程|项目)?(?:第?[0-9一二三四五六七八九十][期标段批]|续建|扩建)")
_SHORT, _DOUBTFUL = 0.85, 0.6
_LONG = 50.0
_DATED = 75.0  # a year in a project's name is no day of the matter
_CODED = 90.0
_LOOSE = 30.0
_ELSEWHERE = 28.0
_BARE = 22.0  # below every name of people: 东上庄 may begin one
# 民政把 …停了, 民政的局长 and 民政口 are an office, 民政工作 is not; a village ends before what is no part of a longer name.
_ACTS = re.compile(
    r"(?:把|给[我俺咱他她]|说[是要没]|不给|不让|不管|的人(?![口数工均])|那边|那里|那个|那位|来人|来查|去人|上班|$"
    r"|的?(?:老|原|前任?|现任?)?副?(?:[局科处所站股]长|主任|书记|一把手)|口(?=[上里的,.、)(]|$)|系统(?![性化地的建]))"
)
_BARE_ENDS = re.compile(r"(?![村镇乡街路桥校局委所站院店场厂园社巷库大小中山河水])")


@dataclass(frozen=True, slots=True)
class About:
    """What the register entry of the matter says it is about: the code of an area, empty without one, and units."""

    area: str
    units: frozenset[int]


@dataclass(slots=True)
class Words:
    """What the lexicon's words show in one text."""

    things: list[Span] = field(default_factory=list)
    names: list[tuple[int, int, str]] = field(default_factory=list)  # of people: start, end, name
    posts: dict[int, int] = field(default_factory=dict)  # end of the longest post that ends there, to its start
    roles: dict[int, int] = field(default_factory=dict)  # the same for role and kin words
    introductions: set[int] = field(default_factory=set)  # of these, such as a name is likely to follow


def find_words(text: str, view: View, about: About) -> Words:
    """Return every known word of the text that can stand where it does."""
    words, lexicon = Words(), view.lexicon
    for last, word in lexicon.find(text):
        end = last + 1
        start = end - len(word)
        if view.is_post(word):
            words.posts[end] = min(start, words.posts.get(end, start))
        if word in ROLES:
            words.roles[end] = min(start, words.roles.get(end, start))
            if word in INTRODUCING:
                words.introductions.add(end)
        if word in lexicon.people and view.people(word):
            words.names.append((start, end, word))
        span = _thing(text, start, end, view) if word in lexicon.things else None
        # What a hidden unit is called leaves the word as it is for those who do not know of that unit.
        span = span or (_bare(text, start, word, view, about) if word in lexicon.bare else None)
        if span:
            words.things.append(span)
    return words


def _bare(text: str, start: int, word: str, view: View, about: About) -> Span | None:
    """Return 人社局, 东上庄 or 石门民政 as a question where one unit of the area is called so."""
    end = start + len(word)
    is_core = word in view.lexicon.bare_cores
    is_apart = begins_well(text, start) and _place_before(text, start, word) is None
    if not is_apart or (_ACTS if is_core else _BARE_ENDS).match(text, end) is None:
        return None
    units = tuple(one for one in view.bare(word, "") if one in about.units) or view.bare(word, about.area)
    if len(units) != 1:
        return None
    because = Because.AREA_OF_MATTER if about.area else Because.OTHER_NAME
    return Span(start, end, MentionKind.UNIT, word, _BARE + len(word), 0.6, because, units)


def _thing(text: str, start: int, end: int, view: View) -> Span | None:
    word = text[start:end]
    senses = view.things(word)
    if not senses:
        return None
    best = min(sense.how for sense in senses)
    farthest = _farthest(best)
    entities = tuple(sense.entity for sense in senses if sense.how <= farthest)
    label = view.lexicon.labels[entities[0]]
    kind = _KINDS[label]
    if _CODE.fullmatch(word):
        return _coded(text, start, word, kind, entities)
    if kind is MentionKind.UNIT:
        return _unit(text, start, word, UnitSense(entities, best), view)
    if best is Closeness.SHORT:
        return _short_project(text, start, word, entities)
    if kind is MentionKind.PLACE and _FURTHER.match(text, end):
        return None  # 公园路1号3栋 is another place than 公园路1号
    strength = _DATED if "年" in word else _LONG
    return Span(start, end, kind, word, strength + len(word), 0.95, Because.FULL_NAME, entities)


def _short_project(text: str, start: int, word: str, entities: tuple[int, ...]) -> Span:
    """Return the project of a shortened name, doubtful where a longer name may stand: 新滨江路改造, 滨江路改造二期."""
    end = start + len(word)
    is_apart = begins(text, start) and not _FURTHER_PART.match(text, end)
    certainty = _SHORT if is_apart else _DOUBTFUL
    return Span(start, end, MentionKind.PROJECT, word, _LOOSE + len(word), certainty, Because.OTHER_NAME, entities)


def _farthest(best: Closeness) -> Closeness:
    """Return up to which closeness others of the name count beside the closest."""
    if best >= Closeness.LOOSE:
        return Closeness.FIRM_OWN
    return max(best, Closeness.PLAIN) if best else best


def _coded(text: str, start: int, code: str, kind: MentionKind, entities: tuple[int, ...]) -> Span | None:
    end = start + len(code)
    before, after = text[start - 1 : start], text[end : end + 1]
    if _CODE_SIGN.match(before) or _CODE_SIGN.match(after) or (after == "-" and _CODE_SIGN.match(text, end + 1)):
        return None
    return Span(start, end, kind, code, _CODED + len(code), 0.99, Because.NUMBER_KNOWN, entities)


def _unit(text: str, start: int, word: str, sense: UnitSense, view: View) -> Span | None:
    end, entities = start + len(word), sense.entities
    if sense.closeness >= Closeness.SHORT:
        return short_firm(text, start, word, sense, view)
    if word.endswith("部") and text.startswith("门", end):
        return None
    if sense.closeness is Closeness.FULL:
        is_telling = len(word) > 5 or _UNIT_END.search(word) is not None
        certainty, strength = (0.95, _LONG) if is_telling else (0.6, _LOOSE)
        return Span(start, end, MentionKind.UNIT, word, strength + len(word), certainty, Because.FULL_NAME, entities)
    begin = _place_before(text, start, word)
    if begin is not None:
        place = text[begin : start + len(word) - len(word.lstrip("区县市"))]
        start = begin
        entities = tuple(one for one in entities if place in fold_name(view.lexicon.names[one]))
        if not entities:  # 分宜县教育局 where only 教育局 of this city is known
            return Span(start, end, MentionKind.UNIT, text[start:end], _ELSEWHERE, 0.4, Because.UNKNOWN)
    # 吴江住建局 may be of another place, 发现云水区住建局 is not.
    is_apart = (
        sense.closeness is not Closeness.LOOSE
        and (begins_well(text, start) or _NAMES_PLACE.match(word) is not None)
        and not (_TOWN_END.search(word) and _PART_OF_LONGER.match(text, end))  # 良村镇 of an unknown 良村镇新桥村
    )
    return Span(
        start, end, MentionKind.UNIT, word, _LOOSE + len(word), 0.9 if is_apart else 0.6, Because.OTHER_NAME, entities
    )


def _place_before(text: str, start: int, word: str) -> int | None:
    """Return where the name of a place begins that stands right before a short name, if one does."""
    if word[0] in "区县市" and begins_well(text, start):
        return None
    at = start + 1 if word[0] in "区县市" else start
    if at == 0 or text[at - 1] not in "市县区镇乡州省" or _ANY_PLACE.search(text, max(0, at - 2), at):
        return None
    sizes = [size for size in (3, 4, 5) if at >= size and _HAN.fullmatch(text, at - size, at)]
    well = [size for size in sizes if begins_well(text, at - size)]
    if word[0] in "区县市" and not well:
        return None  # 听说区教育局: the sign can be the name's own
    return at - (well or sizes)[0] if sizes else None
