"""Where stations and goals lie: the town is small enough that no two of its spots are five kilometres apart."""

from functools import cache
from typing import NamedTuple

from loaders.city.world.draws import Draws

_TOWN = (114.93, 27.81)
_FAR = {"南昌": (115.86, 28.68), "宜春": (114.39, 27.80), "吉安": (114.99, 27.11)}
_FAR_AREAS = {"南昌": "南昌市新建区", "宜春": "宜春市袁州区", "吉安": "吉安市吉州区"}
_AREAS = {"分岭": "分岭县", "钤山": "分岭县", "高新": "高新区", "湖东": "仙湖区"}
_UNSEEN = ("各乡镇", "分岭县城")  # in the hills the positioning system has no fix
_KINDS = {
    "小区": "小区", "附近": "小区", "加油站": "加油站", "行政中心": "机关", "管委会": "机关", "乡镇": "乡镇", "县城": "机关",
    "风景区": "景区", "度假村": "景区", "酒楼": "餐饮", "酒店": "餐饮", "饭店": "餐饮",
}  # fmt: skip


class Spot(NamedTuple):
    """Degrees of longitude and latitude."""

    longitude: float
    latitude: float

    def north(self, km: float) -> "Spot":
        """Return the spot so many kilometres north of this one."""
        return Spot(self.longitude, round(self.latitude + km / 111.2, 6))


@cache
def spot_of(name: str) -> Spot | None:
    """Return where a named place lies, or None where no position is known."""
    if name in _UNSEEN:
        return None
    for word, place in _FAR.items():
        if name.startswith(word):
            return Spot(*place)
    draws = Draws(0, f"spot {name}", 0)
    return Spot(*(round(at + (draws.below(2001) - 1000) / 100_000, 6) for at in _TOWN))


def area_of(station: str) -> str:
    """Return the district or county of a petrol station."""
    far = next((area for word, area in _FAR_AREAS.items() if station.startswith(word)), "")
    return far or next((area for word, area in _AREAS.items() if word in station), "云水区")


def kind_of(goal: str) -> str:
    """Return the kind of the place that a journey ended at."""
    return next((kind for word, kind in _KINDS.items() if goal.endswith(word)), "其他")
