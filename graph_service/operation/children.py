"""Commands that the service runs as children of its own: no load can harm it, and none outlives it."""

import asyncio
import contextlib
import os
import sys
from pathlib import Path

from graph_service.graph import ServerAddress
from graph_service.settings import Settings

_ROOT = Path(__file__).resolve().parent.parent.parent
_GRACE = 10.0
_DONE = (0, 1)  # all went well, or some rows were rejected


async def run_command(arguments: list[str], settings: Settings, target: ServerAddress) -> str:
    """Run a command of leadlink beside the service, and return its refusal, which repeats no cell; nothing if all went well."""
    child = await asyncio.create_subprocess_exec(
        *command_of(arguments), env=_environment(settings, target), cwd=_ROOT, stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        _, told = await child.communicate()
    except asyncio.CancelledError:
        await _end(child)
        raise
    if child.returncode in _DONE:
        return ""
    from loaders.ledger.refused import refusal_in

    return refusal_in(told.decode(errors="replace")) or f"the command ended with {child.returncode}"


def command_of(arguments: list[str]) -> list[str]:
    """Return the command line of a child that ends with this process."""
    return [sys.executable, "-m", "graph_service.operation.child_command", str(os.getpid()), *arguments]


def _environment(settings: Settings, target: ServerAddress) -> dict[str, str]:
    own = {"LEADLINK_UID_KEY": settings.uid_key.get_secret_value()} if settings.uid_key else {}
    own |= {"LEADLINK_OPERATOR": settings.operator} if settings.operator else {}
    return os.environ | own | {
        "LEADLINK_HOME": str(settings.home.absolute()),
        "LEADLINK_NEO4J_URI": target.uri,
        "LEADLINK_NEO4J_USER": target.user,
        "LEADLINK_NEO4J_PASSWORD": target.password,
        "LEADLINK_NEO4J_DATABASE": settings.neo4j_database,
        "LEADLINK_KEEP_LOADS": str(settings.keep_loads),
    }  # fmt: skip


async def _end(child: asyncio.subprocess.Process) -> None:
    # A load that is cut off is completed by the next run.
    with contextlib.suppress(ProcessLookupError):
        child.terminate()
        try:
            await asyncio.wait_for(child.wait(), _GRACE)
        except TimeoutError:
            child.kill()
            await child.wait()
