"""How the arguments of an analysis become a request, and what was read becomes its findings."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from graph_service.analysis.bounds import HUB_CAP, MOST_AROUND, MOST_HOPS, MOST_NODES, MOST_SHOWN, MOST_TIES
from graph_service.analysis.findings import findings
from graph_service.analysis.growth import MONTH, YEAR
from graph_service.analysis.measured import Wanted
from graph_service.analysis.network import Network, NetworkNode, NetworkTie
from graph_service.api.arguments.sought import plain, read_types, sought, with_texts
from graph_service.api.plan.root import Request, bounded
from graph_service.cypher.project.projection import label_of
from graph_service.cypher.rules import around, steps
from graph_service.cypher.warnings import LEVELS, MOST_DAYS, USUAL_DAYS
from graph_service.errors import BadInput, TooMuch

MOST_WARNED = 100


def read_network(given: Mapping[str, Any]) -> Request:
    """Return the request for the network around these ids, each of which the viewer must be able to see."""
    ids = list(dict.fromkeys(map(str, given["around"])))
    if not ids:
        raise BadInput("no id is given", "argument around", "give the id of at least one node")
    if len(ids) > MOST_AROUND:
        raise TooMuch(f"{len(ids)} ids", "argument around", f"give at most {MOST_AROUND}")
    kinds: dict[Any, list[str]] = {}
    for each in ids:
        target = sought(each, "around")
        kinds.setdefault(target.words(), []).append(target.value)
    in_order = sorted(kinds)
    hops = bounded("hops", 2 if given.get("hops") is None else given["hops"], MOST_HOPS, least=1)
    first = bounded("first", 20 if given.get("first") is None else given["first"], MOST_SHOWN)
    types = read_types(given.get("types"))
    params = {
        "around": [kinds[words] for words in in_order],
        "types": with_texts(types),
        "hops": hops,
        "hub_cap": HUB_CAP, "most_nodes": MOST_NODES,
    }  # fmt: skip
    month = plain(given.get("period")) == "MONTH"
    wanted = Wanted(first, plain(given.get("orderBy")) or "BETWEENNESS", MONTH if month else YEAR, hops)
    return Request(
        params=params, words=(("AROUND_", around(tuple(in_order))), ("STEPS_", steps(MOST_HOPS))), wanted=wanted
    )


def worked_out(values: Sequence[Any], request: Request) -> dict[str, Any] | None:
    """Return what is told of the network that was read, or nothing where something that was asked around is not there."""
    if not values or not values[0]:
        return None
    _, is_cut, nodes, ties = values
    ties.sort(key=_in_order)
    network = Network(
        tuple(NetworkNode(address, label_of(address[1]) or "", *rest) for address, *rest in nodes),
        tuple(NetworkTie(start, end, name, day, at) for start, end, name, _, _, day, at in ties[:MOST_TIES]),
    )
    return findings(network, is_cut or len(ties) > MOST_TIES, request.wanted)


def _in_order(tie: Sequence[Any]) -> tuple[Any, ...]:
    """Return what puts a tie in the order of the house: by its ends, its type, its origin; its uid only tells apart."""
    start, end, name, source, key, _, (_, uid) = tie
    return start, end, name, source or "", key or "", uid


def read_warnings(given: Mapping[str, Any]) -> Request:
    """Return the request for what warns of one unit, or of all units that anything warns of."""
    first = bounded("first", 20 if given.get("first") is None else given["first"], MOST_WARNED)
    days = bounded("days", USUAL_DAYS if given.get("days") is None else given["days"], MOST_DAYS, least=1)
    until = date.fromisoformat(given["on"]) if given.get("on") else datetime.now(UTC).date()
    if until.toordinal() <= 2 * days:
        raise BadInput("the day is too early", "argument on", "give a day of the time that the records are of")
    since, before = (until - timedelta(days=times * days) for times in (1, 2))
    params: dict[str, Any] = {"on": until.isoformat(), "since": since.isoformat(), "before": before.isoformat()}
    request = Request({**params, "levels": dict(LEVELS)}, order="POINTS", first=first, after=given.get("after"))
    if given.get("unit") is None:
        if given.get("withUnder"):
            raise BadInput("withUnder is given without a unit", "earlyWarnings", "give the unit, or leave it out")
        return request
    target = sought(given["unit"], "unit", "Unit")
    params = {**request.params, "unit": target.value, "with_under": bool(given.get("withUnder"))}
    return replace(request, params=params, file="read/analysis/early_warnings_of_unit", words=target.words())
