"""The life of a clue through the API: each act by its hand, every other refused by name; custody, rights and time limits."""

import asyncio
from typing import Any

import pytest

from graph_service.embedded import Running
from graph_service.graph import Writer
from tests.api.conftest import As, draw_anew
from tests.clue_life import ACT, STAFF, act, done, draw_commission, shown


@pytest.fixture(scope="module", autouse=True)
def commission(server: Running, writer: Writer) -> None:
    draw_anew(server, writer, draw_commission())


@pytest.fixture(autouse=True)
def afresh(writer: Writer) -> None:
    writer.run_write("MATCH (s:ClueStep|ClueBook) DETACH DELETE s")


async def to_disposal(officer: As, disposal: str, clue: str = "clue_L") -> None:
    """Lead the clue from the petition office to an approved disposal."""
    if clue == "clue_L":
        await done(officer("o_pet"), "SCREEN")
        await done(officer("o_pet"), "PASS_TO_REGISTER")
    await done(officer("o_case"), "PROPOSE_ASSIGNMENT", clue, team="SUPERVISION_1")
    await done(officer("o_chief"), "APPROVE_ASSIGNMENT", clue)
    if clue == "clue_R":
        await asyncio.sleep(0.3)  # a viewer's rights are remembered for a moment
    await done(officer("o_sup"), "SIGN_FOR", clue)
    await done(officer("o_sup"), "PROPOSE_DISPOSAL", clue, disposal=disposal)
    await done(officer("o_chief"), "APPROVE_DISPOSAL", clue)


async def test_a_letter_becomes_a_decision_and_its_writer_is_told(officer: As) -> None:
    await to_disposal(officer, "PRELIM_VERIFY")
    two: dict[str, Any] = {"paper": "初核方案〔2026〕1号", "officers": ["o_sup", "o_sup2"]}
    assert await done(officer("o_sup"), "BEGIN_VERIFICATION", **two) == "PRELIM_VERIFY"
    await done(officer("o_sup2"), "REPORT_VERIFICATION", paper="初核报告")
    assert await done(officer("o_chief"), "FILE_CASE", paper="立案决定书") == "FILED"
    await done(officer("o_sup"), "BEGIN_INVESTIGATION", **two)
    await done(officer("o_chief"), "SEND_TO_ADJUDICATION", team="ADJUDICATION", paper="移送审理函")
    await done(officer("o_adj"), "ACCEPT_FOR_ADJUDICATION")
    await done(officer("o_adj"), "PROPOSE_DECISION", paper="审理报告")
    assert await done(officer("o_chief"), "DECIDE", paper="处分决定") == "DECIDED"
    await done(officer("o_pet"), "TELL_ACCEPTED")
    assert await done(officer("o_pet"), "TELL_RESULT") == "DECIDED"
    await done(officer("o_adj"), "EXECUTE")
    assert await done(officer("o_case"), "ARCHIVE") == "ARCHIVED"

    clue = await shown(officer("o_chief"))

    steps = clue["steps"]
    assert (clue["stage"], clue["heldBy"], clue["disposal"], len(steps)) == ("ARCHIVED", "ADJUDICATION", None, 19)
    assert [one["stage"] for one in steps[:-1]] == [other["before"] for other in steps[1:]]
    assert {each["limit"]: each["state"] for each in clue["deadlines"]} == {
        "SIGNED_FOR": "MET", "DISPOSAL_PROPOSED": "MET", "VERIFIED": "MET", "INVESTIGATED": "MET", "ADJUDICATED": "MET",
        "EXECUTED": "MET", "RESULT_TOLD": "MET",
    }  # fmt: skip
    assert not [each for each in clue["allowedActions"] if each["allowed"]]


@pytest.mark.parametrize("name", STAFF)
async def test_what_is_said_to_be_allowed_is_allowed_and_nothing_else(name: str, officer: As) -> None:
    await done(officer("o_pet"), "SCREEN")
    clue = await shown(officer(name))

    if clue is None:
        assert (await act(officer(name), "REFUSE"))["__typename"] == "ClueNotVisible"
        return
    for each in clue["allowedActions"]:
        if not each["allowed"]:
            answer = await act(officer(name), each["action"])
            assert (answer["__typename"], answer["mend"]) in (
                ("ClueActNotNow", each["reason"]), ("ClueActNotYours", each["reason"]), ("ClueSameHand", each["reason"]),
            )  # fmt: skip
    allowed = {each["action"] for each in clue["allowedActions"] if each["allowed"]}
    assert allowed == {
        "o_pet": {"REFUSE", "KEEP_REPEAT", "FORWARD_UP", "PASS_TO_REGISTER", "TELL_ACCEPTED"},
        "o_case": {"URGE"}, "o_case2": {"URGE"}, "o_both": {"URGE"},
        "o_lead": {"FORWARD_DOWN", "SET_DUE", "PAUSE", "EXTEND"}, "o_chief": {"FORWARD_DOWN", "SET_DUE", "PAUSE", "EXTEND"},
    }.get(name, set())  # fmt: skip


