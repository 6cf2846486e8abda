"""Every query file as the service composes it: each order, filter, cursor and label once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLObjectType, get_named_type, is_leaf_type, parse
from graphql.execution.values import VariableValues

from graph_service.api.arguments.conditions import pointed
from graph_service.api.arguments.sought import known_by_number, sought
from graph_service.api.plan.found import finding_text
from graph_service.api.plan.plan import Plan
from graph_service.api.plan.root import Root, RootForm
from graph_service.api.plan.worked_out import reading_text
from graph_service.api.queries.execute import compile_operation
from graph_service.api.queries.roots import roots
from graph_service.api.schema import build_schema
from graph_service.api.types.kinds import KIND_ROOTS
from graph_service.cypher.files import Filter, query
from graph_service.cypher.project.nested import PAGE
from graph_service.model import camel
from graph_service.paths.reading import text_of
from graph_service.rights.viewer import Viewer
from graph_service.tasks.rules import TASKS
from schema import KINDS, MATTER, Family
from tests.queries import some_orders

_PAGE = "edges { cursor } nodes { __typename } pageInfo { hasNextPage } totalCount"
_PARTS = {
    "expand": "counts { type } nodes { id } edges { id } pageInfo { hasNextPage } totalCount",
    "connectedMatters": f"{_PAGE} leftOut {{ reason }}",
}
_SAMPLES = {"Date": "2025-01-01", "DateTime": "2025-01-01T00:00:00", "Fen": 1, "Int": 1, "Boolean": True}
_PERSON = {"person": {"where": {"name": {"startsWith": "x"}, "kin": {"none": {}}}}}
_CONDITIONS: list[dict[str, Any]] = [
    {"where": {"amountFen": {"gte": 1, "ne": 2, "in": [3]}, "receivedOn": {"lt": "2025-01-01", "in": ["2025-01-01"]}}},
    {"where": {"title": {"contains": "Ab", "endsWith": "x"}, "isRealName": {"eq": True, "isNull": False}}},
    {"or": [{"unit": "unit_x"}, {"not": {"person": "person:x"}}], "and": [{"ids": ["clue_x"]}]},
    {
        "where": {
            "names": {"some": {"entity": _PERSON, "role": {"eq": "SUBJECT"}}, "count": {"gt": 2}, "of": {"or": []}}
        }
    },
]
_CURSOR = {"after_tie": ["x"] * 9, "after_key": "x", "page": 21}
_NETWORK: dict[str, list[Any]] = {
    each: [] for each in ("central", "communities", "go_betweens", "growth", "suggestions", "left_out")
}
_PATHS = {"ways": [], "beneath": 1, "statements": 1, "page": {"searched_hops": 1}}
_OF_PATHS: dict[str, Any] = {
    "types": None,
    "not_types": [],
    "closed": [],
    "timed": True,
    "since": "2025-01-01",
    "until": None,
    "undated": True,
}
_STEP = {
    "start": {"label": "Clue", "uid": "clue_x"}, "end": {"label": "Unit", "uid": "unit_x"}, "one": "4:x:1", "other": "4:x:2",
    "places": ["4:x:1"], "shut": [], "open": [], "most": 1, "left": 1, "counted": 1, "bound": 1,
}  # fmt: skip
_FOUND = _PATHS | {"m": ["4:x:1", "clue_x"], "left_out": [], "rows": [], "nodes": [], "edges": [], "network": _NETWORK}
_GIVEN = _CURSOR | {"conditions": _OF_PATHS, "found": _FOUND, "editions": ["Clue"], "grounds": [], "name": "x"}
# What stands behind the id is one long text for every kind; `node`, which is short, is asked for each form of each kind's ids.
_OWN_ROWS = ("Link", "IdentityCandidate", "Series", "AccessRequest", "Recusal", "Intervention", "SavedView")
_SAMPLE_IDS = {"identityCandidate": "same_x", "accessRequest": "access_x", "savedView": "view_x"}
_ONE_BY_ID = {"link", "series", "recusal", "intervention", "consultation", *_SAMPLE_IDS}
_OF_EACH_FAMILY = tuple(
    {kind.FAMILY: label for label, kind in KINDS.items() if kind.IDENTIFIERS or kind.INDEXED}.values()
)
_ASKED_FOR_HITS = {Family.ENTITY, Family.MATTER}
VIEWER, _TIME = Viewer("o", ("T",), (1, 2)), {"since": "2026-01-01", "until": "2026-03-31"}


@dataclass(frozen=True)
class ComposedCase:
    """One composed query: what it is, its text, its parameters, and whether a key is given to seek by."""

    name: str
    text: str
    params: dict[str, Any]
    seeks: bool = False


def plan_of(root: Root, selection: str | None = None) -> Plan:
    """Return the plan of an operation with this root field alone."""
    usual = _PARTS.get(root.name, _PAGE) if root.form is RootForm.PAGE else "__typename"
    document = parse(f"{{ {root.name} {{ {selection or usual} }} }}")
    compiled, _ = compile_operation(build_schema()._schema, document, None, {})
    assert compiled
    plan = compiled.plans[0][1]
    assert isinstance(plan, Plan)
    return plan


def composed(plan: Plan, given: Mapping[str, Any], after: tuple[bool, ...] = (), seeks: bool = False) -> ComposedCase:
    """Return the query that these arguments lead to."""
    request = plan.root.read(given)
    filled = plan.filled(VariableValues({}, {}), b"key")
    params = {**VIEWER.params, **request.params, **filled.params, **_GIVEN}
    shown = f"{given}"[:60]
    return ComposedCase(f"{plan.root.name} {shown} {after}", filled.put(plan.compose(request, after)), params, seeks)


def kind_cases() -> Iterator[ComposedCase]:
    """Yield the queries of the roots for one and for many of a kind."""
    for kind in KIND_ROOTS:
        one, many = plan_of(roots()[camel(kind.one)]), plan_of(roots()[camel(kind.many)])
        file = query(f"read/kinds/{kind.file}")
        for name in kind.by:
            for value in _ids(kind.label) if name == "id" else ("x",):
                yield composed(one, {name: value}, seeks=True)
        for order in (None, *some_orders(file)):
            for after in ((), (False,), (True,)) if order else ((), (False,)):
                yield composed(many, {"orderBy": order}, after)
        for name, each in file.filters.items():
            value = next(iter(_ids(kind.label))) if name == "id" else _sample_of(each)
            yield composed(
                many, {"filter": {name: value}, "orderBy": next(iter(file.orders), None)}, seeks=name in kind.by
            )


def special_cases() -> Iterator[ComposedCase]:
    """Yield the queries of every other root, for each kind that an id can be of."""
    kinds = {camel(name) for kind in KIND_ROOTS for name in (kind.one, kind.many)}
    for root in roots().values():
        if root.name in kinds or root.parts:
            continue
        plan = plan_of(root)
        order = plan.root.read(_arguments(root)[0]).order
        for place, given in enumerate(_arguments(root)):
            for after in ((), (False,), (True,)) if order and not place else ((),):
                yield composed(plan, given, after, any(given.get(name) for name in ("id", "from", "unit", "round")))


def list_cases() -> Iterator[ComposedCase]:
    """Yield lists with every form of condition, order, page and group."""
    page = "totalCount pageInfo { endCursor } edges { cursor node { id } } nodes { id }"
    nested = f"names(orderBy: ROLE_DESC, filter: {{entity: {{unit: {{}}}}}}) {{ id }} namesConnection {{ {page} }}"
    groups = "totalCount groups { count keys { by value node { id caption } } numbers { field sum } }"
    grouped = f"grouped(by: [NAMES_UNIT, RECEIVED_ON_MONTH], numbers: [AMOUNT_FEN]) {{ {groups} }}"
    clues = plan_of(roots()["clues"], f"nodes {{ {nested} }} {grouped} totalCount")
    for conditions in _CONDITIONS:
        yield composed(clues, {"filter": conditions, "orderBy": "AMOUNT_FEN_DESC"}, (False,))
    people = plan_of(roots()["people"], "nodes { namedInConnection(filter: {matter: {clue: {}}}) { totalCount } }")
    yield composed(people, {"orderBy": "NAMED_IN_DESC"}, (False,))
    matters = plan_of(roots()["matters"], f"grouped(by: [KIND, CAME_ON_YEAR]) {{ {groups} }}")
    yield composed(matters, {"filter": {"unit": "unit_x", "where": {"names": {"some": {}}}}})


def finding_cases() -> Iterator[ComposedCase]:
    """Yield the queries that find what others show, or what others show when something is worked out of it."""
    yield from _rounds()
    for root in roots().values():
        if root.work_out:
            for arguments in _arguments(root):
                request = root.read(arguments)
                params = {**VIEWER.params, **request.params}
                # Clues without a state stand in no index, nor does what stands or was done in a time: these are looked for.
                is_by_key = root.form is not RootForm.PAGE and root.name != "circular"
                yield ComposedCase(
                    f"{root.name} read {arguments}", reading_text(root, request), params, seeks=is_by_key
                )
        elif root.show and not root.seek and not root.parts:
            request = root.read(_arguments(root)[0])
            given = {**request.params, **_CURSOR, "extras": ["left_out"]}
            text = finding_text(root.file, request.order or "")
            yield ComposedCase(f"{root.name} found", text, {**VIEWER.params, **given, "given": given}, seeks=True)


def _rounds() -> Iterator[ComposedCase]:
    """Yield the queries of a search for paths, the one that seeks a node for each form of each kind's ids."""
    params = {**VIEWER.params, "conditions": _OF_PATHS, "given": _STEP, "id": "x"}
    for name in ("begin", "step", "weigh", "between"):
        yield ComposedCase(f"paths {name}", text_of(name), params, seeks=name != "begin")
    for label in KINDS:
        for uid in _ids(label):
            yield ComposedCase(f"paths named {uid}", text_of("named", sought(uid, "id").words()), params, seeks=True)


