"""What the registers tell of projects beside their names: whose they are, who carries them out, what they cost."""

import re
from collections import defaultdict
from typing import NamedTuple

_LAST_NUMBER = re.compile(r"(\d+)\D*$")
_IN_NAME = re.compile(r"\((\d{1,6})号?\)")


class KnownSum(NamedTuple):
    """A sum in fen that a register states of a project: its ceiling or a contract of it; all audiences must be read to know it."""

    project: str
    fen: int
    audiences: tuple[int, ...]


class OfProject(NamedTuple):
    """A fact of a project, with the audiences that must be read to know it."""

    value: int
    audiences: tuple[int, ...]


class ProjectFacts:
    """Projects by the units that they are tied to, and their sums; entities are those of the lexicon."""

    def __init__(self) -> None:
        self.of_unit: defaultdict[int, list[OfProject]] = defaultdict(list)  # projects
        self.sums: defaultdict[int, list[OfProject]] = defaultdict(list)  # fen, by project

    def tie(self, project: int, unit: int, audience: int) -> None:
        """Learn that a project is put out by a unit, or awarded to it."""
        self.of_unit[unit].append(OfProject(project, (audience,)))

    def cost(self, project: int, fen: int, audiences: tuple[int, ...]) -> None:
        """Learn a sum of a project."""
        self.sums[project].append(OfProject(fen, audiences))


def short_numbers(number: str, name: str) -> frozenset[str]:
    """Return the numbers by which people call a project for short: 58 of XYJY2025-000058, 58 of 道路硬化项目(58号)."""
    found = [*_LAST_NUMBER.findall(number), *_IN_NAME.findall(name)]
    return frozenset(each.lstrip("0") for each in found if each.strip("0"))


def visible(facts: list[OfProject], seen: frozenset[int]) -> list[int]:
    """Return the values of the facts that whoever reads these audiences may know."""
    return [fact.value for fact in facts if seen.issuperset(fact.audiences)]
