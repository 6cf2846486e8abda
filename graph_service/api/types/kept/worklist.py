"""The worklist in the API: why a clue waits for an officer, and how its arguments become a request."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from graph_service.api.arguments.since import read_moment
from graph_service.api.arguments.sought import plain
from graph_service.api.plan.root import Request, bounded
from graph_service.api.types.kept.clue_life import described_enum
from graph_service.api.types.kept.tasks import build_work
from graph_service.api.types.made import TYPES, listed, listed_of
from graph_service.api.types.results import typed
from graph_service.api.types.scalars import Day, Moment
from graph_service.cypher.project.kept.clue_life import DEADLINE
from graph_service.tasks.rules import TICKET, read_task_rules
from graph_service.tasks.standing import read_task
from graph_service.work.life import WorkKind, read_life
from graph_service.work.limits import OWED_BY, read_limits
from graph_service.work.next_acts import Hand
from graph_service.work.standing import Facts, read_facts
from graph_service.work.worklist import WorkItem, Worklist, worklist

MOST_ITEMS = 200
_KINDS = {
    WorkKind.SIGN_FOR: "Assigned to your team, to be signed for 待签收", WorkKind.REGISTER: "To be screened, registered or passed on 待登记分办",
    WorkKind.DECIDE: "To be decided on by you 待审批", WorkKind.HANDLE: "In your team's hands 待办理",
    WorkKind.HANDED_BACK: "Came back: returned or refused 退回件", WorkKind.LOOK_AGAIN: "Shelved, and its day has come 到期再查",
    WorkKind.DUE_SOON: "A time limit of yours ends within a few working days 临期", WorkKind.LATE: "A time limit of yours is over 逾期",
    WorkKind.ESCALATED: "Late with others, and put before you 超期督办",
}  # fmt: skip


def build() -> None:
    """Make the types of the worklist; those of nodes and of clues' lives must be there already."""
    TYPES["WorkKind"] = described_enum(
        "WorkKind", "Why something is on your worklist 待办类型", {str(kind): told for kind, told in _KINDS.items()}
    )
    build_work()
    clue: Any = TYPES["Clue"]
    deadline: Any = TYPES[DEADLINE]
    typed("WorkItem", "A clue that waits for you 待办事项", {
        "clue": (clue, "The clue that waits 待办线索"),
        "kinds": (listed_of(TYPES["WorkKind"]), "Why it waits for you, one or more reasons 待办原因"),
        "actions": (listed_of(TYPES["ClueAction"]), "What you may do with it now that leads on or meets the limit 可办理的下一步"),
        "since": (Moment | None, "When it came to where it stands; nothing where its source brought it there 待办开始时间"),
        "deadline": (deadline | None, "The time limit that counts for you: the first that you owe, else one that was put before you 所涉到期时限"),
        "look_again_on": (Day | None, "Day on which a shelved clue is looked at again, as it was set 到期再查日期"),
    })  # fmt: skip
    typed("WorkCount", "How much of one kind waits for you 待办计数", {
        "kind": (TYPES["WorkKind"], "The kind that is counted 计数的待办类型"),
        "count": (int, "Items of this kind; an item of two kinds counts in both 该类待办数"),
    })  # fmt: skip


def counted() -> dict[str, tuple[Any, str]]:
    """Return the further list of the page: everything that waits, counted by kind, whatever is filtered."""
    return {"counts": (listed("WorkCount"), "How much waits for you in all, by kind, whatever is filtered 各类待办数")}


