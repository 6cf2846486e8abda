"""The root fields of hits, of requests for access to what lies behind them, and of recusals."""

from typing import Any

import strawberry

from graph_service.api.queries.given import Given, field, paged
from graph_service.api.types.inputs import filter_type
from graph_service.api.types.made import TYPES, listed
from graph_service.api.types.results import connection
from graph_service.cypher.files import query


def access_fields() -> dict[str, Any]:
    """Return the root fields, by their names in Python."""
    file = query("read/access/many")
    conditions = filter_type(
        "AccessRequestFilter", file, "Conditions on requests for access; all that are given must hold"
    )
    page = connection("AccessRequest", "AccessRequest", "A page of requests for access")
    return {
        "hits": field(listed("Hit"), "That other teams hold something on a thing, or on what one of your matters names, and whom to ask 命中查询", {
            "id": Given(strawberry.ID, "Id of a thing or of a matter that you may read, or kind and number such as `phone:13800000001`")}),
        "access_request": field(TYPES["AccessRequest"] | None, "One request for access, or nothing that you may see 查阅申请详情", {
            "id": Given(strawberry.ID, "Id of the request")}),
        "access_requests": field(page, "Requests for access that you made or that your team is to answer, newest first 查阅申请列表", {
            "filter": Given(conditions | None, "Conditions on the requests", strawberry.UNSET), **paged(20, 200)}),
    }  # fmt: skip


def recusal_fields() -> dict[str, Any]:
    """Return the root fields of recusals, by their names in Python."""
    file = query("read/recusal/many")
    conditions = filter_type("RecusalFilter", file, "Conditions on declared recusals; all that are given must hold")
    page = connection("Recusal", "Recusal", "A page of declared recusals")
    return {
        "probings": field(connection("Probing", "Probing", "A page of officers who asked too often in vain"),
            "Officers who asked too often for what gave nothing, for who watches over that 试探查询名单", paged(20, 200)),
        "recusal": field(TYPES["Recusal"] | None, "One declared recusal, or nothing that you may see 回避申请详情", {
            "id": Given(strawberry.ID, "Id of the recusal")}),
        "recusals": field(page, "Recusals that you declared, or that are yours to decide on, newest first 回避申请列表", {
            "filter": Given(conditions | None, "Conditions on the recusals", strawberry.UNSET), **paged(20, 200)}),
        "recusal_grounds": field(listed("RecusalGround"),
            "What ties an officer to what matters are about: your own soft grounds in one matter; those of "
            "officers whom you lead, in every matter of which you read; the soft ones of who asks your team for access 回避情形核查", {
            "officer": Given(str, "Staff number of the officer"),
            "matter": Given(strawberry.ID | None, "Id of the matter; without it the hard grounds in all of them", None)}),
    }  # fmt: skip
