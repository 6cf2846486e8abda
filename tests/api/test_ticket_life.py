"""A ticket of the palm platform from the desk to its rated answer: each step by its hand, and never who asked to the unit."""

import asyncio
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.rights.roles import read_roles
from graph_service.tasks.daily import run_daily
from tests.api.conftest import As, Caller, draw_anew
from tests.clue_life import draw_commission
from tests.tasks import REFUSED, WORK

PLATFORM, STAFF_ONLY, CITIZEN = 7, 8, "13800001111"
_TEAMS = {"o_media": "MEDIA_DESK", "o_con": "CONDUCT", "o_unit": "UNIT_OFFICER", "o_else": "UNIT_OFFICER"}
_SHOWN = """id number text subjectsShown: names(first: 50) { asNamed entity { id caption } } life { stage heldBy answer rating
  steps { action stage by teams answer } deadlines { limit state } allowedActions { action allowed reason } }"""
_ACT = f"""mutation($id: ID!, $action: TicketAction!, $reason: String!, $paper: String, $unit: ID, $answer: String, $rating: Int, $way: CheckWay,
  $limit: String, $dueOn: Date, $seen: TicketStage, $key: String) {{ it: actOnTicket(id: $id, action: $action, reason: $reason, paper: $paper,
    unit: $unit, answer: $answer, rating: $rating, way: $way, limit: $limit, dueOn: $dueOn, seen: $seen, clientKey: $key) {{
    __typename ... on Ticket {{ {_SHOWN} }} {REFUSED} }} }}"""
_LOOK = f'{{ ticket(number: "TS-1") {{ {_SHOWN} }} }}'


@pytest.fixture(scope="module", autouse=True)
def platform(server: Running, writer: Writer) -> None:
    sketch = draw_commission()
    sketch.readers |= {PLATFORM: ["CONDUCT", "MEDIA_DESK", "SUPERVISION_1"], STAFF_ONLY: ["INTERNAL", "OWN_STAFF"]}
    for name, code in _TEAMS.items():
        officer = sketch.node("Officer", name, officer_id=name)
        sketch.tie("MEMBER_OF", officer, sketch.node("Team", code, team_code=code))
    for name, unit in (("unit", "power"), ("else", "water")):
        there = sketch.node("Unit", unit, name=f"云江市{unit}公司")
        person = sketch.node("Person", name, name="信息员")
        sketch.tie("INFORMS_FOR", person, there)
        sketch.tie("IS_PERSON", f"officer_o_{name}", person, STAFF_ONLY)
    sketch.node("Unit", "none", name="未入驻单位")
    sketch.node("Phone", "citizen", PLATFORM, phone_number=CITIZEN)
    for place, state in (("1", "RECEIVED"), ("2", "SOLVED"), ("3", "HANDLING")):
        asked = {"asked_at": datetime(2026, 1, 5, 9), "state": state, "channel": "PALM"}
        ticket = sketch.node(
            "Ticket", place, PLATFORM, number=f"TS-{place}", title="停电", text="小区频繁停电", **asked
        )
        sketch.names(ticket, "phone_citizen", audience=PLATFORM, role="CONTACT", as_named=CITIZEN)
        sketch.names(ticket, "unit_power", audience=PLATFORM, role="SUBJECT_UNIT", as_named="供电公司")
    draw_anew(server, writer, sketch)


@pytest.fixture(autouse=True)
def afresh(writer: Writer) -> None:
    writer.run_write("MATCH (s:Task|TaskItem|TaskStep|TaskBook) DETACH DELETE s")


@pytest.fixture
def settle() -> Callable[[], Any]:
    """What waits until the rights of an officer are read anew."""
    return lambda: asyncio.sleep(0.3)


async def act(caller: Caller, action: str, ticket: str = "ticket_1", **given: Any) -> dict[str, Any]:
    """Return what the mutation answers."""
    return dict((await caller.ask(_ACT, {"id": ticket, "action": action, "reason": "按流程", **given}))["it"])


async def done(caller: Caller, action: str, **given: Any) -> dict[str, Any]:
    """Return the life of a ticket after an act that is allowed."""
    answer = await act(caller, action, **given)
    assert answer["__typename"] == "Ticket", answer
    return dict(answer["life"])


