"""Alerts of comparison models in the API: who is told of them, by any way there is, and what each of them says."""

from functools import partial
from typing import Any

import httpx
import pytest

from graph_service.api.plan.context import QueryContext
from graph_service.cypher.files import query
from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.migrations import migrate
from graph_service.models.model_file import read_models
from graph_service.rights.viewer import Tokens, Viewer
from graph_service.search.keeping import keep_search_keys
from tests.api.asked import KEY
from tests.api.conftest import Caller
from tests.api.test_drawn_operations import compare
from tests.conftest import wipe
from tests.graph.models.keeping import keep
from tests.graph.models.notation import draw
from tests.operations import Operation

_READERS = {1: ["EVERYONE"], 2: ["DISC_1"], 3: ["TOUR_1"], 4: ["DISC_1", "TOUR_1"], 5: ["AUDIT", "DISC_1"]}
_CITY = """
Officer o_disc MEMBER_OF d; Officer o_tour MEMBER_OF t; Officer o_audit MEMBER_OF a
Team d team_code=DISC_1; Team t team_code=TOUR_1; Team a team_code=AUDIT
Vehicle A1 tank_litres=70 OWNED_BY U1; Unit U1 name=云江市住建局
Vehicle A2 tank_litres=70 audience=2; Vehicle A3 tank_litres=70 audience=3; Vehicle A5 tank_litres=70 audience=5
Refuelling F1 litres=90 REFUELLED A1
Refuelling F2 litres=90 audience=2 REFUELLED A1 audience=2
Refuelling F3 litres=90 audience=4 REFUELLED A2 audience=4
Refuelling F4 litres=90 audience=2 REFUELLED A3 audience=3
Refuelling F5 litres=90 audience=5 REFUELLED A5 audience=5
Refuelling F6 litres=90 audience=5 REFUELLED A1 audience=5
Refuelling F7 litres=72 REFUELLED A1
Clue L1 text=反映住建局 NAMES U1
"""
# What each officer may read all of: rows, the car that the alert names, and the tie between them. The audit office sees no alert.
_TOLD: dict[str, set[str]] = {"o_disc": {"F1", "F2", "F3", "F5", "F6"}, "o_tour": {"F1"}, "o_audit": set()}
_ALERTS = """{ alerts(filter: {model: ["V1", "T5"]}) { totalCount nodes {
  number model modelVersion parameters text
  firedOn { rowSource rowKey record { __typename id ... on Refuelling { receiptNumber litres } } }
  names { role entity { id caption } }
} } }"""

_DRY_RUN = """query($model: String! = "V1", $factor: String! = "1.05") {
  it: modelDryRun(model: $model, parameters: [{name: "tank_factor", value: $factor}]) { model found standing fresh gone
    settings { name value isUsual } goneAlerts { number } hits { key sentence sentenceZh isFresh named { id } records { id } } } }"""


