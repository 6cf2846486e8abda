"""Recommendations and sweeps in the API: their stages and actions as enums, their items, steps and time limits."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import strawberry

from graph_service.api.plan.root import Request, by_id
from graph_service.api.types.inputs import input_type
from graph_service.api.types.kept import consultations, tickets
from graph_service.api.types.kept.clue_life import described_enum
from graph_service.api.types.kept.task_parts import build_shared, told
from graph_service.api.types.made import TYPES, listed_of, term_type
from graph_service.api.types.results import typed
from graph_service.api.types.scalars import Day, Moment
from graph_service.tasks.rules import (
    CONSULTATION,
    CONSULTATION_TASK,
    LIST,
    MAKE,
    RECOMMENDATION,
    SWEEP,
    TASKS,
    TICKET,
    read_task_rules,
)
from schema.vocabulary import PlaceKind, Problem, UnitKind

_FORMS = {
    "DISCIPLINARY": "To a Party organisation 纪律检查建议书", "SUPERVISORY": "To the unit of the supervised person 监察建议书",
}  # fmt: skip
_ITEM_TYPES = {
    "EDUCATE": "Educate 开展教育", "MANAGE": "Manage better 加强管理", "CLOSE_LOOPHOLE": "Close a loophole 堵塞漏洞",
    "MAKE_RULE": "Make a rule 建章立制", "PUNISH": "Call to account 追责问责", "SWEEP": "Look for the same elsewhere 举一反三排查",
}  # fmt: skip
_ADOPTED = {"FULL": "Adopted 采纳", "PART": "Adopted in part 部分采纳", "REFUSED": "Refused, with its reason 不采纳"}
_WAYS = {"PAPER": "By its papers 书面核查", "ON_SITE": "On site 实地核查", "LOOK_BACK": "By a look-back 回头看"}
_KINDS = {
    RECOMMENDATION: "A recommendation 建议书",
    SWEEP: "A sweep 举一反三排查",
    LIST: "A supervision list 监督清单",
    TICKET: "A ticket of the platform 投诉件",
    CONSULTATION: "A consultation 会商",
    CONSULTATION_TASK: "A task that a consultation decided on 会商议定事项",
}
_ENUMS = {
    "RecommendationForm": ("Form of a recommendation 建议书种类", _FORMS),
    "RecommendationItemType": ("What an item of a recommendation asks for 建议事项类型", _ITEM_TYPES),
    "Adoption": ("How far a unit adopts a recommendation 采纳情况", _ADOPTED),
    "CheckWay": ("How it was checked that something is put right 核查方式", _WAYS),
}


def begin() -> None:
    """Make the enums, and the type that tickets are declared with before it is filled."""
    tickets.begin()
    consultations.begin()
    for name, (about, values) in _ENUMS.items():
        TYPES[name] = described_enum(name, about, values)
    TYPES["TaskKind"] = described_enum("TaskKind", "Kind of a task 任务种类", _KINDS)
    for kind in (*TASKS, TICKET):
        life = read_task_rules(kind).life
        stages = {name: f"{each.en} {each.zh}" for name, each in life.stages.items()}
        TYPES[f"{kind}Stage"] = described_enum(f"{kind}Stage", f"Stage of a {life.noun} in its life 办理阶段", stages)
        actions = {name: f"{each.en} {each.zh}" for name, each in life.acts.items() if name != MAKE}
        TYPES[f"{kind}Action"] = described_enum(f"{kind}Action", f"What is done with a {life.noun} 办理动作", actions)
        if states := {name: f"{each.en} {each.zh}" for name, each in life.items.items()}:
            about = f"State of an item of a {life.noun} 事项状态"
            TYPES[f"{kind}ItemState"] = described_enum(f"{kind}ItemState", about, states)


def build() -> None:
    """Make the types of tasks; those of nodes and of clues' lives must be there already."""
    build_shared()
    tickets.build()
    _build_items()
    _build_inputs()
    _build_list()
    consultations.build()
    typed(RECOMMENDATION, "A recommendation 纪律检查建议、监察建议: what a unit is to put right, followed up to its last item", {
        **told(RECOMMENDATION),
        "form": (TYPES["RecommendationForm"], "Which of the two papers it is 文书种类"),
        "unit": (TYPES["Unit"] | None, "The unit that it is addressed to, where you may read it 被建议单位"),
        "findings": (str, "What was found 发现的问题"),
        "causes": (str | None, "Why it came to that 问题成因"),
        "basis": (str | None, "The rule that it rests on 制发依据"),
        "copy_to": (list[str], "Bodies that get a copy 抄送单位"),
        "number": (str | None, "Number or title under which it was issued 文号"),
        "issued_on": (Day | None, "Day on which it was issued 制发日期"),
        "served_on": (Day | None, "Day on which it was served on the unit 送达日期"),
        "plan_received_on": (Day | None, "Day on which the unit's plan came 整改方案收到日期"),
        "reply_received_on": (Day | None, "Day on which the unit's last reply came 回复收到日期"),
        "adopted": (TYPES["Adoption"] | None, "How far the unit adopts it, by its last reply 采纳结果"),
        "sweeps": (listed_of(strawberry.ID), "Ids of the sweeps that came of it 由此开展的排查"),
    })  # fmt: skip
    typed(SWEEP, "A sweep 举一反三排查: one defect, sought in all similar units and places", {
        **told(SWEEP),
        "pattern": (str, "What makes a case the same 排查的问题情形"),
        "problem": (term_type(Problem) | None, "Kind of problem that is sought 排查问题类型"),
        "recommendation": (strawberry.ID | None, "Id of the recommendation that it comes from 来源建议"),
        "to_check": (int, "Units and places still to be looked at, of those that you may read 待排查数"),
        "clear": (int, "Units and places that are clear 无问题数"),
        "found": (int, "Units and places where the defect was found, put right ones counted 发现问题数"),
        "fixed": (int, "Those of them where it is put right 已整改数"),
        "people_affected": (int, "People affected where it was found 受影响人数"),
    })  # fmt: skip


