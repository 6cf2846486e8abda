"""Recusals: what officers declared, and the grounds that the graph holds; their types in the API, and how arguments become requests."""

from collections.abc import Mapping
from enum import Enum
from functools import partial
from typing import Any

import strawberry

from graph_service.api.arguments.sought import uid_of
from graph_service.api.plan.root import Request, by_id
from graph_service.api.types.made import TYPES, enum_of
from graph_service.api.types.results import typed
from graph_service.api.types.scalars import Moment
from graph_service.recusal.acts import told_grounds
from graph_service.recusal.grounds import GroundKind

_MOST_GROUNDS = 200


@strawberry.enum(description="State of a declared recusal 回避申请状态")
class RecusalState(Enum):
    """States of a declared recusal."""

    WAITING = strawberry.enum_value("WAITING", description="No leader has decided 待决定")
    ACCEPTED = strawberry.enum_value(
        "ACCEPTED", description="The officer has no hand in the matter and sees it nowhere 同意回避"
    )
    REFUSED = strawberry.enum_value("REFUSED", description="The officer goes on 不予回避")


def build() -> None:
    """Make the types of recusals; those of nodes must be there already."""
    TYPES["RecusalState"] = RecusalState
    kinds = {kind.name: strawberry.enum_value(kind.name, description=_about(kind)) for kind in GroundKind}
    TYPES["RecusalGroundKind"] = enum_of("RecusalGroundKind", kinds, "Kind of a ground of recusal 回避情形种类")
    typed("Recusal", "What an officer declared so as to have no hand in a matter, and what was decided 回避申请", {
        "id": (strawberry.ID, "Opaque id of the recusal 回避申请标识"),
        "state": (RecusalState, "How it stands 回避申请当前状态"),
        "by": (str, "Officer who withdraws 申请回避人"),
        "teams": (list[str], "Codes of the teams that the officer worked in 回避人所在部门"),
        "matter": (TYPES["Matter"] | None, "The matter, if you may read it: who is recused reads it no more 所涉事项"),
        "reason": (str, "The ground, as the officer states it 回避理由"),
        "declared_at": (Moment, "When it was declared 回避申请时间"),
        "decided_by": (str | None, "Leader who decided 决定人"),
        "decision": (str | None, "Why it was decided so 决定理由"),
        "decided_at": (Moment | None, "When it was decided 决定时间"),
    })  # fmt: skip
    typed("RecusalGround", "What ties an officer to what a matter is about 回避情形", {
        "kind": (TYPES["RecusalGroundKind"], "Kind of the ground 情形种类"),
        "is_hard": (bool, "Whether it keeps the officer from the matter; else it is told and people decide 是否应当回避"),
        "matter": (TYPES["Matter"], "The matter 涉及回避的事项"),
        "person": (TYPES["Person"] | None, "Whom the matter is about, if you may read all that the ground rests on 相关人员"),
        "sentence": (str | None, "The ground in words, if you may read all that it rests on"),
        "sentence_zh": (str | None, "The ground in Chinese words, if you may read all that it rests on 情形说明"),
    })  # fmt: skip


def _about(kind: GroundKind) -> str:
    english, chinese = (each.format(officer="the officer", person="somebody") for each in kind.sentences)
    return f"{english[0].upper()}{english[1:]} {chinese.replace('the officer', '干部').replace('somebody', '当事人')}"


def read_recusal(given: Mapping[str, Any]) -> Request:
    """Return the request for one declared recusal; refuse what is no id of one."""
    return by_id("Recusal", given)


def read_grounds(given: Mapping[str, Any]) -> Request:
    """Return the request for the grounds of an officer, in one matter or in all; refuse what is no id of a matter."""
    chosen = given.get("matter")
    matter = None if chosen is None else uid_of(chosen, "matter", "Matter").value
    return Request(first=_MOST_GROUNDS, before=partial(told_grounds, given["officer"], matter))
