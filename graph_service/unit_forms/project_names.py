"""What a project is called for short, made from its registered name: 滨河路改造 of 清河市双桥镇2024年滨河路改造工程(二标段)."""

import re
from collections.abc import Iterable

from graph_service.unit_forms.firm_names import trade_pattern
from graph_service.unit_forms.parts import unit_parts

_ASIDE = re.compile(r"\([^()]{1,20}\)|[《》“”\"]|20[0-9]{2}(?:-20[0-9]{2})?年度?")
_SECTION = re.compile(
    r"(?:(?:第?[0-9一二三四五六七八九十]{1,3}|[A-Z])标段|施工|设计|监理|勘察|总承包|EPC|公开招标|竞争性磋商|招标|-)+$"
)
_TAIL = re.compile(r"(?:工程|项目)+$")
_DEED = (
    "改造|改建|新建|扩建|改扩建|续建|建设|提升|维修|修缮|修复|整治|治理|加固|更新|延伸|拓宽"
    "|绿化|亮化|美化|硬化|养护|拆除|安装|铺设|清淤|分流|采购|购置"
)
_ENDS_IN_DEED = re.compile(rf"(?:{_DEED})$")
# What many projects are about says not which one is meant.
_GENERAL = re.compile(
    rf"{_DEED}|{trade_pattern()}|配套|设施|综合|基础|老旧|小区|农村|乡村|城市|城区|镇区|校舍|学校|校园|排水|管网|雨污|路灯|路面|村|路|街|河|桥|水|区|县|市|镇|的|和|及|第|批次?|期"
    r"|[0-9一二三四五六七八九十]"
)
_LEAST_OWN = 2
_LEAST_WORK = 4
_LEAST = 5


def project_forms(name: str) -> frozenset[str]:
    """Return the shorter names that still tell which project is meant: without year, section, area or 工程; none for a general one."""
    plain = _SECTION.sub("", _ASIDE.sub("", name))
    bare = _TAIL.sub("", plain)
    parts = unit_parts(bare)
    area = bare.removesuffix(parts.body)
    forms = {plain, bare, plain.removeprefix(area), parts.body, parts.town + parts.body}
    return frozenset(form for form in forms if form != name and _tells(form))


def project_work(name: str, owners: Iterable[str]) -> str:
    """Return what is done, 监控安装 of 栗塘卫生院监控安装项目(150号), of a project whose owner goes by these names; empty for too little."""
    bare = _TAIL.sub("", _SECTION.sub("", _ASIDE.sub("", name)))
    owned = max((form for form in owners if bare.startswith(form)), key=len, default="")
    work = bare.removeprefix(owned) if owned else unit_parts(bare).body
    return work if len(work) >= _LEAST_WORK else ""


def _tells(form: str) -> bool:
    core = _TAIL.sub("", form)
    own = _GENERAL.sub("", unit_parts(core).body)
    return len(core) >= _LEAST and _ENDS_IN_DEED.search(core) is not None and len(own) >= _LEAST_OWN
