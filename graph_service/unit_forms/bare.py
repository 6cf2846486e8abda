"""Names of units without area or without the sign of what they are: 人社局, 石门民政, 妇幼, 东上庄."""

import re
from collections.abc import Iterator

from graph_service.unit_forms.areas import level_sign
from graph_service.unit_forms.parts import UnitParts, own_body, stem, unit_parts
from graph_service.unit_forms.shortening import short_bodies, shortened

_VILLAGE = re.compile(r"(.{3,6}?)(?:社区|村)?(?:村民|居民)委员会")
_ENDING = re.compile(r"(?:局|委|办|院|校|中心|队|所|站|[小中大]学|幼儿园|馆|场|处|厂|社|台)$")
_CORE = re.compile(
    r"([\u4e00-\u9fff]{2,5}?)(?:监督管理|事务|管理)?(?:局|委员会|保健院|保健计划生育服务中心|管理中心|控制中心)"
)
_EVERYWHERE = frozenset(
    (
        "人民政府", "办事处", "办公室", "委员会", "人民医院", "便民服务中心", "派出所", "卫生院", "卫生所", "中心校", "中心小学", "中心学校",
        "中心幼儿园", "幼儿园", "供销社", "管理处", "农贸市场", "菜市场", "批发市场", "停车场", "养殖场",
    )
)  # fmt: skip
_SHORT_ENDING = ("局", "委")
_WORDS = frozenset(("市场", "政府", "城市", "安全", "工作", "社会"))  # that mean no office by themselves
_LEAST_BODY, _LEAST_CORE = 3, 2


def bare_bodies(name: str) -> Iterator[str]:
    """Yield what a unit is without its area, and a village without 村: names that end where a name can end."""
    parts = unit_parts(name)
    village = _VILLAGE.fullmatch(parts.body)
    if village:
        yield village[1]
    elif not parts.town:
        own = own_body(parts.body)
        for body in {parts.body, own, *short_bodies(own)}:
            if len(body) >= _LEAST_BODY and _ENDING.search(body) and body not in _EVERYWHERE:
                yield body


def bare_cores(name: str) -> Iterator[str]:
    """Yield what a unit is about, alone and after its area: everyday words, a unit only where somebody acts."""
    cores = sorted(_cores(unit_parts(name)))
    yield from cores
    yield from area_cores(name)


def area_cores(name: str) -> Iterator[str]:
    """Yield what a unit is about after its area: 高新财政 of 高新区财政局, 分宜卫健 of 分宜县卫生健康委员会."""
    parts = unit_parts(name)
    areas = (
        (parts.district, stem(parts.district))
        if parts.district
        else (level_sign(parts.city), stem(parts.city))
        if parts.city
        else ()
    )
    cores = sorted(_cores(parts))
    yield from (area + core for area in filter(None, areas) for core in cores)


def _cores(parts: UnitParts) -> set[str]:
    """Return what a unit is about, in full and as the trade shortens it: 卫生健康 and 卫健, 城市建设 and 城建."""
    if parts.town:
        return set()
    own = own_body(parts.body)
    found = _CORE.fullmatch(own)
    short = {body[:-1] for body in shortened(own) if body.endswith(_SHORT_ENDING)}
    return {core for core in (*short, found[1] if found else "") if len(core) >= _LEAST_CORE and core not in _WORDS}
