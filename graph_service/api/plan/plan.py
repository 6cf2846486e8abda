"""Compiles one root field of an operation to a query and the shape of its answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graphql import FieldNode, GraphQLSchema
from graphql.execution.values import VariableValues

from graph_service.api.plan.found import evened, find, sent
from graph_service.api.plan.newest_notice import NewestNotice
from graph_service.api.plan.page import Page, PageBuilder
from graph_service.api.plan.root import Request, Root, RootForm, bounded, no_such
from graph_service.api.plan.ways import told_of, wanted_of
from graph_service.api.plan.worked_out import work_out
from graph_service.cypher.cursor import read_cursor
from graph_service.cypher.files import query
from graph_service.cypher.order import sorting
from graph_service.cypher.page import Answer, Choice, cut, found, paged, showing
from graph_service.cypher.project import shape
from graph_service.cypher.project.projection import ListArgument, Projector
from graph_service.cypher.project.selection import Scope, SelectedField, arguments
from graph_service.cypher.rules import filled_whole
from graph_service.errors import Conflict
from graph_service.graph import Graph, Writer
from graph_service.rights.viewer import Viewer

MOST_NESTED = 100
Build = Callable[[list[Any], Page], Any]
_TEXTS = 64  # query texts that one plan remembers


@dataclass(frozen=True)
class WriteAccess:
    """What mutations write with."""

    writer: Writer
    uid_key: bytes


@dataclass(frozen=True)
class QueryContext:
    """What plans ask with: the graph, the viewer, the key that signs cursors."""

    graph: Graph
    viewer: Viewer
    cursor_key: bytes
    write_access: WriteAccess | None = None
    newest_notice: NewestNotice = field(default_factory=NewestNotice)  # one for all who ask through this service


@dataclass
class Plan:
    """One compiled root field; `run` makes one round trip, two where finding is planned apart, and returns the field's value."""

    root: Root
    selected: FieldNode
    schema: GraphQLSchema
    lists: tuple[ListArgument, ...]
    answer: Answer
    build: Build
    selected_names: frozenset[str] = frozenset()  # of what is one row, where finding it depends on what is shown
    texts: dict[tuple[Any, ...], str] = field(default_factory=dict)

    async def run(self, query_context: QueryContext, values: VariableValues) -> Any:
        """Return the value of the root field for this viewer and these variables."""
        request = self.root.read(arguments(self.schema, "Query", self.selected, values))
        return await self.fulfil(request, query_context, values)

    async def fulfil(self, request: Request, query_context: QueryContext, values: VariableValues) -> Any:
        """Return the answer to a request that was read from elsewhere than the field's own arguments."""
        params = {**query_context.viewer.params, **request.params, **self._nested(values), "page": request.first + 1}
        place = f"{self.root.name}:{request.order}"
        after: tuple[bool, ...] = ()
        if request.after is not None:
            position = read_cursor(query_context.cursor_key, place, request.after)
            params |= {"after_tie": position.tie, "after_key": position.key}
            after = (position.key is None,)
        page = Page(query_context.cursor_key, place, request.first, bool(after))
        if self.root.seek:
            return await self._seek_and_show(request, page, params, query_context.graph)
        if self.root.work_out:
            return await self._work_out_and_show(request, page, params, query_context.graph)
        if self.root.show:
            return await self._find_and_show(request, page, params, query_context.graph)
        text = self._text(request, after)
        found_values = await query_context.graph.fetch(text, params, self.root.file)
        if not found_values or (self.root.form is RootForm.ONE and not found_values[0]):
            return self._nothing()
        return self.build(found_values, page)

    async def _find_and_show(self, request: Request, page: Page, params: Mapping[str, Any], graph: Graph) -> Any:
        """Return the answer by two queries, by one where there is nothing to show; what is gone after it is left out."""
        name, extras = self.root.show or "", [each for each, _ in self.answer.extras]
        first = await find(self.root, request, {**params, "extras": extras}, graph)
        if first is None:
            return self._nothing()
        total = [first.total] if self.answer.total else []
        if first.is_empty(extras):
            return self.build([[], *total, *([] for _ in extras)], replace(page, has_more=first.has_more))
        if self.root.explain:
            first = replace(first, rows=self.root.explain(first.rows, request))
        nested = {each.param: params[each.param] for each in self.lists}
        shown = sent(name, {**params, "found": first.params}) | nested | {"page": request.first}
        values = await graph.fetch(self._text(request, ()), shown, name)
        if not values:
            return self._nothing()
        return self.build([values[0], *total, *values[1:]], replace(page, has_more=first.has_more))

    async def _work_out_and_show(self, request: Request, page: Page, params: Mapping[str, Any], graph: Graph) -> Any:
        """Return what is worked out of what one query found, its nodes and relationships shown by another."""
        name = self.root.show or ""
        told = await work_out(self.root, request, params, graph)
        if told is None:
            return self._nothing()
        nested = {each.param: params[each.param] for each in self.lists}
        values = await graph.fetch(self._text(request, ()), {**sent(name, {**params, "found": told}), **nested}, name)
        if not values[0]:
            raise Conflict("what was read has changed since", self.root.name, "ask again")
        return self.build(values, page)

    async def _seek_and_show(self, request: Request, page: Page, params: Mapping[str, Any], graph: Graph) -> Any:
        """Return what several rounds have found, shown by one more query."""
        if self.root.seek is None:
            raise TypeError(f"nothing is sought for {self.root.name}")
        wanted = wanted_of(request.first, params.get("after_tie"), self.selected_names)
        found = await self.root.seek(graph, evened(params)["viewer_audiences"], request.wanted, wanted)
        if found is None:
            return self._nothing()
        told, name = told_of(found, wanted, page), self.root.show or ""
        if self.root.form is RootForm.ALL and not told["ways"]:
            return self.build([[]], page)
        nested = {each.param: params[each.param] for each in self.lists}
        shown = sent(name, {**params, "conditions": dict(request.wanted.conditions), "found": told})
        values = await graph.fetch(self._text(request, ()), {**shown, **nested, "page": page.first}, name)
        if len(values[0]) != (1 if self.root.form is RootForm.ONE else len(told["ways"])):
            raise Conflict("what was read has changed since", self.root.name, "ask again")
        return self.build(values, page)

    def _nothing(self) -> None:
        if self.root.missing:
            raise no_such(self.root.name)

    def _nested(self, values: VariableValues) -> dict[str, int]:
        return {each.param: _limit(arguments(self.schema, each.owner, each.node, values)) for each in self.lists}

    def _text(self, request: Request, after: tuple[bool, ...]) -> str:
        key = (request.file, request.filters, request.order, after, request.words)
        if key not in self.texts:
            if len(self.texts) >= _TEXTS:
                self.texts.clear()
            self.texts[key] = self.compose(request, after)
        return self.texts[key]

    def compose(self, request: Request, after: tuple[bool, ...] = ()) -> str:
        """Return the query that finds the rows of this request and shapes them as the operation selects."""
        file = query(request.file or self.root.file)
        choice, words = Choice(request.filters, request.order, after, request.words), request.words
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


def _limit(values: dict[str, Any]) -> int:
    return bounded("first", values["first"], MOST_NESTED)


def compile_root(root: Root, chosen: SelectedField, scope: Scope, tagged: bool) -> Plan:
    """Return the plan of one root field of an operation; it keeps nothing of the variables that it was compiled with."""
    projector = Projector(scope, tagged, root.own)
    answer, build = _page(root, chosen, projector) if root.form is RootForm.PAGE else _rows(root, chosen, projector)
    names = _selected_names(root, chosen, scope) if root.seek and root.form is RootForm.ONE else frozenset()
    return Plan(root, chosen.nodes[0], scope.schema, tuple(projector.arguments), answer, build, names)


def _selected_names(root: Root, chosen: SelectedField, scope: Scope) -> frozenset[str]:
    return frozenset(each.name for each in scope.fields(chosen.sets, root.type))


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
