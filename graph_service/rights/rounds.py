"""What is open to a team because it goes to a unit: what another role reads of it, from some days before the round until some after."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.cypher.seen.sight import Sight
from graph_service.cypher.seen.tiers import BY_READERS, Tiers
from graph_service.graph import Graph
from graph_service.rights.audiences import EVERYONE, of_kinds
from graph_service.rights.roles import Grant, Role, Roles
from graph_service.rights.round_right import RoundRight
from graph_service.rights.tiers import tiers_of

_FILE = "rights/rounds"
_AT_ONCE = 2000  # matters of one look; there are as many looks as it takes
_REMEMBERED = 256


@dataclass(frozen=True)
class Tourer:
    """Who goes to units: the right of each team, the audiences that are read anyhow, and the fields that are seen."""

    rights: tuple[tuple[str, RoundRight], ...]
    audiences: tuple[int, ...]
    sight: Sight


class RoundOpenings:
    """What rounds open, worked out once for equal readers and kept until the graph or the day is another."""

    def __init__(self, graph: Graph, roles: Roles) -> None:
        self._graph, self._roles = graph, roles
        self._edition = ""
        self._kept: dict[Tourer, Tiers] = {}

    async def tiers(self, tourer: Tourer, edition: str) -> Tiers:
        """Return what is open to somebody of these teams today, in a graph of this edition; nothing is without a stated last day."""
        if not tourer.rights:
            return BY_READERS
        if self._edition != edition or len(self._kept) >= _REMEMBERED:
            self._edition, self._kept = edition, {}
        kept = self._kept
        if tourer not in kept:
            kept[tourer] = await tiers_of(self._graph, await self._matters(tourer), self._roles, tourer.sight)
        return kept[tourer]

    async def _matters(self, tourer: Tourer) -> list[str]:
        file = query(_FILE)
        openings = [
            {"team": team, "reads_as": right.reads_as, "channels": sorted(right.channels),
             "before": right.days_before, "after": right.days_after}
            for team, right in tourer.rights
        ]  # fmt: skip
        seen, found, after = list(of_kinds(tourer.audiences, tourer.sight.classes)), list[str](), ""
        while True:
            given = {"viewer_audiences": seen, "openings": openings, "after": after, "most": _AT_ONCE}
            matters, readers = await self._graph.fetch(filled(file.body), given, file.name)
            found += _read_as(matters, {int(number): tokens for number, tokens in readers}, self._roles)
            if len(matters) < _AT_ONCE:
                return found
            after = matters[-1][0]


def _read_as(matters: Iterable[Sequence[Any]], known: Mapping[int, Iterable[str]], roles: Roles) -> list[str]:
    """Return the matters that a named role reads, and of which it reads that they are on the unit."""
    return [
        uid
        for uid, of, ways in matters
        if any(
            all(_is_among(role, known.get(number, ()), roles) for number in (of, named_for)) for role, named_for in ways
        )
    ]


def _is_among(role: str, readers: Iterable[str], roles: Roles) -> bool:
    """Return whether a team of the role is one of these readers, or everybody inside is."""
    known = [(each, roles.role_of(each)) for each in readers]
    return any(each == EVERYONE or (held is not None and held.name == role) for each, held in known)


def round_rights(roles: Roles, teams: Iterable[str], posts: Iterable[str] = ()) -> tuple[tuple[str, RoundRight], ...]:
    """Return what rounds open to a member of all these teams, by team; nothing to who also works for a partner."""
    known = sorted(teams)
    if any(Grant.READ_SHARED not in role.grants for role in roles.held(known, posts)):
        return ()
    found: list[tuple[str, Role | None]] = [(team, roles.role_of(team)) for team in known]
    return tuple((team, role.rounds) for team, role in found if role and role.rounds)
