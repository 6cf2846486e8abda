"""The register of interventions in the API."""

from collections.abc import Mapping
from typing import Any

import strawberry

from graph_service.api.plan.root import Request, by_id
from graph_service.api.types.kept.clue_life import described_enum
from graph_service.api.types.made import TYPES
from graph_service.api.types.results import typed
from graph_service.api.types.scalars import Day, Moment

_KIND = "Intervention"
_WAYS = {
    "IN_PERSON": "Face to face 当面", "PHONE": "By phone 电话", "MESSAGE": "By message or letter 信息或书信",
    "THROUGH_OTHERS": "Through somebody else 托人转达",    "MEETING": "In a meeting 会议场合", "OTHER": "In another way 其他方式",
}  # fmt: skip


def build() -> None:
    """Make the types of the register; those of nodes must be there already."""
    TYPES["InterventionWay"] = described_enum(
        "InterventionWay", "How somebody asked about a matter 过问方式种类", _WAYS
    )
    typed(_KIND, "That somebody asked an officer about a matter, or for something in it 过问登记", {
        "id": (strawberry.ID, "Opaque id of the record 过问登记标识"),
        "by": (str, "Officer who was asked and registered it 登记人"),
        "teams": (list[str], "Codes of the teams that the officer worked in 登记人所在部门"),
        "at": (Moment, "When it was registered 登记时间"),
        "asked_by": (str, "Who asked 过问人"),
        "asked_by_post": (str | None, "Unit and post of who asked 过问人单位职务"),
        "person": (TYPES["Person"] | None, "The person who asked, where the graph has that and you may read it 过问人人员"),
        "matter": (TYPES["Matter"] | None, "The matter that was asked about, where you may read it 过问事项"),
        "way": (TYPES["InterventionWay"], "How was asked 过问途径"),
        "asked_on": (Day, "Day on which was asked 过问日期"),
        "asked": (str, "What was asked, or asked for 过问内容"),
        "answered": (str | None, "What the officer answered 答复情况"),
        "seal": (str, "Seal over all that it says and the seal before: `leadlink work interventions` checks the chain 登记校验值"),
    })  # fmt: skip


def read_intervention(given: Mapping[str, Any]) -> Request:
    """Return the request for one record of the register; refuse what is no id of one."""
    return by_id(_KIND, given)
