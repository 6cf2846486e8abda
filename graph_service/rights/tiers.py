"""What is opened to an officer for a time: the matters, and of what hangs on them as much as all their readers may read."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.marks import marks_seen
from graph_service.cypher.rules import filled
from graph_service.cypher.seen.sight import EVERYTHING, Sight
from graph_service.cypher.seen.tiers import BY_READERS, Tiers
from graph_service.graph import Graph
from graph_service.rights.audiences import EVERYONE
from graph_service.rights.roles import Roles

_FILE = "rights/hanging"
_AT_ONCE = 200  # matters of one look
_MOST = 1000  # things around one that a matter names
_BOUND = 10_000  # what hangs on the matters of one look; where there is more, fewer are looked at


async def tiers_of(graph: Graph, opened: Sequence[str], roles: Roles, sight: Sight = EVERYTHING) -> Tiers:
    """Return the tiers of an officer to whom these matters are opened now; what has been sealed since stays shut.

    What is of a kind that is closed to the officer stays closed.
    """
    if not opened:
        return BY_READERS
    marks, found = {0, *marks_seen(sight.classes)}, BY_READERS
    for start in range(0, len(opened), _AT_ONCE):
        for things, known in await _hanging(graph, opened, opened[start : start + _AT_ONCE], _BOUND):
            found = found.joined(_opened([each for each in things if each[4] - each[3] in marks], known, roles))
    return found


async def _hanging(
    graph: Graph, opened: Sequence[str], asked: Sequence[str], bound: int
) -> list[tuple[list[Any], dict[int, frozenset[str]]]]:
    """Return everything that hangs on the matters that are asked for, with its readers: nothing is left out for being too much."""
    file = query(_FILE)
    given = {"uids": list(opened), "asked": list(asked), "most": _MOST, "bound": bound}
    things, readers = await graph.fetch(filled(file.body), given, file.name)
    if len(things) < bound:
        return [(things, {int(number): frozenset(tokens) for number, tokens in readers})]
    if len(asked) == 1:
        return await _hanging(graph, opened, asked, bound * 10)
    half = len(asked) // 2
    return [each for part in (asked[:half], asked[half:]) for each in await _hanging(graph, opened, part, bound)]


def _opened(things: Iterable[Sequence[Any]], known: Mapping[int, frozenset[str]], roles: Roles) -> Tiers:
    shown = [
        (uid, audience, stored)
        for _, of, uid, audience, stored in things
        if roles.may_be_known(known.get(of, ()))
        and (EVERYONE in known.get(audience, ()) or roles.may_be_known(known.get(audience, ())))
        and _is_read_by_all(of, audience, known, roles)
    ]
    # An entry of the journal has readers alone, what hangs on a matter is of a kind as well.
    return Tiers(frozenset(each[0] for each in shown), frozenset(number for each in shown for number in each[1:]))


def _is_read_by_all(of: int, audience: int, known: Mapping[int, frozenset[str]], roles: Roles) -> bool:
    """Return whether everybody inside who reads a matter of one audience reads what is of another."""
    readers = known.get(audience, frozenset())
    inside = frozenset(token for token in known[of] if roles.is_inside(token)) or known[of]
    return audience == of or EVERYONE in readers or (bool(inside) and inside <= readers)
