"""Types of answers that are not nodes: evidence, look-ups, loads."""

from enum import Enum
from typing import Any

import strawberry

from graph_service.api.types.made import TYPES, listed
from graph_service.api.types.scalars import Moment


@strawberry.enum(description="Code of every error that this service gives, in `extensions.code`")
class ErrorCode(Enum):
    """Codes of errors, a closed list."""

    BAD_INPUT = strawberry.enum_value(
        "BAD_INPUT", description="A value cannot be used as it is; the message says what mends it"
    )
    UNAUTHENTICATED = strawberry.enum_value("UNAUTHENTICATED", description="The token is missing, forged or expired")
    NOT_FOUND = strawberry.enum_value(
        "NOT_FOUND", description="Not there, or not visible to the viewer: the two look the same"
    )
    GRAPH_UNAVAILABLE = strawberry.enum_value("GRAPH_UNAVAILABLE", description="The graph does not answer now")
    LOG_UNAVAILABLE = strawberry.enum_value(
        "LOG_UNAVAILABLE", description="What is read cannot be written down now, so nothing is served"
    )
    CONFLICT = strawberry.enum_value("CONFLICT", description="Overtaken by another change")
    LIMIT_EXCEEDED = strawberry.enum_value("LIMIT_EXCEEDED", description="More than a stated bound allows")
    TOO_MANY_MISSES = strawberry.enum_value(
        "TOO_MANY_MISSES",
        description="Too many of your look-ups found nothing in an hour; the message says when to come back 查询未果次数超限",
    )
    OPERATION_NOT_LISTED = strawberry.enum_value(
        "OPERATION_NOT_LISTED",
        description="This installation answers only the operations of its list 不在许可操作清单内",
    )
    INVALID = strawberry.enum_value("INVALID", description="The document is not valid against the schema")
    INTERNAL = strawberry.enum_value("INTERNAL", description="A fault of the service; the message holds its log id")


@strawberry.enum(description="State of a source 来源状态")
class SourceState(Enum):
    """States of a source."""

    RUNNING = strawberry.enum_value("RUNNING", description="Being brought up to date now 正在同步")
    IDLE = strawberry.enum_value("IDLE", description="Up to date as of its last run 正常")
    DUE = strawberry.enum_value("DUE", description="Its time has come, and it waits for a worker 待运行")
    OVERDUE = strawberry.enum_value(
        "OVERDUE",
        description="It has missed a whole interval: no service runs it, or its declaration is gone 逾期未运行",
    )
    FAILED = strawberry.enum_value("FAILED", description="Its last run failed; it is tried again later 失败")
    BROKEN_OFF = strawberry.enum_value("BROKEN_OFF", description="Its last run was cut off; the next completes it 中断")
    NEVER = strawberry.enum_value("NEVER", description="It has not run yet 未运行")


@strawberry.enum(description="What came of one value of a pasted list 比对结果")
class LookupOutcome(Enum):
    """Outcomes of a look-up."""

    EXACT = strawberry.enum_value("EXACT", description="One thing has this value 唯一匹配")
    SEVERAL = strawberry.enum_value("SEVERAL", description="Several things have this value 多个匹配")
    COMPATIBLE = strawberry.enum_value(
        "COMPATIBLE", description="Nothing has it, but something whose value is partly hidden may 可能匹配"
    )
    NONE = strawberry.enum_value("NONE", description="Nothing that you may see has it 无匹配")


def _field(about: str) -> Any:
    return strawberry.field(description=about)


def typed(
    name: str,
    about: str,
    fields: dict[str, tuple[Any, str]],
    resolved: dict[str, Any] | None = None,
    bases: tuple[type, ...] = (),
) -> Any:
    """Return a type of the API with these fields, each with its type and meaning; those of the interfaces are its own too."""
    space = {key: _field(text) for key, (_, text) in fields.items()} | (resolved or {})
    annotations = {key: kind for key, (kind, _) in fields.items()}
    made = type(name, bases, {**space, "__annotations__": annotations, "__module__": __name__})
    TYPES[name] = strawberry.type(made, name=name, description=about)
    return TYPES[name]


def build() -> None:
    """Make the answer types; those of nodes and pictures must be there already."""
    TYPES["SourceState"] = SourceState
    _reasons()
    _findings()
    _loads()
    _sources()


def _reasons() -> None:
    typed("Evidence", "One reason why two matters belong together 关联依据", {
        "rule": (str, "Linkage rule that found it 关联规则"),
        "sentence": (str, "The reason in a sentence"),
        "sentence_zh": (str, "The reason in a Chinese sentence 中文说明"),
        "strength": (float, "Strength from 0 to 1: rule weight × rarity × certainty × closeness in time 强度"),
        "path": (TYPES["Path"], "The path that the reason rests on"),
    })  # fmt: skip
    typed("ConnectedMatter", "A matter that belongs with the one asked about, with the evidence 关联事项", {
        "matter": (TYPES["Matter"], "The other matter 另一事项"),
        "score": (float, "How likely the two belong together, 0 to 1: of connections scored 0.8, about eight in ten are right 关联概率"),
        "strength": (float, "Strengths of the evidence combined as 1 − ∏(1 − s), of which the score is made 综合强度"),
        "evidence": (listed("Evidence"), "Every reason found"),
    })  # fmt: skip
    typed("LeftOut", "What was not allowed to connect matters, because too many share it 未作依据的热点", {
        "entity": (TYPES["Entity"], "The shared entity 热点实体"),
        "count": (int, "Matters you may see that name it 涉及事项数"),
        "reason": (str, "Why it was left out"),
    })  # fmt: skip


