"""Firms: those that no register knows, by their legal form, and known ones by short names: 瑞锦市政, 瑞锦公司, 瑞锦老板."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph_service.mentions.find.view import View
from graph_service.mentions.lexicon.boundaries import begins_well, ends_well
from graph_service.mentions.meaning.vectors import read_vectors
from graph_service.mentions.text.folded import fold_name
from graph_service.mentions.text.mention import Because, MentionKind
from graph_service.mentions.text.span import Span
from graph_service.unit_forms.firm_names import telling_trades, trade_pattern, trade_words
from graph_service.unit_forms.forms import Closeness

_UNKNOWN_STRENGTH = 25.0
_LEGAL_FORM = re.compile(r"(?:有限责任公司|股份有限公司|有限公司|集团公司|农民专业合作社|专业合作社|经营部|商行)")
_NAME_SIGN = re.compile(r"[\u4e00-\u9fffA-Z0-9()]")
_SHORTEST, _LONGEST = 3, 24
_STRENGTH = 30.0
_SURE, _BY_CLUE, _DOUBTFUL, _ELSEWHERE = 0.85, 0.8, 0.6, 0.4
_LONGER = re.compile(rf"(?:{trade_pattern()}|集团)*(?:股份|有限|专业合作社)")
# 市政府, 建设局, 工程师, 建设路: the trade is part of another word.
_GOES_ON = re.compile(
    r"[府局厅院站馆镇乡村]|协(?![商议调助])|委(?![托派])|法(?![人定])|师|部门|[路街](?![面灯沿边基])|大道"
)
_LEADS = frozenset("的了着过到在就都也又说从把归帮替连因按请用像以干进买卖找给跟让被由是")
_PLACE_ON = re.compile(r"[路街巷村镇乡市县区山河湖桥里苑园站局院校]|小区|社区|花园|大厦|广场")
_SIGN = re.compile(r"[\u4e00-\u9fffA-Z0-9]")
_AREA_SIGN = re.compile(r"[\u4e00-\u9fff]{2,3}[省市县区]$")
_SIZES = (4, 3, 2)
_LONGEST_NAME = 4
_SHORT = 2


@dataclass(frozen=True, slots=True)
class UnitSense:
    """Which units a word may mean, and how close it is to their registered names."""

    entities: tuple[int, ...]
    closeness: Closeness


def short_firm(text: str, start: int, word: str, sense: UnitSense, view: View) -> Span | None:
    """Return the firm or firms that a short name means here, sure only where it stands alone and one firm bears it."""
    end = start + len(word)
    if _LONGER.match(text, end) or _is_of_person(text, start, end, view):
        return None
    area = _area_before(text, start, view)
    entities = (
        tuple(one for one in sense.entities if area in fold_name(view.lexicon.names[one])) if area else sense.entities
    )
    start -= len(area)
    if not entities:  # 江右瑞锦市政 where only 瑞锦市政 of this city is known
        return Span(start, end, MentionKind.UNIT, text[start:end], _STRENGTH, _ELSEWHERE, Because.UNKNOWN)
    is_own = sense.closeness is Closeness.FIRM_OWN
    is_begun = bool(area) or begins(text, start)
    certainty = _of_own(text, start, end, word) if is_own else _with_trade(text, end, word, is_begun)
    if is_own and not certainty and len(entities) == 1 and is_begun and not _PLACE_ON.match(text, end):
        certainty = _by_its_trade(text, start, end, fold_name(view.lexicon.names[entities[0]]))
    if certainty > _DOUBTFUL and not is_own and any(view.people(word[:size]) for size in (2, 3)):
        certainty = _DOUBTFUL  # 周建国建材: named like somebody
    if not certainty:
        return None
    return Span(
        start, end, MentionKind.UNIT, text[start:end], _STRENGTH + len(word), certainty, Because.OTHER_NAME, entities
    )


def _of_own(text: str, start: int, end: int, word: str) -> float:
    """Return the certainty of a firm's own name alone; 0 where nothing says that a firm is meant."""
    if text.endswith(tuple(trade_words("before")), 0, start):
        return _BY_CLUE if ends_well(text, end) or text.startswith(tuple(trade_words("after")), end) else 0.0
    if len(word) > _SHORT and read_vectors().stands_apart(text, start, end):
        return _BY_CLUE  # 就是那个冠创渡, 是锦丰岑供的: signs of which nothing else is made
    if not begins(text, start):
        return 0.0
    if text.startswith(tuple(trade_words("after")), end):
        return _BY_CLUE
    return _BY_CLUE if len(word) > _SHORT and begins_well(text, start) and ends_well(text, end) else 0.0


def _by_its_trade(text: str, start: int, end: int, name: str) -> float:
    """Return the certainty of a firm's own name in a text that speaks of what the firm does: 裕德 beside 物业."""
    rest = f"{text[:start]}\n{text[end:]}"
    return _BY_CLUE if any(trade in rest for trade in telling_trades(name)) else 0.0


def _with_trade(text: str, end: int, word: str, is_begun: bool) -> float:
    if not word.endswith(("公司", "集团")) and _GOES_ON.match(text, end):
        return 0.0
    if is_begun:
        return _SURE
    return 0.0 if word.endswith("有限公司") else _DOUBTFUL


def begins(text: str, start: int) -> bool:
    """Return whether a short name may begin here: where any name may, or after a word of one sign that leads one in."""
    return begins_well(text, start) or text[start - 1] in _LEADS or not _SIGN.match(text, start - 1)


def _area_before(text: str, start: int, view: View) -> str:
    """Return the place whose name stands right before a firm's own."""
    for size in _SIZES:
        place = text[max(0, start - size) : start]
        if len(place) == size and (
            place in trade_words("provinces") or place in view.lexicon.place_names or _AREA_SIGN.fullmatch(place)
        ):
            return place
    return ""


def _is_of_person(text: str, start: int, end: int, view: View) -> bool:
    """Return whether the words are somebody's name, or part of one: 天佑 in 霍天佑."""
    if end - start > _LONGEST_NAME:
        return False
    for first in range(max(0, start - 2), start + 1):
        for last in range(end, min(len(text), end + 2) + 1):
            if last - first <= _LONGEST_NAME and view.people(text[first:last]):
                return True
    return False


def find_firms(text: str) -> Iterator[Span]:
    """Yield names that end in a legal form, from the nearest place at which a name can begin."""
    for found in _LEGAL_FORM.finditer(text):
        start = _start(text, found.start())
        if start is not None:
            yield Span(
                start, found.end(), MentionKind.UNIT, text[start : found.end()], _UNKNOWN_STRENGTH, 0.5, Because.UNKNOWN
            )


def _start(text: str, core_end: int) -> int | None:
    for start in range(core_end - 1, max(-1, core_end - _LONGEST), -1):
        if not _NAME_SIGN.match(text, start):
            return None
        # The nearest good beginning that leaves a core: 由 and 与 inside of names are rare.
        if core_end - start >= _SHORTEST and begins_well(text, start) and text[start] not in ")(":
            return start
    return None
