"""Every query file as the service composes it: each order, filter, cursor and label once."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from graphql import parse

from graph_service.api.execute import compile_operation
from graph_service.api.kinds import KIND_ROOTS
from graph_service.api.plan import Plan
from graph_service.api.root import Form, Request, Root
from graph_service.api.roots import roots
from graph_service.api.schema import build_schema
from graph_service.cypher import query
from schema import KINDS, LINK_TYPES, MATTER
from schema.identifiers import NORMALISERS  # noqa: F401 - the look-up's forms are loaded before plans are timed

_PAGE = "edges { cursor } nodes { __typename } pageInfo { hasNextPage } totalCount"
_PARTS = {
    "expand": "counts { type } nodes { id } edges { id } pageInfo { hasNextPage } totalCount",
    "connectedMatters": f"{_PAGE} leftOut {{ reason }}",
}
_BOTH = ((), (False,), (True,))  # from the start, after a value, after a null
_FILES = {
    "auditLinkedIssues": ("read/audit_linked_issues_of_unit", "read/audit_linked_issues_of_round"),
}
SAMPLES: dict[str, Any] = {
    "viewer_audiences": [1], "viewer_officer": "o", "viewer_teams": ["T"], "page": 21, "after_tie": "x", "after_key": "x",
    "id": "clue_kit", "hub_cap": 60, "channels": None, "min_score": 0.0, "types": list(LINK_TYPES), "values": ["x"],
    "words": '"x"', "text": "x", "kinds": None, "from": "2025-01-01", "to": "2025-12-31", "isRepeat": True,
    "isSupervised": True, "isOfficial": True, "isEnrolled": True, "minAmountFen": 1,
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One composed query: what it is, its text, and whether a key is given to seek by."""

    name: str
    text: str
    seeks: bool = False


def plan_of(root: Root, selection: str | None = None) -> Plan:
    """Return the plan of an operation with this root field alone."""
    usual = _PARTS.get(root.name, _PAGE) if root.form is Form.PAGE else "__typename"
    document = parse(f"{{ {root.name} {{ {selection or usual} }} }}")
    compiled, _ = compile_operation(build_schema()._schema, document, None, {})
    assert compiled
    plan = compiled.plans[0][1]
    assert isinstance(plan, Plan)
    return plan


def kind_cases() -> Iterator[Case]:
    """Yield the queries of the roots for one and for many of a kind."""
    for kind in KIND_ROOTS:
        file = query(f"read/{kind.file}")
        one, many = (plan_of(root) for root in roots().values() if root.file == file.name)
        for name in kind.by:
            yield Case(f"{one.root.name} by {name}", one.compose(Request(filters=(name,))), True)
        for order, after in product((None, *file.orders), _BOTH):
            if order or after != (True,):
                yield Case(f"{many.root.name} {order} {after}", many.compose(Request(order=order), after))
        for name in file.filters:
            request = Request(filters=(name,), order=next(iter(file.orders)))
            yield Case(f"{many.root.name} where {name}", many.compose(request), name in kind.by)


def special_cases() -> Iterator[Case]:
    """Yield the queries of every other root, for each label where the file holds a stand-in."""
    known = {kind.file for kind in KIND_ROOTS}
    for root in roots().values():
        if root.file.partition("/")[2] in known:
            continue
        plan = plan_of(root)
        for file, labels in product((root.file, *_FILES.get(root.name, ())), _labels(root)):
            orders = (next(iter(query(file).orders), None),)
            for order, after in product(orders, _BOTH if root.form is Form.PAGE and labels[:1] == _labels(root)[0][:1] else ((),)):
                if order or after != (True,):
                    request = Request(order=order, file=file, labels=labels)
                    name = f"{root.name} {file} {[word for _, word in labels]} {after}"
                    yield Case(name, plan.compose(request, after), "uid: $" in query(file).whole)


def _labels(root: Root) -> list[tuple[tuple[str, str], ...]]:
    text = query(root.file).whole
    if "FROM_" in text:
        bounds = (("PATHS_", "5"), ("HOPS_", "4"))
        ends = list(zip(KINDS, [*list(KINDS)[5:], *list(KINDS)[:5]], strict=True))
        return [(("FROM_", start), ("TO_", end), *bounds) for start, end in ends]
    if "LABEL_" not in text:
        return [()]
    return [(("LABEL_", label),) for label in (MATTER if root.name == "connectedMatters" else KINDS)]


def params_of(text: str) -> dict[str, Any]:
    """Return a value of the right type for every parameter there may be."""
    nested = {f"first_{number}": 5 for number in range(200)}
    lists = {name: ["OTHER"] for name in ("channel", "problem", "status", "state", "severity", "rule", "kind")}
    return {"rectification": ["DONE"], "cameBy": ["OTHER"], **_texts(text), **lists, **SAMPLES, **nested}


def _texts(text: str) -> dict[str, str]:
    names = [word.partition("}")[0] for word in text.replace("$", " $").split() if word.startswith("$")]
    return {name.strip("$(){}[],.").split(")")[0]: "x" for name in names}
