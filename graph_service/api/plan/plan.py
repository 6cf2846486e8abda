"""Compiles one root field of an operation to a query and the shape of its answer."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from graphql import FieldNode, GraphQLSchema
from graphql.execution.values import VariableValues

from graph_service.api.arguments.conditions import WHERE
from graph_service.api.arguments.lists import Filled, fill
from graph_service.api.plan.any_case import in_any_case, kept_arguments
from graph_service.api.plan.broad import BroadTexts
from graph_service.api.plan.context import QueryContext
from graph_service.api.plan.counts import counts_whole, names_of
from graph_service.api.plan.found import sent
from graph_service.api.plan.hidden import refuse_hidden_fields
from graph_service.api.plan.ids import answering
from graph_service.api.plan.in_parts import InParts, in_parts, nowhere
from graph_service.api.plan.looking import bounded
from graph_service.api.plan.page import Page, PageBuilder
from graph_service.api.plan.price import Price, Pricing
from graph_service.api.plan.root import Request, Root, RootForm
from graph_service.api.plan.ways import selected_names, told_of, wanted_of
from graph_service.api.plan.worked_out import work_out
from graph_service.cypher.files import query
from graph_service.cypher.lists.cursor import read_cursor
from graph_service.cypher.lists.page import Answer, Choice, cut, found, paged, showing
from graph_service.cypher.order import sorting
from graph_service.cypher.project import shape
from graph_service.cypher.project.nested import NestedList
from graph_service.cypher.project.projection import Projector
from graph_service.cypher.project.selection import Scope, SelectedField, arguments
from graph_service.cypher.project.signing import CURSOR_KEY
from graph_service.cypher.rules import filled_whole
from graph_service.errors import Conflict, no_such
from graph_service.graph import Graph
from graph_service.rights.audiences import evened

Build = Callable[[list[Any], Page], Any]
_LARGE = 20_000  # rows by the price; as many take a tenth of a second to put together
_TEXTS = 64  # query texts that one plan remembers


@dataclass(frozen=True)
class _Asked:
    """One call of a root field: its request, all parameters, where they are sent, what its nested lists were given."""

    request: Request
    params: dict[str, Any]
    graph: Graph
    filled: Filled
    broad: BroadTexts

    @property
    def nested(self) -> dict[str, Any]:
        """Return the parameters of the nested lists."""
        return {name: self.params[name] for name in self.filled.params}


@dataclass
class Plan:
    """One compiled root field; `run` makes one round trip, two where finding is planned apart, and returns the field's value."""

    root: Root
    selected: FieldNode
    schema: GraphQLSchema
    lists: tuple[NestedList, ...]
    answer: Answer
    build: Build
    price: Price
    selected_names: frozenset[str] = frozenset()  # of what is one row, where finding it depends on what is shown
    in_parts: InParts | None = None
    texts: dict[tuple[Any, ...], str] = field(default_factory=dict)

    async def run(self, query_context: QueryContext, values: VariableValues) -> Any:
        """Return the value of the root field for this viewer and these variables."""
        CURSOR_KEY.set(query_context.cursor_key)
        asked, viewer = arguments(self.schema, "Query", self.selected, values), query_context.viewer
        keep = partial(
            kept_arguments, self.root, self.schema, graph=query_context.graph, audiences=list(viewer.audiences)
        )
        return await bounded(
            self.root,
            asked,
            query_context,
            lambda: in_any_case(lambda given: self.fulfil(self.root.read(given), query_context, values), asked, keep),
        )

    async def fulfil(self, request: Request, query_context: QueryContext, values: VariableValues) -> Any:
        """Return the answer to a request that was read from elsewhere than the field's own arguments."""
        CURSOR_KEY.set(query_context.cursor_key)
        filled = self.filled(values, query_context.cursor_key)
        refuse_hidden_fields(self.root, request, filled, query_context.viewer.sight)
        params = {**query_context.viewer.params, **request.params, **filled.params, "page": request.first + 1}
        params |= await request.before(query_context.graph, query_context.viewer) if request.before else {}
        params |= await answering(request.named, params, query_context.graph)
        for param, ids in ((WHERE, request.ids), *filled.ids.items()):
            if ids:
                params[param] = params[param] | await answering(ids, params, query_context.graph)
        place = f"{self.root.name}:{request.order}"
        after: tuple[bool, ...] = ()
        if request.after is not None:
            position = read_cursor(query_context.cursor_key, place, request.after)
            params |= {"after_tie": position.tie, "after_key": position.key}
            after = (position.key is None,)
        if self.answer.total and counts_whole(self.root, request):
            params["editions"] = names_of(self.root.type)
        page = Page(query_context.cursor_key, place, request.first, bool(after), price=self.price.of(values))
        asked = _Asked(request, params, query_context.graph, filled, query_context.broad)
        if self.in_parts:
            return await self.in_parts.answer(request, params, filled.put, asked.graph)
        if self.root.seek:
            return await self._seek_and_show(asked, page)
        if self.root.work_out:
            return await self._work_out_and_show(asked, page)
        if self.root.show:
            return await self._find_and_show(asked, page)
        found_values = await asked.graph.fetch(self._text(asked, after), params, self.root.file)
        if self.answer.total and counts_whole(self.root, request) and found_values:
            audiences = params["viewer_audiences"]
            found_values[1] = await query_context.counts.total(self.root.type, found_values[1], audiences, asked.graph)
        return await self._shown(found_values, asked, page)

    async def _shown(self, found_values: list[Any], asked: _Asked, page: Page) -> Any:
        if not found_values or (self.root.form is RootForm.ONE and not found_values[0]):
            return self._nothing()
        if asked.request.checked and not found_values[0]:
            await answering(asked.request.checked, asked.params, asked.graph)
        return await self._built(found_values, page)

    async def _find_and_show(self, asked: _Asked, page: Page) -> Any:
        """Return the answer by two queries, by one where there is nothing to show; what is gone after it is left out."""
        name, extras = self.root.show or "", [each for each, _ in self.answer.extras]
        first = await asked.broad.find(self.root, asked.request, {**asked.params, "extras": extras}, asked.graph)
        if first is None:
            return self._nothing()
        total = [first.total] if self.answer.total else []
        if first.is_empty(extras):
            return self.build([[], *total, *([] for _ in extras)], replace(page, has_more=first.has_more))
        if self.root.explain:
            first = replace(first, rows=self.root.explain(first.rows, asked.request))
        shown = sent(name, {**asked.params, "found": first.params}) | asked.nested | {"page": page.first}
        values = await asked.graph.fetch(self._text(asked, ()), shown, name)
        if not values:
            return self._nothing()
        return await self._built([values[0], *total, *values[1:]], replace(page, has_more=first.has_more))

    async def _work_out_and_show(self, asked: _Asked, page: Page) -> Any:
        """Return what is worked out of what one query found, its nodes and relationships shown by another."""
        name = self.root.show or ""
        told = await work_out(self.root, asked.request, asked.params, asked.graph)
        if told is None:
            return self._nothing()
        shown = sent(name, {**asked.params, "found": told}) | asked.nested | {"page": page.first}
        values = await asked.graph.fetch(self._text(asked, ()), shown, name)
        if self.root.form is RootForm.PAGE:
            values[1:1], page = [told["total"]] * self.answer.total, replace(page, has_more=told["has_more"])
        elif not values[0]:
            raise Conflict("what was read has changed since", self.root.name, "ask again")
        return await self._built(values, page)

    async def _built(self, values: list[Any], page: Page) -> Any:
        """Return the answer; a large one is put together beside the others' requests, which it would keep waiting."""
        if page.price < _LARGE:
            return self.build(values, page)
        return await asyncio.to_thread(self.build, values, page)

    async def _seek_and_show(self, asked: _Asked, page: Page) -> Any:
        """Return what several rounds have found, shown by one more query."""
        if self.root.seek is None:
            raise TypeError(f"nothing is sought for {self.root.name}")
        wanted = wanted_of(page.first, asked.params.get("after_tie"), self.selected_names)
        question = asked.request.wanted
        found = await self.root.seek(asked.graph, evened(asked.params)["viewer_audiences"], question, wanted)
        if found is None:
            return self._nothing()
        told, name = told_of(found, wanted, page), self.root.show or ""
        if self.root.form is RootForm.ALL and not told["ways"]:
            return self.build([[]], page)
        shown = sent(name, {**asked.params, "conditions": dict(question.conditions), "found": told})
        values = await asked.graph.fetch(self._text(asked, ()), {**shown, **asked.nested, "page": page.first}, name)
        if len(values[0]) != (1 if self.root.form is RootForm.ONE else len(told["ways"])):
            raise Conflict("what was read has changed since", self.root.name, "ask again")
        return self.build(values, page)

    def _nothing(self) -> None:
        if self.root.missing:
            raise no_such(self.root.name)

    def filled(self, values: VariableValues, cursor_key: bytes) -> Filled:
        """Return what the nested lists are given; refuse what is too much, and a cursor of another list."""
        filled = Filled()
        for each in self.lists:
            fill(filled, each, arguments(self.schema, each.owner, each.node, values), cursor_key)
        return filled

    def _text(self, asked: _Asked, after: tuple[bool, ...]) -> str:
        request, texts = asked.request, asked.filled.texts
        key = (request.file, request.filters, request.order, after, request.words, request.conditions, texts)
        if key not in self.texts:
            if len(self.texts) >= _TEXTS:
                self.texts.clear()
            self.texts[key] = asked.filled.put(self.compose(request, after))
        return self.texts[key]

    def compose(self, request: Request, after: tuple[bool, ...] = ()) -> str:
        """Return the query that finds the rows of this request and shapes them as the operation selects."""
        file = query(request.file or self.root.file)
        choice = Choice(request.filters, request.order, after, request.words, request.conditions)
        words = request.words
        if self.root.seek:
            file, choice, words = query(self.root.show or ""), Choice(), ()
        elif self.root.show:
            file, choice, words = showing(query(self.root.show), file), Choice((), request.order), ()
        if self.root.form is RootForm.ONE:
            one = f"{found(file, choice)}\n{cut(file, self.root.row, sorting(file.ties()), '1')}"
            text = f"{one} RETURN collect({self.answer.text}) AS rows"
        else:
            text = paged(file, choice, replace(self.answer, total=self.answer.total and not self.root.show))
        return filled_whole(text, words, file.name)


