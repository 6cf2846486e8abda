"""A number is found in any case and width wherever one is taken; where it is there as it was written, that is meant."""

from typing import Any

import pytest

from tests.api.conftest import Caller, InNewGraph, staffed
from tests.sketch import Sketch
from tests.world import NOBODY

_CODE = "91360502MA5EJYXH44"
_PERSON = "36050219800101123X"


def drawn() -> Sketch:
    sketch = staffed()
    clue = sketch.node("Clue", "one", number="XS-2024-0001")
    sketch.node("Clue", "upper", number="AB-9")
    sketch.node("Clue", "lower", number="ab-9")
    sketch.node("Clue", "mixed", number="Qz-〔2024〕7b")
    sketch.node("Clue", "wide", number="ＧＺ-12")
    sketch.node("Clue", "shown", number="hid-1")
    sketch.node("Clue", "hidden", NOBODY, number="HID-1")
    unit = sketch.node("Unit", "one", name="甲局", uscc=_CODE)
    person = sketch.node("Person", "one", name="张一", id_number=_PERSON)
    sketch.node("Person", "other", name="张二", id_number="36050219800101100X")
    vehicle = sketch.node("Vehicle", "one", plate="赣K1A23B")
    sketch.node("Phone", "one", phone_number="13812345678")
    sketch.node("Account", "one", account_number="6222021234567890123")
    sketch.node("FuelCard", "one", card_number="1000113600000123456")
    sketch.node("Place", "one", address="甲市乙街2号")
    sketch.node("Team", "lower", team_code="x_team")
    sketch.node("InspectionRound", "one", round_code="R24a")
    sketch.node("Project", "one", project_number="gc-2024a")
    sketch.node("Invoice", "one", invoice_number="FP00A1")
    sketch.names(clue, unit, person, vehicle)
    return sketch


@pytest.fixture(scope="module")
def caller(in_new_graph: InNewGraph) -> Caller:
    return in_new_graph(drawn())


@pytest.mark.parametrize(("given", "uid"), [
    ("clue:xs-2024-0001", "clue_one"),
    ("clue：ＸＳ－２０２４－０００１", "clue_one"),
    ("Clue:Xs-2024-0001", "clue_one"),
    ("clue:AB-9", "clue_upper"),
    ("clue:ab-9", "clue_lower"),
    ("clue:Ab-9", "clue_upper"),
    ("clue:QZ-〔2024〕7B", "clue_mixed"),
    ("clue:gz-12", "clue_wide"),
    ("clue:HID-1", "clue_shown"),
    (f"unit:{_CODE.lower()}", "unit_one"),
    (f"person:{_PERSON.lower()}", "person_one"),
    ("vehicle:赣k1a23b", "vehicle_one"),
    ("team:X_TEAM", "team_lower"),
    ("round:r24A", "round_one"),
    ("project:ＧＣ-2024A", "project_one"),
    ("invoice:fp00a1", "invoice_one"),
])  # fmt: skip
async def test_a_number_in_any_case_is_found(given: str, uid: str, caller: Caller) -> None:
    assert (await caller.ask("query($id: ID!) { node(id: $id) { id } }", {"id": given}))["node"] == {"id": uid}


_ASKED = {
    "one": ("{ clue(number: $v) { id } }", "xs-2024-0001"),
    "one by code": ("{ unit(uscc: $v) { id } }", _CODE.lower()),
    "one by number": ("{ person(idNumber: $v) { id } }", _PERSON.lower()),
    "one by plate": ("{ vehicle(plate: $v) { id } }", "赣k1a23b"),
    "one by name of a root": ("{ inspectionRound(code: $v) { id } }", "R24A"),
    "one by id": ("{ project(id: $v) { id } }", "project:GC-2024A"),
    "list": ("{ projects(filter: {id: $v}) { nodes { id } } }", "project:GC-2024A"),
    "condition": ("{ clues(filter: {unit: $v}) { nodes { id } } }", f"unit:{_CODE.lower()}"),
    "condition in others": ("{ units(filter: {or: [{ids: [$v]}]}) { nodes { id } } }", f"unit:{_CODE.lower()}"),
    "connected": ("{ connectedMatters(id: $v) { totalCount } }", "clue:xs-2024-0001"),
    "around": ("{ expand(id: $v) { totalCount } }", "clue:xs-2024-0001"),
    "network": ("{ network(around: [$v]) { central { node { id } } } }", "clue:xs-2024-0001"),
    "paths": ('{ paths(from: $v, to: "unit_one") { sentence } }', "clue:xs-2024-0001"),
    "through": ('{ paths(from: "unit_one", to: "person_one", through: [$v]) { sentence } }', "clue:xs-2024-0001"),
    "audit": ("{ auditLinkedIssues(unit: $v) { totalCount } }", f"unit:{_CODE.lower()}"),
    "round": ("{ auditLinkedIssues(round: $v) { totalCount } }", "round:R24A"),
    "warned": ("{ earlyWarnings(unit: $v) { nodes { unit { id } } } }", f"unit:{_CODE.lower()}"),
    "search": ('{ search(text: "XS-2024", unit: $v) { nodes { id } } }', f"unit:{_CODE.lower()}"),
    "changes": ("{ changes(of: $v) { changes { id } } }", f"unit:{_CODE.lower()}"),
}


