"""Teams of the commission and its partners, their officers and the units that each watches over."""

from typing import NamedTuple

from loaders.city.draws import Draws
from loaders.city.names import given_name, surname
from loaders.city.places import towns
from loaders.city.units import Unit

OFFICES = 8
STATIONED = {
    "HEALTH": "卫健委",
    "HOUSING": "住建局",
    "EDUCATION": "教育局",
    "FINANCE": "财政局",
    "AGRI": "农业农村局",
    "SECURITY": "公安局",
    "SASAC": "国资委",
}
ROUND_TEAMS = 5


class Team(NamedTuple):
    """One team with its channel, and how many officers it has."""

    code: str
    name: str
    channel: str
    short: str  # part of its officers' staff numbers
    officers: int


class Officer(NamedTuple):
    """One officer of a team."""

    number: str
    name: str
    role: str
    team: str


def build_teams() -> list[Team]:
    """Return every team in the order of the commission's own list."""
    teams = [
        Team("CHIEF", "市纪委书记、市监委主任", "纪律监督", "chief", 1),
        Team("CASE_MGMT", "案件监督管理室", "纪律监督", "case", 3),
        Team("PETITION", "信访室", "信访举报", "pet", 3),
        Team("CONDUCT", "党风政风监督室", "纪律监督", "cond", 3),
    ]
    digits = "一 二 三 四 五 六 七 八 九 十 十一".split()
    teams += [
        Team(f"SUPERVISION_{n}", f"第{digits[n - 1]}监督检查室", "监察监督", f"sup{n}", 2)
        for n in range(1, OFFICES + 1)
    ]
    teams += [
        Team(f"INVESTIGATION_{n}", f"第{digits[n + OFFICES - 1]}审查调查室", "监察监督", f"inv{n}", 2)
        for n in range(1, 4)
    ]
    teams += [
        Team("ADJUDICATION", "案件审理室", "纪律监督", "adj", 2),
        Team("INTERNAL", "纪检监察干部监督室", "纪律监督", "int", 2),
        Team("IT", "信息技术保障室", "其他来源", "it", 2),
    ]
    teams += [
        Team(f"STATIONED_{code}", f"派驻市{host}纪检监察组", "派驻监督", f"sta-{code.lower()}", 2)
        for code, host in STATIONED.items()
    ]
    teams.append(Team("INSP_OFFICE", "市委巡察工作领导小组办公室", "巡察监督", "insp", 2))
    teams += [
        Team(f"INSP_TEAM_{n}", f"市委第{digits[n - 1]}巡察组", "巡察监督", f"tour{n}", 2)
        for n in range(1, ROUND_TEAMS + 1)
    ]
    teams += [
        Team(f"TOWNSHIP_{n}", f"{town.district}{town.name}纪委（派出监察办公室）", "纪律监督", f"town{n:02d}", 1)
        for n, town in enumerate(towns(), 1)
    ]
    teams += [
        Team("AUDIT", "市审计局", "审计监督", "audit", 2),
        Team("MEDIA_DESK", "云江日报社融媒体转办台", "掌上监督平台", "media", 1),
        Team("ORG_DEPT", "市委组织部干部监督科", "其他来源", "org", 1),
        Team("UNIT_OFFICER", "掌上监督平台入驻单位信息员", "掌上监督平台", "unit", 2),
    ]
    return teams


def build_officers(seed: int, teams: list[Team]) -> list[Officer]:
    """Return the officers of every team; the first of each team leads it."""
    found = []
    for place, team in enumerate(teams):
        draws = Draws(seed, "officer", place)
        for n in range(1, team.officers + 1):
            role = "书记、主任" if team.code == "CHIEF" else "负责人" if n == 1 else "线索管理员" if n == 2 else "干部"
            found.append(
                Officer(
                    f"o-{team.short}-{n:02d}", surname(draws) + given_name(draws, draws.chance(600)), role, team.code
                )
            )
    return found


def township_team(unit: Unit) -> str:
    """Return the township team that watches a township or village, or nothing."""
    if unit.level not in ("town", "village"):
        return ""
    for n, town in enumerate(towns(), 1):
        if town.district == unit.district and (unit.short == town.name or f"{town.district}{town.name}" in unit.name):
            return f"TOWNSHIP_{n}"
    return ""


def watching_teams(unit: Unit) -> list[str]:
    """Return the teams in whose lists the unit stands: its supervision office, a stationed or a township team."""
    return [team for team in (unit.team, unit.stationed, township_team(unit)) if team]
