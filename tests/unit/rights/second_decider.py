"""Decides a second time, by Cedar and its own policies (tests/data/rights.cedar), who may read what."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from types import MappingProxyType
from typing import Any

import cedarpy

POLICIES = (Path(__file__).parents[2] / "data" / "rights.cedar").read_text(encoding="utf-8")
LEADER = "分管领导"
# One team for each pattern of roles.yaml, with its role and circle as the trade has it (domain 2.1): not read from that file.
TEAMS: Mapping[str, str] = {
    "CHIEF": "CHIEF", "PETITION": "PETITION_OFFICE", "CASE_MGMT": "CASE_MANAGER", "SUPERVISION_2": "SUPERVISION_OFFICE",
    "INVESTIGATION_1": "INVESTIGATION_OFFICE", "ADJUDICATION": "ADJUDICATION_OFFICE", "CONDUCT": "CONDUCT_OFFICE",
    "INTERNAL": "INTERNAL_OFFICE", "STATIONED_3": "STATIONED_TEAM", "INSP_OFFICE": "INSPECTION_OFFICE",
    "INSP_TEAM_1": "INSPECTION_TEAM", "TOWNSHIP_4": "TOWNSHIP", "COUNTY_7": "COUNTY", "DISC_1": "INVESTIGATOR",
    "AUDIT": "AUDITOR", "ORG_DEPT": "PARTNER", "MEDIA_DESK": "TICKET_DESK", "UNIT_OFFICER": "INFORMATION_OFFICER",
    "IT": "SYSTEM_ADMINISTRATOR", "SECURITY_ADMIN": "SECURITY_ADMINISTRATOR", "LOG_ADMIN": "LOG_ADMINISTRATOR",
}  # fmt: skip
_OUTSIDE = {"AUDITOR", "PARTNER", "TICKET_DESK", "INFORMATION_OFFICER"}
_ADMINISTRATORS = {"SYSTEM_ADMINISTRATOR", "SECURITY_ADMINISTRATOR", "LOG_ADMINISTRATOR"}
DUTIES = ("TAKE_PETITIONS", "KEEP_REGISTER", "HANDLE", "ADJUDICATE", "APPROVE_AS_LEADER", "APPROVE_AS_CHIEF")
OF_TICKETS = ("SEND_TICKETS", "ANSWER_TICKETS", "CHECK_TICKETS")
GRANTS = ("READ_SHARED", "WATCH_SOURCES", "JUDGE", "OPEN_VAULT", *DUTIES, *OF_TICKETS)
CLASSES = tuple(f"D{number}" for number in range(12))


@dataclass(frozen=True)
class Person:
    """Somebody who works in these teams today, in these posts."""

    teams: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()

    @property
    def uid(self) -> str:
        """Return what Cedar calls them."""
        return "|".join((*self.teams, *self.posts))


def everybody() -> list[Person]:
    """Return a person for every one and every two teams, in the post of a leader and without it, and one of no team."""
    teams = [(), *((each,) for each in TEAMS), *combinations(TEAMS, 2)]
    return [Person(each, posts) for each in teams for posts in ((), (LEADER,))]


class SecondDecider:
    """What Cedar allows these people to do with what has these readers, and to see of each class of data.

    `toured` are those of audit findings on a unit to which the team goes now in a round.
    """

    def __init__(
        self,
        people: Iterable[Person],
        readers: Sequence[frozenset[str]] = (),
        toured: Mapping[int, str] = MappingProxyType({}),
    ) -> None:
        self._policies = cedarpy.PolicySet.from_str(POLICIES)
        self._readers, self._toured = list(readers), toured
        made = [*_standing(), *_people(people), *self._things()]
        self._entities = cedarpy.Entities.from_json_str(json.dumps(made, ensure_ascii=False))

    def allowed(self, asked: Sequence[tuple[Person, str, str]]) -> list[bool]:
        """Return for each person, action and thing (`class D3`, `readers 7`) whether it is allowed."""
        requests = [
            {
                "principal": {"type": "Officer", "id": person.uid},
                "action": {"type": "Action", "id": action},
                "resource": {"type": "Thing", "id": thing},
                "context": {},
            }
            for person, action, thing in asked
        ]
        found = cedarpy.is_authorized_batch(requests, self._policies, self._entities)
        assert not any(each.diagnostics.errors for each in found), found[0].diagnostics.errors
        return [each.allowed for each in found]

    def _things(self) -> Iterable[dict[str, Any]]:
        for name in CLASSES:
            yield _entity("Thing", f"class {name}", attrs={"class": name, "readers": [], "toured": []})
        for place, readers in enumerate(self._readers):
            toured = [team for team in [self._toured.get(place)] if team]
            attrs = {"class": "", "readers": sorted(readers), "toured": toured}
            yield _entity("Thing", f"readers {place}", attrs=attrs)


def _standing() -> Iterable[dict[str, Any]]:
    for team, role in TEAMS.items():
        circle = "outside" if role in _OUTSIDE else "administration" if role in _ADMINISTRATORS else "inside"
        yield _entity("Team", team, ("Role", role), ("Circle", circle))
    yield _entity("Post", LEADER, ("Role", "LEADER"))
    yield _entity("Action", "content")
    yield _entity("Action", "show", ("Action", "content"))
    yield _entity("Action", "read", ("Action", "content"))
    for name in ("whole", "part"):
        yield _entity("Action", name, ("Action", "show"))


def _people(people: Iterable[Person]) -> Iterable[dict[str, Any]]:
    for person in people:
        roles = {TEAMS[team] for team in person.teams} | {"LEADER" for _ in person.posts}
        parents = [*(("Team", team) for team in person.teams), *(("Post", post) for post in person.posts)]
        yield _entity("Officer", person.uid, *parents, attrs={"teams": list(person.teams), "roles": len(roles)})


def _entity(kind: str, name: str, *parents: tuple[str, str], attrs: dict[str, Any] | None = None) -> dict[str, Any]:
    above = [{"type": each, "id": called} for each, called in parents]
    return {"uid": {"type": kind, "id": name}, "attrs": attrs or {}, "parents": above}