async def test_registering_handling_and_reviewing_are_separate_hands(officer: As) -> None:
    await done(officer("o_both"), "PROPOSE_ASSIGNMENT", "clue_N", team="SUPERVISION_1")
    await done(officer("o_chief"), "APPROVE_ASSIGNMENT", "clue_N")
    assert (await act(officer("o_both"), "SIGN_FOR", "clue_N"))["__typename"] == "ClueSameHand"
    await to_disposal(officer, "PRELIM_VERIFY")
    await done(officer("o_sup"), "BEGIN_VERIFICATION", paper="初核方案", officers=["o_sup2", "o_adj"])
    await done(officer("o_sup"), "REPORT_VERIFICATION", paper="初核报告")
    await done(officer("o_chief"), "FILE_CASE", paper="立案决定书")
    await done(officer("o_sup"), "BEGIN_INVESTIGATION", paper="方案", officers=["o_sup", "o_sup2"])
    await done(officer("o_chief"), "SEND_TO_ADJUDICATION", team="ADJUDICATION", paper="移送审理函")
    # Who was named to verify had a hand in it, whoever pressed the button.
    assert (await act(officer("o_adj"), "ACCEPT_FOR_ADJUDICATION"))["__typename"] == "ClueSameHand"
    await done(officer("o_adj2"), "ACCEPT_FOR_ADJUDICATION")
    await done(officer("o_adj2"), "PROPOSE_DECISION", paper="审理报告")
    await done(officer("o_chief"), "DECIDE", paper="处分决定")
    for busy in ("o_adj2", "o_sup2", "o_adj"):
        assert (await act(officer("o_chief"), "RECONSIDER", officers=["o_inv", busy]))["__typename"] == "ClueNeedsMore"
    assert await done(officer("o_chief"), "RECONSIDER", officers=["o_inv", "o_inv2"]) == "RECONSIDERATION"


async def test_what_was_approved_is_carried_out_and_nothing_changes_beside_it(officer: As) -> None:
    await to_disposal(officer, "CLOSED")
    for name, action in (("o_case", "URGE"), ("o_chief", "PAUSE"), ("o_sup", "CLOSE")):
        given = {"id": "clue_L", "action": action, "reason": "x", "disposal": "PRELIM_VERIFY"}
        assert await officer(name).code(ACT, given) == "BAD_INPUT"
    assert (await act(officer("o_other"), "CLOSE"))["__typename"] == "ClueActNotYours"
    assert (await act(officer("o_sup"), "BEGIN_VERIFICATION", paper="x"))["__typename"] == "ClueActNotNow"
    assert await done(officer("o_sup"), "CLOSE") == "CLOSED"
    assert await done(officer("o_chief"), "CLARIFY", paper="澄清函") == "CLARIFIED"
    assert await done(officer("o_chief"), "REOPEN", paper="新证据") == "REGISTERED"


@pytest.mark.parametrize("team", ["AUDIT", "IT", "PETITION", "ADJUDICATION", "NOBODY", "CHIEF"])
async def test_a_clue_is_proposed_only_for_teams_that_handle_clues(team: str, officer: As) -> None:
    answer = await act(officer("o_case"), "PROPOSE_ASSIGNMENT", "clue_R", team=team)

    assert answer["__typename"] == "ClueNeedsMore"


async def test_what_an_act_needs_is_asked_for(officer: As) -> None:
    await to_disposal(officer, "PRELIM_VERIFY")
    for said in ({}, {"paper": "方案"}, {"paper": "方案", "officers": ["o_sup", "o_sup"]}, {"paper": "方案", "officers": ["o_sup", "nobody"]},
                 {"paper": " ", "officers": ["o_sup", "o_sup2"]}):  # fmt: skip
        assert (await act(officer("o_sup"), "BEGIN_VERIFICATION", **said))["__typename"] == "ClueNeedsMore"
    assert (await act(officer("o_sup"), "BEGIN_VERIFICATION", reason=" "))["__typename"] == "ClueReasonMissing"
    assert (await shown(officer("o_sup")))["stage"] == "DISPOSAL_APPROVED"


