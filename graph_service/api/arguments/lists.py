"""What a request gives a nested list: its bound, its filter, its order and its cursor, as parameters and as text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph_service.api.arguments.conditions import AskedId, Conditions
from graph_service.api.arguments.groups import filled_groups
from graph_service.api.arguments.since import AskedMoment
from graph_service.api.arguments.sought import plain
from graph_service.cypher.lists.cursor import read_cursor
from graph_service.cypher.project.nested import GroupedList, NestedList, WalkedList
from graph_service.errors import TooMuch

MOST_NESTED = 100


@dataclass
class Filled:
    """What all nested lists of a selection are given: parameters, texts in the places of tokens, ids to be looked up.

    `asked` are the conditions among the texts that the client chose, `sorted` the orders and groupings.
    """

    params: dict[str, Any] = field(default_factory=dict)
    texts: tuple[tuple[str, str], ...] = ()
    asked: tuple[str, ...] = ()
    sorted: tuple[str, ...] = ()
    ids: dict[str, list[AskedId | AskedMoment]] = field(
        default_factory=dict
    )  # by the parameter that holds the values of their filter

    def put(self, text: str) -> str:
        """Return the text with what was asked for in the places of the tokens."""
        for token, told in self.texts:
            text = text.replace(token, told)
        return text


def fill(filled: Filled, nested: NestedList, given: Mapping[str, Any], cursor_key: bytes) -> None:
    """Add what a list is given; refuse a bound that is too great, a filter that is too much, a cursor of another list."""
    if isinstance(nested, GroupedList):
        groups = filled_groups(nested, given)
        filled.params |= groups.params
        filled.texts += tuple(groups.texts.items())
        filled.sorted += (groups.texts[nested.token("total")],)
        return
    filled.params[nested.first] = _limit(nested, given["first"])
    if not isinstance(nested, WalkedList):
        return
    by, number = plain(given.get("orderBy")), nested.number
    if nested.is_page:
        filled.params |= {f"order_{number}": by, f"after_{number}": None}
    if not nested.has_own:
        return
    conditions = Conditions(f"where_{number}", f"{nested.node.name.value}.filter")
    texts = conditions.of_edge(nested.walk.link, given.get("filter") or {}, nested.names.edge, nested.ends())
    filled.params[conditions.param] = conditions.values
    if conditions.ids:
        filled.ids[conditions.param] = conditions.ids
    after_null = None
    if given.get("after") is not None:
        position = read_cursor(cursor_key, f"{nested.place}:{by}", given["after"])
        filled.params[f"after_{number}"] = {"after_tie": position.tie, "after_key": position.key}
        after_null = position.key is None
    order = nested.orders()[by] if by else None
    filled.texts += tuple(nested.texts(texts, order, after_null).items())
    filled.asked += tuple(texts)
    filled.sorted += (order.expression,) if order else ()


def _limit(nested: NestedList, value: Any) -> int:
    if not isinstance(value, int) or not 0 <= value <= MOST_NESTED:
        what = f"first of {nested.node.name.value} is {value}, but must be between 0 and {MOST_NESTED}"
        raise TooMuch(what, f"{nested.place}, argument first", "ask for less and page on")
    return value
