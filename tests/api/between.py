"""Two people who hang together in many ways, and how the paths between them are asked for."""

from datetime import date, datetime
from typing import Any

from tests.api.conftest import Caller, staffed
from tests.sketch import Sketch
from tests.world import NOBODY

_GIVEN = """$from: ID!, $to: ID!, $maxHops: Int, $first: Int, $types: [String!], $notTypes: [String!], $throughKinds: [Kind!],
  $notThroughKinds: [Kind!], $through: [ID!], $notThrough: [ID!], $since: Date, $until: Date, $withUndated: Boolean"""
_HANDED = """from: $from, to: $to, maxHops: $maxHops, first: $first, types: $types, notTypes: $notTypes, throughKinds: $throughKinds,
  notThroughKinds: $notThroughKinds, through: $through, notThrough: $notThrough, since: $since, until: $until, withUndated: $withUndated"""
PAGE = f"""query({_GIVEN}, $after: String) {{ pathsConnection({_HANDED}, after: $after) {{
  totalCount totalIsExact searchedHops leftOut {{ node {{ id }} ties sentence sentenceZh }}
  pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }}
  edges {{ cursor mostTies node {{ nodes {{ id caption }} edges {{ id type source target }} sentence sentenceZh
    hops {{ count edges {{ id type }} sentence sentenceZh }} }} }} }} }}"""
LIST = f"query({_GIVEN}) {{ paths({_HANDED}) {{ nodes {{ id }} sentence sentenceZh }} }}"
ENDS = {"from": "person_a", "to": "person_b"}


def drawn() -> Sketch:
    """Return two people who share a clue, a phone, a car and an office, and hang together over others too."""
    sketch = staffed()
    people = dict(zip("abcde", ("张甲", "李乙", "王丙", "赵丁", "孙戊"), strict=True))
    a, b, c, d, e = (sketch.node("Person", key, name=name) for key, name in people.items())
    clue = sketch.node("Clue", "both", number="XS-001", title="反映张甲", received_on=date(2025, 3, 1))
    sketch.names(clue, a, role="SUBJECT", as_named="张某")
    sketch.names(clue, a, role="WITNESS")
    sketch.names(clue, b, role="SUBJECT")
    shared = sketch.node("Phone", "shared", phone_number="13800000001")
    sketch.tie("USES_PHONE", a, shared, valid_from=date(2019, 1, 1), valid_to=date(2020, 12, 31))
    sketch.tie("USES_PHONE", b, shared, valid_from=date(2020, 6, 1))
    other = sketch.node("Phone", "other", phone_number="13800000000")
    sketch.tie("USES_PHONE", a, other)
    sketch.tie("USES_PHONE", b, other)
    office = sketch.node("Unit", "office", name="云江市财政局", uscc="91110000600037341L")
    for person in (a, b, *(sketch.node("Person", f"staff{place}", name=f"职员{place}") for place in range(8))):
        sketch.tie("HOLDS_POST", person, office, post="科员", valid_from=date(2018, 5, 1))
    car = sketch.node("Vehicle", "car", plate="赣K12345")
    sketch.tie("OWNED_BY", car, a, valid_from=date(2022, 1, 1))
    trip = sketch.node("Trip", "drive", trip_number="T1", occurred_at=datetime(2022, 5, 1, 8))
    sketch.tie("DRIVEN_WITH", trip, car)
    sketch.tie("DRIVEN_BY", trip, b)
    sketch.tie("KIN_OF", a, c, relation="SIBLING")
    sketch.tie("KNOWS", c, d, word="同学")
    sketch.tie("KNOWS", d, e)
    sketch.tie("KNOWS", e, b)
    firm = sketch.node("Unit", "firm", name="恒光电力")
    sketch.tie("HOLDS_SHARE", c, firm, ratio=30.0)
    sketch.tie("OFFICER_OF", b, firm, role="LEGAL_PERSON")
    sketch.node("Person", "secret", NOBODY, name="秘密")
    sketch.node("Person", "alone", name="独人")
    return sketch


async def page(caller: Caller, **given: Any) -> dict[str, Any]:
    return dict((await caller.ask(PAGE, {**ENDS, "first": 100, **given}))["pathsConnection"])


async def between(caller: Caller, **given: Any) -> list[str]:
    """Return what lies between the ends on each path, one after the other."""
    found = await page(caller, **given)
    return [" ".join(node["id"] for node in edge["node"]["nodes"][1:-1]) for edge in found["edges"]]


OVER_ONE = ["phone_other", "phone_shared", "clue_both", "unit_office"]
OVER_TWO = ["vehicle_car trip_drive", "person_c unit_firm"]
