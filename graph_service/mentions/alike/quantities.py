"""How many of what a text tells: 120米, 四十户, 六百多只, 三号仓; the same in figures, in signs and as people say it.

Who tells of one thing in other words tells its numbers alike: so many metres of a road, the store of that number. What is told
roughly (六百多只) is what is told exactly (640只) where the figures that are told are the same.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph_service.mentions.text.folded import Folded
from graph_service.mentions.text.mention import Mention, MentionKind
from graph_service.mentions.text.runs import place_of
from schema.identifiers import Refused
from schema.identifiers.numerals import whole_number

_SIGNS = "零〇一二两三四五六七八九十百千万"
_NUMBER = rf"\d[\d,]*(?:\.\d+)?[百千万]?|[{_SIGNS}]+"
# Measures by what they count; those of a line are one measure.
_MEASURES = tuple(
    tuple(line.split())
    for line in (
        "亩", "公里 千米", "平方米 平米 平方", "立方米 立方 方", "厘米 公分", "毫米", "米", "公斤 千克", "斤", "吨", "升", "个月",
        "小时", "人次", "人 名 位 个", "户 家", "只 头 匹 口", "台 辆 部 架", "棵 株", "间 套 栋 幢", "份 张 本 页 封", "桌 席",
        "次 趟 回", "瓶 箱 件 条 袋 盒 桶", "根 支 盏", "座 处 眼 孔", "层", "课时 学时 节", "倍", "% 个百分点",
    )
)  # fmt: skip
_MEASURE = {word: words[0] for words in _MEASURES for word in words}
_WORDS = "|".join(sorted(map(re.escape, _MEASURE), key=len, reverse=True))
_COUNTED = re.compile(rf"(?<![\d.第年几数{_SIGNS}])(?<!\d,)({_NUMBER})([多余来几])?({_WORDS})(?!号)")
_PER_CENT = re.compile(r"百分之([零〇一二三四五六七八九十百]+)")
_NUMBERED = re.compile(rf"(?<![\d.年月{_SIGNS}A-Z-])(\d{{1,4}}|[{_SIGNS}]{{1,4}})[号#]([\u4e00-\u9fff]{{1,2}})")
_NO_THING = re.compile(
    r"^(?:上午|下午|晚|早|中午|文|令|至|到|起|前|后|以|之|开|那|当|就|去|在|左右|和|的|公告|楼|栋|院|室|线|路)"
)
_LOOSE = re.compile(r"[百千万][二三四五六七八九]$")
_BETWEEN = re.compile(r"[一二两三四五六七八九]{2,}")
_BELOW = {"百": "十", "千": "百", "万": "千"}
_THOUSANDS = {"百": 100, "千": 1_000, "万": 10_000}


_YUAN = "元"


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a text as numbers of places: those told exactly, those told roughly, and what the exact ones are roughly."""

    exact: frozenset[int] = frozenset()
    rough: frozenset[int] = frozenset()
    rounded: frozenset[int] = frozenset()
    starts: Mapping[int, int] = field(default_factory=dict, compare=False)  # where the text first tells each

    def shared(self, other: "Figures") -> frozenset[int]:
        """Return the figures of both; none is in it roughly that is in it exactly."""
        roughly = self.rough & (other.rough | other.rounded) | other.rough & self.rounded
        return self.exact & other.exact | roughly

    @property
    def everything(self) -> frozenset[int]:
        """Return all of them, however they are told."""
        return self.exact | self.rough | self.rounded


NO_FIGURES = Figures()


@dataclass(frozen=True, slots=True)
class Quantity:
    """So many of something (or the thing of a number): its measure, the number, whether more are meant, and where it stands."""

    measure: str
    number: str
    is_vague: bool
    start: int
    end: int


def figures(folded: Folded, mentions: Sequence[Mention]) -> Figures:
    """Return the figures of a text: what it counts, and the sums among its mentions; one of anything says nothing."""
    exact, rough, rounded = set[int](), set[int](), set[int]()
    starts: dict[int, int] = {}
    for measure, number, is_vague, start in [*_outside(folded, mentions), *_sums(mentions)]:
        digits, power = _scientific(number)
        told = set[int]()
        if is_vague and digits:
            told = {_place(measure, "~", digits, power)}
            rough |= told
        elif digits and (digits, power) != ("1", 0):
            exactly = _place(measure, "=", digits, power)
            roughly = {_place(measure, "~", digits[:size], power) for size in range(1, len(digits))}
            exact.add(exactly)
            rounded |= roughly
            told = {exactly, *roughly}
        for place in told:
            starts[place] = min(start, starts.get(place, start))
    return Figures(frozenset(exact), frozenset(rough), frozenset(rounded), starts)


def _outside(folded: Folded, mentions: Sequence[Mention]) -> Iterator[tuple[str, str, bool, int]]:
    """Yield the quantities that are no part of what is mentioned: a day, a sum, the number of a house."""
    taken = [(one.start, one.end) for one in mentions if one.kind is not MentionKind.PROBLEM]
    for each in quantities(folded.text):
        start, end = folded.original(each.start, each.end)
        if not any(start < to and begin < end for begin, to in taken):
            yield each.measure, each.number, each.is_vague, start


def _sums(mentions: Sequence[Mention]) -> Iterator[tuple[str, str, bool, int]]:
    for one in mentions:
        if one.kind is MentionKind.AMOUNT:
            yield _YUAN, one.normal.lstrip("~"), one.normal[:1] == "~", one.start


def _scientific(number: str) -> tuple[str, int]:
    try:
        value = float(number)
    except ValueError:
        return "", 0
    if not value:
        return "", 0
    return f"{value:.9e}".partition("e")[0].replace(".", "").rstrip("0"), math.floor(math.log10(value))


def _place(measure: str, how: str, digits: str, power: int) -> int:
    return place_of(f"{measure}{how}{digits}e{power}")


def quantities(text: str) -> Iterator[Quantity]:
    """Yield the quantities of a folded text, in its order; what cannot be read as one number is left out."""
    found = [*_counted(text), *_per_cent(text), *_numbered(text)]
    yield from sorted(found, key=lambda each: (each.start, each.end))


def _counted(text: str) -> Iterator[Quantity]:
    for found in _COUNTED.finditer(text):
        number = _read(found[1])
        if number is not None:
            yield Quantity(_MEASURE[found[3]], number, found[2] is not None, *found.span())


def _per_cent(text: str) -> Iterator[Quantity]:
    for found in _PER_CENT.finditer(text):
        if (number := _read(found[1])) is not None:
            yield Quantity("%", number, False, *found.span())


def _numbered(text: str) -> Iterator[Quantity]:
    for found in _NUMBERED.finditer(text):
        number = _read(found[1])
        if number is not None and not _NO_THING.match(found[2]):
            yield Quantity(f"号{found[2][0]}", number, False, *found.span())


def _read(words: str) -> str | None:
    plain = words.replace(",", "")
    if not plain.strip("百千万") or _BETWEEN.fullmatch(plain):  # 上百, 两三 name no number
        return None
    shift = _THOUSANDS.get(plain[-1], 1) if plain[0].isdigit() else 1
    if plain[0].isdigit():
        value = float(plain.rstrip("百千万")) * shift
        return f"{value:g}" if value < 1e6 else str(round(value))
    if _LOOSE.search(plain):
        plain += _BELOW[plain[-2]]
    try:
        return str(whole_number(plain, "quantity"))
    except Refused:
        return None
