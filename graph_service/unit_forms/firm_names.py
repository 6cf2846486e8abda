"""What a private firm is called for short, made from its registered name: 瑞锦市政 and 瑞锦 of 清河瑞锦市政工程有限公司."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

import yaml

from graph_service.unit_forms.areas import AUTONOMOUS, CITY_NAME, PROVINCE

_FILE = Path(__file__).with_name("trades.yaml")
_HAN = r"[\u4e00-\u9fff]"
_LEGAL = re.compile(
    r"((?:集团)?(?:股份有限公司|有限责任公司|有限公司)|集团公司|农民专业合作社|专业合作社|商行|经营部|事务所)"
    rf"(?:{_HAN}{{0,6}}分公司)?$"
)
_BRACKET = re.compile(r"\([^()]{1,12}\)")
_SIGNED_AREA = re.compile(
    rf"{AUTONOMOUS}|{PROVINCE}|{CITY_NAME}市(?![场政])|(?![神九中]州){_HAN}{{1,3}}?州(?={_HAN}{{4}})|{_HAN}{{1,3}}?(?:(?<![社园景小校库])区|县|旗)(?={_HAN}{{3}})"
)
_COUNTRY = "中国"
_LONGEST_AREA = 4
_LEAST_CORE = 4


@dataclass(frozen=True, slots=True)
class FirmName:
    """A firm's name without area and legal form: what it calls itself, its trade word by word, and its legal form."""

    own: str
    trades: tuple[str, ...]
    legal: str

    @property
    def is_telling(self) -> bool:
        """Return whether what it calls itself is more than an ordinary word."""
        return self.own not in trade_words("common")

    def with_more(self) -> Iterator[str]:
        """Yield the own name with as much of the trade as people say, or with 公司: 瑞锦公司, 瑞锦市政, 瑞锦市政工程公司."""
        tails = self._tails()
        yield from (self.own + tail for tail in tails)
        vague = trade_words("vague")
        for size in range(1, len(self.trades) + 1):
            said = self.own + "".join(self.trades[:size])
            if size > 1 or self.trades[0] not in vague:
                yield said
            yield from (said + tail for tail in tails)
        telling = [trade for trade in self.trades[1:] if trade not in vague]
        yield from (self.own + trade for trade in telling)
        for one, other in combinations(self.trades, 2):  # 天宇建安 of 天宇建筑安装工程, 阔安货代 of 阔安国际货运代理
            yield self.own + one[0] + other[0]
        yield self.own + "".join(self.trades) + self.legal

    def _tails(self) -> tuple[str, ...]:
        if self.legal.endswith("合作社"):
            return ("合作社",)
        return ("公司", "集团", "集团公司") if self.legal.startswith("集团") else ("公司",)


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists: dict[str, str] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in lists.items()}


def trade_words(name: str) -> frozenset[str]:
    """Return one list of `trades.yaml`."""
    return _lists()[name]


@cache
def trade_pattern() -> str:
    """Return the pattern of one word of trade, the longest first."""
    return "|".join(sorted(trade_words("trades"), key=lambda word: (-len(word), word)))


def telling_trades(name: str) -> list[str]:
    """Return the words of trade in a firm's name that say what it does, 物业 of 裕德物业服务有限公司."""
    return [trade for trade in re.findall(trade_pattern(), name) if trade not in trade_words("vague")]


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(rf"([\u4e00-\u9fffA-Z0-9]{{2,5}}?)((?:{trade_pattern()}){{1,5}})")


def without_province(name: str) -> str:
    """Return a name without the bare name of a province before it, 宏图建设 of 江西宏图建设."""
    return next(
        (name.removeprefix(each) for each in trade_words("provinces") - {_COUNTRY} if name.startswith(each)), name
    )


def is_firm_name(name: str) -> bool:
    """Return whether the name ends in the legal form of a firm."""
    return _LEGAL.search(name) is not None


def firm_name(name: str, areas: Container[str] = ()) -> FirmName | None:
    """Return the parts of a firm's folded name, its area taken for one if it is signed, a province or in `areas`.

    None where the name has no legal form, or no trade that the list knows, or is nothing but area and trade.
    """
    legal = _LEGAL.search(name)
    if not legal:
        return None
    rest = _without_area(_BRACKET.sub("", name[: legal.start()]), areas)
    found = _parts().fullmatch(rest)
    if not found or found[1] in areas or found[1] in trade_words("trades"):
        return None
    return FirmName(found[1], tuple(re.findall(trade_pattern(), found[2])), legal[1])


def _without_area(name: str, areas: Container[str]) -> str:
    while True:
        signed = _SIGNED_AREA.match(name)
        sizes = range(_LONGEST_AREA, 1, -1)
        size = (
            signed.end()
            if signed
            else next((n for n in sizes if name[:n] in trade_words("provinces") or name[:n] in areas), 0)
        )
        if not size or len(name) - size < _LEAST_CORE:
            return name
        name = name[size:]
