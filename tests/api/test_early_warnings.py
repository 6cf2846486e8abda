"""Early warning: each sign finds what was planted for it and leaves the near miss alone; what is hidden counts nothing."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from graph_service.cypher.warnings import ORANGE_FROM, RED_FROM, YELLOW_FROM, signs
from graph_service.graph import Writer
from tests.api.conftest import Caller, InNewGraph
from tests.sketch import EVERYONE, Sketch
from tests.world import NOBODY, READERS

ON = date(2025, 6, 30)
NOW, THEN, LONG_AGO = ON, ON - timedelta(90), ON - timedelta(180)  # last day of each time, the third outside both
_ASK = """query($unit: ID, $under: Boolean, $first: Int, $after: String) {
  earlyWarnings(unit: $unit, withUnder: $under, on: "2025-06-30", days: 90, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { unit { name } level points since until facts { sign points count sentence sentenceZh matters { number } } }
  }
}"""


class Planted:
    """Matters drawn about units, numbered as they come."""

    def __init__(self) -> None:
        self.sketch = Sketch(dict(READERS))
        team = self.sketch.node("Team", "DISC_1", team_code="DISC_1")
        self.sketch.tie("MEMBER_OF", self.sketch.node("Officer", "o_disc", officer_id="o_disc"), team)
        self.number = 0

    def unit(self, key: str) -> str:
        return self.sketch.node("Unit", key, name=key)

    def about(self, unit: str, label: str, day: date | None, audience: int = EVERYONE, **fields: Any) -> str:
        self.number += 1
        when = {"Clue": "received_on", "AuditFinding": "found_on", "InspectionIssue": "found_on"}.get(label)
        at = {"Ticket": "asked_at", "Alert": "raised_at"}.get(label)
        dated = {when: day} if when else {at: datetime(day.year, day.month, day.day, 9)} if at and day else {}
        matter = self.sketch.node(label, f"{self.number}", audience, number=f"N{self.number}", **dated, **fields)
        if unit:
            self.sketch.names(matter, unit, audience=audience, role="SUBJECT_UNIT")
        return matter


def drawn() -> Sketch:
    """Return for each sign a unit that it warns of, and one that it nearly warns of."""
    city = Planted()
    for now, then, key in ((4, 1, "channel hit"), (4, 4, "channel miss"), (2, 0, "channel few")):
        _rising(city, city.unit(key), "Clue", now, then, channel="PETITION")
    for now, then, key in ((3, 2, "complaint hit"), (3, 3, "complaint miss")):
        _rising(city, city.unit(key), "Ticket", now, then, category="COMPLAINT")
    _rising(city, city.unit("complaint consults"), "Ticket", 4, 0, category="CONSULT")
    for state, key in (("OPEN", "alert hit"), ("DISMISSED", "alert miss")):
        city.about(city.unit(key), "Alert", NOW, severity="HIGH", state=state)
    city.about("unit_alert hit", "Alert", THEN, severity="HIGH", state="OPEN")  # of the time before
    _rectification(city)
    _leaders(city)
    for channels, key in (
        (("PETITION", "AUDIT", "STATIONED"), "channels hit"),
        (("PETITION", "AUDIT", "AUDIT"), "channels miss"),
    ):
        for channel in city.unit(key) and channels:
            city.about(f"unit_{key}", "Clue", NOW, channel=channel)
    for states, key in ((("SENT_BACK", "SENT_BACK"), "answer hit"), (("SENT_BACK", "SOLVED"), "answer miss")):
        for state in city.unit(key) and states:
            city.about(f"unit_{key}", "Ticket", NOW, state=state, category="HELP")
    return city.sketch


def _rising(city: Planted, unit: str, label: str, now: int, then: int, **fields: Any) -> None:
    for day, number in ((NOW, now), (THEN, then), (LONG_AGO, 9)):
        for _ in range(number):
            city.about(unit, label, day, **fields)
    city.about(unit, label, NOW + timedelta(1), **fields)
    if label == "Clue":
        city.about(unit, label, NOW, **fields, disposal="CLOSED")


def _rectification(city: Planted) -> None:
    overdue, due = city.unit("overdue hit"), city.unit("overdue miss")
    city.about(overdue, "AuditFinding", LONG_AGO, due_on=NOW - timedelta(1), rectification="GOING_ON")
    city.about(overdue, "InspectionIssue", None, due_on=LONG_AGO)
    city.about(due, "AuditFinding", LONG_AGO, due_on=NOW, rectification="NOT_DONE")
    city.about(due, "AuditFinding", LONG_AGO, due_on=THEN, rectification="CHECKED_OFF")
    city.about(due, "InspectionIssue", LONG_AGO, due_on=THEN, closed_on=THEN)
    city.about(due, "Clue", LONG_AGO, due_on=THEN)  # the deadline of a disposal, not of a rectification
    for key, state, closed in (
        ("back hit", "CHECKED_OFF", THEN),
        ("back miss", "GOING_ON", None),
        ("back late", "DONE", NOW),
    ):
        unit = city.unit(key)
        earlier = city.about(unit, "AuditFinding", LONG_AGO, rectification=state, closed_on=closed)
        city.sketch.tie(
            "REPEATS", city.about(unit, "InspectionIssue", NOW - timedelta(5), rectification="DONE"), earlier
        )


def _leaders(city: Planted) -> None:
    for key, leads, ended, role in (
        ("leader hit", True, None, "SUBJECT"), ("leader miss", False, None, "SUBJECT"),
        ("leader gone", True, THEN, "SUBJECT"), ("leader witness", True, None, "WITNESS"),
    ):  # fmt: skip
        person = city.sketch.node("Person", key, name=f"head of {key}")
        city.sketch.tie("HOLDS_POST", person, city.unit(key), is_top_leader=leads, post="局长", valid_to=ended)
        city.sketch.names(city.about("", "Clue", NOW), person, role=role)


EXPECTED: dict[str, dict[str, list[int]]] = {  # points and matters of each fact
    "channel hit": {"channel_rising": [3, 4]},
    "complaint hit": {"complaints_rising": [1, 3]},
    "alert hit": {"open_alerts": [3, 1]},
    "overdue hit": {"overdue_rectification": [4, 2]},
    "back hit": {"back_after_rectification": [3, 1]},
    "leader hit": {"leaders_concerned": [3, 1]},
    "channels hit": {"several_channels": [2, 3]},
    "answer hit": {"answers_sent_back": [2, 2]},
}


@pytest.fixture(scope="module")
def caller(in_new_graph: InNewGraph) -> Caller:
    return in_new_graph(drawn())


async def warned(caller: Caller, **given: Any) -> dict[str, Any]:
    return dict((await caller.ask(_ASK, given))["earlyWarnings"])


async def test_each_sign_finds_what_was_planted_and_leaves_near_misses_alone(caller: Caller) -> None:
    found = await warned(caller)

    told = {
        row["unit"]["name"]: {fact["sign"]: [fact["points"], fact["count"]] for fact in row["facts"]}
        for row in found["nodes"]
    }
    assert told == EXPECTED
    assert {sign for facts in told.values() for sign in facts} == signs().keys(), "each sign has its case"
    points = [row["points"] for row in found["nodes"]]
    assert points == sorted(points, reverse=True)
    assert found["totalCount"] == len(EXPECTED)
    levels = {row["points"]: row["level"] for row in found["nodes"]}
    assert levels == {each: "YELLOW" if each >= YELLOW_FROM else "GREEN" for each in levels}


async def test_a_fact_is_told_in_both_languages_with_its_matters(caller: Caller) -> None:
    (row,) = (await warned(caller, unit="unit_leader hit"))["nodes"]
    (rising,) = (await warned(caller, unit="unit_channel hit"))["nodes"]

    (fact,) = row["facts"]
    assert (row["since"], row["until"]) == ("2025-04-01", "2025-06-30")
    assert fact["sentence"] == "Matters since 2025-04-01 that concern head of leader hit, who leads the unit (局长): 1"
    assert fact["sentenceZh"] == "2025-04-01以来1件事项涉及主要负责人head of leader hit（局长）"
    assert len(fact["matters"]) == fact["count"]
    assert rising["facts"][0]["sentenceZh"] == "2025-04-01以来信访举报事项4件，上一同等时段1件"


async def test_a_unit_of_which_nothing_warns_is_green_when_asked_for(caller: Caller) -> None:
    (row,) = (await warned(caller, unit="unit_leader miss"))["nodes"]

    assert (row["level"], row["points"], row["facts"]) == ("GREEN", 0, [])
    assert await caller.code(_ASK, {"unit": "unit_nobody"}) == "NOT_FOUND"
    assert await caller.code(_ASK, {"unit": "clue_1"}) == "BAD_INPUT"
    assert await caller.code(_ASK, {"under": True}) == "BAD_INPUT"


async def test_pages_follow_each_other(caller: Caller) -> None:
    first = await warned(caller, first=3)
    rest = await warned(caller, first=100, after=first["pageInfo"]["endCursor"])

    names = [row["unit"]["name"] for page in (first, rest) for row in page["nodes"]]
    assert sorted(names) == sorted(EXPECTED)


async def test_a_superior_counts_the_units_under_it_if_asked_and_hidden_matters_never(
    caller: Caller, writer: Writer
) -> None:
    before = await caller.answer(_ASK, {})
    more = Planted()
    more.number = 900
    top = more.unit("top")
    for key in ("alert hit", "overdue hit", "leader hit"):
        more.sketch.tie("UNDER", more.unit(f"{key} part"), top)
        more.about(f"unit_{key} part", "Alert", NOW, severity="HIGH")
    for _ in range(5):
        more.about("unit_top", "Alert", NOW, NOBODY, severity="HIGH")
    (
        more.sketch.nodes.pop("Officer"),
        more.sketch.nodes.pop("Team"),
        more.sketch.ties.pop(("MEMBER_OF", "Officer", "Team")),
    )
    more.sketch.write(writer)

    (alone,) = (await warned(caller, unit="unit_top"))["nodes"]
    (whole,) = (await warned(caller, unit="unit_top", under=True))["nodes"]

    assert (alone["points"], alone["level"]) == (0, "GREEN")
    assert (whole["points"], whole["facts"][0]["count"]) == (6, 3), "three times three points, at most six"
    assert whole["level"] == (
        "RED" if whole["points"] >= RED_FROM else "ORANGE" if whole["points"] >= ORANGE_FROM else "YELLOW"
    )
    after = await caller.ask(_ASK, {})
    kept = [row for row in after["earlyWarnings"]["nodes"] if row["unit"]["name"] in EXPECTED]
    assert kept == before["data"]["earlyWarnings"]["nodes"]
