"""What a crime graph knows beside our own registers is shown, to whoever may read its row and to nobody else."""

import httpx

from graph_service.graph import Writer
from graph_service.rights.viewer import Tokens
from tests.api.conftest import Caller
from tests.sketch import Sketch

_KNOWN = "acquaintances { word person { id } acquaintance { id } }"


async def test_an_acquaintance_is_shown_from_both_ends_to_its_readers_alone(disc: Caller, tour: Caller) -> None:
    query = f'{{ one: person(id: "person_0") {{ {_KNOWN} }} other: person(id: "person_3") {{ {_KNOWN} }} }}'

    shown = await tour.ask(query)

    assert shown["one"]["acquaintances"] == [
        {"word": "同学", "person": {"id": "person_0"}, "acquaintance": {"id": "person_3"}}
    ]
    assert shown["other"]["acquaintances"] == [
        {"word": "同学", "person": {"id": "person_3"}, "acquaintance": {"id": "person_0"}}
    ]
    hidden = await disc.ask(query)
    assert hidden == {"one": {"acquaintances": []}, "other": {"acquaintances": []}}


async def test_expand_and_paths_lead_over_an_acquaintance_those_who_may_read_it(disc: Caller, tour: Caller) -> None:
    query = '{ expand(id: "person_0", types: ["KNOWS"]) { nodes { id } } paths(from: "person_0", to: "person_3", maxHops: 1) { sentence } }'

    shown, hidden = await tour.ask(query), await disc.ask(query)

    assert [node["id"] for node in shown["expand"]["nodes"]] == ["person_3"]
    assert [path["sentence"] for path in shown["paths"]] == ["张丁 and 张甲 know each other (同学)"]
    assert (hidden["expand"]["nodes"], hidden["paths"]) == ([], [])


async def test_calls_transfers_officers_and_facts_are_typed_lists(disc: Caller) -> None:
    shown = await disc.ask(
        '{ call: node(id: "call_kit") { ... on PhoneCall { seconds calledFrom { caller { id } } calledTo { called { phoneNumber } } } }'
        ' account: node(id: "account_kit") { ... on Account { transfersSent { transfer { amountFen sentTo { payee { id } } } } } }'
        ' clue: node(id: "clue_kit") { ... on Clue { investigatedBy { duty officer { __typename id } } facts { fact { factName factText } } } }'
        ' place: node(id: "place_kit") { ... on Place { latitude longitude } } }'
    )

    assert shown["call"]["calledFrom"] == [{"caller": {"id": "phone_kit"}}]
    assert shown["account"]["transfersSent"][0]["transfer"]["sentTo"] == [{"payee": {"id": "account_kit"}}]
    assert {each["officer"]["__typename"] for each in shown["clue"]["investigatedBy"]} == {"CaseOfficer", "Officer"}
    assert shown["clue"]["facts"] == [{"fact": {"factName": "Fact fact_name 样本", "factText": "Fact fact_text 样本"}}]
    assert shown["place"] == {"latitude": 0.5, "longitude": 0.5}


async def test_who_works_on_matters_is_found_and_connects_nothing_and_a_fact_is_not_found(disc: Caller) -> None:
    found = await disc.ask(
        '{ officer: search(text: "CaseOfficer officer_as_named") { nodes { __typename } }'
        ' transfer: search(text: "Transfer remark") { nodes { __typename } } call: search(text: "PhoneCall call_number") { nodes { __typename } }'
        ' fact: search(text: "Fact fact_text") { nodes { __typename } } paths(from: "clue_kit", to: "caseofficer_kit") { sentence } }'
    )

    assert "CaseOfficer" in {node["__typename"] for node in found["officer"]["nodes"]}
    assert "Transfer" in {node["__typename"] for node in found["transfer"]["nodes"]}
    assert "PhoneCall" in {node["__typename"] for node in found["call"]["nodes"]}
    assert "Fact" not in {node["__typename"] for node in found["fact"]["nodes"]}
    assert found["paths"] == []


async def test_an_officer_whom_rows_only_refer_to_opens_nothing(
    client: httpx.AsyncClient, tokens: Tokens, world: Sketch, writer: Writer
) -> None:
    assert "o_referred" not in {drawn.properties["officer_id"] for drawn in world.nodes["Officer"].values()}
    caller = Caller(client, tokens.sign("o_referred"))
    unknown = await caller.answer("{ clues { totalCount } }")
    writer.run_write("CREATE (:Officer {uid: 'officer_referred', officer_id: 'o_referred', stub: true, audience: 1})")
    try:
        assert await caller.answer("{ clues { totalCount } }") == unknown
        assert unknown["errors"], "nobody knows this officer"
    finally:
        writer.run_write("MATCH (o:Officer {officer_id: 'o_referred'}) DELETE o")


async def test_a_fact_is_asked_for_by_its_id_alone(disc: Caller) -> None:
    assert (await disc.ask('{ node(id: "fact_kit") { __typename } }'))["node"] == {"__typename": "Fact"}
    assert await disc.code('{ node(id: "fact:样本") { id } }') == "BAD_INPUT"
