"""Series of connected matters: their types in the API, and how the argument of one becomes a request."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

import strawberry

from graph_service.api.plan.root import Request, by_id
from graph_service.api.types.graph_types import Provenance
from graph_service.api.types.made import TYPES, listed, nested
from graph_service.api.types.results import typed
from graph_service.api.types.scalars import Moment
from graph_service.cypher.project.kept.series import SERIES


@strawberry.enum(description="State of a series 串案状态")
class SeriesState(Enum):
    """States of a series."""

    OPEN = strawberry.enum_value("OPEN", description="Being worked on 办理中")
    CLOSED = strawberry.enum_value("CLOSED", description="Its lead team is done with it 已结束")


@strawberry.enum(description="What happened in a series or in one of its members 串案时间线事件")
class SeriesEventKind(Enum):
    """Kinds of events."""

    CAME_IN = strawberry.enum_value("CAME_IN", description="The matter was received, found, asked or raised 事项发生")
    OPENED = strawberry.enum_value("OPENED", description="The series was opened 串案建立")
    ADDED = strawberry.enum_value("ADDED", description="The matter became a member 事项并入")
    REMOVED = strawberry.enum_value("REMOVED", description="The matter left the series 事项移出")
    LINK_JUDGED = strawberry.enum_value("LINK_JUDGED", description="A link between two members was judged 成员关联研判")
    LED = strawberry.enum_value("LED", description="Another team took the lead 牵头部门变更")
    JOINED = strawberry.enum_value("JOINED", description="Another series was joined to this one 并案")
    SPLIT = strawberry.enum_value("SPLIT", description="Members became a series of their own 分案")
    CLOSED = strawberry.enum_value("CLOSED", description="The series was closed 串案结束")


def build() -> None:
    """Make the types of series; those of nodes and links must be there already."""
    TYPES["SeriesState"] = SeriesState
    _build_members()
    _build_events()
    _fill(TYPES[SERIES])


def _build_members() -> None:
    matter: Any = TYPES["Matter"]
    typed("SeriesMember", "A matter that is or was in a series 串案成员", {
        "matter": (matter, "The matter in the series 成员事项"),
        "added_by": (str, "Officer who put the matter in 并入人"),
        "added_at": (Moment, "When it was put in 并入时间"),
        "why": (str | None, "Why it was put in; for who may read all that this was said of 并入理由"),
        "is_joined": (bool, "Whether a confirmed link that you may read joins it to another present member; no longer so "
            "where the link was judged anew or its ground is gone 是否仍有已确认关联"),
        "left_by": (str | None, "Officer who took the matter out; nothing while it is in 移出人"),
        "left_at": (Moment | None, "When it was taken out 移出时间"),
        "left_why": (str | None, "Why it was taken out; for who may read all that this was said of 移出理由"),
    })  # fmt: skip
    typed("SeriesSuggestion", "A matter that a link joins to a member of a series, and that is not in it 建议并入事项", {
        "matter": (matter, "The matter that may belong to the series 建议事项"),
        "joined_to": (matter, "The member that the best link joins it to 关联成员"),
        "link": (strawberry.ID, "Id of the best link: a confirmed one before proposals, those of demoted rules last 最佳关联"),
        "rule": (str, "Rule that proposed the best link 最佳关联规则"),
        "state": (TYPES["LinkState"], "State of the best link; only a confirmed one lets the matter in 最佳关联状态"),
        "sentence": (str, "Why the best link was proposed"),
        "sentence_zh": (str, "Why the best link was proposed, in a Chinese sentence 最佳关联理由"),
        "score": (float | None, "How likely the link was right as it was proposed, 0 to 1; nothing for links of earlier versions 关联概率"),
        "is_demoted": (bool, "Whether people mostly reject what the rule proposes 规则是否已降级"),
    })  # fmt: skip


def _build_events() -> None:
    matter: Any = TYPES["Matter"]
    typed("SeriesNote", "A note on the board of a series 串案研判板记录", {
        "id": (strawberry.ID, "Opaque id of the note"),
        "text": (str, "What the note says 记录内容"),
        "by": (str, "Officer who wrote the note 记录人"),
        "at": (Moment, "When the note was written 记录时间"),
    })  # fmt: skip
    typed("SeriesEvent", "Something dated in a series or in one of its members 串案时间线", {
        "at": (str, "Day or time of the event 事件时间"),
        "kind": (SeriesEventKind, "What happened 事件类型"),
        "matter": (matter | None, "The matter that it happened to, one of two where a link was judged 所涉事项"),
        "other": (matter | None, "The other matter of a judged link 所涉另一事项"),
        "by": (str | None, "Officer who did it 经办人"),
        "text": (str | None, "Why, as that officer put it 事由"),
        "verdict": (TYPES["LinkState"] | None, "What was said of a judged link 所作研判"),
    })  # fmt: skip


def _fill(cls: Any) -> None:
    plain: dict[str, tuple[Any, str]] = {
        "id": (strawberry.ID, "Opaque id of the series; that of a series joined to another leads to the other 串案标识"),
        "caption": (str, "Title of the series, 串案 for who may not read it 串案名称"),
        "provenance": (Provenance, "Where a series comes from: people made it here 串案来源"),
        "state": (SeriesState, "Whether the series is being worked on 串案当前状态"),
        "title": (str | None, "What the series is about; for who may read every matter that it was opened with 串案标题"),
        "reason": (str | None, "Why it was opened; for who may read every matter that it was opened with 建立理由"),
        "lead_team": (str, "Code of the team that leads 牵头部门"),
        "opened_by": (str, "Officer who opened the series 建立人"),
        "opened_at": (Moment, "When the series was opened 建立时间"),
        "closed_at": (Moment | None, "When the series was closed 结束时间"),
    }  # fmt: skip
    lists = {
        "members": ("SeriesMember", "Matters that you may read and that are or were in the series, those that left last 串案成员"),
        "notes": ("SeriesNote", "The board, newest note first; a note is for who may read every member that its writer could read 串案研判板"),
        "timeline": ("SeriesEvent", "What happened in the series and its members, in order 串案时间线"),
        "suggestions": ("SeriesSuggestion", "Matters that links join to a present member and that are not in the series, likeliest first 建议并入"),
    }  # fmt: skip
    for name, (kind, about) in plain.items():
        cls.__annotations__[name] = kind
        setattr(cls, name, strawberry.field(description=about))
    for name, (row, about) in lists.items():
        setattr(cls, name, strawberry.field(resolver=nested(listed(row)), description=about))
    about = "A series of connected matters 串并案: matters of any channel that judged links make one story, worked on together"
    strawberry.type(cls, name=SERIES, description=about)


def read_series(given: Mapping[str, Any]) -> Request:
    """Return the request for one series; refuse what is no id of a series."""
    return by_id(SERIES, given)