def projection_cases() -> Iterator[ComposedCase]:
    """Yield, for each kind, a query that shows everything it has and what is next to it."""
    for label in KINDS:
        selection = f"... on {label} {{ {_everything(label)} }}"
        yield composed(plan_of(roots()["node"], selection), {"id": _ids(label)[0]}, seeks=True)
    for name, label in (("node", "Series"), ("node", "Link"), ("node", "Load"), ("series", "Series")):
        selection = f"... on {label} {{ {_everything(label)} }}"
        yield composed(plan_of(roots()[name], selection), {"id": f"{label.lower()}_x"}, seeks=True)


def _everything(label: str) -> str:
    kind = build_schema()._schema.type_map[label]
    assert isinstance(kind, GraphQLObjectType)
    parts = []
    for name, field in kind.fields.items():
        if name.endswith(PAGE):
            continue  # the same lists once more: `page_cases` shows one of each form
        named = get_named_type(field.type)
        if is_leaf_type(named):
            parts.append(name)
        elif isinstance(named, GraphQLObjectType):
            inner = (
                each if is_leaf_type(get_named_type(it.type)) else f"{each} {{ __typename }}"
                for each, it in named.fields.items()
            )
            parts.append(f"{name} {{ {' '.join(inner)} }}")
    return " ".join(parts)


