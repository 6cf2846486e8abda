"""Subscriptions: what a team is told, as it is told; a client that was away begins where its last cursor stood.

Notices live in the graph, so that every worker of the service sees them and none is lost with one. Each look is a read of
its own as the viewer of that moment: who loses the right to a matter, or whose token ends, hears nothing more of it.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import strawberry
from graphql import GraphQLResolveInfo, OperationDefinitionNode, parse
from graphql.execution.values import VariableValues

from graph_service.api.plan.context import QueryContext
from graph_service.api.plan.newest_notice import POLL_SECONDS
from graph_service.api.plan.plan import Plan, compile_root
from graph_service.api.plan.price import refuse_dear
from graph_service.api.plan.root import Request, bounded
from graph_service.api.queries.execute import OperationContext
from graph_service.api.queries.given import Given, field
from graph_service.api.queries.roots import roots
from graph_service.api.types.made import TYPES
from graph_service.cypher.lists.cursor import read_cursor, write_cursor
from graph_service.cypher.project.selection import Scope, SelectedField, arguments
from graph_service.errors import BadInput

_MOST = 200
_STAND = parse("{ notices { nodes { id } pageInfo { endCursor hasNextPage } } }")


def build_subscription() -> type:
    """Return the root type of subscriptions; the types of answers must be there already."""
    about = (
        "What your teams are told about links, page by page, oldest first 关联通知订阅: begin with the `endCursor` that you "
        "heard last, or with nothing for all that was told so far"
    )
    made = field(TYPES["NoticeConnection"], about, {
        "after": Given(str | None, "Cursor of the last notice that you heard, or of one in a page of `notices`", None),
        "first": Given(int | None, "At most this many notices at once, 1 to 200", 20),
    })  # fmt: skip
    described = "Everything that can be heard as it happens, over WebSocket"
    return strawberry.type(
        type("Subscription", (), {"notices": made, "__module__": __name__}),
        name="Subscription",
        description=described,
    )


async def subscribe_notices(
    _source: Any, info: GraphQLResolveInfo[OperationContext], **_: Any
) -> AsyncIterator[dict[str, Any]]:
    """Yield each page of notices that the viewer has not heard yet, as the operation selects it."""
    values = info.variable_values
    coerced = values if isinstance(values, VariableValues) else VariableValues({}, values)
    given = arguments(info.schema, "Subscription", info.field_nodes[0], coerced)
    first = bounded("first", given.get("first") or 20, _MOST, least=1)
    key, chosen = str(info.path.key), SelectedField(str(info.path.key), tuple(info.field_nodes))
    shown = compile_root(roots()["notices"], chosen, Scope(info.schema, info.fragments, coerced.coerced), tagged=True)
    refuse_dear(shown.price.of(coerced), info.context.query_context.limits.rows)
    stand, heard = _stand(info), -1
    after = _from(given.get("after"), info.context.query_context.cursor_key)
    while True:
        asking = await _as_of_now(info.context)
        newest = await asking.newest_notice.read(asking.graph)
        if newest == heard:
            await asyncio.sleep(POLL_SECONDS)
            continue
        request = Request(order="OLDEST", first=first, after=after)
        where = await stand.fulfil(request, asking, coerced)
        if where["nodes"]:
            # Exactly the notices up to the new cursor: what came meanwhile is the next page's.
            yield {key: await shown.fulfil(replace(request, first=len(where["nodes"])), asking, coerced)}
            after = where["pageInfo"]["endCursor"]
        if not where["pageInfo"]["hasNextPage"]:
            heard = newest


def resolve_heard(source: Any, info: GraphQLResolveInfo[OperationContext], **_: Any) -> Any:
    """Return what was heard; refuse a subscription that is asked as if it were a query, over HTTP."""
    if source is None:
        raise _needs_websocket()
    return source[info.path.key]


def _needs_websocket() -> BadInput:
    return BadInput("a subscription needs a WebSocket", "/graphql", "connect by graphql-transport-ws")


def _from(cursor: str | None, secret: bytes) -> str | None:
    """Return where to begin; the cursor of a notice in a page of newest ones stands for the same notice."""
    if cursor is None:
        return None
    try:
        position = read_cursor(secret, "notices:NEWEST", cursor)
    except BadInput:
        return cursor
    return write_cursor(secret, "notices:OLDEST", [position.tie, position.key])


def _stand(info: GraphQLResolveInfo[OperationContext]) -> Plan:
    """Return the plan that tells which notices are next and where they end, whatever the operation selects."""
    scope = Scope(info.schema, {}, {})
    sets = tuple(each.selection_set for each in _STAND.definitions if isinstance(each, OperationDefinitionNode))
    return compile_root(roots()["notices"], scope.fields(sets, "Query")[0], scope, tagged=False)


async def _as_of_now(context: OperationContext) -> QueryContext:
    if context.renew is None:
        raise _needs_websocket()
    return await context.renew(False)  # a look that the service makes
