"""Files of the commission and of the organisation department: teams, officers, lists, units, posts, kin."""

from datetime import date
from itertools import chain

from loaders.city.files.export import GB18030, UTF8_BOM, Cell, Export
from loaders.city.world.draws import scattered
from loaders.city.world.numbers import resident_number
from loaders.city.world.officials import Official, former_posts, reported_kin
from loaders.city.world.people import Inhabitant
from loaders.city.world.teams import watching_teams
from loaders.city.world.units import CityUnit
from loaders.city.world.world import World
from schema.vocabulary import UnitKind

LISTS_SINCE = "2023-01-01"
_INFORMING = "UNIT_OFFICER"  # the team of the information officers who work here
_OF_STAFF = 500  # order numbers from here on, of resident ids that no inhabitant has
_UNIT = (
    "单位编号 单位名称 单位简称 曾用名 统一社会信用代码 单位性质 "
    "区划代码 成立日期 是否入驻 上级单位代码 办公地址 办公电话"
)
_POST = "任职编号 身份证号 姓名 是否中共党员 是否监察对象 单位代码 单位名称 职务 职级 是否一把手 分管工作 任职日期 免职日期 是否财政供养"


def write_staff(world: World, out: Export) -> None:
    """Write teams, officers and the lists of units that each team watches."""
    with out.csv("teams", "commission/teams.csv", ["部门代码", "部门名称", "监督渠道"], UTF8_BOM) as write:
        for team in world.teams:
            write([team.code, team.name, team.channel])
    with out.csv(
        "officers", "commission/officers.csv", ["工号", "姓名", "岗位", "部门代码", "到岗日期"], UTF8_BOM
    ) as write:
        known = informants(world)
        for officer in world.officers:
            name = known[officer.number].name if officer.number in known else officer.name
            write([officer.number, name, officer.role, officer.team, LISTS_SINCE])
    with out.csv(
        "oversight", "commission/unit_lists.csv", ["部门代码", "单位代码", "单位名称", "起始日期"], GB18030
    ) as write:
        for unit in world.units:
            for code in watching_teams(unit):
                write([code, unit.uscc, unit.name, LISTS_SINCE])


def informants(world: World) -> dict[str, Inhabitant]:
    """Return who the officers of the platform's units are, by their numbers: the information officers of the first enrolled ones."""
    own = [officer.number for officer in world.officers if officer.team == _INFORMING]
    last = _information_officers(world)
    return {number: last[unit.index] for number, unit in zip(own, _enrolled(world), strict=False)}


def _information_officers(world: World) -> dict[int, Inhabitant]:
    """Return the information officer of each unit by its place: the official who was named last."""
    return {one.unit: one.person for one in world.officials}


def _enrolled(world: World) -> list[CityUnit]:
    return [unit for unit in world.units if unit.is_enrolled]


def write_staff_register(world: World, out: Export) -> None:
    """Write who each officer is: the own number, and the spouse where there is one, an inhabitant of the city."""
    head = ["工号", "姓名", "身份证号", "亲属称谓", "亲属身份证号", "亲属姓名"]
    with out.csv("staff_register", "commission/staff_register.csv", head, UTF8_BOM) as write:
        known = informants(world)
        for n, officer in enumerate(world.officers):
            if officer.number in known:
                person = known[officer.number]
                write([officer.number, person.name, person.id_number, "", "", ""])
                continue
            born = date(1968 + n % 30, 1 + n % 12, 1 + n % 28)
            number = resident_number("360502", born, _OF_STAFF + n % _OF_STAFF)
            spouse = world.people.person(scattered(n, world.people.count, 7)) if n % 3 else None
            kin = ("配偶", spouse.id_number, spouse.name) if spouse else ("", "", "")
            write([officer.number, officer.name, number, *kin])


def write_units(world: World, out: Export) -> None:
    """Write the register of public units and the information officers of the enrolled ones."""
    with out.csv("units", "units/units.csv", _UNIT.split(), GB18030) as write:
        for unit in world.units:
            names = (unit.key, unit.name, unit.short, unit.former, unit.uscc)
            above = ";".join(world.units[place].uscc for place in unit.superiors)
            facts = (unit.kind.label, unit.area, unit.founded, "是" if unit.is_enrolled else "否", above)
            write([*names, *facts, unit.address, unit.phone])
    last = _information_officers(world)
    keys = ["unit_code", "unit_name", "officer_id_number", "officer_name", "since"]
    with out.jsonl("information_officers", "palm/information_officers.jsonl", keys) as write:
        for unit in _enrolled(world):
            write([unit.uscc, unit.name, last[unit.index].id_number, last[unit.index].name, "2023-03-01"])


def write_posts(world: World, out: Export) -> None:
    """Write the posts of officials with their terms."""
    former = former_posts(world.officials, world.units, world.seed)
    with out.xlsx("posts", "cadres/posts.xlsx", "任职信息", _POST.split()) as write:
        for one in chain(world.officials, former):
            write(_post(one, world.units[one.unit]))
        for n, (person, place, left) in enumerate(world.retired):
            begun = date(2012, 3, 1)
            one = Official(person, place, "科长", "正科级", False, "业务监管", begun, left, f"RZ9{n:05d}")
            write(_post(one, world.units[place]))


def _post(one: Official, unit: CityUnit) -> list[Cell]:
    is_member = one.rank != "科员" or one.person.index % 3
    who = (one.number, one.person.id_number, one.person.name, "是" if is_member else "否", "是")
    post = (one.post, one.rank, "是" if one.is_top else "否", one.charge)
    is_paid = unit.kind not in (UnitKind.VILLAGE, UnitKind.STATE_ENTERPRISE)
    return [*who, unit.uscc, unit.name, *post, one.since, one.until, "是" if is_paid else "否"]


def write_kin(world: World, out: Export) -> None:
    """Write what officials report on their relatives."""
    head = ["报告编号", "本人身份证号", "本人姓名", "称谓", "亲属身份证号", "亲属姓名", "起始日期"]
    with out.xlsx("kin_reports", "cadres/kin_reports.xlsx", "家庭成员", head) as write:
        for n, kin in enumerate(chain(reported_kin(world.officials, world.people), world.kin), 1):
            pair = (kin.person.id_number, kin.person.name, kin.relation.label, kin.relative.id_number)
            write([f"SX{n:06d}", *pair, kin.relative.name, kin.since])
