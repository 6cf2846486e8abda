"""The root fields of recommendations, sweeps and tickets, and of the register of interventions."""

from typing import Any

import strawberry

from graph_service.api.queries.given import Given, field, paged
from graph_service.api.types.inputs import filter_type
from graph_service.api.types.kept.worklist import MOST_ITEMS
from graph_service.api.types.made import TYPES, listed, listed_of
from graph_service.api.types.results import connection
from graph_service.cypher.files import query
from graph_service.tasks.rules import TASKS, word_of

_ABOUT = {
    "Recommendation": "建议书",
    "Sweep": "举一反三排查",
    "SupervisionList": "监督清单",
    "Consultation": "会商",
    "ConsultationTask": "会商议定事项",
}


def task_fields() -> dict[str, Any]:
    """Return the root fields, by their names in Python: one and many of each kind of task, and what waits."""
    made: dict[str, Any] = {}
    for kind in TASKS:
        word, called = word_of(kind), _ABOUT[kind]
        said = word.replace("_", " ")
        conditions = filter_type(
            f"{kind}Filter", query(f"read/tasks/{word}s"), f"Conditions on {said}s; all that are given must hold"
        )
        page = connection(kind, kind, f"A page of {said}s")
        made[word] = field(TYPES[kind] | None, f"One {said}, or nothing that you may see {called}详情", {
            "id": Given(strawberry.ID, f"Id of the {said}")})  # fmt: skip
        made[f"{word}s"] = field(page, f"{said.capitalize()}s that you may read, newest first {called}列表", {
            "filter": Given(conditions | None, f"Conditions on the {said}s", strawberry.UNSET), **paged(20, 200)})  # fmt: skip
    waiting = connection("TaskWork", "TaskWork", "A page of tasks that wait for you")
    made["task_worklist"] = field(waiting, "Tasks of every kind and tickets that wait for you, by their last day 任务待办清单", {
        "kinds": Given(listed_of(TYPES["WorkKind"]) | None, "Only what waits for one of these reasons", strawberry.UNSET),
        **paged(20, MOST_ITEMS)})  # fmt: skip
    made["ticket_routes"] = field(listed("TicketRoute"), "Units of the platform that a ticket may be sent to, what it is on first 投诉件转办去向", {
        "ticket": Given(strawberry.ID, "Id of the ticket")})  # fmt: skip
    conditions = filter_type(
        "InterventionFilter",
        query("read/interventions/many"),
        "Conditions on the register; all that are given must hold",
    )
    page = connection("Intervention", "Intervention", "A page of the register of interventions")
    made["intervention"] = field(TYPES["Intervention"] | None, "One record of interventions, or nothing that you may see 过问登记详情", {
        "id": Given(strawberry.ID, "Id of the record")})  # fmt: skip
    made["interventions"] = field(page, "Who asked officers about matters: your own records, the register for who reads that 过问登记列表", {
        "filter": Given(conditions | None, "Conditions on the records", strawberry.UNSET), **paged(20, 200)})  # fmt: skip
    return made
