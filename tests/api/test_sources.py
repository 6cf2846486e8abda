"""The state of each source: who may see it, and what it tells."""

from collections.abc import Iterator

import httpx
import pytest

from graph_service.graph import Writer
from graph_service.rights.viewer import Tokens
from tests.api.conftest import Caller
from tests.sketch import Sketch

_ASKED = """{ sources(first: 50) { totalCount nodes {
  name title holder state everySeconds startedAt finishedAt succeededAt nextRunAt lagSeconds failures lastError sweptAt
  lastLoad { id state read rejected rejects { row reason } }
} } }"""
_SET = """MERGE (s:SourceState {name: 'clues'}) SET s += $p
SET s.succeeded_at = datetime() - duration({seconds: 100}), s.next_run_at = datetime() + duration({seconds: $next})"""
_LEASE = "MERGE (l:MigrationLock {uid: 'source:clues'}) SET l.until = datetime() + duration({seconds: $seconds})"


@pytest.fixture
def told(world: Sketch, writer: Writer) -> Iterator[Writer]:
    """The writer; what a test tells of the source is forgotten after it."""
    yield writer
    writer.run_write(
        "MATCH (n) WHERE n:SourceState OR (n:MigrationLock AND n.uid STARTS WITH 'source:') DETACH DELETE n"
    )


async def _one(caller: Caller) -> dict[str, object]:
    (source,) = (await caller.ask(_ASKED))["sources"]["nodes"]
    return dict(source)


async def test_a_team_sees_the_sources_that_it_holds(disc: Caller, tour: Caller) -> None:
    disc_source, tour_source = await _one(disc), await _one(tour)

    assert (disc_source["name"], tour_source["name"]) == ("clues", "tours")
    assert disc_source["lastLoad"] == {
        "id": "load_clues", "state": "DONE", "read": 9, "rejected": 1, "rejects": [{"row": 3, "reason": "no plate"}],
    }  # fmt: skip


async def test_who_runs_the_platform_sees_every_source(client: httpx.AsyncClient, tokens: Tokens, told: Writer) -> None:
    told.run_write(
        "MERGE (t:Team {uid: 'team_IT'}) SET t.team_code = 'IT', t.audience = 1 MERGE (o:Officer {uid: 'officer_it'}) "
        "SET o.officer_id = 'o_it', o.audience = 1 MERGE (o)-[:MEMBER_OF {uid: 'r_it', audience: 1}]->(t)"
    )
    names = [each["name"] for each in (await Caller(client, tokens.sign("o_it")).ask(_ASKED))["sources"]["nodes"]]
    told.run_write("MATCH (n:Team|Officer) WHERE n.uid IN ['team_IT', 'officer_it'] DETACH DELETE n")

    assert names == ["clues", "fleet", "tours"]


@pytest.mark.parametrize(
    ("stated", "seconds", "state"),
    [
        ({}, (600, 0), "IDLE"),
        ({}, (-5, 0), "DUE"),
        ({}, (-601, 0), "OVERDUE"),
        ({"failures": 2, "last_error": "no file"}, (60, 0), "FAILED"),
        ({"failures": 2}, (60, 30), "RUNNING"),
    ],
)
async def test_the_state_follows_from_runs_and_lease(
    stated: dict[str, object], seconds: tuple[int, int], state: str, disc: Caller, told: Writer
) -> None:
    following, lease = seconds
    told.run_write(_SET, p={"every": 600, **stated}, next=following)
    told.run_write(_LEASE, seconds=lease)

    source = await _one(disc)

    assert (source["state"], source["everySeconds"]) == (state, 600)
    assert (source["failures"], source["lastError"]) == (stated.get("failures", 0), stated.get("last_error"))
    assert isinstance(source["lagSeconds"], int)
    assert 100 <= source["lagSeconds"] < 400


async def test_a_run_that_was_cut_off_is_told(disc: Caller, told: Writer) -> None:
    told.run_write("MERGE (s:SourceState {name: 'clues'}) SET s.started_at = datetime()")

    assert (await _one(disc))["state"] == "BROKEN_OFF"


async def test_the_metrics_tell_of_every_source(client: httpx.AsyncClient, told: Writer) -> None:
    told.run_write(_SET, p={"failures": 3, "read": 7}, next=-50)
    told.run_write("MATCH (s:Source {name: 'clues'}) SET s.classification = 'INTERNAL', s.seals = false")

    text = (await client.get("/metrics")).text

    assert "leadlink_graph_up 1.0" in text
    assert 'leadlink_source_failures{source="clues"} 3.0' in text
    assert 'leadlink_source_rows{outcome="read",source="clues"} 7.0' in text
    assert 'leadlink_source_failures{source="fleet"} 0.0' in text
    assert float(text.split('leadlink_source_overdue_seconds{source="clues"} ')[1].split()[0]) >= 50
