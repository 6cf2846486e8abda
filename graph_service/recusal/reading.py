"""Reads the grounds of recusal of an officer from the whole graph, whoever may read it: the check is the system's own.

It starts from the people that the officer is and goes outward, so it costs what the officer's own ties are, however large the
graph is. An officer whom no staff register ties to a person has no grounds but those that were declared.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled_whole
from graph_service.cypher.score import STAND_INS
from graph_service.graph import Graph
from graph_service.recusal.grounds import Ground, GroundKind
from graph_service.recusal.kin import LONGEST, Kinship, Part, near_kin

_NUMBERS = tuple((word, str(number)) for word, number in STAND_INS.items())
_Near = dict[str, list[tuple[GroundKind, tuple[Part, ...]]]]  # by person: why they are near, and by what


async def hard_grounds(graph: Graph, officer: str) -> list[Ground]:
    """Return every hard ground of the officer that the graph holds today, in order; declared ones are not among them."""
    people, own = await _ask(graph, "own", officer=officer) or ([], [])
    if not people:
        return []
    (named,) = await _ask(graph, "named", people=people)
    near = await _near(graph, people)
    (about,) = await _ask(graph, "matters", people=[*people, *near])
    found = [Ground(matter, GroundKind[kind], None, _parts(own, via)) for kind, matter, via in named]
    for uid, by_firm, matter, via in about:
        if uid in people:
            found += [Ground(matter, GroundKind.INTEREST, None, _parts(own, via))] if by_firm else []
            continue
        found += [Ground(matter, kind, uid, _parts(own, way, via)) for kind, way in near[uid]]
    return _each_once(found)


async def soft_grounds(graph: Graph, officer: str, matter: str) -> list[Ground]:
    """Return every soft ground of the officer in one matter, in order."""
    people, own = await _ask(graph, "own", officer=officer) or ([], [])
    (subjects,) = await _ask(graph, "subjects", matter=matter) or ([],)
    if not people or not subjects:
        return []
    ways = dict(map(tuple, subjects))
    (near,) = await _ask(graph, "soft", people=people, subjects=list(ways))
    found = (Ground(matter, GroundKind[kind], uid, _parts(own, way, ways[uid])) for kind, uid, way in near)
    return _each_once(found)


async def recusal_of(graph: Graph, officer: str, matter: str, declared: Iterable[str] = ()) -> list[Ground]:
    """Return the grounds, hard ones first, that an officer has in a matter; `declared` are matters of accepted declarations."""
    hard = [each for each in await hard_grounds(graph, officer) if each.matter == matter]
    said = [Ground(matter, GroundKind.DECLARED)] if matter in set(declared) else []
    return sorted([*hard, *said, *await soft_grounds(graph, officer, matter)], key=lambda ground: ground.place)


async def shut_by(graph: Graph, matters: Iterable[str], audiences: Sequence[int]) -> frozenset[str]:
    """Return the uids of all that would not be there for these audiences if these matters were not."""
    wanted = sorted(set(matters))
    if not wanted:
        return frozenset()
    (uids,) = await _ask(graph, "hanging", uids=wanted, audiences=list(audiences))
    return frozenset(uids)


async def _near(graph: Graph, people: Sequence[str]) -> _Near:
    (others,) = await _ask(graph, "near", people=people)
    near: _Near = {}
    for each in near_kin(people, await _kinships(graph, people)):
        near.setdefault(each.uid, []).append((GroundKind[each.kind], each.via))
    for kind, uid, via in others:
        near.setdefault(uid, []).append((GroundKind[kind], _parts(via)))
    return near


async def _kinships(graph: Graph, people: Sequence[str]) -> list[Kinship]:
    """Return every kinship that a chain of near kin can go by."""
    found: dict[str, Kinship] = {}
    seen, asked = set(people), list(people)
    for _ in range(LONGEST):
        if not asked:
            break
        (rows,) = await _ask(graph, "kin", people=asked)
        fresh = [
            Kinship(person, relative, relation, uid, _parts(parts))
            for person, relative, relation, uid, parts in rows
            if uid not in found
        ]
        found |= {each.uid: each for each in fresh}
        reached = {end for each in fresh for end in (each.person, each.relative)}
        asked = sorted(reached - seen)
        seen |= reached
    return list(found.values())


def _parts(*ways: Iterable[Sequence[Any]]) -> tuple[Part, ...]:
    return tuple((uid, audience) for way in ways for uid, audience in way)


def _each_once(grounds: Iterable[Ground]) -> list[Ground]:
    found: dict[tuple[str, bool, str, str], Ground] = {}
    for each in sorted(grounds, key=lambda ground: (ground.place, len(ground.via), ground.via)):
        found.setdefault(each.place, each)
    return list(found.values())


async def _ask(graph: Graph, name: str, **params: Any) -> list[Any]:
    file = query(f"recusal/{name}")
    return await graph.fetch(filled_whole(file.body, _NUMBERS, file.name), params, file.name)
