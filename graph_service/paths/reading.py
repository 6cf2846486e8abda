"""What a search for paths asks the graph: each question one fixed text, as one viewer and under the conditions of one search."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled_whole
from graph_service.cypher.stand_ins import Words
from graph_service.graph import Graph
from graph_service.paths.bounds import COUNTED_TIES, MOST_TIES, MOST_WAYS
from graph_service.paths.known import Known
from graph_service.paths.question import Sought
from schema import KINDS

_FOLDER = "read/paths"
Weight = tuple[str, int, list[Any]]  # a node's place, how many ties it has, its public key


@dataclass(frozen=True)
class Ties:
    """What a step has read: how many ties all nodes have that may be followed, and of each node what was found.

    A node comes as its place, how many ties it has, to what they lead unless that was not read, and its public key.
    """

    work: int
    found: list[list[Any]]


@dataclass(frozen=True)
class Ends:
    """The two ends with their ties: the place and uid of each, and what the order goes by for what is tied to both."""

    places: list[list[str]]
    ties: Ties
    weights: list[Weight]


@dataclass(frozen=True)
class Reader:
    """Whom a search asks, as which viewer, and the conditions that ties have to meet."""

    graph: Graph
    audiences: list[int]
    conditions: Mapping[str, Any]

    async def named(self, sought: Sought) -> list[str] | None:
        """Return the place and uid of a node, or nothing where the viewer may see none."""
        params = {"viewer_audiences": self.audiences, "id": sought.value}
        return await self.graph.fetch(text_of("named", sought.words), params, f"{_FOLDER}/named") or None

    async def ends(self, start: Mapping[str, str], end: Mapping[str, str]) -> Ends | None:
        """Return the two ends, each given as kind and uid, or nothing where the viewer may not see both."""
        bounds = {"most": MOST_TIES, "left": MOST_TIES, "counted": COUNTED_TIES, "bound": MOST_WAYS}
        read = await self._read("begin", start=start, end=end, **bounds)
        if not read:
            return None
        places, work, found, weights = read
        return Ends(places, Ties(work, found), weights)

    async def step(self, places: Iterable[str], most: int, left: int) -> Ties:
        """Return the ties of nodes; to what they lead only for those with no more than `most`, and if all are no more than `left`."""
        return Ties(*await self._read("step", places=list(places), most=most, left=left))

    async def weigh(self, places: Iterable[str]) -> list[Weight]:
        """Return what the order of ways goes by for these nodes."""
        return list((await self._read("weigh", places=list(places), most=COUNTED_TIES))[0])

    async def meet(self, known: Known) -> None:
        """Take in what is tied to both ends, the least tied first and a stated number of them at most."""
        one, other = sorted((known.start, known.end), key=lambda end: known.ties[end])
        given = {"one": one, "other": other, "shut": list(known.shut), "open": list(known.open)}
        is_direct, places = await self._read("between", **given, most=COUNTED_TIES, bound=MOST_WAYS)
        for end in (one, other):
            known.tie(end, places)
        if is_direct:
            known.tie(one, [other])

    async def plan(self) -> None:
        """Ask each question about nothing, so that the server has planned it."""
        nothing = {"label": next(iter(KINDS)), "uid": ""}
        await self.ends(nothing, nothing)
        await self.step((), 0, 0)
        await self.weigh(())
        await self._read("between", one="", other="", shut=[], open=[], most=0, bound=0)

    async def _read(self, name: str, **given: Any) -> list[Any]:
        # Values stand in a map: of what a map holds the server takes no notice when it looks for a plan.
        params = {"viewer_audiences": self.audiences, "conditions": dict(self.conditions), "given": given}
        return await self.graph.fetch(text_of(name), params, f"{_FOLDER}/{name}")


@cache
def text_of(name: str, words: Words = ()) -> str:
    """Return the text of one of these questions."""
    file = f"{_FOLDER}/{name}"
    return filled_whole(query(file).body, words, file)
