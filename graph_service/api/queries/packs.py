"""The root field of a unit's pack, and how its arguments become a request."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import strawberry

from graph_service.api.arguments.sought import sought
from graph_service.api.plan.root import Request, Root, RootForm, bounded
from graph_service.api.queries.given import Given, field
from graph_service.api.types.made import TYPES
from graph_service.api.types.scalars import Day
from graph_service.clock import BEIJING
from graph_service.graph import Graph
from graph_service.packs.bounds import MOST_ECHO_DAYS, MOST_LEVELS, MOST_SHOWN, USUAL_ECHO_DAYS, USUAL_SHOWN
from graph_service.packs.made import made_of
from graph_service.packs.reading import FILES, PackQuestion, read_pack

_PARTS = ("focuses", "findings", "issues", "transfers", "clues", "alerts", "holders", "connected")


def pack_fields() -> dict[str, Any]:
    """Return the root field, by its name in Python."""
    return {
        "unit_pack": field(
            TYPES["UnitPack"],
            "What an inspection team pulls of a unit before a round: findings, issues, clues, alerts, posts, suggested focus 巡察前资料包", {
            "unit": Given(strawberry.ID, "The unit to be inspected"),
            "levels": Given(int | None, f"Levels of units under it that are taken along, 0 to {MOST_LEVELS}", 1),
            "on": Given(Day | None, "Day as of which the pack tells; without it today in Beijing", strawberry.UNSET),
            "echo_days": Given(
                int | None, f"Days after which what was handed over lacks an echo, 1 to {MOST_ECHO_DAYS}", USUAL_ECHO_DAYS),
            "first": Given(int | None, f"At most this many rows of each part, 0 to {MOST_SHOWN}", USUAL_SHOWN)}),
    }  # fmt: skip


def read_pack_request(given: Mapping[str, Any]) -> Request:
    """Return the request for the pack of a unit; refuse what is no unit's id and numbers outside their bounds."""
    target = sought(given["unit"], "unit", "Unit")
    wanted = PackQuestion(
        unit=target.value,
        words=target.words(),
        levels=bounded("levels", _or(given.get("levels"), 1), MOST_LEVELS),
        on=given.get("on") or datetime.now(BEIJING).date().isoformat(),
        echo_days=bounded("echoDays", _or(given.get("echoDays"), USUAL_ECHO_DAYS), MOST_ECHO_DAYS, least=1),
        first=bounded("first", _or(given.get("first"), USUAL_SHOWN), MOST_SHOWN),
    )
    date.fromisoformat(wanted.on)
    return Request(wanted=wanted)


def _or(value: Any, usual: int) -> Any:
    return usual if value is None else value


async def gather(graph: Graph, params: Mapping[str, Any], request: Request) -> dict[str, Any] | None:
    """Return what each part of the pack shows, or nothing where there is no such unit for the viewer."""
    facts = await read_pack(graph, params, request.wanted)
    return None if facts is None else made_of(facts, request.wanted)


def pack_root() -> Root:
    """Return the root of a unit's pack, which is shown part by part."""
    return Root("unitPack", "read/pack/units", "UnitPack", RootForm.ONE, read_pack_request, row="row", missing=True,
                show="show/pack/pack", gather=gather, gathers=FILES, parts={name: f"show/pack/{name}" for name in _PARTS})  # fmt: skip
