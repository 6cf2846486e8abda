"""The life of a clue in the API: its stages and actions as enums, its steps, time limits and what may be done next."""

from enum import Enum
from typing import Any

import strawberry

from graph_service.api.types.made import TYPES, declare, empty, listed, nested, term_type
from graph_service.api.types.scalars import Day, Moment
from graph_service.cypher.project.kept.clue_life import (
    ACTION,
    ACTIONS,
    CLUE,
    CUSTODY,
    DEADLINE,
    DEADLINES,
    ESCALATION,
    HELD_BY,
    KEEPING,
    ROUTE,
    ROUTES,
    STAGE,
    STEP,
    STEPS,
    TAKEN_IN,
    TOOK_IN,
)
from graph_service.model import snake
from graph_service.work.acting import DeadlineState
from graph_service.work.deadlines import SetBy
from graph_service.work.life import read_life
from schema.vocabulary import Disposal

_STATES = {
    DeadlineState.RUNNING: "It runs 办理中", DeadlineState.WARNING: "It ends within a few working days 临期",
    DeadlineState.OVERDUE: "Its last day is over 逾期", DeadlineState.PAUSED: "The clock stands 中止计时",
    DeadlineState.MET: "Met in time 按期", DeadlineState.MET_LATE: "Met after its last day 逾期完成",
}  # fmt: skip
_GROUNDS = {
    "OVERSEES_UNIT": "The team watches over the unit 对口监督该单位", "OVERSEES_SUPERIOR": "It watches over a unit above it 对口监督其上级单位",
    "OVERSEES_AREA": "It watches over units of its area 对口监督该区域",
}  # fmt: skip
_SET_BY = {
    SetBy.STATUTORY: "By the law or a rule 法定", SetBy.LOCAL: "By the city's own, stricter rule 本地规定", SetBy.LEADER: "By a leader 领导限期",
}  # fmt: skip


def described_enum(name: str, about: str, values: dict[str, str]) -> Any:
    """Return an enum of the API whose values are named with what each means."""
    made = Enum(name, {each: strawberry.enum_value(each, description=told) for each, told in values.items()})  # type: ignore[misc]
    return strawberry.enum(made, description=about)


def begin() -> None:
    """Make the enums, and the types that clues are declared with before they are filled."""
    life = read_life()
    TYPES["ClueStage"] = described_enum("ClueStage", "Stage of a clue in its life here 线索办理阶段", {
        name: f"{stage.en} {stage.zh}" for name, stage in life.stages.items()})  # fmt: skip
    TYPES["ClueAction"] = described_enum("ClueAction", "What is done with a clue 线索办理动作", {
        name: f"{act.en} {act.zh}" for name, act in life.acts.items()})  # fmt: skip
    TYPES["DeadlineState"] = described_enum(
        "DeadlineState", "How a time limit stands 时限状态", {str(k): v for k, v in _STATES.items()}
    )
    TYPES["DeadlineSetBy"] = described_enum("DeadlineSetBy", "Who set the day that counts: the earliest does 时限来源", {
        str(k): v for k, v in _SET_BY.items()})  # fmt: skip
    TYPES.update({name: empty(name) for name in (STEP, DEADLINE, ESCALATION, ACTION, KEEPING, ROUTE, TAKEN_IN)})


def declare_life(cls: type, label: str) -> None:
    """Declare the fields of a clue's life on its type; of other kinds nothing."""
    if label != CLUE:
        return
    declare(
        cls,
        STAGE,
        TYPES["ClueStage"],
        "Stage that the clue has reached here; its source's own word is `status` 办理阶段",
    )
    declare(cls, HELD_BY, str | None, "Code of the team that holds the clue now 当前承办部门代码")
    about = "What was done with the clue here, in order: the whole chain of custody 办理流转记录"
    setattr(cls, STEPS, strawberry.field(resolver=nested(listed(STEP)), description=about))
    about = "Whom the clue may be given to, by the units that it is about and the posts of its subjects, nearest oversight first 分办建议"
    setattr(cls, ROUTES, strawberry.field(resolver=nested(listed(ROUTE)), description=about))
    about = "Clues that were merged into this one or kept on file as its repeats, both numbers kept 并入及存档的线索"
    setattr(cls, snake(TOOK_IN), strawberry.field(resolver=nested(listed(TAKEN_IN)), description=about))
    for name, row, about in (
        (DEADLINES, DEADLINE, "Time limits of the clue as they stand today, in the order of their days 办理时限"),
        (CUSTODY, KEEPING, "Whose hands the clue was in, from its receipt on without a gap 线索经手链条"),
        (
            ACTIONS,
            ACTION,
            "What you have to do with clues at all: what is allowed now first, with the reason where not 可办理动作",
        ),
    ):
        declare(cls, snake(name), listed(row), about)


