"""What must be in place before the embedded server starts: a port, the jars, its settings, its password."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from graph_service.bolt import free_port, is_free
from graph_service.errors import GraphUnavailable
from graph_service.keys import read_or_create_key
from graph_service.progress import Steps
from graph_service.server import config as neo4j_config
from graph_service.server.config import Folders
from graph_service.server.faults import refused_password
from graph_service.server.jars import cache_folder, read_jars, read_lock
from graph_service.settings import Settings


def choose_port(settings: Settings, last: int) -> int:
    """Return the port of the settings, else that of the last run, else a free one."""
    given = settings.neo4j_bolt_port
    if not given:
        return last if last and is_free(last) else free_port()
    if not is_free(given):
        mend = "set LEADLINK_NEO4J_BOLT_PORT to a free port, or to 0 for any"
        raise GraphUnavailable(f"port {given} is taken by another program", f"127.0.0.1:{given}", mend)
    return given


def prepare(settings: Settings, folders: Folders, port: int, steps: Steps) -> list[Path]:
    """Put everything in place and return the jars."""
    jars = ready_jars(settings, steps)
    neo4j_config.write_config(settings, folders, port)
    if folders.has_database and not folders.password.exists():
        raise refused_password(folders)
    if not folders.has_database:
        steps.say("Neo4j: setting its password")
        read_or_create_key(folders.password)
        # The password is handed over in its file: on the command line every user of the machine could read it.
        run_admin(folders, jars, ("dbms", "set-initial-password", f"@{folders.password}"))
    return jars


def run_admin(folders: Folders, jars: Sequence[Path], arguments: Sequence[str]) -> str:
    """Run neo4j-admin and return what it printed, or refuse with its last line."""
    done = subprocess.run(  # noqa: S603 - our own Java command
        neo4j_config.admin_command(jars, arguments),
        env=neo4j_config.admin_environment(folders),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip()).splitlines() or [f"exit code {done.returncode}"]
        what = f"neo4j-admin {' '.join(arguments[:2])} failed: {last[-1]}"
        raise GraphUnavailable(what, str(folders.root), "mend what the message names")
    return done.stdout


def ready_jars(settings: Settings, steps: Steps) -> list[Path]:
    """Return the jars of Neo4j, downloaded if this user does not have them yet."""
    lock = read_lock()
    total, seen = len(lock.jars), 0
    steps.say("Neo4j: checking its jars")

    def advance(count: int, size: int) -> None:
        nonlocal seen
        seen += size
        steps.say(f"Downloading Neo4j {lock.version} (first time only): {count}/{total} jars, {seen / 1e6:.0f} MB")

    return read_jars(cache_folder(settings.kept_cache, lock.version), lock, settings.maven_repository, advance)