@pytest.mark.parametrize("name", _ASKED)
async def test_everywhere_it_is_as_if_it_were_written_so(name: str, caller: Caller) -> None:
    text, written = _ASKED[name]
    kind = "ID!" if "id: $v" in text or ":" in written else "String!"
    kept = {
        "xs-2024-0001": "XS-2024-0001", _CODE.lower(): _CODE, _PERSON.lower(): _PERSON, "赣k1a23b": "赣K1A23B",
        "R24A": "R24a", "GC-2024A": "gc-2024a",
    }  # fmt: skip
    prefix, colon, number = written.rpartition(":")

    async def asked(value: str) -> Any:
        return await caller.ask(f"query($v: {kind}) {text}", {"v": value})

    assert await asked(written) == await asked(f"{prefix}{colon}{kept[number]}")


async def test_what_is_not_there_in_any_case_stays_so(caller: Caller) -> None:
    assert await caller.code('{ node(id: "clue:zz-1") { id } }') == "NOT_FOUND"
    assert await caller.code('{ clues(filter: {unit: "unit:zz"}) { totalCount } }') == "NOT_FOUND"
    assert (await caller.ask('{ clue(number: "zz-1") { id } }'))["clue"] is None


@pytest.mark.parametrize(("asked", "told"), [
    ('unit(id: "link_0f")', "this is the id of a link; that of a unit is needed"),
    ('unit(id: "person_one")', "this is the id of a person; that of a unit is needed"),
    ('person(id: "load_0f")', "this is the id of a load; that of a person is needed"),
    ('link(id: "unit_one")', "this is the id of a unit; that of a link is needed"),
    ('series(id: "link_0f")', "this is the id of a link; that of a series is needed"),
    ('identityCandidate(id: "clue_one")', "this is the id of a clue; that of an identity candidate is needed"),
    ('expand(id: "load_0f")', "this is the id of a load; that of a record is needed"),
    ('connectedMatters(id: "series_0f")', "this is the id of a series; that of a matter is needed"),
])  # fmt: skip
async def test_the_refusal_says_which_kind_is_needed(asked: str, told: str, caller: Caller) -> None:
    (error,) = (await caller.answer(f"{{ {asked} {{ __typename }} }}"))["errors"]

    assert told in error["message"]
    assert error["extensions"]["code"] == "BAD_INPUT"


@pytest.mark.parametrize(("one", "many", "printed"), [
    ("vehicle(plate: {})", "vehicles(filter: {{plate: {}}})", "赣K·1A23B"),
    ("vehicle(plate: {})", "vehicles(filter: {{where: {{plate: {{eq: {}}}}}}})", "赣K 1a23b"),
    ("phone(number: {})", "phones(filter: {{number: {}}})", "+86 138-1234-5678"),
    ("account(number: {})", "accounts(filter: {{number: {}}})", "6222 0212 3456 7890 123"),
    ("fuelCard(cardNumber: {})", "fuelCards(filter: {{where: {{cardNumber: {{in: [{}]}}}}}})", "10001136-0000-0123456"),
    ("person(idNumber: {})", "people(filter: {{idNumber: {}}})", "360502 19800101 100x"),
    ("unit(uscc: {})", "units(filter: {{or: [{{uscc: {}}}]}})", "91360502 MA5EJYXH44"),
    ("place(address: {})", "places(filter: {{address: {}}})", " 甲市乙街２号 "),
])  # fmt: skip
async def test_a_number_is_found_as_it_is_printed(one: str, many: str, printed: str, caller: Caller) -> None:
    text = f'"{printed}"'
    found = await caller.ask(f"{{ one: {one.format(text)} {{ id }} many: {many.format(text)} {{ nodes {{ id }} }} }}")

    assert found["one"]
    assert found["many"]["nodes"] == [found["one"]]
