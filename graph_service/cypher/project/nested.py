"""Lists inside an answer: what a request's own filter, order and cursor put into the text of each, once it is known."""

from dataclasses import dataclass

from graphql import FieldNode

from graph_service.cypher.lists.field_orders import edge_orders
from graph_service.cypher.lists.keyset import after, keys_of, sort_of
from graph_service.cypher.order import Order, walk_order
from graph_service.model import Ends, Walk

PAGE = "Connection"  # what the name of a list ends with that comes with cursors and a count
_OWN = {"filter", "orderBy", "after"}


@dataclass(frozen=True)
class WalkNames:
    """The variables of one list that follows a link: the node that it belongs to, the relationship, the far node."""

    near: str
    edge: str
    far: str


@dataclass(frozen=True)
class NestedList:
    """A list of the selection: its number and the field that states its arguments."""

    number: int
    owner: str
    node: FieldNode

    @property
    def first(self) -> str:
        """Return the parameter that bounds the list."""
        return f"first_{self.number}"

    @property
    def place(self) -> str:
        """Return what its cursors are bound to."""
        return f"{self.owner}.{self.node.name.value}"


@dataclass(frozen=True)
class WalkedList(NestedList):
    """A list that follows a link: the link and the variables of its text."""

    walk: Walk
    names: WalkNames

    @property
    def is_page(self) -> bool:
        """Return whether it comes with cursors and a count."""
        return self.node.name.value.endswith(PAGE)

    @property
    def has_own(self) -> bool:
        """Return whether the operation gives it a filter, an order or a cursor."""
        return any(each.name.value in _OWN for each in self.node.arguments or ())

    def ends(self) -> Ends:
        """Return the variables of the nodes at which the relationship starts and ends."""
        return Ends(self.names.near, self.names.far) if self.walk.forward else Ends(self.names.far, self.names.near)

    def orders(self) -> dict[str, Order]:
        """Return the orders that the list may come in, by name."""
        link, ends = self.walk.link, self.ends()
        return edge_orders(link, self.names.edge, {link.start_name: ends.start, link.end_name: ends.end})

    def texts(self, conditions: list[str], by: Order | None, after_null: bool | None) -> dict[str, str]:
        """Return what takes the place of each token of the list."""
        ties = walk_order(self.walk, self.names.near, self.names.edge, self.names.far)
        beyond = "" if after_null is None else f" AND ({self._own(after(ties, by, after_null))})"
        return {
            self.token("filter"): "".join(f" AND {each}" for each in conditions),
            self.token("order"): sort_of(ties, by),
            self.token("after"): beyond,
            self.token("keys"): keys_of(ties, by),
        }

    def token(self, name: str) -> str:
        """Return what stands in the text until the arguments are known."""
        return f"/*{name} {self.number}*/"

    def put(self, text: str) -> str:
        """Return the text of a list that is given nothing of its own."""
        for token, told in self.texts([], None, None).items():
            text = text.replace(token, told)
        return text

    def _own(self, text: str) -> str:
        return text.replace("$after_", f"$after_{self.number}.after_")


@dataclass(frozen=True)
class GroupedList(NestedList):
    """The groups of a list's rows: the rows' type and variable, and what is shown of the node that a group is of."""

    type_name: str
    row: str
    shown: str  # the projection of such a node, which it calls by its own variable

    @property
    def node_var(self) -> str:
        """Return the variable of the node in its projection."""
        return f"g{self.number}"

    def key(self, place: int, told: str, node: str) -> str:
        """Return the expression of one key of a group: by what, as text, and as what is shown of the node."""
        shown = (
            f"COLLECT {{ WITH {node} AS {self.node_var} RETURN {self.shown} }}[0]"
            if self.shown and node != "null"
            else "null"
        )
        guarded = f"CASE WHEN {node} IS NOT NULL THEN {shown} END" if shown != "null" else "null"
        return f"[$by_{self.number}[{place}], {told}, {guarded}]"

    def token(self, name: str) -> str:
        """Return what stands in the text until the arguments are known."""
        return f"/*{name} {self.number}*/"
