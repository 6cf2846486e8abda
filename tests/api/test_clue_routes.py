"""Whom a clue may be given to follows from who watches over its units; whose hands it was in is told back to its receipt."""

from datetime import date
from typing import Any

import pytest

from graph_service.embedded import Running
from graph_service.graph import Writer
from tests.api.conftest import As, draw_anew
from tests.clue_life import act, done, draw_commission
from tests.sketch import Sketch

REGISTER = 3  # the readers of clue R
ROUTES = "query($n: String!) { clue(number: $n) { routes(first: 20) { team ground isStationed unit { name } above { name } person { name } } } }"
CUSTODY = """query($n: String!) { clue(number: $n) { custody { team duty since until action by signedForBy signedForOn }
  tookIn(first: 9) { action by clue { number } } } }"""


def draw() -> Sketch:
    """Return the commission with units: a hospital under a bureau that a stationed team watches over, a school in another area."""
    sketch = draw_commission()
    stationed = sketch.node("Team", "STATIONED_7", team_code="STATIONED_7", team_name="派驻第七组", channel="STATIONED")
    bureau = sketch.node("Unit", "bureau", name="某局", area_code="360502")
    hospital = sketch.node("Unit", "hospital", name="某医院", area_code="360502")
    school = sketch.node("Unit", "school", name="某学校", area_code="360521")
    college = sketch.node("Unit", "college", name="某学院", area_code="360521")
    sketch.tie("UNDER", hospital, bureau)
    sketch.tie("OVERSEES", stationed, bureau)
    sketch.tie("OVERSEES", "team_SUPERVISION_1", hospital)
    sketch.tie("OVERSEES", "team_INVESTIGATION_1", hospital, valid_to=date(2020, 1, 1))
    sketch.tie("OVERSEES", "team_SUPERVISION_2", college)
    sketch.tie("OVERSEES", "team_AUDIT", hospital, REGISTER)
    head = sketch.node("Person", "head", name="张某")
    sketch.tie("HOLDS_POST", head, hospital, post="院长")
    sketch.tie("HOLDS_POST", head, school, post="教师", valid_to=date(2019, 1, 1))
    sketch.names("clue_L", head, role="SUBJECT")
    sketch.names("clue_N", school, role="SUBJECT_UNIT")
    sketch.names("clue_N", hospital, role="INVOLVED")
    return sketch


@pytest.fixture(scope="module", autouse=True)
def commission(server: Running, writer: Writer) -> None:
    draw_anew(server, writer, draw())


@pytest.fixture(autouse=True)
def afresh(writer: Writer) -> None:
    writer.run_write("MATCH (s:ClueStep|ClueBook|Notice|NoticeBook) DETACH DELETE s")


async def test_who_watches_over_the_unit_comes_before_who_watches_over_the_one_above(officer: As) -> None:
    found = (await officer("o_pet").ask(ROUTES, {"n": "XS-L"}))["clue"]["routes"]

    assert found == [
        {"team": "AUDIT", "ground": "OVERSEES_UNIT", "isStationed": False, "unit": {"name": "某医院"}, "above": None, "person": {"name": "张某"}},
        {"team": "SUPERVISION_1", "ground": "OVERSEES_UNIT", "isStationed": False, "unit": {"name": "某医院"}, "above": None,
         "person": {"name": "张某"}},
        {"team": "STATIONED_7", "ground": "OVERSEES_SUPERIOR", "isStationed": True, "unit": {"name": "某医院"}, "above": {"name": "某局"},
         "person": {"name": "张某"}},
    ]  # fmt: skip
    seen = (await officer("o_sup").ask(ROUTES, {"n": "XS-L"}))["clue"]["routes"]
    assert [each["team"] for each in seen] == ["SUPERVISION_1", "STATIONED_7"], (
        "what the officer may not read is no ground"
    )


async def test_where_nobody_watches_over_a_unit_who_watches_over_its_area_is_proposed(officer: As) -> None:
    found = (await officer("o_case").ask(ROUTES, {"n": "XS-N"}))["clue"]["routes"]

    assert [(each["team"], each["ground"], each["unit"]["name"]) for each in found] == [
        ("SUPERVISION_2", "OVERSEES_AREA", "某学校")
    ]


async def test_a_chain_of_hands_has_no_gap_and_no_reporter(officer: As, writer: Writer) -> None:
    writer.run_write("MATCH (c:Clue {number: 'XS-L'}) SET c.received_on = date('2026-01-05')")
    await done(officer("o_pet"), "SCREEN")
    await done(officer("o_pet"), "PASS_TO_REGISTER")
    await done(officer("o_case"), "PROPOSE_ASSIGNMENT", team="SUPERVISION_1")
    await done(officer("o_chief"), "APPROVE_ASSIGNMENT")
    await done(officer("o_sup"), "SIGN_FOR")
    await done(officer("o_sup"), "SEND_BACK")
    kept = (await officer("o_case").ask(CUSTODY, {"n": "XS-L"}))["clue"]["custody"]

    assert [(each["team"] or each["duty"], each["action"], each["by"], each["signedForBy"]) for each in kept] == [
        ("TAKE_PETITIONS", "SOURCE", None, None), ("KEEP_REGISTER", "PASS_TO_REGISTER", "o_pet", None),
        ("SUPERVISION_1", "APPROVE_ASSIGNMENT", "o_chief", "o_sup"), ("KEEP_REGISTER", "SEND_BACK", "o_sup", None),
    ]  # fmt: skip
    assert [each["until"] for each in kept] == [*(each["since"] for each in kept[1:]), None]
    assert kept[0]["since"] == "2026-01-05"


async def test_a_team_sends_a_clue_back_twice_then_the_register_recalls_it(officer: As) -> None:
    await done(officer("o_pet"), "SCREEN")
    await done(officer("o_pet"), "PASS_TO_REGISTER")
    answers: list[Any] = []
    for _ in range(3):
        await done(officer("o_case"), "PROPOSE_ASSIGNMENT", team="SUPERVISION_1")
        await done(officer("o_chief"), "APPROVE_ASSIGNMENT")
        answers.append((await act(officer("o_sup"), "SEND_BACK"))["__typename"])

    assert answers == ["Clue", "Clue", "ClueActNotNow"]
    assert (await act(officer("o_case"), "RECALL"))["__typename"] == "ClueNeedsMore"
    assert await done(officer("o_case"), "RECALL", paper="改派意见") == "REGISTERED"


async def test_who_handed_a_clue_over_is_answered_and_others_are_not(officer: As) -> None:
    assert (await act(officer("o_case"), "ANSWER_ORIGIN", paper="函"))["__typename"] == "ClueActNotNow"
    assert await done(officer("o_case"), "ANSWER_ORIGIN", "clue_R", paper="移送反馈函") == "REGISTERED"


async def test_what_is_merged_leaves_a_trace_on_the_other_clue(officer: As) -> None:
    await done(officer("o_case"), "MERGE", "clue_N", other="clue_L")
    shown = (await officer("o_case").ask(CUSTODY, {"n": "XS-L"}))["clue"]["tookIn"]
    await done(officer("o_case"), "MERGE", "clue_R", other="clue_L")
    seen = (await officer("o_sup").ask(CUSTODY, {"n": "XS-L"}))["clue"]["tookIn"]

    assert shown == [{"action": "MERGE", "by": "o_case", "clue": {"number": "XS-N"}}]
    assert seen == shown, "what the officer may not read is not told of"