def compile_root(root: Root, chosen: SelectedField, scope: Scope, tagged: bool) -> Plan:
    """Return the plan of one root field of an operation; it keeps nothing of the variables that it was compiled with."""
    projector = Projector(scope, tagged, root.own)
    shown = in_parts(root, chosen, projector)
    answer, build = (_page if root.form is RootForm.PAGE else nowhere if shown else _rows)(root, chosen, projector)
    price = Pricing(scope).root(root.type, chosen)
    names = selected_names(root, chosen, scope) if root.seek and root.form is RootForm.ONE else frozenset()
    return Plan(
        root, chosen.nodes[0], scope.schema, tuple(projector.arguments), answer, build, price, names, in_parts=shown
    )


def _rows(root: Root, chosen: SelectedField, projector: Projector) -> tuple[Answer, Build]:
    piece = projector.row(root.type, chosen.sets, root.row)
    answer, one = Answer(root.row, piece.expression), piece.shape
    if root.form is RootForm.ONE:
        return answer, lambda values, _: one(values[0][0])
    each = shape.many(one)
    return answer, lambda values, page: each([row[0] for row in values[0][: page.first]])


def _page(root: Root, chosen: SelectedField, projector: Projector) -> tuple[Answer, Build]:
    builder = PageBuilder(root, projector)
    builder.read(chosen.sets)
    return builder.answer(), builder.building()
