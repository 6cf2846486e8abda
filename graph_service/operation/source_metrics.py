"""How the sources stand, as metrics: read from the graph at each scrape, so that any worker tells of all of them."""

from typing import Any

from prometheus_client import CollectorRegistry, Gauge, generate_latest

from graph_service.cypher.files import query
from graph_service.errors import GraphServiceError
from graph_service.graph import Graph

_GAUGES = {
    "leadlink_source_running": ("runs", "Whether the source is being brought up to date"),
    "leadlink_source_lag_seconds": ("lag", "Seconds since what the graph holds of the source was up to date"),
    "leadlink_source_failures": ("failures", "Runs of the source in a row that failed"),
    "leadlink_source_overdue_seconds": ("overdue", "Seconds by which the next run of the source is late"),
}
_ROWS = ("read", "merged", "unchanged", "rejected", "removed")


async def source_metrics(graph: Graph) -> bytes:
    """Return the metrics in Prometheus' text form, only whether the graph answers while it does not."""
    registry = CollectorRegistry()
    answers = Gauge("leadlink_graph_up", "Whether the graph answers", registry=registry)
    try:
        file = query("sources/source_metrics")
        found = await graph.fetch(file.body, {}, file.name)
    except GraphServiceError:
        return generate_latest(registry)
    answers.set(1)
    _fill(registry, found[0])
    return generate_latest(registry)


def _fill(registry: CollectorRegistry, sources: list[dict[str, Any]]) -> None:
    for name, (key, about) in _GAUGES.items():
        gauge = Gauge(name, about, ["source"], registry=registry)
        for each in sources:
            if each[key] is not None:
                gauge.labels(each["name"]).set(each[key])
    rows = Gauge(
        "leadlink_source_rows",
        "Rows of the source's last run; not of work secrets, nor where rows may be sealed",
        ["source", "outcome"],
        registry=registry,
    )
    # How many rows there are of a work secret tells of what it holds: of complaints about the own staff, for one. Sealed
    # rows are among those that were read and rejected.
    for each in (source for source in sources if source["told"]):
        for outcome in _ROWS:
            if each[outcome] is not None:
                rows.labels(each["name"], outcome).set(each[outcome])
