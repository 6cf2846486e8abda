"""@neo4j/graphql on graphql-yoga: installed once per user, started on loopback against the same Neo4j."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.child import started
from bench.cpu import with_children
from bench.sides import HttpSide, neo4j_graphql
from graph_service.bolt import free_port
from graph_service.graph import ServerAddress
from graph_service.progress import Silent, Steps
from graph_service.web.build import alone_in, digest_of, web_cache
from graph_service.web.node import find_node

SOURCES = Path(__file__).with_name("neo4j_graphql")
_LEFT_OUT = shutil.ignore_patterns("node_modules")
_SILENT = Silent()


def ensure_installed(cache_root: Path | None, steps: Steps = _SILENT) -> Path:
    """Return the folder of the peer with its packages, installed from the lock if need be."""
    cache = web_cache(cache_root)
    cache.mkdir(parents=True, exist_ok=True)
    home = cache / f"peer-{digest_of(SOURCES)}"
    with alone_in(cache, steps):
        if not home.is_dir():
            steps.say("fetching @neo4j/graphql with npm (once per user)")
            with tempfile.TemporaryDirectory(prefix=".peer-", dir=cache) as staging:
                work = Path(shutil.copytree(SOURCES, Path(staging) / SOURCES.name, ignore=_LEFT_OUT))
                find_node().install(work)
                os.replace(work, home)
    return home


@contextmanager
def running_peer(target: ServerAddress, cache_root: Path | None, steps: Steps = _SILENT) -> Iterator[HttpSide]:
    """Run the peer against the Neo4j until the block ends."""
    home, node, port = ensure_installed(cache_root, steps), find_node(), free_port()
    environment = {
        **node.environment(),
        "NODE_ENV": "production",
        "PORT": str(port),
        "NEO4J_URI": target.uri,
        "NEO4J_USER": target.user,
        "NEO4J_PASSWORD": target.password,
    }
    url = f"http://127.0.0.1:{port}"
    with started((str(node.program), "server.js"), home, environment, f"{url}/health") as child:
        yield neo4j_graphql(url, with_children(child.pid))
