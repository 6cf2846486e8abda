"""Plans the slow questions while nobody waits: a cold server takes seconds to plan the union of all linkage rules.

Questions are answered from when that is planned. The others, each a few seconds of planning, follow while it answers, for each
sight of fields that officers of this graph have; last what an officer asks who has something opened or shut, whose texts are others.
"""

import contextlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from graph_service.api.gate.listed import read_operation
from graph_service.api.plan.context import QueryContext
from graph_service.api.queries.execute import OperationContext
from graph_service.api.schema import build_schema
from graph_service.cypher.files import query
from graph_service.cypher.seen.sight import EVERYTHING, Sight
from graph_service.cypher.seen.tiers import Tiers
from graph_service.cypher.seen.view import WHOLE, View
from graph_service.errors import GraphServiceError, NotAllowed, NotFound
from graph_service.graph import Graph, ServerAddress
from graph_service.paths.reading import Reader
from graph_service.rights.audiences import evened
from graph_service.rights.roles import Roles
from graph_service.rights.viewer import Viewer
from graph_service.web.desk import OPERATIONS
from schema import KINDS, MATTER

_PLAN_SECONDS = 600
_NOBODY = Viewer("", (), ())
_OPENED = Tiers(frozenset({"clue_of_nobody"}))
_CONNECTED = "query Warm($id: ID!) { connectedMatters(id: $id) { totalCount } }"
_QUICK = '{ search(text: "leadlink", first: 1) { totalCount } }'
_NETWORK = "query Warm($id: ID!) { network(around: [$id]) { nodeCount } }"
_WARNED = "nodes { unit { id name } level points since until facts { sign points count sentence matters { id number title } } }"
_WARNINGS = f"{{ earlyWarnings(first: 1) {{ totalCount {_WARNED} }} }}"
_WARNINGS_OF_UNIT = f"query Warm($id: ID!) {{ earlyWarnings(unit: $id) {{ {_WARNED} }} }}"
_NOTICES = "{ notices(first: 1) { nodes { id kind sentence one { number } other { number } link { state } } } }"
_PAGES = {
    MATTER[0]: ("matter/matter", "matter/mentions", "matter/custody", "matter/life", "matter/connected"),
    "Person": ("entity/entity", "entity/named", "entity/person"),
    "Unit": ("entity/entity", "entity/named", "entity/unit"),
}
_SIGHTS_OF_DESK = 3  # for how many sights of fields, the most common first, the pages of the desk are planned
# A network has a text for each kind of what is asked around; these are where most begin.
_AROUND = (MATTER[0], "Person", "Unit")


async def warm(target: ServerAddress, database: str, roles: Roles) -> bool:
    """Ask for the connected matters of one that does not exist, as somebody who may see nothing: all who see the same fields share the plan.

    What most officers see is planned first. Returns whether it was answered.
    """
    graph = Graph(target, database, _PLAN_SECONDS)
    try:
        view = View((await _sights(graph, roles))[0])
        return await _ask(graph, _CONNECTED, _nothing(MATTER[0]), view) and await answers(graph)
    except GraphServiceError:
        return False
    finally:
        await graph.close()


async def warm_rest(target: ServerAddress, database: str, roles: Roles) -> list[str]:
    """Ask what else is slow at its first use, one question after the other; return those that could not be planned."""
    graph = Graph(target, database, _PLAN_SECONDS)
    left = []
    try:
        sights = await _sights(graph, roles)
        for place, sight in enumerate(sights):
            slow = [*_slow(), *(_of_desk() if place < _SIGHTS_OF_DESK else ())]
            left += [each for each, variables in slow if not await _ask(graph, each, variables, View(sight))]
        connected = _nothing(MATTER[0])
        left += [_CONNECTED for sight in sights if not await _ask(graph, _CONNECTED, connected, View(sight, _OPENED))]
        return left if await _plans_paths(graph) else [*left, "paths"]
    except GraphServiceError:
        return [each for each, _ in _slow()]
    finally:
        await graph.close()


async def _sights(graph: Graph, roles: Roles) -> list[Sight]:
    """Return what officers of this graph see of fields, what most of them see first; everything where there are none."""
    file = query("rights/held")
    held: Counter[Sight] = Counter()
    for teams, posts, officers in (await graph.fetch(file.body, {}, file.name))[0]:
        with contextlib.suppress(NotAllowed):
            if roles.tokens(teams, posts):
                held[roles.sight(teams, posts)] += officers
    return [sight for sight, _ in held.most_common()] or [EVERYTHING]


def _slow() -> Iterator[tuple[str, Mapping[str, str]]]:
    yield _CONNECTED, _nothing(MATTER[0])
    yield from _rest()


def _of_desk() -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield what opens the pages of the desk that most people open first."""
    for label, names in _PAGES.items():
        for name in names:
            yield read_operation(OPERATIONS / f"{name}.graphql").text, _nothing(label)


def _rest() -> Iterator[tuple[str, Mapping[str, str]]]:
    yield _NOTICES, {}
    yield _WARNINGS_OF_UNIT, _nothing("Unit")
    yield _WARNINGS, {}
    for label in _AROUND:
        yield _NETWORK, _nothing(label)


def _nothing(label: str) -> dict[str, str]:
    return {"id": f"{KINDS[label].PREFIX}_{0:024x}"}


async def _plans_paths(graph: Graph) -> bool:
    try:
        await Reader(graph, evened(_NOBODY.params)["viewer_audiences"], {}).plan()
    except GraphServiceError:
        return False
    return True


async def answers(graph: Graph) -> bool:
    """Return whether a small question is answered: the schema and the indexes are there."""
    return await _ask(graph, _QUICK, {})


async def _ask(graph: Graph, operation: str, variables: Mapping[str, Any], view: View = WHOLE) -> bool:
    viewer = replace(_NOBODY, sight=view.sight, tiers=view.tiers)
    context = OperationContext(QueryContext(graph, viewer, b""))
    try:
        result = await build_schema().execute(operation, variable_values=dict(variables), context_value=context)
    except GraphServiceError:
        return False
    # That there is nothing of this id is an answer.
    return all((each.extensions or {}).get("code") == NotFound.code for each in result.errors or ())