def _arguments(root: Root) -> list[dict[str, Any]]:
    if root.name in {"node", "connectedMatters"}:
        labels = MATTER if root.name == "connectedMatters" else KINDS
        return [{"id": uid} for label in labels for uid in _ids(label)]
    if root.name == "expand":
        return [*({"id": _ids(label)[0]} for label in KINDS), *({"id": _ids(label)[-1]} for label in _OF_EACH_FAMILY)]
    if root.seek:
        ends = zip(KINDS, [*list(KINDS)[5:], *list(KINDS)[:5]], strict=True)
        return [{"from": _ids(start)[0], "to": _ids(end)[-1]} for start, end in ends]
    if root.file == "read/tasks/one" or root.name in _ONE_BY_ID:
        return [{"id": _SAMPLE_IDS.get(root.name, f"{root.name.lower()}_x")}]
    if root.type in {*_OWN_ROWS, *TASKS}:
        return [{}, *({"filter": {name: _sample(each.type)}} for name, each in query(root.file).filters.items())]
    special: dict[str, list[dict[str, Any]]] = {
        "search": [{"text": "x"}, {"text": "x", "kinds": ["Clue"], "channels": ["AUDIT"]}],
        "hits": [
            {"id": uid} for label in _OF_EACH_FAMILY if KINDS[label].FAMILY in _ASKED_FOR_HITS for uid in _ids(label)
        ],
        "recusalGrounds": [{"officer": "o_x", "matter": "clue_x"}], "circular": [_TIME], "supervisionOfUnit": [{"unit": "unit_x", **_TIME}],
        "ticketRoutes": [{"ticket": "ticket_x"}], "lookup": [{"values": ["x", "y"]}], "modelDryRun": [{"model": "V1"}, {"model": "C1"}],
        "network": [{"around": [_ids(label)[0]], "hops": 1} for label in _OF_EACH_FAMILY]
        + [{"around": ["clue:x", "unit_x"], "hops": 3}],
        "earlyWarnings": [{}, {"unit": "unit_x"}, {"unit": "unit:x", "withUnder": True}],
        "auditLinkedIssues": [{}, {"unit": "unit_x"}, {"round": "round_x"}],
    }  # fmt: skip
    return special.get(root.name, [{}])


def _ids(label: str) -> tuple[str, ...]:
    kind = KINDS[label]
    return f"{kind.PREFIX}_x", *([f"{kind.PREFIX}:x"] if known_by_number(label) else [])


def _sample_of(each: Filter) -> Any:
    return f"{KINDS[pointed(each)[0]].PREFIX}_x" if pointed(each) else _sample(each.type)


def _sample(kind: str) -> Any:
    return ["x"] if kind.startswith("[") else _SAMPLES.get(kind.strip("!"), "x")
