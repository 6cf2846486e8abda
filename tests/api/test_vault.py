"""The vault through the API: the petition office opens it, the access log knows before, everybody else learns nothing."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.migrations import migrate
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from graph_service.vault.keys import VaultPlace
from loaders.load.environment import LoadEnvironment
from tests.api.conftest import Caller
from tests.conftest import wipe
from tests.loading import Loading
from tests.petitions import CANARIES, FILE, ID, NAME, PETITIONS, TRADE, UNIT

_STAFF = (
    "UNWIND $teams AS team CREATE (o:Officer {uid: 'officer_' + toLower(team), officer_id: 'o_' + toLower(team)}) "
    "MERGE (t:Team {uid: 'team_' + toLower(team), team_code: team}) CREATE (o)-[:MEMBER_OF]->(t)"
)
_TEAMS = ["PETITION", "CHIEF", "CASE_MGMT", "DISC_1", "IT", "AUDIT"]
_OPEN = """mutation($id: ID!, $reason: String = "核对举报人") { openVault(id: $id, reason: $reason) { __typename
  ... on VaultContent { id who: reporters { name idNumber phone address unit details { name text } } originals { name text } warnings }
  ... on VaultNotOpen { message mend } ... on VaultNothingThere { message } ... on VaultReasonMissing { message } } }"""
_SAME = """mutation($id: ID!) { sameReporter(id: $id, reason: "看是否重复举报") { __typename
  ... on SameReporter { matters } ... on VaultNotOpen { message mend } } }"""
_ALL = """{ clues(first: 50) { nodes { id number title text provenance { source row } names { asNamed entity { caption } } } }
  search(text: "SOUGHT") { totalCount nodes { caption } } loads { nodes { file rejected } } sources { nodes { name title } } }"""


@pytest.fixture(scope="module")
def clues(
    server: Running, writer: Writer, settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """Petitions with reporters in a graph of their own, and officers of six teams; the uids of the petitions by number."""
    wipe(server, writer)
    migrate(writer)
    folder = tmp_path_factory.mktemp("petitions")
    place = VaultPlace.of(settings)
    environment = LoadEnvironment(writer, settings.read_uid_key(), settings.home, "tester", vault_place=place)
    Loading(environment, folder).load(PETITIONS, FILE)
    writer.run_write("MATCH (t:Team) DETACH DELETE t")
    writer.run_write(_STAFF, teams=_TEAMS)
    return {row["n"]: row["u"] for row in writer.run_read("MATCH (c:Clue) RETURN c.number AS n, c.uid AS u")[0]}


def _as(team: str, client: httpx.AsyncClient, tokens: Tokens) -> Caller:
    return Caller(client, tokens.sign(f"o_{team.lower()}"))


def _log(settings: Settings) -> list[dict[str, Any]]:
    files = sorted((settings.home / "access_log").glob("access-*.jsonl"))
    return [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]


async def test_the_petition_office_opens_it_with_a_reason_that_the_log_keeps(
    clues: dict[str, str], client: httpx.AsyncClient, tokens: Tokens, settings: Settings
) -> None:
    caller = _as("PETITION", client, tokens)

    found = (await caller.ask(_OPEN, {"id": clues["P1"]}))["openVault"]

    assert (found["__typename"], found["id"]) == ("VaultContent", clues["P1"])
    assert (found["who"][0]["name"], found["who"][0]["idNumber"]) == (NAME, ID)
    assert found["who"][0]["details"] == [{"name": "信访人职业", "text": TRADE}]
    assert NAME in found["originals"][-1]["text"]
    (few,) = (await caller.ask(_OPEN, {"id": clues["P2"]}))["openVault"]["warnings"]
    assert few.startswith("当时在场的只有我和")
    assert (await caller.ask(_SAME, {"id": clues["P2"]}))["sameReporter"]["matters"] == [clues["P1"]]
    entries = [entry for entry in _log(settings) if entry.get("purpose") == "核对举报人"]
    assert [entry["records"] for entry in entries][-2:] == [{"Clue": [clues["P1"]]}, {"Clue": [clues["P2"]]}]
    assert {(entry["officer"], *entry["operation"]) for entry in entries} == {("o_petition", "openVault")}
    logged = json.dumps(_log(settings), ensure_ascii=False)
    assert [each for each in CANARIES if each in logged] == []


@pytest.mark.parametrize("team", _TEAMS[1:])
async def test_everybody_else_gets_one_answer_whether_there_is_an_entry_or_not(
    team: str, clues: dict[str, str], client: httpx.AsyncClient, tokens: Tokens
) -> None:
    caller = _as(team, client, tokens)

    for document in (_OPEN, _SAME):
        answers = {
            json.dumps(await caller.answer(document, {"id": each}))
            for each in (clues["P1"], clues["P3"], "clue_nothing", "no id at all")
        }
        assert len(answers) == 1
        assert "VaultNotOpen" in answers.pop()


async def test_no_reporter_is_in_anything_that_any_role_is_sent(
    clues: dict[str, str], client: httpx.AsyncClient, tokens: Tokens
) -> None:
    assert clues
    for team in _TEAMS:
        sent = ""
        for word in (*CANARIES, "陶建国"):
            sent += (await _as(team, client, tokens).post(json.dumps({"query": _ALL.replace("SOUGHT", word)}))).text
        asked = sent.replace("SOUGHT", "")
        assert [each for each in CANARIES if each in asked] == [], team
        assert ("陶建国" in sent) == (team not in ("AUDIT", "IT")), "what is reported is there for its readers"


async def test_a_small_unit_of_the_reporter_is_told(
    clues: dict[str, str], client: httpx.AsyncClient, tokens: Tokens, writer: Writer
) -> None:
    writer.run_write(
        "MATCH (c:Clue {uid: $uid}) CREATE (u:Unit {uid: 'unit_small', name: $unit, audience: c.audience}) "
        "FOREACH (n IN range(1, 3) | CREATE (:Person {uid: 'person_small' + n, audience: c.audience})"
        "-[:HOLDS_POST {uid: 'post_small' + n, audience: c.audience}]->(u))",
        uid=clues["P1"], unit=UNIT,
    )  # fmt: skip

    found = (await _as("PETITION", client, tokens).ask(_OPEN, {"id": clues["P1"]}))["openVault"]

    assert found["warnings"] == ["举报人所在单位已知任职人员仅3人 the reporter's unit has 3 known people"]


async def test_what_is_not_there_and_what_is_not_readable_look_the_same(
    clues: dict[str, str], client: httpx.AsyncClient, tokens: Tokens, writer: Writer
) -> None:
    caller = _as("PETITION", client, tokens)
    nothing = await caller.ask(_OPEN, {"id": clues["P3"]})

    assert nothing["openVault"]["__typename"] == "VaultNothingThere"
    assert await caller.ask(_OPEN, {"id": "clue_nothing"}) == nothing
    writer.run_write("MATCH (c:Clue {number: 'P1'}) SET c.audience = -1")
    assert await caller.ask(_OPEN, {"id": clues["P1"]}) == nothing
    assert (await caller.ask(_SAME, {"id": clues["P2"]}))["sameReporter"]["matters"] == []


async def test_where_no_log_is_written_the_vault_stays_shut(
    clues: dict[str, str], app: FastAPI, client: httpx.AsyncClient, tokens: Tokens, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    endpoint = app.endpoint  # type: ignore[attr-defined]
    monkeypatch.setattr(endpoint, "_query_context", replace(endpoint._query_context, vault=None))

    assert await _as("PETITION", client, tokens).code(_OPEN, {"id": clues["P2"]}) == "LOG_UNAVAILABLE"


def test_the_files_of_the_vault_hold_nothing_in_the_clear(clues: dict[str, str], settings: Settings) -> None:
    data = b"".join(path.read_bytes() for path in Path(settings.home / "vault").iterdir())

    assert clues
    assert [each for each in CANARIES if each.encode() in data] == []
