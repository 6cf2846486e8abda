"""The result of a loaded foreign city in the form that its scorer reads: who is who, links, rejected rows."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from bench.officer import OFFICER, officer_of
from bench.other_city_records import RowRecords, WhereNamesLead
from graph_service.app import create_app
from graph_service.embedded import Running
from graph_service.errors import Conflict
from graph_service.graph import Writer
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from loaders.declare.parts import SourceReading
from loaders.declare.source import Source
from loaders.readers.tables import open_whole
from loaders.rejection import OTHER_LINES

ScoredLink = tuple[str, str, float]

_SCORED = frozenset({"petition", "stationed", "inspection", "audit", "palm"})  # the others' matters have no truth
_REJECTED = """MATCH (r:RejectedRow)-[:REJECTED_IN]->(l:Load)
WHERE NOT r.reason IN $other
RETURN collect(DISTINCT l.source + ':' + r.row) AS rows"""
_MATTERS = "MATCH (m:Matter) WHERE m.source IN $sources RETURN collect([m.uid, m.number]) AS rows"
_CONNECTED = """query ($id: ID!) {
  connectedMatters(id: $id, minScore: 0, first: 100) { nodes { score matter { id } } }
}"""


@dataclass(frozen=True)
class LoadedCity:
    """A city that stands in the graph: its server, and the files and declarations it came from."""

    settings: Settings
    running: Running
    data: Path
    sources: list[Source]


async def result_of(city: LoadedCity) -> dict[str, Any]:
    """Return the result; nothing but the files, the declarations and the graph has a part in it."""
    with Writer(city.running, city.settings.neo4j_database) as writer:
        identity = _identity(city, WhereNamesLead.read(writer, city.settings.read_uid_key()))
        rejects = sorted(writer.run_read(_REJECTED, other=[each.en for each in OTHER_LINES])[0][0]["rows"])
        numbers = dict(writer.run_read(_MATTERS, sources=sorted(_SCORED))[0][0]["rows"])
        with officer_of(writer):
            links = await _links(city, numbers)
    return {"identity": identity, "links": links, "alerts": [], "rejects": rejects}


def _identity(city: LoadedCity, lead: WhereNamesLead) -> dict[str, str]:
    found: dict[str, str] = {}
    key = city.settings.read_uid_key()
    for source in city.sources:
        for opened in open_whole(SourceReading.of(source), city.data):
            records = RowRecords(source, opened.columns, key, lead)
            for item in opened.rows():
                if isinstance(item, tuple):
                    found |= records.of(*item)
    return found


async def _links(city: LoadedCity, numbers: dict[str, str]) -> list[ScoredLink]:
    app = create_app(city.settings, city.running)
    head = {"Authorization": "Bearer " + Tokens(city.settings).sign(OFFICER)}
    strongest: dict[tuple[str, str], float] = {}
    async with app.router.lifespan_context(app):
        service = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=service, base_url="http://service", headers=head, timeout=120) as client:
            for uid, number in numbers.items():
                for other, score in await _connected(client, uid):
                    if other in numbers:
                        one, two = sorted((number, numbers[other]))
                        strongest[one, two] = max(score, strongest.get((one, two), 0.0))
    return [(one, other, score) for (one, other), score in sorted(strongest.items())]


async def _connected(client: httpx.AsyncClient, uid: str) -> list[tuple[str, float]]:
    body = {"query": _CONNECTED, "variables": {"id": uid}}
    answer = (await client.post("/graphql", json=body)).json()
    if "errors" in answer:
        raise Conflict(str(answer["errors"])[:400], "connectedMatters", "ask the service itself to see why")
    return [(each["matter"]["id"], each["score"]) for each in answer["data"]["connectedMatters"]["nodes"]]