def _build_list() -> None:
    typed(LIST, "A supervision list 监督清单: what is looked at in a unit, item by item, derived from its duties", {
        **told(LIST),
        "unit": (TYPES["Unit"] | None, "The unit that it is for, where you may read it 被监督单位"),
        "basis": (str | None, "The duties or rules that it is derived from 清单依据"),
        "to_check": (int, "Items still to be checked 待检查数"),
        "good": (int, "Items that were in order 检查无问题数"),
        "problems": (int, "Items in which a problem was found 检查发现问题数"),
    })  # fmt: skip


def build_work() -> None:
    """Make the type of what waits for an officer; the kinds of work must be there already."""
    unit: Any = TYPES["Unit"]
    deadline: Any = TYPES["TaskDeadline"]
    typed("TaskWork", "A recommendation, a sweep or a ticket that waits for you 待办任务", {
        "id": (strawberry.ID, "Id of the task 待办任务标识"),
        "kind": (TYPES["TaskKind"], "What the task is 待办任务种类"),
        "title": (str, "What the task is about, in one line 待办任务标题"),
        "unit": (unit | None, "The unit that it is addressed to, where you may read it 待办任务所涉单位"),
        "kinds": (listed_of(TYPES["WorkKind"]), "Why the task waits for you, one or more reasons 任务待办原因"),
        "actions": (list[str], "What you may do with the task now that leads on or meets the limit 任务可办理的下一步"),
        "since": (Moment | None, "When the task came to where it stands 任务待办开始时间"),
        "deadline": (deadline | None, "The time limit that counts for you: the first that you owe, else one put before you 任务所涉到期时限"),
    })  # fmt: skip


def _build_items() -> None:
    shared = {
        "id": (strawberry.ID, "Opaque id of the item 事项标识"),
        "number": (int, "Place of the item among those that you are shown 事项序号"),
        "checked_on": (Day | None, "Day on which it was checked last 事项核查日期"),
        "way": (TYPES["CheckWay"] | None, "How it was checked 事项核查方式"),
    }
    typed("RecommendationItem", "One thing that a recommendation asks for 建议事项", {
        **shared,
        "text": (str, "What is to be done 事项内容"),
        "type": (TYPES["RecommendationItemType"], "What kind of thing that is 事项类型"),
        "state": (TYPES["RecommendationItemState"], "How the item stands 建议事项状态"),
        "due_on": (Day | None, "Day by which it is to be done 事项完成期限"),
        "done_on": (Day | None, "Day on which the unit's word was registered that it is done 报告完成日期"),
    })  # fmt: skip
    matter: Any = TYPES["Matter"]
    typed("SupervisionListItem", "One thing that is looked at in a unit 清单事项", {
        **shared,
        "text": (str, "What is looked at 清单事项内容"),
        "state": (TYPES["SupervisionListItemState"], "How the item of the list stands 清单事项状态"),
        "due_on": (Day | None, "Day by which it is to be checked 检查期限"),
        "matter": (matter | None, "The matter that a problem became, where you may read it 关联事项"),
    })  # fmt: skip
    typed("SweepItem", "A unit or place that a sweep looks at, or where it found the defect 排查对象", {
        **shared,
        "text": (str, "What the unit, place or thing is called 对象名称"),
        "target": (TYPES["Entity"] | None, "The unit or place; nothing where it is none of the graph 对象所指单位或地点"),
        "state": (TYPES["SweepItemState"], "How the item of the sweep stands 排查对象状态"),
        "people": (int | None, "People affected, or who live there 涉及人数"),
        "found_on": (Day | None, "Day on which the defect was found there 发现日期"),
        "fixed_on": (Day | None, "Day on which it was put right 整改日期"),
    })  # fmt: skip


def _build_inputs() -> None:
    consultations.build_inputs()
    input_type("SupervisionItemInput", "One thing that is looked at in a unit 清单事项填报", {
        "text": (str, "What is looked at"),
        "due_on": (Day | None, "Day by which it is to be checked"),
    })  # fmt: skip
    input_type("RecommendationItemInput", "One thing that a recommendation asks for 建议事项填报", {
        "text": (str, "What is to be done"),
        "type": (TYPES["RecommendationItemType"], "What kind of thing that is"),
        "due_on": (Day | None, "Day by which it is to be done"),
    })  # fmt: skip
    input_type("SweepScopeInput", "What a sweep looks at: what is named, and all of a kind in an area or under a unit 排查范围", {
        "units": (listed_of(strawberry.ID) | None, "Ids of units"),
        "places": (listed_of(strawberry.ID) | None, "Ids of places"),
        "unit_kind": (term_type(UnitKind) | None, "All units of this kind"),
        "place_kind": (term_type(PlaceKind) | None, "All places of this kind"),
        "area_code": (str | None, "Of those of a kind only these: the first signs of their area code"),
        "under": (strawberry.ID | None, "Of units of a kind only those under this unit today, up to four steps down"),
    })  # fmt: skip
    input_type("SweepFoundInput", "A further unit or place where the defect is 补录对象", {
        "target": (strawberry.ID | None, "Id of the unit or place"),
        "text": (str | None, "What it is called, where it is none of the graph"),
        "people": (int | None, "People affected"),
    })  # fmt: skip


def reader_of(kind: str) -> Callable[[Mapping[str, Any]], Request]:
    """Return what makes the request for one task of a kind; it refuses what is no id of one."""
    return partial(by_id, kind)