def build() -> None:
    """Fill the types; those of nodes must be there already."""
    clue: Any = TYPES[CLUE]
    _fill(STEP, "One act with a clue, kept for ever 线索办理步骤", {
        "id": (strawberry.ID, "Opaque id of the step 步骤标识"),
        "action": (TYPES["ClueAction"], "What was done 办理动作"),
        "before": (TYPES["ClueStage"], "Stage in which the clue stood 办理前阶段"),
        "stage": (TYPES["ClueStage"], "Stage to which it led 办理后阶段"),
        "by": (str, "Officer who did it 办理人"),
        "teams": (list[str], "Codes of the teams in which the officer worked 办理人所在部门"),
        "at": (Moment, "When it was done 办理时间"),
        "reason": (str | None, "Why, for who sees data of its class 办理理由"),
        "paper": (str | None, "The paper that it rests on, for who sees data of its class 依据文书"),
        "disposal": (term_type(Disposal) | None, "Way of disposal as proposed or approved by then 处置方式"),
        "held_by": (str | None, "Code of the team that held the clue after it 办理后承办部门"),
        "to_team": (str | None, "Code of the team that was proposed or took the clue 拟分办或接收部门代码"),
        "limit": (str | None, "The time limit that it speaks of 所涉时限"),
        "officers": (list[str], "Staff numbers of who was to do it 承办人员"),
        "body": (str | None, "The body outside that it was handed to 接收机关"),
        "look_again_on": (Day | None, "Day on which a shelved clue is looked at again 再查日期"),
        "due_on": (Day | None, "Day that a leader set 领导限期日期"),
        "rule": (str | None, "The rule that the act stands in 依据条款"),
        "version": (str, "Edition of the rules of clues' life 规则版本"),
        "other": (clue | None, "The other clue that it names, where you may read it 关联线索"),
    })  # fmt: skip
    _build_next()


def _build_next() -> None:
    _fill(DEADLINE, "A time limit of a clue 线索办理时限", {
        "limit": (str, "Which limit: a name of graph_service/work/deadlines.yaml 时限代码"),
        "title": (str, "What is due, in Chinese 时限名称"),
        "title_en": (str, "What is due, in English 时限名称(英文)"),
        "state": (TYPES["DeadlineState"], "How the limit stands today 时限状态说明"),
        "started_on": (Day, "Day from which it runs, itself not counted 起算日"),
        "due_on": (Day, "Last day: the earliest of statutory, local and set by a leader 到期日"),
        "set_by": (TYPES["DeadlineSetBy"], "Who set the last day 到期日来源"),
        "rule": (str, "The rule, with its version and article 依据条款及版本"),
        "version": (str, "Edition of the table of limits 时限表版本"),
        "met_on": (Day | None, "Day on which it was met 办结日"),
        "is_foreseen": (bool, "Whether it reaches into a year whose holidays are not announced yet 是否预估"),
        "working_days_left": (int | None, "Working days up to the last day; of one that is over those since, as a negative number 剩余工作日"),
        "escalation": (listed(ESCALATION), "What follows where it is not met, in order; nothing once met 预警与升级"),
    })  # fmt: skip
    _build_hands()
    _fill(ESCALATION, "Who is told of a time limit that is not met, and when 预警升级步骤", {
        "step": (str, "Which step: a name of graph_service/work/deadlines.yaml 升级步骤代码"),
        "title": (str, "What the step is called, in Chinese 升级步骤名称"),
        "title_en": (str, "What the step is called, in English 升级步骤名称(英文)"),
        "on": (Day, "Day on which it is reached 升级日期"),
        "tells": (list[str], "Who is told: OWED_BY who owes the limit, else officers of these duties 告知对象"),
        "is_reached": (bool, "Whether it is reached today, the clock not standing 是否已到"),
    })  # fmt: skip
    _fill(ACTION, "Something that may be done with what it stands on, or why not now 可办理动作说明", {
        "action": (str, "Name of the action, as its mutation takes it 动作名称"),
        "allowed": (bool, "Whether you may do it now 当前是否可办"),
        "reason": (str | None, "What stands in the way, in English and then in Chinese 不可办原因"),
        "needs": (list[str], "Arguments of the mutation that have to come with it, beside the reason 须一并提供的参数"),
    })  # fmt: skip


def _build_hands() -> None:
    unit, person = TYPES["Unit"], TYPES["Person"]
    _fill(KEEPING, "One keeper of a clue 线索经手人", {
        "team": (str | None, "Code of the team that held it 经手部门代码"),
        "duty": (str | None, "Duty of who had it where no team held it; OUTSIDE where another body did 经手职责"),
        "since": (Day | None, "Day on which it came there 经手起始日"),
        "until": (Day | None, "Day on which it left, or on which its life ended; nothing as long as it is there 经手截止日"),
        "action": (str, "The act by which it came there; SOURCE where its source had it there 转入动作"),
        "by": (str | None, "Officer who did that act 转入经办人"),
        "signed_for_by": (str | None, "Officer who signed for it 经手签收人"),
        "signed_for_on": (Day | None, "Day on which it was signed for 经手签收日"),
    })  # fmt: skip
    _fill(TAKEN_IN, "A clue that became part of another 并入的线索", {
        "clue": (TYPES[CLUE], "The clue that was merged or kept on file 被并入的线索"),
        "action": (TYPES["ClueAction"], "How it became part of this one 并入方式"),
        "by": (str, "Officer who merged or filed it 并案经办人"),
        "at": (Moment, "When it was merged or filed 并案时间"),
    })  # fmt: skip
    _fill(ROUTE, "A team that a clue may be given to, and why 分办去向建议", {
        "team": (str, "Code of the team, as an act takes it 建议承办部门代码"),
        "team_name": (str | None, "Name of the team that is proposed 建议承办部门名称"),
        "ground": (described_enum("RouteGround", "Why a team is proposed 分办建议依据", _GROUNDS), "Why this team is proposed 分办建议理由"),
        "unit": (unit, "The unit that decides it 依据单位"),
        "above": (unit | None, "The unit above it that the team watches over 上级依据单位"),
        "person": (person | None, "The subject who holds a post in the unit 任职的被反映人"),
        "is_stationed": (bool, "Whether it is a stationed team 是否派驻机构"),
    })  # fmt: skip


def _fill(name: str, about: str, told: dict[str, tuple[Any, str]]) -> None:
    cls = TYPES[name]
    for field, (kind, text) in told.items():
        declare(cls, field, kind, text)
    strawberry.type(cls, name=name, description=about)
