"""What is new, changed or withdrawn: its types in the API, and how the arguments become a request to the journal."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

import strawberry

from graph_service.api.arguments.conditions import AskedId
from graph_service.api.arguments.since import AskedMoment, read_since
from graph_service.api.arguments.sought import plain, sought
from graph_service.api.plan.root import Request, bounded
from graph_service.api.types.made import TYPES, listed
from graph_service.api.types.results import typed
from graph_service.api.types.scalars import Moment

MOST_CHANGES = 1000


@strawberry.enum(description="What became of a record 变化情况")
class ChangeForm(Enum):
    """Forms of a change."""

    NEW = strawberry.enum_value("NEW", description="It was not there before 新增")
    CHANGED = strawberry.enum_value(
        "CHANGED", description="It was there and says something else now, or names others 变更"
    )
    WITHDRAWN = strawberry.enum_value(
        "WITHDRAWN", description="It is no longer there for you, or was merged into another 撤回"
    )


def build() -> None:
    """Make the types of changes; those of nodes must be there already."""
    node: Any = TYPES["Node"]
    typed("Change", "What became of one record since you last looked, told once whatever happened in between 变更记录", {
        "id": (strawberry.ID, "Id of the record, that of one that is gone too 变更对象标识"),
        "kind": (str, "Kind of the record, as `__typename` says it 变更对象种类"),
        "form": (ChangeForm, "What became of it 变更形式"),
        "at": (Moment, "When that was known here last 变更入库时间"),
        "node": (node | None, "The record as it is now; nothing where it was withdrawn 变更对象"),
    })  # fmt: skip
    typed("Changes", "What changed since a time, in the order in which it came 变更列表", {
        "changes": (listed("Change"), "Each record once, with what became of it in the end 变更明细"),
        "has_more": (bool, "Whether there is more: ask again with `asOf` 是否还有"),
        "as_of": (str, "Up to where this tells; give it as `since`, or as `changedSince` of any filter, next time 截至"),
    })  # fmt: skip


def read_changes(given: Mapping[str, Any]) -> Request:
    """Return the request for what changed since a time; refuse a wrong id, and what is neither an `asOf` of this service nor a time."""
    since = read_since(given["since"], "argument since") if given.get("since") else [0, "", 0, ""]
    of = sought(given["of"], "of") if given.get("of") else None
    named: list[AskedId | AskedMoment] = []
    if of and of.field != "uid":  # what is gone has its id still
        named.append(AskedId(of, "of", "of"))
    if isinstance(since, str):
        named.append(AskedMoment(since, "since"))
    first = bounded("first", 100 if given.get("first") is None else given["first"], MOST_CHANGES)
    params = {
        "since": since,
        "of": of and of.value,
        "kinds": plain(given.get("kinds")),
        "bound": first,
    }
    return Request(params=params, first=first, named=tuple(named))
