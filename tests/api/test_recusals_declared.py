"""An officer withdraws from a matter, a leader decides; who knows of it, and what is told of grounds to whom."""

import asyncio
import json
from typing import Any

import httpx
import pytest

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.migrations import migrate
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from tests import recused
from tests.api.conftest import Caller
from tests.conftest import wipe

_SHOWN = "id state by teams matter { id } reason decidedBy decision"
_DECLARE = f"""mutation($matter: ID!, $key: String) {{ it: declareRecusal(matter: $matter, reason: "系本人战友", clientKey: $key) {{
  __typename ... on Recusal {{ {_SHOWN} }} }} }}"""
_DECIDE = f"""mutation($id: ID!, $accept: Boolean! = true) {{ it: decideRecusal(id: $id, accept: $accept, reason: "情况属实", clientKey: "d") {{
  __typename ... on Recusal {{ {_SHOWN} }} }} }}"""
_LIST = f"{{ recusals(filter: {{state: [ACCEPTED]}}) {{ totalCount nodes {{ {_SHOWN} }} }} }}"
_GROUNDS = """query($officer: String!, $matter: ID) { recusalGrounds(officer: $officer, matter: $matter) {
  kind isHard matter { id } person { id } sentence sentenceZh } }"""
_STAFF = """UNWIND [['lead', '负责人', 'DISC_1'], ['peer', '干部', 'DISC_1'], ['tour_lead', '负责人', 'TOUR_1'], ['chief', '书记', 'CHIEF']] AS each
MERGE (o:Officer {uid: 'officer_' + each[0], officer_id: 'o_' + each[0]}) SET o.officer_role = each[1], o.audience = 1
MERGE (t:Team {team_code: each[2]}) ON CREATE SET t.uid = 'team_' + each[2]
MERGE (o)-[:MEMBER_OF]->(t)
WITH DISTINCT 1 AS one MATCH (a:Audience) WHERE 'DISC_1' IN a.readers AND NOT 'CHIEF' IN a.readers SET a.readers = a.readers + 'CHIEF'"""
_KNOWN = """MATCH (p:Person {uid: 'person_officer'}), (o:Person {uid: 'person_0'})
MERGE (p)-[k:KNOWS {uid: 'k'}]->(o) SET k.audience = 1, p.audience = o.audience"""
_MOMENT = 0.3


@pytest.fixture
def callers(server: Running, writer: Writer, client: httpx.AsyncClient, tokens: Tokens) -> dict[str, Caller]:
    """The officers of a city in which one of them is the spouse of somebody whom a matter is about."""
    wipe(server, writer)
    migrate(writer)
    recused.write(recused.draw(), writer)
    writer.run_write(_STAFF)
    return {
        name: Caller(client, tokens.sign(f"o_{name}"))
        for name in ("disc", "peer", "lead", "tour", "tour_lead", "chief")
    }


async def _asked(caller: Caller, text: str, **given: Any) -> Any:
    await asyncio.sleep(_MOMENT)
    (value,) = (await caller.ask(text, given)).values()
    return value


