"""Consultations in the API: what is on an agenda, what was said and decided of it, and the tasks that follow."""

from typing import Any

import strawberry

from graph_service.api.types.inputs import input_type
from graph_service.api.types.kept.clue_life import described_enum
from graph_service.api.types.kept.task_parts import told
from graph_service.api.types.made import TYPES, listed, listed_of
from graph_service.api.types.results import typed
from graph_service.api.types.scalars import Day
from graph_service.tasks.rules import CONSULTATION, CONSULTATION_TASK

_ITEM_TYPES = {
    "LINK": "A new link between matters of two channels 新增跨渠道关联", "SERIES": "A series that members came to 串案进展",
   
    "WARNING": "A unit that warns 单位预警", "TOPIC": "A topic of the teams' own 自提议题",
    "OPEN_TASK": "A task of an earlier one that is not done 未办结事项",
}  # fmt: skip


def begin() -> None:
    """Make the enums."""
    TYPES["ConsultationItemType"] = described_enum(
        "ConsultationItemType", "What an item of an agenda is 议题类型", _ITEM_TYPES
    )


def build() -> None:
    """Make the types of consultations; those of nodes, series and tasks' steps must be there already."""
    unit: Any = TYPES["Unit"]
    series: Any = TYPES["Series"]
    typed("DecidedTask", "A task that a consultation decided on, as far as an agenda tells it 会商议定事项摘要", {
        "id": (strawberry.ID, "Id of the task that was decided on 议定事项标识"),
        "title": (str, "What was decided on, in a sentence 议定内容"),
        "held_by": (str, "Code of the team that carries what was decided on 议定事项承办部门"),
        "due_on": (Day | None, "Day that the minutes set 议定期限"),
        "stage": (TYPES[f"{CONSULTATION_TASK}Stage"], "Stage that the task has reached by now 议定事项阶段"),
    })  # fmt: skip
    typed("ConsultationItem", "An item of an agenda, for who may read everything that it is on 会商议题", {
        "id": (strawberry.ID, "Opaque id of the item of an agenda 议题标识"),
        "number": (int, "Place of the item on the agenda as you see it 议题序号"),
        "type": (TYPES["ConsultationItemType"], "What the item of an agenda is 议题种类"),
        "text": (str | None, "What a topic is about, in words 议题内容"),
        "state": (TYPES["ConsultationItemState"], "How the item of the agenda stands 议题状态"),
        "matters": (listed("Matter"), "The matters that the item is on 议题所涉事项"),
        "unit": (unit | None, "The unit that warns 议题所涉单位"),
        "points": (int | None, "Points of the unit's warning when the item came on the agenda 议题预警计分"),
        "link": (strawberry.ID | None, "Id of the link; nothing where it was withdrawn 议题所涉关联"),
        "rule": (str | None, "Rule that proposed the link of the item 议题所涉关联规则"),
        "sentence": (str | None, "Why the link of the item was proposed, in English"),
        "sentence_zh": (str | None, "Why the link of the item was proposed, in Chinese 议题所涉关联理由"),
        "series": (series | None, "The series as it is now 议题所涉串案"),
        "outcome": (str | None, "What was last said of the item, for who may read all that this was said of 议题纪要"),
        "tasks": (listed("DecidedTask"), "What was decided on the item; of an open task that task 议题议定事项"),
        "checked_on": (Day | None, "Day on which the item was talked over 议题讨论日期"),
    })  # fmt: skip
    typed(CONSULTATION, "A consultation 会商: a meeting of teams on what is new across channels, whose decisions become tasks", {
        **{name: each for name, each in told(CONSULTATION).items() if name != "matters"},
        "teams": (list[str], "Codes of the teams that take part, the convening one among them 参加部门"),
        "venue": (str | None, "Where it is held 会商地点"),
        "minutes": (str | None, "The paper of its minutes 会商纪要文号"),
    })  # fmt: skip
    typed(CONSULTATION_TASK, "A task that a consultation decided on 会商议定事项: of one team, with a day, followed to its end", {
        **told(CONSULTATION_TASK),
        "consultation": (strawberry.ID | None, "Id of the consultation that decided on it, where you may see that 所属会商"),
        "convened_by": (str, "Code of the team that convened it, whose next agendas bring the task until it is done 会商召集部门"),
    })  # fmt: skip


def build_inputs() -> None:
    """Make the types of what is given."""
    input_type("ConsultationTopicInput", "A topic that is put on an agenda 会商议题填报", {
        "text": (str, "What the topic is about"),
        "matters": (listed_of(strawberry.ID) | None, "Ids of the matters that it is on: who may read all of them sees the topic"),
    })  # fmt: skip
