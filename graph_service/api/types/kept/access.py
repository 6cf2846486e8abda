"""Hits, requests for access, recusals and probing: their types in the API, and how arguments become requests."""

from collections.abc import Mapping
from enum import Enum
from functools import partial
from typing import Any

import strawberry

from graph_service.api.arguments.sought import sought, uid_if
from graph_service.api.plan.root import Request, by_id
from graph_service.api.types.made import TYPES, enum_of, listed, term_type
from graph_service.api.types.results import typed
from graph_service.api.types.scalars import Moment
from graph_service.cypher.score import HUB_CAP
from graph_service.recusal.acts import told_grounds
from graph_service.recusal.grounds import GroundKind
from schema.vocabulary import Channel

MOST_HITS = 200
_MOST_GROUNDS = 200


@strawberry.enum(description="State of a request for access 查阅申请状态")
class AccessState(Enum):
    """States of a request."""

    WAITING = strawberry.enum_value("WAITING", description="The team that was asked has not answered 待答复")
    APPROVED = strawberry.enum_value("APPROVED", description="Access is given until its end 已同意")
    REFUSED = strawberry.enum_value("REFUSED", description="The team that was asked said no 未同意")
    REVOKED = strawberry.enum_value("REVOKED", description="One of the two sides took it back 已撤销")
    EXPIRED = strawberry.enum_value("EXPIRED", description="Its time is over 已到期")


@strawberry.enum(description="State of a declared recusal 回避申请状态")
class RecusalState(Enum):
    """States of a declared recusal."""

    WAITING = strawberry.enum_value("WAITING", description="No leader has decided 待决定")
    ACCEPTED = strawberry.enum_value(
        "ACCEPTED", description="The officer has no hand in the matter and sees it nowhere 同意回避"
    )
    REFUSED = strawberry.enum_value("REFUSED", description="The officer goes on 不予回避")


def build() -> None:
    """Make the types of hits, of requests for access and of recusals; those of nodes must be there already."""
    _build_hit()
    _build_recusal()
    typed("Probing", "An officer of whose look-ups too many found nothing within an hour 试探查询", {
        "id": (strawberry.ID, "Opaque id of what was noticed 试探查询标识"),
        "by": (str, "Officer who asked 查询人工号"),
        "misses": (int, "Look-ups that had found nothing when it was noticed, each once 未果查询次数"),
        "since": (Moment, "When the first of them was asked 首次未果时间"),
        "at": (Moment, "When it was noticed 发现时间"),
        "until": (Moment, "Until when further look-ups are refused 限制截止时间"),
    })  # fmt: skip
    TYPES["AccessState"] = AccessState
    matters: Any = listed("Matter")
    typed("AccessRequest", "A request to read what lies behind a hit; both sides see every step of it 查阅申请", {
        "id": (strawberry.ID, "Opaque id of the request 申请标识"),
        "state": (AccessState, "How the request stands 申请当前状态"),
        "channel": (term_type(Channel), "Channel of the hit 申请查阅的渠道"),
        "team": (str, "Code of the team that is asked and answers 被申请部门代码"),
        "about": (TYPES["Node"] | None, "What the hit was found on, if you may read it 命中所涉对象"),
        "by": (str, "Officer who asks 申请人"),
        "teams": (list[str], "Codes of the teams that the officer worked in 申请人所在部门"),
        "for_team": (bool, "Whether it is for everybody in these teams 是否供本部门查阅"),
        "reason": (str, "What it is needed for 申请理由"),
        "asked_at": (Moment, "When it was asked for 申请时间"),
        "asked_until": (Moment, "Until when it is asked for 申请期限"),
        "matters": (matters, "What lies behind the hit, as far as you may read it: before access is given the team asked alone may 所涉事项明细"),
        "given": (matters, "To what access was given, as far as you may read it now 同意查阅的事项"),
        "answered_by": (str | None, "Officer who answered 答复人"),
        "answered_at": (Moment | None, "When it was answered 答复时间"),
        "answer": (str | None, "Why the answer is as it is 答复理由"),
        "until": (Moment | None, "Until when access is given 查阅期限"),
        "revoked_by": (str | None, "Officer who took it back 撤销人"),
        "revoked_at": (Moment | None, "When it was taken back 撤销时间"),
        "revoke_reason": (str | None, "Why it was taken back 撤销理由"),
    })  # fmt: skip


def _build_recusal() -> None:
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


def _build_hit() -> None:
    about = (
        "That a team has something which you may not read on what you asked about 命中提示: one or many matters of this channel are the "
        "same hit, in whatever state they are"
    )
    typed("Hit", about, {
        "id": (strawberry.ID, "Opaque id, yours alone, by which access is requested; it is made of no matter 命中标识"),
        "channel": (term_type(Channel), "Channel of supervision of what there is 命中渠道"),
        "team": (str, "Code of the team to ask 联系部门代码"),
        "team_name": (str | None, "Name of the team to ask 联系部门名称"),
    })  # fmt: skip


def read_hits(given: Mapping[str, Any]) -> Request:
    """Return the request for what others hold on one thing or around one matter; refuse a wrong id."""
    target = sought(given["id"], "id", "Entity", "Matter")
    return Request(params={"id": target.value, "hub_cap": HUB_CAP}, first=MOST_HITS, words=target.words())


def read_access_request(given: Mapping[str, Any]) -> Request:
    """Return the request for one request for access; refuse what is no id of one."""
    return by_id("AccessRequest", given)


def _about(kind: GroundKind) -> str:
    english, chinese = (each.format(officer="the officer", person="somebody") for each in kind.sentences)
    return f"{english[0].upper()}{english[1:]} {chinese.replace('the officer', '干部').replace('somebody', '当事人')}"


def read_recusal(given: Mapping[str, Any]) -> Request:
    """Return the request for one declared recusal; refuse what is no id of one."""
    return by_id("Recusal", given)


def read_grounds(given: Mapping[str, Any]) -> Request:
    """Return the request for the grounds of an officer, in one matter or in all; refuse what is no id of a matter."""
    chosen = given.get("matter")
    matter = uid_if(chosen, "matter", "Matter")
    return Request(first=_MOST_GROUNDS, before=partial(told_grounds, given["officer"], matter))