def read_worklist(given: Mapping[str, Any]) -> Request:
    """Return the request for what waits for the viewer."""
    life, limits = read_life(), read_limits()
    told = {who for each in limits.escalation.values() for who in each.tell}
    held = [status for status, stage in life.begins.items() if stage in life.held]
    waiting = life.waiting()
    params = {
        "waiting": waiting, "registers": _who_waits(waiting, life.without_state), "screens": _who_waits(waiting, "RECEIVED"),
        "beside": sorted({str(each.owed_by) for each in limits.limits.values() if each.owed_by}),
        "watching": sorted(told - {OWED_BY}), "held": held,
        "open": [status for status, stage in life.begins.items() if not life.stages[stage].ends],
    }  # fmt: skip
    kinds = tuple(map(str, plain(given.get("kinds")) or ()))
    since = read_moment(given.get("since"), "since")
    first = bounded("first", 20 if given.get("first") is None else given["first"], MOST_ITEMS)
    return Request(params=params, first=first, after=given.get("after"), wanted=(kinds, since))


def _who_waits(waiting: Mapping[str, Sequence[str]], stage: str) -> list[str]:
    """Return the duties for which a stage waits."""
    return [duty for duty, stages in waiting.items() if stage in stages]


def work_found(values: Sequence[Any], request: Request) -> dict[str, Any] | None:
    """Return the page of what waits for the viewer: its rows, whether more follow, how much there is in all, and by kind."""
    everything = _waiting(read_facts, values)
    counts = [{"kind": kind, "count": count} for kind, count in everything.counts.items()]
    return {**_page(everything, request, _row), "counts": counts}


def read_task_worklist(given: Mapping[str, Any]) -> Request:
    """Return the request for the tasks that wait for the viewer."""
    first = bounded("first", 20 if given.get("first") is None else given["first"], MOST_ITEMS)
    wanted = (tuple(map(str, plain(given.get("kinds")) or ())), None)
    rules = read_task_rules(TICKET)
    duties = sorted({duty.value for act in rules.life.acts.values() for duty in act.by})
    begun = [status for status, stage in rules.life.begins.items() if not rules.life.stages[stage].ends]
    return Request(params={"desks": duties, "open": begun}, first=first, after=given.get("after"), wanted=wanted)


def task_work_found(values: Sequence[Any], request: Request) -> dict[str, Any] | None:
    """Return the page of the tasks that wait for the viewer: its rows, whether more follow, how much there is in all."""
    return _page(_waiting(read_task, values), request, _task_row)


def _waiting(read: Callable[[Sequence[Any]], Facts], values: Sequence[Any]) -> Worklist:
    things, (officer, teams, grants, classes), day = values
    hand = Hand(officer, tuple(teams), frozenset(grants), frozenset(classes))
    return worklist(((uid, called, read(facts)) for uid, called, facts in things), hand, date.fromisoformat(day))


def _page(everything: Worklist, request: Request, row: Callable[[WorkItem], dict[str, Any]]) -> dict[str, Any]:
    chosen = everything.of(*request.wanted)
    rest = [each for each in chosen if request.beyond is None or each.place > tuple(request.beyond)]
    rows = [row(each) for each in rest[: request.first]]
    return {"rows": rows, "total": len(chosen), "has_more": len(rest) > request.first}


def _task_row(item: WorkItem) -> dict[str, Any]:
    day, title, task = item.place
    told = {
        "id": task,
        "title": title,
        "day": day,
        "kinds": [each.value for each in item.kinds],
        "actions": list(item.actions),
    }
    deadline = asdict(item.deadline) if item.deadline else None
    return {
        **told,
        "since": item.since,
        "deadline": deadline and {k: v for k, v in deadline.items() if k != "escalation"},
    }


def _row(item: WorkItem) -> dict[str, Any]:
    day, number, clue = item.place
    told = {
        "clue_id": clue, "number": number, "day": day, "kinds": [each.value for each in item.kinds], "actions": list(item.actions),
        "since": item.since, "look_again_on": item.look_again_on,
    }  # fmt: skip
    deadline = asdict(item.deadline) if item.deadline else None
    if deadline:
        deadline["escalation"] = [{**each, "tells": list(each["tells"])} for each in deadline["escalation"]]
    return {**told, "deadline": deadline}
