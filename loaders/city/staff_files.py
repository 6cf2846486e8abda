"""Files of the commission and of the organisation department: teams, officers, lists, units, posts, kin."""

from loaders.city.export import GB18030, UTF8_BOM, Export
from loaders.city.officials import former_posts, reported_kin
from loaders.city.teams import watching_teams
from loaders.city.world import World
from schema.vocabulary import KinRelation

LISTS_SINCE = "2023-01-01"


def write_staff(world: World, out: Export) -> None:
    """Write teams, officers and the lists of units that each team watches."""
    with out.csv("teams", "commission/teams.csv", ["部门代码", "部门名称", "监督渠道"], UTF8_BOM) as write:
        for team in world.teams:
            write([team.code, team.name, team.channel])
    with out.csv(
        "officers", "commission/officers.csv", ["工号", "姓名", "岗位", "部门代码", "到岗日期"], UTF8_BOM
    ) as write:
        for officer in world.officers:
            write([officer.number, officer.name, officer.role, officer.team, LISTS_SINCE])
    with out.csv(
        "oversight", "commission/unit_lists.csv", ["部门代码", "单位代码", "单位名称", "起始日期"], GB18030
    ) as write:
        for unit in world.units:
            for code in watching_teams(unit):
                write([code, unit.uscc, unit.name, LISTS_SINCE])


def write_units(world: World, out: Export) -> None:
    """Write the register of public units and the information officers of the enrolled ones."""
    head = [
        "单位编号",
        "单位名称",
        "单位简称",
        "曾用名",
        "统一社会信用代码",
        "单位性质",
        "区划代码",
        "成立日期",
        "是否入驻",
        "上级单位代码",
        "办公地址",
        "办公电话",
    ]
    with out.csv("units", "units/units.csv", head, GB18030) as write:
        for unit in world.units:
            above = ";".join(world.units[place].uscc for place in unit.superiors)
            enrolled = "是" if unit.is_enrolled else "否"
            write(
                [
                    unit.key,
                    unit.name,
                    unit.short,
                    unit.former,
                    unit.uscc,
                    unit.kind.label,
                    unit.area,
                    unit.founded,
                    enrolled,
                    above,
                    unit.address,
                    unit.phone,
                ]
            )
    last = {one.unit: one for one in world.officials}
    with out.jsonl(
        "information_officers",
        "palm/information_officers.jsonl",
        ["unit_code", "unit_name", "officer_id_number", "officer_name", "since"],
    ) as write:
        for unit in world.units:
            if unit.is_enrolled:
                one = last[unit.index]
                write([unit.uscc, unit.name, one.person.id_number, one.person.name, "2023-03-01"])


def write_posts(world: World, out: Export) -> None:
    """Write the posts of officials with their terms."""
    head = [
        "任职编号",
        "身份证号",
        "姓名",
        "是否中共党员",
        "是否监察对象",
        "单位代码",
        "单位名称",
        "职务",
        "职级",
        "是否一把手",
        "分管工作",
        "任职日期",
        "免职日期",
    ]
    former = list(former_posts(world.officials, world.units, world.seed))
    with out.xlsx("posts", "cadres/posts.xlsx", "任职信息", head) as write:
        for one in [*world.officials, *former]:
            unit, person = world.units[one.unit], one.person
            member = "否" if one.rank == "科员" and person.index % 3 == 0 else "是"
            write([one.number, person.id_number, person.name, member, "是", unit.uscc, unit.name, one.post, one.rank,
                   "是" if one.is_top else "否", one.charge, one.since, one.until])
        for n, (person, place, left) in enumerate(world.retired):
            unit = world.units[place]
            write(
                [
                    f"RZ9{n:05d}",
                    person.id_number,
                    person.name,
                    "是",
                    "否",
                    unit.uscc,
                    unit.name,
                    "科长",
                    "正科级",
                    "否",
                    "业务监管",
                    "2012-03-01",
                    left,
                ]
            )


def write_kin(world: World, out: Export) -> None:
    """Write what officials report on their relatives."""
    words = {
        KinRelation.SPOUSE: "配偶",
        KinRelation.CHILD: "子女",
        KinRelation.SIBLING: "兄弟姐妹",
        KinRelation.IN_LAW: "姻亲",
        KinRelation.PARENT: "父母",
    }
    head = ["报告编号", "本人身份证号", "本人姓名", "称谓", "亲属身份证号", "亲属姓名", "起始日期"]
    with out.xlsx("kin_reports", "cadres/kin_reports.xlsx", "家庭成员", head) as write:
        for n, kin in enumerate([*reported_kin(world.officials, world.people), *world.kin]):
            write(
                [
                    f"SX{n + 1:06d}",
                    kin.person.id_number,
                    kin.person.name,
                    words[kin.relation],
                    kin.relative.id_number,
                    kin.relative.name,
                    kin.since,
                ]
            )
