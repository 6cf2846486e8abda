"""Patterns of the areas that begin names: provinces, prefectures, counties and towns, those of other languages among them.

Names of four signs and more hold none that long names of units hold: in 云水县城市管理局 begins no city of five signs.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

HAN = r"[\u4e00-\u9fff]"
_PLAIN = r"(?:(?![省市州盟区县旗城镇乡街局委院部处厅所站校])[\u4e00-\u9fff])"
PROVINCE = rf"(?:{HAN}{{2,3}}省|{HAN}{{2,6}}自治区)"
CITY_NAME = rf"(?:{HAN}{{2,3}}?|{_PLAIN}{{4,6}}?)"
AUTONOMOUS = rf"(?:{HAN}{{2,10}}?自治州|{HAN}{{2,5}}?地区(?=[^的]))"
LEAGUE_NAME = rf"{_PLAIN}{{2,4}}?"  # 锡林郭勒 of 锡林郭勒盟
COUNTY = rf"(?:{HAN}{{2,14}}?自治[县旗]|{HAN}{{1,4}}?(?:新区|(?<![社园景小校库院])区|县|旗)|{_PLAIN}{{5,7}}?[县旗])"
TOWN = rf"(?:{HAN}{{1,4}}?|{_PLAIN}{{5,7}}?)(?:镇|(?<!城)乡(?!村)|街道|苏木)"


def level_sign(area: str) -> str:
    """Return the sign by which those who live there call an area: 区 of 云水区, 州 of 海北藏族自治州, 地区 of 阿勒泰地区."""
    return "地区" if area.endswith("地区") else area[-1:]


def short_prefectures(area: str) -> Iterator[str]:
    """Yield what an autonomous prefecture or a league may be called: 黔东南州, 恩施州, 锡盟; nothing of other areas."""
    sign = "州" if area.endswith("自治州") else "盟" if area.endswith("盟") else ""
    if sign:
        yield from (area[:size] + sign for size in (1, 2, 3))


_CITY_DIGITS = 4  # of an area code
_NEARLY_ALL = 0.95  # of the units: a farm or two may belong to somebody elsewhere


def is_one_city(area_codes: Iterable[str]) -> bool:
    """Return whether nearly all units of these area codes lie in one city, whose registers then hold all its villages."""
    cities = Counter(code[:_CITY_DIGITS] for code in area_codes)
    return max(cities.values(), default=0) >= _NEARLY_ALL * max(cities.total(), 1)
