"""Every name by which a unit may be called, made from a registered one, with how close it is to it."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import IntEnum

from graph_service.unit_forms.areas import CITY_NAME, PROVINCE, level_sign, short_prefectures
from graph_service.unit_forms.firm_names import without_province
from graph_service.unit_forms.parts import UnitParts, own_body, stem, unit_parts
from graph_service.unit_forms.shortening import short_bodies
from schema.identifiers.numerals import whole_number
from schema.identifiers.refused import Refused


class Closeness(IntEnum):
    """How close a name is to the registered one."""

    FULL = 0
    OTHER = 1  # short or former name, as registered
    PLAIN = 2  # with less of the area, still naming it
    BY_RULE = 3  # as the trade shortens such names
    LOOSE = 4  # without area or legal form: never decides by itself
    SHORT = 5  # a firm's own name with its trade or 公司, a project's without area or year: decides in a text where one bears it
    FIRM_OWN = 6  # a firm's own name alone: the same, with a clue beside it


Form = tuple[str, Closeness]

_COMMITTEE = re.compile(r"(.{1,8}?)(?:社区|村)?(村民|居民)委员会")
_REGIMENT = re.compile(
    r"(?P<division>第[一二三四五六七八九十]{1,3}师)?(?P<number>[一二三四五六七八九十百]{1,5}|[0-9]{1,3})团(?P<company>.*)"
)
_TOWN_RULE = re.compile(r"人民政府|办事处")
_FORM = re.compile(r"(集团股份有限|集团有限责任|集团有限|股份有限|有限责任|有限)公司$")
_OF_CITY = re.compile(rf"{PROVINCE}?({CITY_NAME})市(?=[\u4e00-\u9fff]{{3}})")
_BRACKET = re.compile(r"\([\u4e00-\u9fff]{2,4}\)")
# What cities own and run; a firm of that trade and city is called by these words alone.
_CITY_FIRM = re.compile(
    r"(?:城投|建投|交投|国投|产投|农投|旅投|文旅|水投|工投|发投|国资|国控|城建|水务|公交|供水|排水|自来水|燃气|热力|轨道交通|地铁|环卫)(?:集团)?$"
)
# 鑫源建设 of 鑫源建设工程, 安居物业 of 安居物业服务: what a firm does in one word, the rest left out.
_TRADE = re.compile(
    r"([\u4e00-\u9fff]{2,4}(?:建设|建筑|物业|商贸|贸易|工程|市政|园林|装饰|科技|信息|广告|传媒|电力|水利|路桥|医药|医疗|农业|食品|餐饮|配送|咨询|置业|地产|旅游|环保|能源|汽车|劳务|安装|消防|测绘))"
    r"(?:工程|服务|管理|建设|安装|发展|开发|技术|咨询|设计|装饰|劳务|投资|实业|供应链|设备|器械|科技|文化|传播|股份|集团){1,3}"
)
_LEAST_CORE, _LEAST_STEM = 4, 2
_LEAST_BODY = 3


def unit_forms(name: str) -> dict[str, Closeness]:
    """Return every name that follows from a folded registered one, the registered one among them."""
    found: dict[str, Closeness] = {name: Closeness.FULL}
    firm = _FORM.search(name)
    regiment = _REGIMENT.fullmatch(name)
    made = _of_firm(name, firm) if firm else _of_regiment(regiment) if regiment else _of_organ(unit_parts(name))
    for form, how in made:
        found[form] = min(how, found.get(form, how))
    return found


def _of_regiment(found: re.Match[str]) -> Iterator[Form]:
    """Yield a farm of the production corps without its division, and its number in figures: 九十三团, 93团."""
    number, company = found["number"], found["company"]
    written = {number}
    with suppress(Refused):
        written.add(str(whole_number(number, "unit")))
    for form in written:
        yield f"{form}团{company}", Closeness.PLAIN
        yield f"{found['division'] or ''}{form}团{company}", Closeness.PLAIN
    if company:
        yield company, Closeness.LOOSE


def _of_organ(parts: UnitParts) -> Iterator[Form]:
    bodies = list(_bodies(parts))
    for area, how in _areas(parts):
        for body, nearness in bodies:
            if area or len(body) >= _LEAST_BODY:
                yield area + body, max(how, nearness)


def _areas(parts: UnitParts) -> Iterator[Form]:
    if parts.district:
        yield parts.city + parts.district, Closeness.PLAIN
        yield parts.district, Closeness.PLAIN
        yield stem(parts.district) or parts.district, Closeness.PLAIN
    elif parts.city:
        yield parts.city, Closeness.PLAIN
        if not parts.town:
            yield level_sign(parts.city), Closeness.PLAIN
            yield stem(parts.city) or parts.city, Closeness.PLAIN
            yield from ((short, Closeness.PLAIN) for short in short_prefectures(parts.city))
    if parts.town or not (parts.city or parts.district):
        yield "", Closeness.PLAIN
    elif parts.district:
        yield level_sign(parts.district), Closeness.LOOSE


def _bodies(parts: UnitParts) -> Iterator[Form]:
    town, body = parts.town, parts.body
    yield town + body, Closeness.PLAIN
    village = _COMMITTEE.fullmatch(body)
    if village:
        for form in _village(village[1], village[2]):
            yield town + form, Closeness.PLAIN
            yield form, Closeness.LOOSE
        yield from ((form, Closeness.BY_RULE) for form in _in_town(town, village[1], village[2]))
    elif town and _TOWN_RULE.fullmatch(body):
        yield town, Closeness.PLAIN
        yield f"{town}政府" if body == "人民政府" else f"{town}办", Closeness.PLAIN
    elif town:
        for form in {body, body.removeprefix("中心"), *short_bodies(body)}:
            yield town + form, Closeness.BY_RULE
            if stem(town):
                yield stem(town) + form, Closeness.BY_RULE
    else:
        rest = own_body(body)
        if rest != body:
            yield rest, Closeness.PLAIN
        yield from ((form, Closeness.BY_RULE) for form in short_bodies(rest))


def _village(name: str, kind: str) -> Iterable[str]:
    if kind == "村民":
        return f"{name}村", f"{name}村委会"
    return f"{name}社区", f"{name}居委会", f"{name}社区居委会"


def _in_town(town: str, name: str, kind: str) -> Iterator[str]:
    """Yield a village as who lives there calls it after its town: 桐源新屋 and 桐源新屋村 of 桐源乡新屋村."""
    short = stem(town) if town else ""
    if short:
        yield from (short + form for form in _village(name, kind))
    if len(name) >= _LEAST_STEM:
        yield from (area + name for area in (short, town) if area)


def _of_firm(name: str, form: re.Match[str]) -> Iterator[Form]:
    city = _OF_CITY.match(name)
    rest = name[city.end() :] if city else name
    core = without_province(_BRACKET.sub("", rest.removesuffix(form[0])))
    group = "集团" if form[1].startswith("集团") else ""
    if form[1].endswith("有限责任") or form[1] in ("有限", "集团有限"):
        other = "有限公司" if "责任" in form[1] else "有限责任公司"
        yield name.removesuffix(form[0]) + group + other, Closeness.PLAIN
    if len(core) < _LEAST_CORE <= len(core + group) and _CITY_FIRM.search(core + group):
        yield core + group, Closeness.BY_RULE
    if len(core) >= _LEAST_CORE:
        how = Closeness.BY_RULE if _CITY_FIRM.search(core) else Closeness.LOOSE
        for tail in {"", "公司", group, f"{group}公司"}:
            yield core + tail, how
        trade = _TRADE.fullmatch(core)
        if trade:
            yield trade[1], Closeness.LOOSE