async def test_an_act_counts_once_by_its_key_and_not_over_anothers(officer: As) -> None:
    first = await act(officer("o_pet"), "SCREEN", clientKey="k1", seen="RECEIVED")
    again = await act(officer("o_pet"), "SCREEN", clientKey="k1", seen="RECEIVED")
    late = await act(officer("o_pet"), "REFUSE", seen="RECEIVED")

    assert first == again
    assert late["__typename"] == "ClueOvertaken"
    assert len((await shown(officer("o_pet")))["steps"]) == 1
    wrong = {"id": "clue_L", "action": "REFUSE", "reason": "x", "clientKey": "k1"}
    assert await officer("o_pet").code(ACT, wrong) == "CONFLICT"


async def test_who_holds_a_clue_reads_it_as_long_as_it_is_held(officer: As) -> None:
    assert await shown(officer("o_sup"), "XS-R") is None
    await done(officer("o_case"), "PROPOSE_ASSIGNMENT", "clue_R", team="SUPERVISION_1")
    assert await shown(officer("o_sup"), "XS-R") is None
    await done(officer("o_chief"), "APPROVE_ASSIGNMENT", "clue_R")

    await asyncio.sleep(0.3)  # a viewer's rights are remembered for a moment
    held = await shown(officer("o_sup"), "XS-R")
    assert (held["stage"], held["heldBy"], held["steps"][0]["toTeam"]) == ("ASSIGNED", "SUPERVISION_1", "SUPERVISION_1")
    assert await shown(officer("o_other"), "XS-R") is None
    await done(officer("o_sup"), "SEND_BACK", "clue_R", clientKey="back")
    await asyncio.sleep(0.3)
    assert await shown(officer("o_sup"), "XS-R") is None
    assert await done(officer("o_case"), "URGE", "clue_R") == "REGISTERED"
    assert (await shown(officer("o_case"), "XS-R"))["heldBy"] is None


async def test_who_holds_a_clue_carries_out_the_decision_on_it(officer: As) -> None:
    two: dict[str, Any] = {"paper": "方案", "officers": ["o_sup", "o_sup2"]}
    await to_disposal(officer, "PRELIM_VERIFY", "clue_R")
    await done(officer("o_sup"), "BEGIN_VERIFICATION", "clue_R", **two)
    await done(officer("o_sup"), "REPORT_VERIFICATION", "clue_R", paper="初核报告")
    await done(officer("o_chief"), "FILE_CASE", "clue_R", paper="立案决定书")
    await done(officer("o_sup"), "BEGIN_INVESTIGATION", "clue_R", **two)
    await done(officer("o_chief"), "SEND_TO_ADJUDICATION", "clue_R", team="ADJUDICATION", paper="移送审理函")
    assert (await act(officer("o_adj"), "EXECUTE", "clue_R"))["__typename"] in ("ClueNotVisible", "ClueActNotNow")
    await asyncio.sleep(0.3)  # a viewer's rights are remembered for a moment
    await done(officer("o_adj"), "ACCEPT_FOR_ADJUDICATION", "clue_R")
    await done(officer("o_adj"), "PROPOSE_DECISION", "clue_R", paper="审理报告")
    await done(officer("o_chief"), "DECIDE", "clue_R", paper="处分决定")

    # Only the holding opens it to adjudication: no rule of its readers does.
    assert await done(officer("o_adj"), "EXECUTE", "clue_R") == "EXECUTING"
    assert (await act(officer("o_inv"), "URGE", "clue_R"))["__typename"] == "ClueNotVisible"


async def test_papers_of_a_verification_are_for_who_sees_such_data(officer: As) -> None:
    await to_disposal(officer, "PRELIM_VERIFY")
    await done(officer("o_sup"), "BEGIN_VERIFICATION", paper="初核方案", officers=["o_sup", "o_sup2"])

    for name, sees in (("o_sup", True), ("o_chief", True), ("o_case", False), ("o_pet", False)):
        step = (await shown(officer(name)))["steps"][-1]
        assert (step["action"], step["paper"], step["reason"]) == (
            "BEGIN_VERIFICATION", "初核方案" if sees else None, "按程序办理" if sees else None,
        )  # fmt: skip


async def test_a_clue_of_a_source_begins_where_the_source_says(officer: As) -> None:
    held = await shown(officer("o_case"), "XS-M")
    assert (held["stage"], held["heldBy"]) == ("SIGNED_FOR", "SUPERVISION_1")
    assert (await shown(officer("o_case"), "XS-N"))["stage"] == "REGISTERED", (
        "nobody has it, so it waits in the register"
    )
    assert (await shown(officer("o_case"), "XS-R"))["stage"] == "REGISTERED"
    found = await officer("o_case").ask("{ clues(filter: {stage: [RECEIVED, SIGNED_FOR]}) { nodes { number } } }")
    assert {each["number"] for each in found["clues"]["nodes"]} == {"XS-L", "XS-M"}