async def waiting(caller: Caller) -> list[tuple[str, list[str]]]:
    """Return which tickets wait for an officer, and why."""
    return [(each["title"], each["kinds"]) for each in (await caller.ask(WORK))["taskWorklist"]["nodes"]]


async def test_a_ticket_is_sent_accepted_answered_sent_back_checked_and_rated(
    officer: As, settle: Callable[[], Any]
) -> None:
    media, unit, conduct = officer("o_media"), officer("o_unit"), officer("o_con")
    assert await waiting(media) == [("TS-1", ["REGISTER", "LATE"]), ("TS-3", ["REGISTER", "LATE"])]
    assert await waiting(unit) == [] == (await unit.ask("{ tickets { nodes { id } } }"))["tickets"]["nodes"]
    routes = (await media.ask('{ ticketRoutes(ticket: "ticket_1") { id isNamed } }'))["ticketRoutes"]
    assert [(each["id"], each["isNamed"]) for each in routes] == [("unit_power", True), ("unit_water", False)]
    assert (await officer("o_sup").ask('{ ticketRoutes(ticket: "ticket_1") { id } }'))["ticketRoutes"] == []
    life = await done(media, "SEND", unit="unit_power")
    assert (life["stage"], life["heldBy"]) == ("SENT", "云江市power公司")
    await settle()
    assert await waiting(unit) == [("TS-1", ["SIGN_FOR", "DUE_SOON"])]
    assert await waiting(officer("o_else")) == []

    await done(unit, "ACCEPT")
    await done(unit, "ANSWER", answer="已安排检修")
    assert await waiting(conduct) == [("TS-3", ["REGISTER", "LATE"]), ("TS-1", ["HANDLE"])]
    await done(conduct, "SEND_BACK", reason="答非所问")
    assert await waiting(unit) == [("TS-1", ["HANDLE", "HANDED_BACK"])]
    await done(unit, "ANSWER", answer="变压器已更换")
    await done(conduct, "CHECK_ANSWER", way="ON_SITE")
    life = await done(media, "RATE", rating=5)

    assert (life["stage"], life["answer"], life["rating"]) == ("CLOSED", "变压器已更换", 5)
    assert [each["action"] for each in life["steps"]] == [
        "SEND", "ACCEPT", "ANSWER", "SEND_BACK", "ANSWER", "CHECK_ANSWER", "RATE",
    ]  # fmt: skip
    assert {each["limit"]: each["state"] for each in life["deadlines"]} == {
        "SENT": "MET_LATE", "ACCEPTED": "MET", "ANSWERED": "MET", "CHECKED": "MET"}  # fmt: skip
    await settle()
    assert (await unit.ask(_LOOK))["ticket"] is None, "what is over is open no more"


async def test_the_unit_sees_its_ticket_and_not_who_asked(officer: As, settle: Callable[[], Any]) -> None:
    unit, other = officer("o_unit"), officer("o_else")
    assert (await act(unit, "ACCEPT"))["__typename"] == "TaskNotVisible"
    await done(officer("o_media"), "SEND", unit="unit_power")
    await settle()
    seen = (await unit.ask(_LOOK))["ticket"]
    assert (seen["text"], {each["entity"]["id"] for each in seen["subjectsShown"]}) == ("小区频繁停电", {"unit_power"})
    everything = str(seen) + str(await unit.answer('{ node(id: "phone_citizen") { id caption } }'))
    asked = f'{{ search(text: "{CITIZEN}") {{ nodes {{ id }} }} lookup(values: ["{CITIZEN}"]) {{ matches {{ field node {{ id }} }} }} }}'
    everything += str(await unit.ask(asked))
    assert "phone_citizen" not in everything
    assert str(seen).count(CITIZEN) == 0
    assert (await other.ask(_LOOK))["ticket"] is None
    assert (await act(other, "ACCEPT"))["__typename"] == "TaskNotVisible"
    assert (await unit.ask("{ tickets { nodes { number } } }"))["tickets"]["nodes"] == [{"number": "TS-1"}]
    await done(unit, "RETURN", reason="非本单位职责")
    await settle()
    assert (await unit.ask(_LOOK))["ticket"] is None
    assert ("TS-1", ["REGISTER", "HANDED_BACK", "DUE_SOON"]) in await waiting(officer("o_media"))


