"""The graph that is measured: a home of the bench's own, with a city that is generated and loaded once."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.child import started
from bench.cpu import with_children
from bench.cypher_text import cypher
from bench.officer import OFFICER
from bench.sides import HttpSide, leadlink
from graph_service.bolt import free_port
from graph_service.embedded import Running, ensure
from graph_service.errors import BadInput, Conflict
from graph_service.graph import Writer
from graph_service.migrations import fingerprint_of, migrate
from graph_service.progress import Steps
from graph_service.rights.audiences import of_every_kind
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings, read_settings

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "loaders" / "sources" / "city"
SETTLED = ("resolve", "mentions", "resolve")  # texts name people whom the first run has made one
LINKED = (*SETTLED, "link")
SEED = 7


def settings_of(home: Path) -> Settings:
    """Return the settings of a home of the bench, with memory for a medium city unless the environment says more."""
    # The bench asks what it likes.
    memory = {"neo4j_heap_max": "2g", "neo4j_page_cache": "1g", "operations": "open"}
    unset = {name: value for name, value in memory.items() if f"LEADLINK_{name.upper()}" not in os.environ}
    settings = read_settings(home=home, **unset)
    if settings.neo4j_uri:
        what = "the bench writes an officer of its own into the graph, so it must not be a graph in use"
        raise BadInput(what, "LEADLINK_NEO4J_URI", "unset it: the bench starts a server of its own")
    return settings


@contextmanager
def running_graph(settings: Settings, steps: Steps) -> Iterator[Running]:
    """Run the home's Neo4j, its schema up to date, until the block ends."""
    with ensure(settings, steps) as running:
        with Writer(running, settings.neo4j_database) as writer:
            migrate(writer, fingerprint_of(settings.read_uid_key()))
        yield running


def city_at(home: Path, size: str, steps: Steps, seed: int = SEED) -> Path:
    """Return the folder of the city's files, written if they are not there."""
    folder = home / f"city-{size}"
    if not folder.is_dir():
        steps.say(f"writing the {size} city")
        draft = folder.with_suffix(".draft")
        run_leadlink(home, ["city", "--size", size, "--seed", str(seed), "--out", str(draft)])
        draft.rename(folder)
    return folder


def load_city(home: Path, data: Path) -> None:
    """Load every source of the city into the home's graph."""
    # Rejected rows are part of the city: exit code 1 says that there were some.
    run_leadlink(home, ["load", *map(str, sorted(SOURCES.glob("*.yaml"))), "--data", str(data), "--json"], (0, 1))


def ensure_city(writer: Writer, settings: Settings, size: str, steps: Steps) -> None:
    """Load the city unless the graph holds clues already."""
    if writer.run_read(cypher("clues"), many=1, audiences=_audiences(writer))[0]:
        return
    data = city_at(settings.home, size, steps)
    steps.say(f"loading the {size} city")
    load_city(settings.home, data)


def run_steps(home: Path, names: Iterable[str], steps: Steps) -> None:
    """Run commands of leadlink without arguments on a loaded home, one after the other."""
    for name in names:
        steps.say(name)
        run_leadlink(home, [name, "--json"])


def run_leadlink(home: Path, arguments: Sequence[str], good: Sequence[int] = (0,)) -> str:
    """Return what a command of leadlink on a home printed, or refuse with the end of it."""
    done = subprocess.run(
        [sys.executable, "-m", "graph_service.cli", *arguments],
        cwd=ROOT, env=_environment(home), capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode not in good:
        what = f"the command ended with code {done.returncode}: {(done.stderr or done.stdout).strip()[-400:]}"
        raise Conflict(what, f"leadlink {arguments[0]}", "run it alone to see all that it prints")
    return done.stdout


@contextmanager
def running_service(settings: Settings) -> Iterator[HttpSide]:
    """Run the service on the home's graph until the block ends, asked as the officer of the bench."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = (sys.executable, "-m", "graph_service.cli", "serve", "--port", str(port))
    with started(command, ROOT, _environment(settings.home), f"{url}/readyz") as child:
        yield leadlink(url, Tokens(settings).sign(OFFICER), with_children(child.pid))


def _environment(home: Path) -> dict[str, str]:
    return {
        **os.environ,
        "LEADLINK_HOME": str(home),
        "LEADLINK_DEMO": "true",
        "LEADLINK_LOG_REQUESTS": "false",
        "LEADLINK_MOST_MISSES": "1000000",
    }


def _audiences(writer: Writer) -> list[int]:
    rows, _ = writer.run_read(cypher("audiences"))
    return of_every_kind(rows[0]["audiences"])
