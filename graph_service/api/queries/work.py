"""The root fields of officers' daily work."""

from typing import Any

import strawberry

from graph_service.api.queries.given import Given, field, paged
from graph_service.api.types.kept.worklist import MOST_ITEMS, counted
from graph_service.api.types.made import TYPES, listed_of
from graph_service.api.types.results import connection


def work_fields() -> dict[str, Any]:
    """Return the root fields, by their names in Python."""
    page = connection("WorkItem", "WorkItem", "A page of what waits for you", counted())
    about = "What waits for you: clues to sign for, to register, to decide, handed back, due soon or late; by their last day, then number 待办清单"
    return {
        "worklist": field(page, about, {
            "kinds": Given(listed_of(TYPES["WorkKind"]) | None, "Only what waits for one of these reasons", strawberry.UNSET),
            "since": Given(str | None, "Only what came after this day or moment, such as the newest `since` that you saw", strawberry.UNSET),
            **paged(20, MOST_ITEMS)}),
    }  # fmt: skip
