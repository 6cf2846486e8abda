"""Teams of the commission and its partners, their officers and the units that each watches over."""

from typing import NamedTuple

from loaders.city.words import read_words
from loaders.city.world.draws import Draws
from loaders.city.world.names import given_name, surname
from loaders.city.world.places import towns
from loaders.city.world.units import CityUnit


class CityTeam(NamedTuple):
    """One team with its channel, and how many officers it has."""

    code: str
    name: str
    channel: str
    short: str  # part of its officers' staff numbers
    officers: int


class CityOfficer(NamedTuple):
    """One officer of a team."""

    number: str
    name: str
    role: str
    team: str


def build_teams() -> list[CityTeam]:
    """Return every team in the order of the commission's own list."""
    teams: list[CityTeam] = []
    for code, name, channel, short, officers, *series in read_words("teams"):
        if not series:
            teams.append(CityTeam(code, name, channel, short, officers))
            continue
        words = [f"{town.district}{town.name}" for town in towns()] if series[0] == "towns" else series[0]
        for n, word in enumerate(words, 1):
            number = f"{n:02d}" if series[0] == "towns" else str(n)
            said = name.replace("N", word)
            teams.append(CityTeam(f"{code.removesuffix('n')}{n}", said, channel, f"{short}{number}", officers))
    return teams


def build_officers(seed: int, teams: list[CityTeam]) -> list[CityOfficer]:
    """Return the officers of every team; the first of each team leads it."""
    found = []
    for place, team in enumerate(teams):
        draws = Draws(seed, "officer", place)
        for n in range(1, team.officers + 1):
            role = "书记、主任" if team.code == "CHIEF" else "负责人" if n == 1 else "线索管理员" if n == 2 else "干部"
            found.append(
                CityOfficer(
                    f"o-{team.short}-{n:02d}", surname(draws) + given_name(draws, draws.chance(600)), role, team.code
                )
            )
    return found


def township_team(unit: CityUnit) -> str:
    """Return the township team that watches a township or village, or nothing."""
    if unit.level not in ("town", "village"):
        return ""
    for n, town in enumerate(towns(), 1):
        if town.district == unit.district and (unit.short == town.name or f"{town.district}{town.name}" in unit.name):
            return f"TOWNSHIP_{n}"
    return ""


def watching_teams(unit: CityUnit) -> list[str]:
    """Return the teams in whose lists the unit stands: its supervision office, a stationed or a township team."""
    return [team for team in (unit.team, unit.stationed, township_team(unit)) if team]
