"""What the types of all tasks have in common: what each tells, its steps and time limits."""

from typing import Any

import strawberry

from graph_service.api.types.made import TYPES, listed, listed_of
from graph_service.api.types.results import typed
from graph_service.api.types.scalars import Day, Moment
from graph_service.tasks.rules import read_task_rules


def told(kind: str) -> dict[str, tuple[Any, str]]:
    """Return what every task tells."""
    return {
        "id": (strawberry.ID, "Opaque id 任务标识"),
        "title": (str, "What it is about, in one line 任务标题"),
        "stage": (TYPES[f"{kind}Stage"], "Stage that it has reached 当前阶段"),
        "held_by": (str, "Code of the team that carries it 承办部门"),
        "matters": (listed("Matter"), "Matters that it rests on, of those that you may read 来源事项"),
        "made_by": (str, "Officer who proposed it 提出人"),
        "made_at": (Moment, "When it was proposed 提出时间"),
        "own_due_on": (Day | None, "Last day that it sets itself; where a rule sets an earlier one that counts 要求完成日期"),
        "closed_on": (Day | None, "Day on which it was closed last 办结日期"),
        **_items_of(kind),
        "steps": (listed("TaskStep"), "What was done with it, in order, kept for ever 流转记录"),
        "deadlines": (listed("TaskDeadline"), "Its time limits as they stand today, those of items after the others 任务时限"),
        "allowed_actions": (listed("AllowedAction"), "What you have to do with it: what is allowed now first, else why not 任务可办理动作"),
    }  # fmt: skip


def _items_of(kind: str) -> dict[str, tuple[Any, str]]:
    if not read_task_rules(kind).life.items:
        return {}
    return {"items": (listed(f"{kind}Item"), "Its items, those on what you may not read left out 事项清单")}


def build_shared() -> None:
    """Make the types of a task's steps and time limits."""
    typed("TaskStep", "One act with a recommendation, a sweep or a ticket, kept for ever 任务办理步骤", {
        "id": (strawberry.ID, "Opaque id of the step of a task 任务步骤标识"),
        "action": (str, "What was done, as its mutation takes it; MAKE where it was proposed 任务办理动作"),
        "before": (str, "Stage in which it stood 任务办理前阶段"),
        "stage": (str, "Stage to which it led 任务办理后阶段"),
        "by": (str, "Officer who did it 任务办理人"),
        "teams": (list[str], "Codes of the teams in which the officer worked 任务办理部门"),
        "at": (Moment, "When it was done 任务办理时间"),
        "reason": (str | None, "Why, for who may read the matter that it names and all its items 任务办理理由"),
        "paper": (str | None, "The paper that it rests on, for who is told the reason 任务依据文书"),
        "body": (str | None, "The body that it was put before 上报机关"),
        "adopted": (TYPES["Adoption"] | None, "How far the unit adopted it by then 答复采纳情况"),
        "way": (TYPES["CheckWay"] | None, "How it was checked 步骤核查方式"),
        "items": (listed_of(strawberry.ID), "Ids of the items that it was done to or that it added, of those that you are shown 所涉事项标识"),
        "answer": (str | None, "Answer of a unit to a ticket 单位答复"),
        "rating": (int | None, "How the citizen rated the answer, 1 to 5 答复评价"),
        "decision": (str | None, "What a consultation decided on with it 议定内容说明"),
        "to_team": (str | None, "Code of the team that was to carry it 议定承办部门"),
        "limit": (str | None, "The time limit that it speaks of 任务步骤所涉时限"),
        "due_on": (Day | None, "Day that a leader set 任务领导限期"),
        "rule": (str | None, "The rule that the act stands in 任务依据条款"),
        "version": (str, "Edition of the rules 任务规则版本"),
    })  # fmt: skip
    typed("TaskDeadline", "A time limit of a recommendation, a sweep or a ticket 任务办理时限", {
        "limit": (str, "Which limit; ITEM of a single item by its own day 任务时限代码"),
        "title": (str, "What is due 任务时限名称"),
        "title_en": (str, "What is due, in English 任务时限英文名称"),
        "state": (TYPES["DeadlineState"], "How the limit stands today 任务时限状态"),
        "started_on": (Day, "Day from which it runs, itself not counted 任务起算日"),
        "due_on": (Day, "Last day: the earliest of the rule's, the paper's own and a leader's 任务到期日"),
        "set_by": (TYPES["DeadlineSetBy"], "Who set the last day 任务到期日来源"),
        "rule": (str, "The rule, with its version 任务时限依据"),
        "version": (str, "Edition of the table of limits 任务时限表版本"),
        "met_on": (Day | None, "Day on which it was met 任务时限办结日"),
        "is_foreseen": (bool, "Whether it reaches into a year whose holidays are not announced yet 任务时限是否预估"),
        "working_days_left": (int | None, "Working days up to the last day; of one that is over those since, as a negative number 任务剩余工作日"),
    })  # fmt: skip
