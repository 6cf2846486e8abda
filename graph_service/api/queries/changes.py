"""The root field of what is new, changed or withdrawn."""

from typing import Any

import strawberry

from graph_service.api.queries.given import Given, field
from graph_service.api.types.changes import MOST_CHANGES
from graph_service.api.types.made import TYPES, listed_of


def change_fields() -> dict[str, Any]:
    """Return the root field, by its name in Python."""
    return {
        "changes": field(TYPES["Changes"], "What is new, changed or withdrawn since you last looked 变更查询", {
            "since": Given(
                str | None, "`asOf` of an earlier answer, a day (from midnight in Beijing) or a moment; without it all there is", strawberry.UNSET),
            "of": Given(strawberry.ID | None, "Only this record, by its id", strawberry.UNSET),
            "kinds": Given(listed_of(TYPES["Kind"]) | None, "Only records of these kinds", strawberry.UNSET),
            "first": Given(int | None, f"At most this many, 0 to {MOST_CHANGES}; 0 tells `asOf` alone", 100)}),
    }  # fmt: skip
