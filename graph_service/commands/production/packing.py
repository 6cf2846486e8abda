"""What `leadlink pack` and `leadlink work circular` do in the service's place: the same rights, an entry in the log before a file."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_service.access_log.entry import entry_of, purpose_of
from graph_service.access_log.log import AccessLog, open_log
from graph_service.api.callers import Callers
from graph_service.api.exports.making import make_export, read_answer, require_purpose
from graph_service.api.exports.wanted import PackWanted, Wanted, read_wanted
from graph_service.api.gate.installed import gate_of
from graph_service.api.plan.context import Limits, QueryContext
from graph_service.api.requests import Trace
from graph_service.cypher.project.returned import RETURNED
from graph_service.embedded import ensure
from graph_service.errors import BadInput, NotAllowed
from graph_service.graph import Graph
from graph_service.keys import private_folder
from graph_service.rights.roles import read_roles
from graph_service.rights.viewer import Tokens, Viewer, Viewers
from graph_service.settings import Settings


@dataclass(frozen=True)
class Asking:
    """Who asks, by the file of a token (`@FILE`) or in demo mode by name, and why."""

    officer: str
    purpose: str


def make_files(settings: Settings, asking: Asking, forms: Sequence[Wanted], out: Path) -> list[Path]:
    """Return the files that were written, each after its entry in the log; only their owner may read them."""
    return asyncio.run(_files(settings, asking, forms, out))


def pack_now(settings: Settings, asking: Asking, wanted: dict[str, Any]) -> dict[str, Any]:
    """Return the pack as the officer may see it now."""
    return asyncio.run(_now(settings, asking, read_wanted(PackWanted, wanted)))


async def _files(settings: Settings, asking: Asking, forms: Sequence[Wanted], out: Path) -> list[Path]:
    paths = []
    async with _session(settings, asking) as (context, log):
        for wanted in forms:
            trace = _trace(context.viewer, asking, f"EXPORT_{wanted.form.name}")
            made = await make_export(context, wanted, trace, settings.home)
            await _leave(log, trace)
            path = private_folder(out) / made.name
            path.touch(mode=0o600)
            path.write_bytes(made.body)
            paths.append(path)
    return paths


async def _now(settings: Settings, asking: Asking, wanted: Wanted) -> dict[str, Any]:
    async with _session(settings, asking) as (context, log):
        trace = _trace(context.viewer, asking, "RETURN")
        data = await read_answer(context, wanted, trace)
        await _leave(log, trace)
    pack: dict[str, Any] = data["unitPack"]
    return pack


def _trace(viewer: Viewer, asking: Asking, channel: str) -> Trace:
    trace = Trace()
    trace.asks(viewer)
    trace.asked.channel, trace.asked.purpose = channel, require_purpose(purpose_of(asking.purpose))
    RETURNED.set(trace.asked.returned)
    return trace


async def _leave(log: AccessLog | None, trace: Trace) -> None:
    if log:
        await log.write(entry_of(trace.asked, trace.request, trace.fields, trace.outcome))


@asynccontextmanager
async def _session(settings: Settings, asking: Asking) -> AsyncIterator[Any]:
    """Yield what the officer asks with, and the log that what is read is written into."""
    with ensure(settings) as running:
        graph, roles = (
            Graph(running, settings.neo4j_database, settings.read_timeout_seconds),
            read_roles(settings.roles_file),
        )
        try:
            viewer = await _viewer(settings, asking, Viewers(graph, 0, roles))
            limits = Limits(settings.operation_rows, settings.answer_megabytes * 1024 * 1024)
            context = QueryContext(graph, viewer, settings.read_token_key(), limits=limits, gate=gate_of(settings))
            log = open_log(settings)
            if log is None:
                yield context, None
                return
            async with log.kept():
                yield context, log
        finally:
            await graph.close()


async def _viewer(settings: Settings, asking: Asking, viewers: Viewers) -> Viewer:
    if asking.officer.startswith("@"):
        return await Callers(Tokens(settings), viewers).viewer(_token(Path(asking.officer[1:])))
    if not settings.demo:
        raise NotAllowed(
            "officers are taken by name in demo mode only", "--as", "give a file with the token: --as @FILE"
        )
    return await viewers.read(asking.officer)


def _token(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, ValueError) as error:
        raise BadInput("the token cannot be read", str(path), "give a file that holds nothing but the token") from error
