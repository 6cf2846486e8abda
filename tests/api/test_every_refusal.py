"""Each named refusal of each mutation is really given: by the service, on the real graph."""

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx
import neo4j
import pytest

from graph_service.api.mutations.refused import message
from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.identity.merges import MergeReason, merge
from graph_service.rights.viewer import Tokens
from tests.api.conftest import Caller
from tests.refusals import REFUSALS, Refusal
from tests.sketch import Sketch

_STAFF = (
    "UNWIND [['it', 'IT'], ['petition', 'PETITION']] AS each "
    "MERGE (o:Officer {uid: 'officer_' + each[0], officer_id: 'o_' + each[0]}) "
    "MERGE (t:Team {uid: 'team_' + each[0], team_code: each[1]}) MERGE (o)-[:MEMBER_OF]->(t)"
)
_REQUESTS = """UNWIND [['waiting', 'WAITING'], ['over', 'REFUSED']] AS each
MERGE (r:AccessRequest {uid: 'access_' + each[0]}) SET r.state = each[1], r.by = 'o_disc', r.teams = ['DISC_1'], r.team = 'TOUR_1',
  r.for_team = false, r.about = 'person_0', r.channel = 'DISCIPLINARY', r.matters = ['clue_10', 'clue_secret'], r.reason = 'x',
  r.asked_at = datetime(), r.asked_until = datetime() + duration({days: 1})"""
_STEPS = """UNWIND [['clue_03', 'SCREEN', 'ASSIGNED'], ['clue_06', 'LOOK_AGAIN', 'SIGNED_FOR'], ['clue_21', 'FILE', 'FILED']] AS each
CREATE (s:ClueStep {uid: 'cluestep_' + each[0]}) SET s.clue = each[0], s.standing = each[0], s.act = each[1], s.stage = each[2],
  s.stands_at = each[2], s.before = 'REGISTERED', s.by = 'o_disc', s.holder = 'DISC_1', s.number = 1, s.on = date()"""
_NO_STEPS = "MATCH (s:ClueStep) DELETE s"
_RECUSALS = """MERGE (l:Officer {uid: 'officer_lead', officer_id: 'o_lead', officer_role: '负责人', audience: 1})
WITH l MATCH (t:Team {team_code: 'DISC_1'}) MERGE (l)-[:MEMBER_OF]->(t)
WITH DISTINCT l
UNWIND [['waiting', 'WAITING', 'clue_00'], ['over', 'REFUSED', 'clue_00'], ['one', 'ACCEPTED', 'clue_10'], ['two', 'ACCEPTED', 'clue_21']] AS each
MERGE (k:Recusal {uid: 'recusal_' + each[0]})
SET k.by = 'o_disc', k.teams = ['DISC_1'], k.state = each[1], k.matter = each[2], k.reason = 'x', k.declared_at = datetime()"""
_BOSS = """MERGE (o:Officer {uid: 'officer_boss', officer_id: 'o_boss'}) MERGE (c:Team {uid: 'team_CHIEF', team_code: 'CHIEF'})
MERGE (o)-[:MEMBER_OF]->(c)
WITH o MATCH (t:Team {team_code: 'DISC_1'}) MERGE (o)-[:MEMBER_OF]->(t)
WITH DISTINCT o UNWIND ['recommendation', 'sweep', 'supervisionlist', 'consultation', 'consultationtask'] AS kind
MATCH (t:Task {uid: kind + '_1'})
MERGE (b:Task {uid: kind + '_boss'}) SET b += t {.kind, .title, .text, .rests_on, .lead_team, .data, .made_by, .made_at, .for_teams, .convened_by}
MERGE (s:TaskStep {uid: 'taskstep_boss_' + kind}) SET s.of = b.uid, s.standing = b.uid, s.by = 'o_boss', s.holder = 'DISC_1'
SET s.act = CASE kind WHEN 'consultationtask' THEN 'REPORT' ELSE 'MAKE' END,
  s.stage = CASE kind WHEN 'recommendation' THEN 'DRAFTED' WHEN 'consultationtask' THEN 'REPORTED' ELSE 'PROPOSED' END
SET s.number = 1, s.on = date(), s.at = datetime()"""
_DESK = """MERGE (o:Officer {uid: 'officer_desk', officer_id: 'o_desk'}) MERGE (c:Team {uid: 'team_CONDUCT', team_code: 'CONDUCT'})
MERGE (o)-[:MEMBER_OF]->(c)
WITH o MATCH (t:Team {team_code: 'DISC_1'}) MERGE (o)-[:MEMBER_OF]->(t)
MERGE (s:TaskStep {uid: 'taskstep_ticket'}) SET s.of = 'ticket_01', s.standing = s.of, s.act = 'ANSWER', s.by = 'o_desk', s.stage = 'ANSWERED',
  s.number = 1, s.on = date(), s.at = datetime()"""
_WAITING = "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN count(*) AS n"
_GONE = "MATCH (n:Person|Link {uid: $uid}) DETACH DELETE n"


@pytest.fixture
def city(world: Sketch, writer: Writer) -> Writer:
    """The city with an officer who has no say in matters and a merged record; drawn anew for the next module."""
    writer.run_write("MATCH (w:TestWorld) DELETE w")
    writer.run_write(_STAFF)
    writer.run_write(_REQUESTS)
    writer.run_write(_NO_STEPS)
    writer.run_write(_STEPS)
    writer.run_write(_RECUSALS)
    writer.run_write(_BOSS)
    writer.run_write(_DESK)
    if not writer.run_read("MATCH (n:Absorbed) RETURN n.uid AS uid")[0]:
        merge(writer, "person_1", "person_0", MergeReason("test", "one person"))
    return writer


@pytest.fixture
def elsewhere(server: Running) -> Iterator[neo4j.Session]:
    """Somebody else, who writes at the same time."""
    with (
        neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver,
        driver.session() as session,
    ):
        yield session


async def _asked(case: Refusal, client: httpx.AsyncClient, tokens: Tokens) -> dict[str, Any]:
    caller = Caller(client, tokens.sign(case.officer))
    given = case.variables
    if case.mutation == "requestAccess" and not given["hit"].startswith("hit_"):
        (hit,) = (await caller.ask("query($id: ID!) { hits(id: $id) { id } }", {"id": given["hit"]}))["hits"]
        given["hit"] = hit["id"]
    names = [each.name for each in REFUSALS if each.mutation == case.mutation]
    return dict((await caller.ask(case.document(names), given))["result"])


async def _overtaken(asked: asyncio.Task[dict[str, Any]], writer: Writer) -> None:
    """Return when the mutation waits for what another transaction holds."""
    for _ in range(600):
        if asked.done() or writer.run_read(_WAITING)[0][0]["n"]:
            return
        await asyncio.sleep(0.1)


@pytest.mark.parametrize("case", REFUSALS, ids=lambda case: f"{case.mutation} {case.name}")
async def test_what_cannot_be_done_is_a_named_refusal(
    case: Refusal, client: httpx.AsyncClient, tokens: Tokens, city: Writer, elsewhere: neo4j.Session
) -> None:
    if not case.overtaken_at:
        answer = await _asked(case, client, tokens)
    else:
        with elsewhere.begin_transaction() as other:
            other.run(_GONE, uid=case.overtaken_at).consume()
            asked = asyncio.create_task(_asked(case, client, tokens))
            await _overtaken(asked, city)
            other.commit()
        answer = await asked

    assert answer["__typename"] == case.name
    assert answer["message"] == message(case.name)
    assert answer["mend"]
