"""The worklist: whatever waits for an officer is on it and nothing else, by its day, with what follows where it is late."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from graph_service.clock import BEIJING
from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.work.life import read_life
from tests.api.conftest import As, Caller, draw_anew
from tests.clue_life import act, done, draw_commission

LIST = """query($first: Int, $after: String, $kinds: [WorkKind!], $since: String) {
  worklist(first: $first, after: $after, kinds: $kinds, since: $since) {
    totalCount pageInfo { hasNextPage endCursor } counts { kind count }
    nodes { clue { number } kinds actions since lookAgainOn
      deadline { limit state dueOn rule version workingDaysLeft escalation { step on tells isReached } } } } }"""
ALL = """{ clues(first: 100) { nodes { number stage heldBy allowedActions { action allowed }
  steps(first: 100) { action stage before lookAgainOn } deadlines { limit state } } } }"""

ONE_OF_EACH = ("o_chief", "o_lead", "o_pet", "o_case", "o_sup", "o_other", "o_adj", "o_audit")


@pytest.fixture(scope="module", autouse=True)
def commission(server: Running, writer: Writer) -> None:
    draw_anew(server, writer, draw_commission())


@pytest.fixture(autouse=True)
def afresh(writer: Writer) -> None:
    writer.run_write("MATCH (s:ClueStep|ClueBook) DETACH DELETE s")


async def listed(caller: Caller, **given: Any) -> Any:
    """Return the officer's worklist."""
    return (await caller.ask(LIST, given))["worklist"]


async def kinds(caller: Caller) -> dict[str, list[str]]:
    """Return why each clue is on the officer's worklist."""
    return {each["clue"]["number"]: each["kinds"] for each in (await listed(caller, first=100))["nodes"]}


def _expected(clue: dict[str, Any]) -> bool:
    """Return whether a clue waits for who sees it so: by hand from its page, whatever the worklist goes by."""
    stage = read_life().stages[clue["stage"]]
    allowed = {each["action"] for each in clue["allowedActions"] if each["allowed"]}
    if clue["stage"] == "SHELVED":
        return "LOOK_AGAIN" in allowed and clue["steps"][-1]["lookAgainOn"] <= datetime.now(BEIJING).date().isoformat()
    pressing = [each for each in clue["deadlines"] if each["state"] in ("WARNING", "OVERDUE")]
    return bool(allowed & set(stage.waits_for)) or bool(pressing and allowed & {"TELL_ACCEPTED", "TELL_RESULT"})


async def same_as_by_hand(officer: As) -> None:
    """Hold every officer's worklist against the pages of the clues that the officer reads."""
    for name in ONE_OF_EACH:
        caller = officer(name)
        clues = (await caller.ask(ALL))["clues"]["nodes"]
        assert sorted(await kinds(caller)) == sorted(each["number"] for each in clues if _expected(each)), name


async def test_a_clue_wanders_over_the_worklists_of_a_life(officer: As) -> None:
    assert await kinds(officer("o_pet")) == {"XS-L": ["REGISTER"]}
    assert await kinds(officer("o_case")) == {"XS-N": ["REGISTER"], "XS-R": ["REGISTER"]}
    assert await kinds(officer("o_sup")) == {"XS-M": ["HANDLE"]}

    await done(officer("o_pet"), "SCREEN")
    await done(officer("o_pet"), "PASS_TO_REGISTER")
    assert await kinds(officer("o_pet")) == {}
    await done(officer("o_case"), "PROPOSE_ASSIGNMENT", team="SUPERVISION_1")
    assert await kinds(officer("o_chief")) == {"XS-L": ["DECIDE"]}
    await done(officer("o_chief"), "APPROVE_ASSIGNMENT")
    assert await kinds(officer("o_sup")) == {"XS-L": ["SIGN_FOR", "DUE_SOON"], "XS-M": ["HANDLE"]}
    assert await kinds(officer("o_other")) == {}
    await done(officer("o_sup"), "SIGN_FOR")
    await done(officer("o_sup"), "PROPOSE_DISPOSAL", disposal="SHELVED")
    assert await kinds(officer("o_lead")) == {"XS-L": ["DECIDE"]}
    await done(officer("o_lead"), "REFUSE_DISPOSAL")
    assert (await kinds(officer("o_sup")))["XS-L"] == ["HANDLE", "HANDED_BACK"]
    await same_as_by_hand(officer)
    await done(officer("o_sup"), "PROPOSE_DISPOSAL", disposal="SHELVED")
    await done(officer("o_lead"), "APPROVE_DISPOSAL")
    await done(officer("o_sup"), "SHELVE", lookAgainOn=(datetime.now(BEIJING).date() + timedelta(days=3)).isoformat())
    assert "XS-L" not in await kinds(officer("o_sup"))


