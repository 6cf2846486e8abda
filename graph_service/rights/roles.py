"""Who has which role and what a role may do, read from one file: Cypher gets it as parameters, Python and tests ask here."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from graph_service.errors import BadInput
from graph_service.rights.audiences import EVERYONE

_FILE = Path(__file__).with_name("roles.yaml")


class Grant(StrEnum):
    """What a role may do: read what is open inside, look after every source, judge, ask what is on no list, open who reported."""

    READ_SHARED = "READ_SHARED"
    WATCH_SOURCES = "WATCH_SOURCES"
    JUDGE = "JUDGE"
    ASK_FREELY = "ASK_FREELY"
    OPEN_VAULT = "OPEN_VAULT"


class _RolesFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    teams: dict[str, str]
    roles: dict[str, list[Grant]]


@dataclass(frozen=True)
class Roles:
    """Patterns of team codes with the grants of their role, in the order in which they are tried."""

    patterns: tuple[tuple[str, frozenset[Grant]], ...]

    def granted(self, team: str) -> frozenset[Grant]:
        """Return what a member of the team may do; nothing where no pattern fits."""
        return next((grants for pattern, grants in self.patterns if fnmatchcase(team, pattern)), frozenset())

    def of(self, teams: Iterable[str]) -> frozenset[Grant]:
        """Return what a member of all these teams may do; who also works for a partner does not read what is shared."""
        held = [self.granted(team) for team in teams]
        grants = frozenset[Grant]().union(*held)
        inside = bool(held) and all(Grant.READ_SHARED in each for each in held)
        return grants if inside else grants - {Grant.READ_SHARED}

    def tokens(self, teams: Iterable[str]) -> list[str]:
        """Return the readers that a member of these teams stands for: the teams, and everyone inside."""
        known = list(teams)
        return [*known, EVERYONE] if Grant.READ_SHARED in self.of(known) else known

    def is_inside(self, reader: str) -> bool:
        """Return whether a reader of an audience belongs to the house, so that what is shared inside is open to it."""
        return reader == EVERYONE or Grant.READ_SHARED in self.granted(reader)


def read_roles(path: Path | None = None) -> Roles:
    """Return the roles of a file, of the one that comes with the service without a path; refuse one that says nonsense."""
    chosen = path or _FILE
    mend = f"write it like {_FILE.name} in graph_service/rights"
    try:
        stated = _RolesFile.model_validate(yaml.safe_load(chosen.read_text(encoding="utf-8")))
    except (OSError, ValueError, yaml.YAMLError) as error:
        wrong = (
            ", ".join(".".join(map(str, each["loc"])) for each in error.errors())
            if isinstance(error, ValidationError)
            else ""
        )
        raise BadInput(f"the file of roles cannot be read{wrong and f' at {wrong}'}", str(chosen), mend) from error
    unknown = sorted(set(stated.teams.values()) - stated.roles.keys())
    if unknown:
        raise BadInput(f"no role is called {unknown[0]}", str(chosen), f"use one of {', '.join(sorted(stated.roles))}")
    return Roles(tuple((pattern, frozenset(stated.roles[role])) for pattern, role in stated.teams.items()))
