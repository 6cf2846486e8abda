"""The result of a loaded foreign city in the form that its scorer reads: who is who, links, rejected rows."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.connected_pairs import read_connections, read_sharing
from bench.judged_pairs import CityFound
from bench.officer import officer_of
from bench.other_city_records import RowRecords, WhereNamesLead
from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.settings import Settings
from loaders.declare.parts import SourceReading
from loaders.declare.source import Source
from loaders.readers.tables import open_whole
from loaders.rejection import OTHER_LINES

Alarm = tuple[str, str]  # a model and the natural key of what fired

_SCORED = frozenset({"petition", "stationed", "inspection", "audit", "palm"})  # the others' matters have no truth
_REJECTED = """MATCH (r:RejectedRow)-[:REJECTED_IN]->(l:Load)
WHERE NOT r.reason IN $other
RETURN collect(DISTINCT l.source + ':' + r.row) AS rows"""
_MATTERS = "MATCH (m:Matter) WHERE m.source IN $sources RETURN collect([m.uid, m.number]) AS rows"


@dataclass(frozen=True)
class LoadedCity:
    """A city that stands in the graph: its server, and the files and declarations it came from."""

    settings: Settings
    running: Running
    data: Path
    sources: list[Source]


async def result_of(city: LoadedCity, alerts: list[Alarm]) -> tuple[dict[str, Any], CityFound]:
    """Return the result with the models' alerts, and what stands behind it; only files, declarations and graph have a part."""
    with Writer(city.running, city.settings.neo4j_database) as writer:
        identity = _identity(city, WhereNamesLead.read(writer, city.settings.read_uid_key()))
        rejects = sorted(writer.run_read(_REJECTED, other=[each.en for each in OTHER_LINES])[0][0]["rows"])
        numbers = dict(writer.run_read(_MATTERS, sources=sorted(_SCORED))[0][0]["rows"])
        with officer_of(writer):
            connections = await read_connections(city.settings, city.running, numbers)
        found = CityFound(connections, read_sharing(writer, numbers))
    links = sorted((pair.one, pair.other, connection.score) for pair, connection in connections.items())
    return {"identity": identity, "links": links, "alerts": alerts, "rejects": rejects}, found


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
