"""Connected matters by one text that finds and projects at once, as they were before there were two: the oracle of the two."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from graphql.execution.values import VariableValues

from graph_service.api.arguments.lists import Filled
from graph_service.api.plan.context import QueryContext
from graph_service.api.plan.found import sent
from graph_service.api.plan.page import Page
from graph_service.api.plan.plan import Plan
from graph_service.cypher.files import QueryFile, query
from graph_service.cypher.lists.cursor import Position, read_cursor
from graph_service.cypher.lists.page import Answer, Choice, paged
from graph_service.cypher.macros import written_out
from graph_service.cypher.project.selection import arguments
from graph_service.cypher.rules import filled_whole
from graph_service.graph import Graph

_ONE_QUERY = """MATCH (asked:LABEL_ {uid: $given.id})
WHERE visible_itself(asked)
MATCH (m:LABEL_ {uid: coalesce(asked.survivor, asked.uid)})
WHERE visible(m)"""
_LABELS = "Clue|Ticket"  # one text for both: planning it for the first time is what takes long
_LONGEST_KEPT = 65_535  # signs of a text whose plan Neo4j keeps
_BEGINNING = Position(["", 0, "", "", "", ""], 2.0)  # before whatever is strongest
_ALL = 1_000


async def by_one_query(plan: Plan, context: QueryContext, values: VariableValues) -> Any:
    """Return the answer by one text that finds and projects at once, as it was before.

    To plan such a text takes seconds, so there is one for each selection: the first page is what follows a beginning, and
    what there is in all is a page of everything.
    """
    given = arguments(plan.schema, "Query", plan.selected, values)
    request = plan.root.read(given)
    place = f"connectedMatters:{request.order}"
    asked = OneQuery(plan, plan.filled(values, context.cursor_key), context.graph, request.order)
    # In a map, as the service sends it: a list where there was none, or a longer id, would have the whole text planned again.
    params = {**context.viewer.params, **request.params, "given": {**request.params, "id": given["id"]}}
    position = read_cursor(context.cursor_key, place, request.after) if request.after else _BEGINNING
    found = await asked.rows(params, position, request.first + 1)
    if not found:
        return None
    if plan.answer.total:
        found.append(len((await asked.rows(params, _BEGINNING, _ALL))[0]))
    if plan.answer.extras:
        found += await asked.extras(params)
    return plan.build(found, Page(context.cursor_key, place, request.first, bool(request.after)))


@dataclass(frozen=True)
class OneQuery:
    """Connected matters found and projected by one text."""

    plan: Plan
    filled: Filled
    graph: Graph
    order: str | None

    async def rows(self, params: Mapping[str, Any], after: Position, count: int) -> list[Any]:
        """Return the rows after a place, as the one column of a record, or nothing where the matter is not there."""
        text = paged(self._file, self._choice((False,)), replace(self.plan.answer, total=False, extras=()))
        return await self._fetch(text, params, {"page": count, "after_tie": after.tie, "after_key": after.key})

    async def extras(self, params: Mapping[str, Any]) -> list[Any]:
        """Return the further lists, without the rows beside which they stand."""
        text = paged(self._file, self._choice(()), Answer(self.plan.answer.row, "", extras=self.plan.answer.extras))
        head, _, _ = text.rpartition(f"\nCALL ({self._file.carried}) {{\n{self._file.body}")
        columns = ", ".join(f"extra_{place}" for place in range(len(self.plan.answer.extras)))
        return await self._fetch(f"{head}\nRETURN {columns}", params, {})

    @property
    def _file(self) -> QueryFile:
        find = query("read/connected_matters")
        extras = {name: text.replace("[elementId(e), e.uid]", "e") for name, text in find.extras.items()}
        return replace(find, anchor=written_out(_ONE_QUERY), extras=extras)

    def _choice(self, after: tuple[bool, ...]) -> Choice:
        return Choice((), self.order, after, (("LABEL_", _LABELS),))

    async def _fetch(self, text: str, params: Mapping[str, Any], more: Mapping[str, Any]) -> list[Any]:
        whole = filled_whole(self.filled.put(text), self._choice(()).words, "one query")
        assert len(whole) < _LONGEST_KEPT, "it would be planned anew for each page"
        return await self.graph.fetch(
            whole, {**sent("read/connected_matters", params), **self.filled.params, **more}, "one query"
        )