async def test_who_declares_goes_on_until_a_leader_decides_and_sees_nothing_then(
    callers: dict[str, Caller], settings: Settings
) -> None:
    disc, matter, look = callers["disc"], "clue_00", '{ node(id: "clue_00") { id } }'
    made = await _asked(disc, _DECLARE, matter=matter, key="k")
    again = await _asked(disc, _DECLARE, matter=matter, key="k")
    assert (made["state"], made["matter"], again["id"]) == ("WAITING", {"id": matter}, made["id"])
    assert (await _asked(disc, _DECLARE, matter=matter))["__typename"] == "RecusalStands"
    assert (await _asked(disc, look)) == {"id": matter}
    assert (await _asked(disc, _DECIDE, id=made["id"]))["__typename"] == "RecusalNotVisible"
    for name in ("peer", "tour_lead"):
        assert (await _asked(callers[name], _DECIDE, id=made["id"]))["__typename"] == "RecusalNotVisible"

    decided = await _asked(callers["lead"], _DECIDE, id=made["id"])

    assert (decided["state"], decided["decidedBy"], decided["matter"]) == ("ACCEPTED", "o_lead", {"id": matter})
    assert (await _asked(callers["lead"], _DECIDE, id=made["id"]))["state"] == "ACCEPTED"
    assert await disc.code(look) == await disc.code('{ node(id: "clue_nothing") { id } }') == "NOT_FOUND"
    own = (await _asked(disc, _LIST))["nodes"]
    assert [(each["id"], each["matter"]) for each in own] == [(made["id"], None)]
    assert (await _asked(disc, _DECLARE, matter=matter))["__typename"] == "RecusalMatterNotVisible"
    seen = {name: (await _asked(caller, _LIST))["totalCount"] for name, caller in callers.items()}
    assert seen == {"disc": 1, "peer": 0, "lead": 1, "tour": 0, "tour_lead": 0, "chief": 1}
    log = [
        json.loads(line)
        for path in sorted((settings.home / "access_log").glob("access-*.jsonl"))
        for line in path.read_text().splitlines()
    ]
    kept = {
        (each["operation"][0], each["officer"], each["purpose"])
        for each in log
        if made["id"] in each.get("records", {}).get("Recusal", [])
    }
    assert {("declareRecusal", "o_disc", "系本人战友"), ("decideRecusal", "o_lead", "情况属实")} <= kept


async def test_grounds_are_told_to_leaders_and_in_words_to_who_reads_their_parts(
    callers: dict[str, Caller], writer: Writer
) -> None:
    (ground,) = await _asked(callers["lead"], _GROUNDS, officer="o_disc")
    assert (ground["kind"], ground["isHard"], ground["matter"]["id"]) == ("SPOUSE", True, recused.MATTER)
    assert (ground["person"], ground["sentence"], ground["sentenceZh"]) == (None, None, None), (
        "the staff register is closed to them"
    )
    for name in ("disc", "peer", "tour", "tour_lead"):
        assert await _asked(callers[name], _GROUNDS, officer="o_disc") == []
        assert await _asked(callers[name], _GROUNDS, officer="o_disc", matter=recused.MATTER) == []

    writer.run_write("MATCH (a:Audience) WHERE 'OWN_STAFF' IN a.readers SET a.readers = a.readers + 'CHIEF'")

    (told,) = await _asked(callers["chief"], _GROUNDS, officer="o_disc", matter=recused.MATTER)
    assert (told["person"], told["sentenceZh"]) == ({"id": "person_relative"}, "亲属甲系干部 o_disc的配偶")


async def test_soft_grounds_hide_nothing_and_are_told_to_the_officer(
    callers: dict[str, Caller], writer: Writer
) -> None:
    recused.touched(writer, _KNOWN)
    recused.touched(writer, "MATCH ()-[r:IS_PERSON]->(:Person {uid: 'person_officer'}) SET r.audience = 1")

    (own,) = await _asked(callers["disc"], _GROUNDS, officer="o_disc", matter="clue_00")

    assert (own["kind"], own["isHard"], own["person"]) == ("ACQUAINTED", False, {"id": "person_0"})
    assert (await _asked(callers["disc"], '{ node(id: "clue_00") { id } }')) == {"id": "clue_00"}
    assert await _asked(callers["peer"], _GROUNDS, officer="o_disc", matter="clue_00") == []


async def test_the_graph_decides_anew_when_it_changes(callers: dict[str, Caller], writer: Writer) -> None:
    look = '{ clues(filter: {number: "XS-001"}) { nodes { id } } }'
    before = await _asked(callers["disc"], look)
    recused.register(writer, ends=True)
    after = await _asked(callers["disc"], look)

    seen = [{node["id"] for node in each["nodes"]} for each in (before, after)]
    assert seen == [{"clue_02"}, {"clue_02", recused.MATTER}]
