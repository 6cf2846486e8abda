"""Groups of a list's rows, as types of the API: by what they may be made, what is told of each."""

from enum import Enum
from typing import Annotated, Any

import strawberry

from graph_service.api.arguments.groups import MOST_GROUPS, MOST_KEYS, MOST_NUMBERS
from graph_service.api.types.made import TYPES, enum_of, listed, listed_of
from graph_service.api.types.results import typed
from graph_service.cypher.lists.groupings import groupings, numbers


@strawberry.enum(description="Ways to sort groups 分组排序")
class GroupOrder(Enum):
    """Orders of groups."""

    COUNT = strawberry.enum_value("COUNT", description="Most rows first")
    KEY = strawberry.enum_value("KEY", description="By what they are grouped by, such as month after month")
    SUM = strawberry.enum_value("SUM", description="Greatest sum of the first of the numbers first")


def build() -> None:
    """Make the types of groups; those of nodes must be there."""
    node: Any = TYPES["Node"]
    typed("GroupKey", "What the rows of a group have in common 分组键", {
        "by": (str, "By what it is grouped, as the argument `by` says it"),
        "value": (str | None, "The value as text, or what the thing is called; nothing for rows that have none"),
        "node": (node | None, "The thing itself where rows are grouped by what they are linked with"),
    })  # fmt: skip
    typed("GroupNumber", "What the numbers of a group come to 分组数值", {
        "field": (str, "The field whose values these are"),
        "sum": (float, "Sum of the values; amounts are in fen 合计"),
        "least": (float | None, "Least value, nothing where no row has one 最小值"),
        "most": (float | None, "Greatest value 最大值"),
        "mean": (float | None, "Mean value 平均值"),
    })  # fmt: skip
    typed("Group", "Rows that have something in common 分组", {
        "keys": (listed("GroupKey"), "What they have in common, in the order of `by`"),
        "count": (int, "How many rows you may see; a row that is linked with several things counts once in the group of each 数量"),
        "numbers": (listed("GroupNumber"), "What the asked numbers come to"),
    })  # fmt: skip
    typed("Groups", "The rows of a list in groups 分组统计", {
        "groups": (listed("Group"), "The first groups in order"),
        "total_count": (int, "How many groups there are in all 分组总数"),
    })  # fmt: skip


def grouped(type_name: str, words: str) -> Any:
    """Return the field by which the connection of a kind tells its rows in groups."""
    by = enum_of(f"{type_name}Grouping", {
        each.name: strawberry.enum_value(each.name, description=each.about) for each in groupings(type_name).values()
    }, f"By what {words} may be grouped")  # fmt: skip
    kind = listed_of(by)
    annotations = {
        "by": Annotated[kind, strawberry.argument(description=f"By what: one, or {MOST_KEYS} that differ")],
        "order_by": Annotated[GroupOrder, strawberry.argument(description="Order of the groups")],
        "first": Annotated[int, strawberry.argument(description=f"At most this many groups, 0 to {MOST_GROUPS}")],
        "return": TYPES["Groups"],
    }
    summed = numbers(type_name)
    if summed:
        values = {name: strawberry.enum_value(name, description=f"Values of {name.lower()}") for name in summed}
        measured: Any = listed_of(enum_of(f"{type_name}Number", values, f"Numbers of {words} that may be summed"))
        told = f"Which numbers are summed, at most {MOST_NUMBERS}"
        annotations["numbers"] = Annotated[measured | None, strawberry.argument(description=told)]

        def resolve(
            self: Any, by: Any, numbers: Any = strawberry.UNSET, order_by: Any = GroupOrder.COUNT, first: int = 100
        ) -> Any:
            raise NotImplementedError("values are read by response key, see `schema.py`")
    else:

        def resolve(self: Any, by: Any, order_by: Any = GroupOrder.COUNT, first: int = 100) -> Any:  # type: ignore[misc]
            raise NotImplementedError("values are read by response key, see `schema.py`")

    resolve.__annotations__ = annotations
    about = f"{words.capitalize()} of the list in groups, by the filter and not by the page 分组统计"
    return strawberry.field(resolver=resolve, description=about)
