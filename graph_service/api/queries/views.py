"""The root fields of saved views of the graph."""

from typing import Any

import strawberry

from graph_service.api.queries.given import Given, field, paged
from graph_service.api.types.inputs import filter_type
from graph_service.api.types.made import TYPES
from graph_service.api.types.results import connection
from graph_service.cypher.files import query
from graph_service.cypher.project.kept.views import VIEW


def view_fields() -> dict[str, Any]:
    """Return the root fields, by their names in Python."""
    conditions = filter_type(
        "SavedViewFilter", query("read/views/many"), "Conditions on saved views; all that are given must hold"
    )
    page = connection(VIEW, VIEW, "A page of saved views")
    return {
        "saved_view": field(TYPES[VIEW] | None, "One saved view of the graph, or nothing that you may see 视图详情", {
            "id": Given(strawberry.ID, "Id of the view")}),
        "saved_views": field(page, "Views of the graph that you saved or that your teams were shown, what was changed last first 视图列表", {
            "filter": Given(conditions | None, "Conditions on the views", strawberry.UNSET), **paged(20, 100)}),
    }  # fmt: skip