@pytest.fixture(scope="module")
def city(server: Running, writer: Writer) -> dict[str, str]:
    """The city with its alerts kept; their numbers by the receipt that fired."""
    wipe(server, writer)
    migrate(writer)
    draw(writer, _CITY, _READERS)
    assert keep(writer, "V1").unread == 1
    keep_search_keys(writer)
    writer.run_schema("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    rows = writer.run_read("MATCH (a:Alert) RETURN a.source_key AS key, a.number AS number")[0]
    return {row["key"].partition("|")[2]: row["number"] for row in rows}


@pytest.fixture(params=list(_TOLD))
def officer(request: pytest.FixtureRequest, city: dict[str, str]) -> str:
    return str(request.param)


@pytest.fixture
def caller(officer: str, client: httpx.AsyncClient, tokens: Tokens) -> Caller:
    return Caller(client, tokens.sign(officer))


def receipts(page: dict[str, Any]) -> set[str]:
    return {fired["rowKey"] for alert in page["nodes"] for fired in alert["firedOn"]}


async def test_a_list_holds_the_alerts_whose_rows_one_may_all_read(officer: str, caller: Caller) -> None:
    page = (await caller.ask(_ALERTS))["alerts"]

    assert receipts(page) == _TOLD[officer]
    assert page["totalCount"] == len(_TOLD[officer])
    for alert in page["nodes"]:
        (fired,) = alert["firedOn"]
        assert fired["record"] == {
            "__typename": "Refuelling", "id": f"refuelling_{fired['rowKey']}", "receiptNumber": fired["rowKey"], "litres": 90.0,
        }  # fmt: skip
        assert (fired["rowSource"], alert["model"], alert["modelVersion"]) == ("drawn", "V1", 1)
        assert alert["parameters"] == '{"tank_factor": 1.05}'


async def test_alerts_of_models_are_matters_like_others(officer: str, caller: Caller) -> None:
    asked = "{ matters { totalCount nodes { __typename } } alerts: matters(filter: {kinds: [ALERT]}) { totalCount } clues { totalCount } }"
    found = await caller.ask(asked)

    alerts = len(_TOLD[officer])
    assert found["alerts"]["totalCount"] == alerts
    assert found["matters"]["totalCount"] == alerts + found["clues"]["totalCount"]
    assert len(found["matters"]["nodes"]) == found["matters"]["totalCount"]


async def test_one_alert_is_there_or_looks_as_if_it_were_not(
    officer: str, caller: Caller, city: dict[str, str]
) -> None:
    for receipt, number in city.items():
        told = await caller.ask("query($n: String!) { alert(number: $n) { number } }", {"n": number})
        by_id = await caller.answer("query($n: ID!) { node(id: $n) { id } }", {"n": f"alert:{number}"})

        assert (told["alert"] is not None) == (receipt in _TOLD[officer])
        assert ("errors" not in by_id) == (receipt in _TOLD[officer])


async def test_no_other_way_tells_of_a_hidden_alert(officer: str, caller: Caller, city: dict[str, str]) -> None:
    hidden = {number for receipt, number in city.items() if receipt not in _TOLD[officer]}
    document = """query($numbers: [String!]!) {
      search(text: "超过油箱", first: 100) { totalCount nodes { ... on Alert { number } } }
      lookup(values: $numbers) { value matches { node { id } } }
      node(id: "clue_L1") { id }
    }"""
    everywhere = """{
      vehicles { nodes { plate namedIn { matter { ... on Alert { number } } } refuelledIn { refuelling { alerts { alert { number } } } } } }
      expand(id: "clue_L1") { totalCount }
    }"""

    if officer == "o_audit":  # may not read the clue
        document = document.replace('node(id: "clue_L1") { id }', "viewer { id }")
        everywhere = everywhere.replace('expand(id: "clue_L1") { totalCount }', "viewer { id }")
    found = await caller.ask(document, {"numbers": sorted(city.values())})
    told = await caller.ask(everywhere)

    assert found["search"]["totalCount"] == len(_TOLD[officer])
    known = {hit["value"] for hit in found["lookup"] if hit["matches"]}
    assert known == {number for receipt, number in city.items() if receipt in _TOLD[officer]}
    assert not [number for number in hidden if number in str(told) + str(found["search"])]


async def test_counts_around_a_car_and_what_belongs_together_leave_hidden_alerts_out(
    officer: str, caller: Caller
) -> None:
    if officer == "o_audit":
        assert await caller.code('{ expand(id: "vehicle_A1") { totalCount } }') == "NOT_FOUND"
        return
    around = (await caller.ask('{ expand(id: "vehicle_A1") { counts { type count } } }'))["expand"]["counts"]
    together = await caller.ask(
        '{ connectedMatters(id: "clue_L1", minScore: 0) { totalCount nodes { matter { id } evidence { sentence } } } }'
    )
    on_a1 = _TOLD[officer] & {"F1", "F2", "F6"}

    assert {each["type"]: each["count"] for each in around}["NAMES"] == len(on_a1)
    assert together["connectedMatters"]["totalCount"] <= len(on_a1)


@pytest.mark.parametrize(
    "text",
    [
        _ALERTS,
        '{ alerts(filter: {model: ["V1"], state: [OPEN]}, orderBy: NUMBER) { totalCount nodes { model parameters } } }',
        '{ alerts(filter: {model: ["T5"]}) { totalCount nodes { model } } }',
        "{ models { model title channel parameters { name about unit } } }",
        "{ vehicles { nodes { refuelledIn { refuelling { alerts { rowSource rowKey alert { number modelVersion } } } } } } }",
    ],
)
@pytest.mark.parametrize("audiences", [(1, 2, 4, 5), (1, 3, 4), (5,)])
async def test_both_ways_of_execution_agree(
    text: str, audiences: tuple[int, ...], city: dict[str, str], graph: Graph
) -> None:
    ask = partial(compare, QueryContext(graph, Viewer("o_disc", ("DISC_1",), audiences), KEY))

    assert await ask(Operation("query Main " + text, "Main", {}))


async def test_every_model_is_told_with_its_parameters_to_those_inside(officer: str, caller: Caller) -> None:
    told = (
        await caller.ask("{ models { model version severity parameters { name type default } innocent innocentZh } }")
    )["models"]

    assert [each["model"] for each in told] == ([] if officer == "o_audit" else list(read_models()))
    if told:
        v1 = next(each for each in told if each["model"] == "V1")
        assert (v1["version"], v1["severity"]) == (1, "HIGH")
        assert v1["parameters"] == [{"name": "tank_factor", "type": "Float", "default": "1.05"}]
        assert all(each["innocent"] and each["innocentZh"] for each in told)


async def test_a_dry_run_tells_of_what_the_viewer_reads_whole_and_writes_nothing(
    caller: Caller, officer: str, writer: Writer, city: dict[str, str]
) -> None:
    def alerts() -> Any:
        return writer.run_read("MATCH (a:Alert) RETURN a.uid AS uid, a.hash AS hash ORDER BY uid")[0]

    before, told = alerts(), _TOLD[officer]

    usual, wider, narrower = [(await caller.ask(_DRY_RUN, {"factor": each}))["it"] for each in ("1.05", "1", "1.3")]

    assert alerts() == before
    if not told:
        assert usual is None  # the models are for the teams inside the house
        return
    counts = [[each[name] for name in ("found", "standing", "fresh", "gone")] for each in (usual, wider, narrower)]
    known = len(told)
    assert counts == [[known, known, 0, 0], [known + 1, known, 1, 0], [0, known, 0, known]]
    assert usual["settings"] == [{"name": "tank_factor", "value": "1.05", "isUsual": True}]
    assert {each["key"] for each in usual["hits"]} == told
    first = wider["hits"][0]
    assert (first["key"], first["isFresh"]) == ("F7", True)
    assert "72" in first["sentence"]
    assert "72" in first["sentenceZh"]
    assert first["records"]
    assert {each["number"] for each in narrower["goneAlerts"]} == {city[key] for key in told}


@pytest.mark.parametrize("wrong", [{"model": "X1"}, {"model": "V4"}, {"factor": "much"}, {"factor": '"much"'}])
async def test_a_dry_run_of_what_there_is_not_is_refused(
    wrong: dict[str, str], city: dict[str, str], client: httpx.AsyncClient, tokens: Tokens
) -> None:
    assert await Caller(client, tokens.sign("o_disc")).code(_DRY_RUN, wrong) == "BAD_INPUT"


async def test_a_dry_run_that_finds_nothing_says_so(
    city: dict[str, str], client: httpx.AsyncClient, tokens: Tokens
) -> None:
    told = await Caller(client, tokens.sign("o_disc")).ask(
        '{ it: modelDryRun(model: "V2") { found standing fresh gone hits { key } } }'
    )

    assert told["it"] == {"found": 0, "standing": 0, "fresh": 0, "gone": 0, "hits": []}


def test_no_number_of_a_model_is_called_as_what_a_dry_run_is_given() -> None:
    taken = query("read/models/dry_run").params

    assert [each.id for each in read_models().values() if taken & each.file.parameters.keys()] == []
