"""The queue of records that may be one: its types, and how its arguments become a request."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

import strawberry

from graph_service.api.plan.root import Request, by_id
from graph_service.api.types.made import TYPES, enum_of, listed
from graph_service.api.types.results import typed
from graph_service.api.types.scalars import Moment
from graph_service.identity.judging import Verdict


@strawberry.enum(description="State of a pair of records that may be one 同一性研判状态")
class IdentityState(Enum):
    """States of a pair."""

    PROPOSED = strawberry.enum_value("PROPOSED", description="Waits for a person 待研判的记录对")
    SAME = strawberry.enum_value("SAME", description="Taken for one, by the machine or a person 同一主体")
    DIFFERENT = strawberry.enum_value("DIFFERENT", description="A person said that they are two 不同主体")
    UNSURE = strawberry.enum_value("UNSURE", description="A person looked and could not tell 暂不能确定")


@strawberry.enum(description="Kind of the records of a pair 记录对类别")
class IdentityKind(Enum):
    """Kinds of records that are compared."""

    PERSON = strawberry.enum_value("PERSON", description="Two records of people 人员记录")
    UNIT = strawberry.enum_value("UNIT", description="Two records of units 单位记录")


IdentityVerdict = enum_of(
    "IdentityVerdict",
    {
        Verdict.SAME.name: strawberry.enum_value("SAME", description="They are one 认定同一"),
        Verdict.DIFFERENT.name: strawberry.enum_value("DIFFERENT", description="They are two 认定不同"),
        Verdict.UNSURE.name: strawberry.enum_value("UNSURE", description="It cannot be told now 无法判断"),
    },
    "What a person says of two records 同一性研判结论",
)


def build() -> None:
    """Make the types of the queue; those of nodes must be there already."""
    entity: Any = TYPES["Entity"]
    TYPES["IdentityState"], TYPES["IdentityKind"] = IdentityState, IdentityKind
    typed("IdentityField", "One field of two records, compared 字段比对", {
        "field": (str, "What was compared, such as name, post, born 比对字段"),
        "found": (str, "What was found 比对结果"),
        "found_zh": (str, "What was found, in Chinese 比对结果(中文)"),
        "bits": (float, "How much it says: each bit doubles the odds; below 0 it speaks against 证据权重(比特)"),
        "agrees": (bool, "Whether it speaks for one person or unit 是否支持同一"),
    })  # fmt: skip
    typed("IdentityJudgement", "What a person said of two records, kept for ever 同一性研判记录", {
        "verdict": (IdentityState, "What was said 研判结论"),
        "by": (str, "Officer who said it 研判人"),
        "why": (str, "Reason that was given 研判理由"),
        "at": (Moment, "When it was said 研判时间"),
        "retired_at": (Moment | None, "When a later judgement took its place 失效时间"),
    })  # fmt: skip
    typed("IdentityCandidate", "Two records that may be one person or unit, with what speaks for and against 疑似同一主体", {
        "id": (strawberry.ID, "Opaque id of the pair, the same after every load and match"),
        "kind": (IdentityKind, "What the two records are of 记录对的类别"),
        "one": (entity, "The record without a strong identifier, as it stands 待认定记录"),
        "other": (entity, "The record that it may be 候选主体"),
        "score": (float, "How sure the machine is that they are one, 0 to 1 匹配分值"),
        "state": (IdentityState, "Whether they are taken for one 记录对当前状态"),
        "by_machine": (bool | None, "Whether the machine decided; nothing where nobody has 是否机器认定"),
        "merged": (bool, "Whether they answer as one now 是否已归并"),
        "fields": (listed("IdentityField"), "What was compared, field by field 逐字段说明"),
        "namesakes": (int, "People or units of that name with an identifier, as far as you may see 同名者数量"),
        "guard": (str | None, "Why no machine may merge them 不得自动归并的原因"),
        "guard_zh": (str | None, "The same in Chinese 不得自动归并的原因(中文)"),
        "proposed_at": (Moment | None, "When the pair came up first 首次提出时间"),
        "judgements": (listed("IdentityJudgement"), "What people said of it, latest first 历次研判"),
    })  # fmt: skip


def read_candidate(given: Mapping[str, Any]) -> Request:
    """Return the request for one pair; refuse what is no id of a pair."""
    return by_id("IdentityCandidate", given)