async def test_a_shelved_clue_comes_back_on_its_day(officer: As, writer: Writer) -> None:
    await done(officer("o_sup"), "PROPOSE_DISPOSAL", "clue_M", disposal="SHELVED")
    await done(officer("o_lead"), "APPROVE_DISPOSAL", "clue_M")
    await done(
        officer("o_sup"), "SHELVE", "clue_M", lookAgainOn=(datetime.now(BEIJING).date() + timedelta(days=3)).isoformat()
    )
    assert await kinds(officer("o_sup")) == {}

    writer.run_write("MATCH (s:ClueStep {act: 'SHELVE'}) SET s.look_again_on = date() - duration({days: 1})")
    shown = (await listed(officer("o_sup")))["nodes"][0]
    assert (shown["kinds"], shown["actions"]) == (["LOOK_AGAIN"], ["LOOK_AGAIN"])


async def test_what_is_late_is_put_before_others_step_by_step(officer: As, writer: Writer) -> None:
    for action, who in (("SCREEN", "o_pet"), ("PASS_TO_REGISTER", "o_pet")):
        await done(officer(who), action)
    await done(officer("o_case"), "PROPOSE_ASSIGNMENT", team="SUPERVISION_1")
    await done(officer("o_chief"), "APPROVE_ASSIGNMENT")
    await done(officer("o_sup"), "SIGN_FOR")

    for days in (0, 29, 40, 46, 60):
        writer.run_write(
            "MATCH (s:ClueStep {act: 'APPROVE_ASSIGNMENT'}) SET s.on = date() - duration({days: $days})", days=days
        )
        shown = (await listed(officer("o_sup"), kinds=["HANDLE"], first=100))["nodes"]
        deadline = next(each["deadline"] for each in shown if each["clue"]["number"] == "XS-L")
        reached = [each["step"] for each in deadline["escalation"] if each["isReached"]]
        today = datetime.now(BEIJING).date().isoformat()
        assert reached == [each["step"] for each in deadline["escalation"] if each["on"] <= today]
        assert deadline["workingDaysLeft"] * (1 if deadline["dueOn"] >= today else -1) >= 0
        assert (deadline["limit"], deadline["rule"], deadline["version"]) == (
            "DISPOSAL_PROPOSED",
            "Discipline-work rules 2019, 21",
            "2026.1",
        )
        expected = {"o_case": "LATE", "o_lead": "TO_LEADER", "o_chief": "TO_LEADER"}
        for name, step in expected.items():
            assert ((await kinds(officer(name))).get("XS-L") == ["ESCALATED"]) is (step in reached), (days, name)
        late = deadline["dueOn"] < today
        assert ("LATE" in (await kinds(officer("o_sup")))["XS-L"]) is late


async def test_who_reported_is_to_be_told_whoever_holds_the_clue(officer: As, writer: Writer) -> None:
    writer.run_write("MATCH (c:Clue {number: 'XS-L'}) SET c.received_on = date() - duration({days: 60})")
    try:
        for action, who in (("SCREEN", "o_pet"), ("PASS_TO_REGISTER", "o_pet")):
            await done(officer(who), action)
        shown = (await listed(officer("o_pet")))["nodes"]
        assert [(each["clue"]["number"], each["kinds"], each["actions"]) for each in shown] == [
            ("XS-L", ["LATE"], ["TELL_ACCEPTED"])
        ]
        await done(officer("o_pet"), "TELL_ACCEPTED")
        assert await kinds(officer("o_pet")) == {}
        assert writer.run_read("MATCH (b:ClueBook {owes_beside: true}) RETURN b")[0] == []
    finally:
        writer.run_write("MATCH (c:Clue {number: 'XS-L'}) SET c.received_on = null")


async def test_it_is_paged_counted_filtered_and_told_since(officer: As) -> None:
    await done(officer("o_pet"), "SCREEN")
    await done(officer("o_pet"), "PASS_TO_REGISTER")
    whole = await listed(officer("o_case"), first=100)
    assert [each["clue"]["number"] for each in whole["nodes"]] == ["XS-L", "XS-N", "XS-R"]
    assert whole["counts"] == [{"kind": "REGISTER", "count": 3}]

    first = await listed(officer("o_case"), first=2)
    rest = await listed(officer("o_case"), first=2, after=first["pageInfo"]["endCursor"])
    assert (first["totalCount"], first["pageInfo"]["hasNextPage"], rest["pageInfo"]["hasNextPage"]) == (3, True, False)
    assert first["nodes"] + rest["nodes"] == whole["nodes"]
    assert (await listed(officer("o_case"), kinds=["DECIDE"]))["nodes"] == []
    new = await listed(officer("o_case"), since="2020-01-01")
    assert [each["clue"]["number"] for each in new["nodes"]] == ["XS-L"]
    assert (await listed(officer("o_case"), since=new["nodes"][0]["since"]))["totalCount"] == 0
    assert await officer("o_case").code(LIST, {"since": "gestern"}) == "BAD_INPUT"


async def test_it_holds_nothing_that_the_officer_may_not_read(officer: As, writer: Writer) -> None:
    await done(officer("o_case"), "PROPOSE_ASSIGNMENT", "clue_R", team="SUPERVISION_1")
    await done(officer("o_chief"), "APPROVE_ASSIGNMENT", "clue_R")

    assert (await act(officer("o_other"), "SIGN_FOR", "clue_R"))["__typename"] == "ClueNotVisible"
    assert "XS-R" not in await kinds(officer("o_other"))
    assert await kinds(officer("o_it")) == {}
    assert await kinds(officer("o_audit")) == {}
