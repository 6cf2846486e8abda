"""Lists that follow a link, as fields of the API: plain ones and pages, each with its filter and its orders."""

from collections.abc import Callable
from typing import Annotated, Any

import strawberry

from graph_service.api.arguments.lists import MOST_NESTED
from graph_service.api.types.made import TYPES, empty, enum_of, listed
from graph_service.cypher.lists.field_orders import edge_orders
from graph_service.cypher.project.nested import PAGE
from graph_service.model import ABSTRACT, EDGES, camel, snake, walks_of
from schema import RelationshipType
from schema.ordering import list_in_words


def begin_walks() -> None:
    """Make the types of every relationship, to be finished later, and the enum of its orders."""
    for link in EDGES.values():
        for name in (link.edge, f"{link.edge}{PAGE}", f"{link.edge}Edge", f"{link.edge}Filter"):
            TYPES[name] = empty(name)
        TYPES[f"{link.edge}Order"] = _orders(link)


def _orders(link: RelationshipType) -> Any:
    orders = edge_orders(link, "r", {link.start_name: "n", link.end_name: "m"})
    values = {each.name: strawberry.enum_value(each.name, description=each.about) for each in orders.values()}
    return enum_of(f"{link.edge}Order", values, f"Ways to sort relationships of the type {link.edge}")


def declare_walks(cls: type, type_name: str) -> None:
    """Add the lists of a kind or family to its type."""
    for walk in walks_of(type_name).values():
        name = walk.link.forward if walk.forward else walk.link.backward
        about = walk.link.forward_about if walk.forward else walk.link.backward_about
        if type_name in ABSTRACT:
            about = f"{about}, of any kind"
        about = f"{about}; {list_in_words(walk.link, walk.forward, camel)}"
        edge, page = walk.link.edge, TYPES[f"{walk.link.edge}{PAGE}"]
        setattr(cls, name, strawberry.field(resolver=_listing(listed(edge), edge), description=about))
        paged = strawberry.field(resolver=_paging(page, edge), description=f"{about}; in pages, with a count")
        setattr(cls, f"{name}_{snake(PAGE)}", paged)


def finish_pages() -> None:
    """Finish the types of the pages; those of the rows and of `PageInfo` must be there."""
    for link in EDGES.values():
        _finish(f"{link.edge}Edge", f"A {link.edge} with its cursor", {
            "cursor": (str, f"Where the {link.edge} stands in its list"),
            "node": (TYPES[link.edge], f"The {link.edge} itself"),
        })  # fmt: skip
        _finish(f"{link.edge}{PAGE}", f"A page of relationships of the type {link.edge}", {
            "edges": (listed(f"{link.edge}Edge"), f"Each {link.edge} of the page with its cursor"),
            "nodes": (listed(link.edge), f"Each {link.edge} of the page alone"),
            "page_info": (TYPES["PageInfo"], "Where the page stands in its list"),
            "total_count": (int, "How many there are in all, by the filter; counted only when asked for"),
        })  # fmt: skip


def _finish(name: str, about: str, fields: dict[str, tuple[Any, str]]) -> None:
    for each, (kind, told) in fields.items():
        TYPES[name].__annotations__[each] = kind
        setattr(TYPES[name], each, strawberry.field(description=told))
    strawberry.type(TYPES[name], name=name, description=about)


def _listing(returns: Any, edge: str) -> Callable[..., Any]:
    conditions, orders = TYPES[f"{edge}Filter"], TYPES[f"{edge}Order"]

    def resolve(self: Any, filter: Any = strawberry.UNSET, order_by: Any = strawberry.UNSET, first: int = 20) -> Any:
        raise NotImplementedError("values are read by response key, see `schema.py`")

    resolve.__annotations__ = {**_usual(conditions, orders), "first": _first(), "return": returns}
    return resolve


def _paging(returns: Any, edge: str) -> Callable[..., Any]:
    conditions, orders = TYPES[f"{edge}Filter"], TYPES[f"{edge}Order"]

    def resolve(
        self: Any,
        filter: Any = strawberry.UNSET,
        order_by: Any = strawberry.UNSET,
        first: int = 20,
        after: str | None = strawberry.UNSET,
    ) -> Any:
        raise NotImplementedError("values are read by response key, see `schema.py`")

    after_ = Annotated[str | None, strawberry.argument(description="Cursor after which to go on")]
    resolve.__annotations__ = {**_usual(conditions, orders), "first": _first(), "after": after_, "return": returns}
    return resolve


def _usual(conditions: Any, orders: Any) -> dict[str, Any]:
    return {
        "filter": Annotated[
            conditions | None,
            strawberry.argument(description="Conditions on the relationships and on what is at their ends"),
        ],
        "order_by": Annotated[
            orders | None, strawberry.argument(description="Order of the list; without it the natural one")
        ],
    }


def _first() -> Any:
    return Annotated[int, strawberry.argument(description=f"At most this many, 0 to {MOST_NESTED}")]
