"""Plays the nine stories on a loaded city: what comes in is loaded, then officers act, one story after the other."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import httpx

from graph_service.app import create_app
from graph_service.cypher.files import query
from graph_service.demo.acted.alerts import dinner, fuel_cards
from graph_service.demo.acted.clock import SetClock
from graph_service.demo.acted.inspection import audit_in_focus
from graph_service.demo.acted.intake import Intake, load_intake, read_ids, read_originals
from graph_service.demo.acted.lists import unit_lists
from graph_service.demo.acted.outcome import Outcome
from graph_service.demo.acted.petitions import attitude, mahjong
from graph_service.demo.acted.platform import platform, safe_power
from graph_service.demo.acted.stage import Stage
from graph_service.demo.acted.sweep import compounds
from graph_service.graph import ServerAddress, Writer
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings

Play = Callable[[Stage, Intake], Awaitable[Outcome]]
CASES = 42  # problems with fuel cards that F7 tells of


def plays(cases: int = CASES) -> Mapping[str, Play]:
    """Return the stories by their names; F7 has so many alerts."""
    return {
        "F1": attitude, "F2": mahjong, "F3": platform, "F4": safe_power, "F5": compounds, "F6": dinner,
        "F7": partial(fuel_cards, cases=cases), "F8": audit_in_focus, "F9": unit_lists,
    }  # fmt: skip


@asynccontextmanager
async def stage_of(settings: Settings, running: ServerAddress) -> AsyncIterator[Stage]:
    """Give a stage on this graph: a service of its own, whose clock is set and whose officers' rights are read at each request."""
    changed: dict[str, Any] = {
        "demo": False, "operations": "open", "warm_start": False, "log_requests": False, "viewer_cache_seconds": 0.0,
        "read_timeout_seconds": 120.0, "link_seconds": 0, "desk": False,
    }  # fmt: skip
    told, clock = settings.model_copy(update=changed), SetClock()
    app = create_app(told, running, clock.connect)
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://leadlink", timeout=120) as client:
            yield Stage(client, Tokens(told), clock, _staff(settings, running))


def _staff(settings: Settings, running: ServerAddress) -> dict[str, list[str]]:
    with Writer(running, settings.neo4j_database) as writer:
        known = writer.run_read(query("rights/officers").body)[0]
    staff: dict[str, list[str]] = {}
    for each in known:
        staff.setdefault(str(each["team"]), []).append(str(each["id"]))
    return staff


async def take_in(stage: Stage, settings: Settings, truth: Mapping[str, Any], cases: int = CASES) -> Intake:
    """Return what came in on the days of the stories, after it was loaded."""
    intake = await read_originals(stage, truth, cases)
    await asyncio.to_thread(load_intake, intake, settings, settings.home / "stories", cases)
    await read_ids(stage, intake)
    return intake