def _findings() -> None:
    typed("LookupMatch", "Something that a value stands for 匹配对象", {
        "field": (str, "Field in which the value stands"),
        "node": (TYPES["Node"], "The node that has it"),
        "is_compatible": (bool, "Whether it only may be meant: part of its name or number is hidden 是否仅为可能"),
    })  # fmt: skip
    typed("LookupHit", "One value of a pasted list and what it stands for 批量查询结果", {
        "given": (str, "The value as it was pasted 原值"),
        "value": (str, "The value in normal form"),
        "outcome": (LookupOutcome, "How many things it stands for 比对结果"),
        "matches": (listed("LookupMatch"), "What it stands for, at most 50, sure ones first; nothing where nothing is known"),
    })  # fmt: skip
    typed("AuditLinkedIssue", "An audit finding with what other channels hold of the same kind 审计关联问题", {
        "finding": (TYPES["AuditFinding"], "The audit finding 审计发现问题"),
        "unit": (TYPES["Unit"], "The unit it is on 被审计对象"),
        "issues": (listed("InspectionIssue"), "Inspection issues that repeat it or are of its kind 关联巡察问题"),
        "clues": (listed("Clue"), "Clues of the same kind on the unit 关联问题线索"),
        "repeated": (bool, "Whether an inspection found it again 是否再次发现"),
        "reason": (str, "Why they belong together 关联说明"),
    })  # fmt: skip


def _loads() -> None:
    typed("LoadReject", "A row that a load rejected 被拒行", {
        "row": (int, "Row in the file, from 1 行号"),
        "column": (str | None, "Column at fault 字段"),
        "reason": (str, "Why the row was rejected"),
        "reason_zh": (str | None, "Why, in Chinese 拒绝原因"),
    })  # fmt: skip
    typed("Load", "One load of one file of a source 加载记录", {
        "source": (str, "Source that was loaded 来源"),
        "file": (str | None, "File or query 文件"),
        "state": (str, "RUNNING, DONE, FAILED, REFUSED or WITHDRAWN 状态"),
        "started_at": (Moment | None, "When the load began 开始时间"),
        "finished_at": (Moment | None, "When the load ended 结束时间"),
        "read": (int | None, "Rows read 读取行数"),
        "merged": (int | None, "Rows of which something was written 写入行数"),
        "unchanged": (int | None, "Rows that the graph already held 未变行数"),
        "rejected": (int | None, "Rows rejected 拒绝行数"),
        "removed": (int | None, "Rows taken back because their source no longer holds them 撤回行数"),
        "watermark": (str | None, "How far a table was read, by its watermark column 水位"),
        "rejects": (listed("LoadReject"), "The first 100 rejected rows with reasons 拒绝明细"),
    }, bases=(TYPES["Node"],))  # fmt: skip


def _sources() -> None:
    load: Any = TYPES["Load"]
    typed("Source", "A source system, how it stands and when it runs again 数据来源", {
        "name": (str, "Name of the source, as provenance gives it 来源名"),
        "title": (str, "What people call the source 来源名称"),
        "holder": (str, "Team that owns what the source brings 归口部门"),
        "state": (SourceState, "How the source stands 当前状态"),
        "every_seconds": (int | None, "How often the service runs it; nothing if only by hand 运行间隔（秒）"),
        "started_at": (Moment | None, "When its last run began 上次开始"),
        "finished_at": (Moment | None, "When its last run ended 上次结束"),
        "succeeded_at": (Moment | None, "When a run last went well 上次成功"),
        "next_run_at": (Moment | None, "When it runs again 下次运行"),
        "lag_seconds": (int | None, "Seconds since what the graph holds of it was up to date 滞后（秒）"),
        "failures": (int, "Runs in a row that failed 连续失败次数"),
        "last_error": (str | None, "Why the last run failed 最近错误"),
        "swept_at": (Moment | None, "When all its keys were last compared 上次全量比对"),
        "last_load": (load | None, "Its newest load 最近加载"),
    })  # fmt: skip


def connection(
    name: str, row: str, about: str, extras: dict[str, tuple[Any, str]] | None = None, **resolved: Any
) -> Any:
    """Return the connection type of a list and its edge type; resolved are fields with arguments of their own."""
    if f"{name}Connection" in TYPES:
        return TYPES[f"{name}Connection"]
    row_type: Any = TYPES[row]
    typed(f"{name}Edge", f"A row of {name}Connection with its cursor", {
        "cursor": (str, f"Where the row stands in {name}Connection"),
        "node": (row_type, f"The row of {name}Connection"),
    })  # fmt: skip
    return typed(f"{name}Connection", about, {
        "edges": (listed(f"{name}Edge"), f"Rows of {name}Connection with cursors"),
        "nodes": (listed(row), f"Rows of {name}Connection alone"),
        "page_info": (TYPES["PageInfo"], f"Where the page stands in {name}Connection"),
        "total_count": (int, f"Rows in all of {name}Connection; counted only when asked for"),
        **(extras or {}),
    }, resolved)  # fmt: skip
