"""What the figures hold for: the machine, its load, and the versions of everything that took part."""

import json
import os
import platform
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.cypher_text import cypher
from bench.load import client_name
from bench.peer import SOURCES
from graph_service.graph import Writer
from graph_service.web.node import find_node

ROOT = Path(__file__).resolve().parent.parent
_PYTHON = ("neo4j", "neo4j-rust-ext", "strawberry-graphql", "graphql-core", "uvicorn", "uvloop", "orjson")


def describe_machine() -> list[str]:
    """Return the machine and its present load, a line each."""
    cpu = [line for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if "model name" in line]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    name = cpu[0].partition(":")[2].strip() if cpu else platform.machine()
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return [f"{os.cpu_count()} cores ({name}), {memory:.0f} GiB, {platform.system()}", f"load at the start: {load}"]


def described_run(load: float) -> dict[str, Any]:
    """Return what figures hold for: the commit, and the load of the machine when they were begun and now."""
    command = (shutil.which("git") or "git", "rev-parse", "--short", "HEAD")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return {"commit": done.stdout.strip(), "load": [load, os.getloadavg()[0]]}


def describe_versions(writer: Writer, with_peer: bool) -> list[str]:
    """Return the versions of the database, the libraries and the client, a line each."""
    found = writer.run_read(cypher("server"))[0][0]
    python = ", ".join(f"{name} {version(name)}" for name in _PYTHON)
    lines = [
        f"Neo4j {found['version']} {found['edition']}",
        f"Python {platform.python_version()}, {python}",
        f"load made by {client_name()}, on the same machine",
    ]
    return [*lines, _describe_peer()] if with_peer else lines


def _describe_peer() -> str:
    wanted = json.loads((SOURCES / "package.json").read_text(encoding="utf-8"))["dependencies"]
    node = subprocess.run([find_node().program, "--version"], capture_output=True, text=True, check=True)
    return f"Node {node.stdout.strip()}, " + ", ".join(f"{name} {number}" for name, number in wanted.items())


def describe_graph(writer: Writer) -> str:
    """Return how much the graph holds, in a line."""
    found = writer.run_read(cypher("size"))[0][0]
    return f"{found['nodes']:,} nodes and {found['links']:,} relationships"
