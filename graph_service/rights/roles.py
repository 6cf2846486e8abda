"""Who has which role and what a role may do and see, read from one file: Cypher gets it as parameters, Python and tests ask here."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Self

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from graph_service.cypher.seen.sight import NOTHING, Sight, narrowest
from graph_service.errors import BadInput, NotAllowed
from graph_service.rights.audiences import EVERYONE
from graph_service.rights.round_right import RoundRight
from schema.record import DataClass
from schema.vocabulary import Channel

_WILD = {"*": ".*", "?": "."}
_FILE = Path(__file__).with_name("roles.yaml")
_MEND = f"write it like {_FILE.name} in graph_service/rights"


class Grant(StrEnum):
    """What a role may do: read what is open inside, look after every source, judge, ask what is on no list, open who reported;
    and its duties in the life of a clue (graph_service/work/life.yaml) and of a ticket (graph_service/tasks/ticket.yaml).

    RECUSE_TEAM is to decide on recusals of officers of one's own teams, RECUSE_ALL on those of everybody; WATCH_PROBING to see probing.
    """

    READ_SHARED = "READ_SHARED"
    WATCH_SOURCES = "WATCH_SOURCES"
    JUDGE = "JUDGE"
    ASK_FREELY = "ASK_FREELY"
    OPEN_VAULT = "OPEN_VAULT"
    TAKE_PETITIONS = "TAKE_PETITIONS"
    KEEP_REGISTER = "KEEP_REGISTER"
    HANDLE = "HANDLE"
    ADJUDICATE = "ADJUDICATE"
    APPROVE_AS_LEADER = "APPROVE_AS_LEADER"
    APPROVE_AS_CHIEF = "APPROVE_AS_CHIEF"
    RECUSE_TEAM = "RECUSE_TEAM"
    RECUSE_ALL = "RECUSE_ALL"
    WATCH_PROBING = "WATCH_PROBING"
    SEND_TICKETS = "SEND_TICKETS"
    ANSWER_TICKETS = "ANSWER_TICKETS"
    CHECK_TICKETS = "CHECK_TICKETS"


class Administration(StrEnum):
    """Which of the three officers who run the system a role is: one person is never two of them, nor anything else."""

    SYSTEM = "SYSTEM"
    SECURITY = "SECURITY"
    LOG = "LOG"


class _RoleStated(BaseModel):
    model_config = ConfigDict(extra="forbid")

    may: list[Grant] = []
    whole: list[DataClass] = []
    masked: list[DataClass] = []
    administers: Administration | None = None
    hits: list[Channel] = []
    conceals: bool = False
    rounds: RoundRight | None = None

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if set(self.whole) & set(self.masked):
            raise ValueError("a class of data is both whole and masked")
        if self.administers and (
            self.whole
            or self.masked
            or self.hits
            or self.rounds
            or set(self.may) - {Grant.WATCH_SOURCES, Grant.WATCH_PROBING}
        ):
            raise ValueError("an administrator reads no content")
        return self


class _RolesFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    teams: dict[str, str]
    posts: dict[str, str] = {}
    leaders: list[str] = []
    roles: dict[str, _RoleStated]


@dataclass(frozen=True)
class Role:
    """What a role may do, what it sees of fields, of which channels it has hits, and whether what it reads is hidden outside."""

    name: str
    grants: frozenset[Grant] = frozenset()
    sight: Sight = NOTHING
    administers: Administration | None = None
    hits: frozenset[str] = frozenset()
    conceals: bool = False
    rounds: RoundRight | None = None


@dataclass(frozen=True)
class Given:
    """Access to matters of one channel, to one officer or to every member of some teams."""

    channel: str
    for_team: bool
    teams: Sequence[str]


@dataclass(frozen=True)
class Roles:
    """Patterns of team codes and of posts with their role, in the order in which they are tried."""

    patterns: tuple[tuple[str, Role], ...]
    posts: tuple[tuple[str, Role], ...] = ()
    leaders: frozenset[str] = frozenset()  # posts whose holder leads the own team

    def role_of(self, team: str) -> Role | None:
        """Return the role of a member of the team; nothing where no pattern fits."""
        return _fitting(self.patterns, team)

    def granted(self, team: str) -> frozenset[Grant]:
        """Return what a member of the team may do; nothing where no pattern fits."""
        found = self.role_of(team)
        return found.grants if found else frozenset()

    def of_post(self, post: str) -> frozenset[Grant]:
        """Return what an officer may do by a post alone."""
        found = _fitting(self.posts, post)
        return found.grants if found else frozenset()

    def held(self, teams: Iterable[str], posts: Iterable[str] = ()) -> list[Role]:
        """Return the roles of a member of these teams in these posts, or refuse those that no one person may have together."""
        found = [_fitting(self.patterns, team) for team in teams] + [_fitting(self.posts, post) for post in posts]
        held = list(dict.fromkeys(role for role in found if role))
        if len(held) > 1 and any(role.administers for role in held):
            what = f"one officer has roles that exclude each other: {', '.join(sorted(role.name for role in held))}"
            raise NotAllowed(what, "roles of the officer", "let another person run the system")
        return held

    def of(self, teams: Iterable[str], posts: Iterable[str] = ()) -> frozenset[Grant]:
        """Return what a member of all these teams may do; who also works for a partner may do no more than the partner."""
        known, posts = list(teams), list(posts)
        held = self.held(known, posts)
        if outside := [role.grants for role in held if Grant.READ_SHARED not in role.grants]:
            return outside[0].intersection(*outside)
        grants = frozenset[Grant]().union(*(role.grants for role in held))
        if Grant.READ_SHARED in grants and self.leaders.intersection(posts):
            grants |= {Grant.RECUSE_TEAM}
        return grants if known else grants - {Grant.READ_SHARED}

    def sight(self, teams: Iterable[str], posts: Iterable[str] = ()) -> Sight:
        """Return what a member of all these teams sees of fields; who also works for a partner sees no more than the partner."""
        held = self.held(teams, posts)
        outside = [role.sight for role in held if Grant.READ_SHARED not in role.grants]
        if outside or not held:
            return narrowest(outside)
        seen = NOTHING
        for role in held:
            seen = seen.joined(role.sight)
        return seen

    def tokens(self, teams: Iterable[str], posts: Iterable[str] = ()) -> list[str]:
        """Return the readers that a member of these teams stands for: the teams, and everyone inside; none of an administrator."""
        known = list(teams)
        if any(role.administers for role in self.held(known, posts)):
            return []
        return [*known, EVERYONE] if Grant.READ_SHARED in self.of(known, posts) else known

    def hit_channels(self, teams: Iterable[str], posts: Iterable[str] = ()) -> frozenset[str]:
        """Return the channels of whose matters a member of all these teams may know that there are some beside those read."""
        held = self.held(teams, posts)
        if outside := [role.hits for role in held if Grant.READ_SHARED not in role.grants]:
            return outside[0].intersection(*outside)
        return frozenset[str]().union(*(role.hits for role in held))

    def keeps_access(self, given: Given, teams: Iterable[str], posts: Iterable[str] = ()) -> bool:
        """Return whether access that was given is still that of a member of these teams: of whose channels there are hits today."""
        known = list(teams)
        if given.channel not in self.hit_channels(known, posts):
            return False
        return not given.for_team or any(
            given.channel in self.hit_channels([each]) for each in given.teams if each in known
        )

    def may_be_known(self, readers: Iterable[str]) -> bool:
        """Return whether others may know that there is what these readers read: none of them conceals what it reads."""
        known = list(readers)
        roles = [_fitting(self.patterns, reader) for reader in known]
        return bool(known) and not any(role is not None and role.conceals for role in roles)

    @property
    def concealing(self) -> tuple[str, ...]:
        """Return what the codes of teams look like whose matters nobody outside knows of, as patterns of Cypher."""
        patterns = (pattern for pattern, role in self.patterns if role.conceals)
        return tuple("".join(_WILD.get(sign, re.escape(sign)) for sign in pattern) for pattern in patterns)

    def is_inside(self, reader: str) -> bool:
        """Return whether a reader of an audience belongs to the house, so that what is shared inside is open to it."""
        return reader == EVERYONE or Grant.READ_SHARED in self.granted(reader)


def _fitting(patterns: Iterable[tuple[str, Role]], name: str) -> Role | None:
    return next((role for pattern, role in patterns if fnmatchcase(name, pattern)), None)


def read_roles(path: Path | None = None) -> Roles:
    """Return the roles of a file, of the one that comes with the service without a path; refuse one that says nonsense."""
    chosen = path or _FILE
    try:
        stated = yaml.safe_load(chosen.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise BadInput("the file of roles cannot be read", str(chosen), _MEND) from error
    return roles_of(stated, str(chosen))


def roles_of(content: object, where: str) -> Roles:
    """Return the roles that the content of a file states; refuse nonsense, with its place."""
    try:
        stated = _RolesFile.model_validate(content)
    except ValidationError as error:
        wrong = ", ".join(".".join(map(str, each["loc"])) for each in error.errors())
        raise BadInput(f"the file of roles cannot be read at {wrong}", where, _MEND) from error
    opened = (each.rounds.reads_as for each in stated.roles.values() if each.rounds)
    unknown = sorted({*stated.teams.values(), *stated.posts.values(), *opened} - stated.roles.keys())
    if unknown:
        raise BadInput(f"no role is called {unknown[0]}", where, f"use one of {', '.join(sorted(stated.roles))}")
    roles = {
        name: Role(
            name,
            frozenset(each.may),
            Sight(frozenset(each.whole), frozenset(each.masked)),
            each.administers,
            frozenset(channel.value for channel in each.hits),
            each.conceals,
            each.rounds,
        )
        for name, each in stated.roles.items()
    }
    patterns, posts = (
        tuple((pattern, roles[role]) for pattern, role in each.items()) for each in (stated.teams, stated.posts)
    )
    return Roles(patterns, posts, frozenset(stated.leaders))