async def test_what_is_not_allowed_is_refused_by_name(officer: As, settle: Callable[[], Any]) -> None:
    media, unit, conduct = officer("o_media"), officer("o_unit"), officer("o_con")
    cases = (
        (media, "SEND", {"unit": "unit_none"}, "TaskNeedsMore"), (media, "SEND", {"unit": "unit_nothing"}, "TaskNeedsMore"),
        (media, "CHECK_ANSWER", {"way": "PAPER"}, "TaskActNotYours"), (officer("o_sup"), "SEND", {"unit": "unit_power"}, "TaskActNotYours"),
        (media, "RATE", {"rating": 5}, "TaskActNotNow"), (media, "SEND", {"unit": "unit_power", "seen": "SENT"}, "TaskOvertaken"),
        (conduct, "SEND_BACK", {"ticket": "ticket_2"}, "TaskActNotNow"), (media, "SEND", {"reason": " ", "unit": "unit_power"}, "TaskReasonMissing"),
    )  # fmt: skip
    for caller, action, given, refused in cases:
        answer = await act(caller, action, **given)
        assert (answer["__typename"], bool(answer.get("mend"))) == (refused, True), (action, given)
    await done(media, "SEND", unit="unit_power", key="k")
    assert (await done(media, "SEND", unit="unit_power", key="k"))["stage"] == "SENT"
    await settle()
    await done(unit, "ACCEPT")
    assert (await act(unit, "ANSWER"))["__typename"] == "TaskNeedsMore"
    assert (
        await unit.code(_ACT, {"id": "ticket_1", "action": "ANSWER", "reason": "x", "answer": "y", "rating": 5})
        == "BAD_INPUT"
    )
    await done(unit, "ANSWER", answer="已办")
    await done(conduct, "CHECK_ANSWER", way="PAPER")
    assert (await act(conduct, "RATE", rating=9))["__typename"] == "TaskNeedsMore"


async def test_who_informs_for_the_unit_hears_of_its_ticket_and_the_desks_of_what_comes_back_or_is_late(
    officer: As, writer: Writer, settle: Callable[[], Any]
) -> None:
    writer.run_write("MATCH (n:Notice|NoticeBook) DETACH DELETE n")
    told = "{ notices(first: 50, orderBy: OLDEST) { nodes { kind taskKind taskAction limit one { number } } } }"
    await done(officer("o_media"), "SEND", unit="unit_power")
    await settle()
    late = run_daily(writer, read_roles(), date.today() + timedelta(days=14)).tickets
    await done(officer("o_unit"), "RETURN")
    await settle()

    heard = {name: (await officer(name).ask(told))["notices"]["nodes"] for name in (*_TEAMS, "o_it", "o_audit")}
    of_one = {
        name: [(each["kind"], each["taskAction"] or each["limit"]) for each in found if each["one"]["number"] == "TS-1"]
        for name, found in heard.items()
    }
    assert of_one == {
        "o_media": [("TASK_HANDED_BACK", "RETURN")], "o_con": [("TASK_LATE", "ACCEPTED"), ("TASK_HANDED_BACK", "RETURN")],
        "o_unit": [], "o_else": [], "o_it": [], "o_audit": [],
    }, "what the unit gave back it does not read any more"  # fmt: skip
    await done(officer("o_media"), "SEND", unit="unit_power")
    await settle()
    heard = {name: (await officer(name).ask(told))["notices"]["nodes"] for name in ("o_unit", "o_else")}
    kinds = [(each["kind"], each["taskKind"], each["taskAction"] or each["limit"]) for each in heard["o_unit"]]
    assert kinds == [
        ("TASK_ASSIGNED", "Ticket", "SEND"), ("TASK_LATE", "Ticket", "ACCEPTED"), ("TASK_ASSIGNED", "Ticket", "SEND"),
    ]  # fmt: skip
    assert (heard["o_else"], late.told > 1) == ([], True)
