"""The bare route: leadlink's own Cypher behind HTTP, without GraphQL, tokens or shapes; and the driver without HTTP."""

import os
import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from bench.child import started
from bench.cpu import with_children
from bench.recorded import Call, Recorded, ask_again
from bench.shapes import QuestionShape, Variables
from bench.sides import CallSide, HttpSide, bare_route
from graph_service.bolt import free_port
from graph_service.graph import Graph, ServerAddress

_ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Spot:
    """A Neo4j as the environment of a child process names it."""

    uri: str
    user: str
    password: str


def driver_side(graph: Graph, recorded: Recorded) -> CallSide:
    """Return the driver alone: the same Cypher called in this process, one record per answer."""

    async def call(shape: QuestionShape, variables: Variables) -> Any:
        return await ask_again(graph, recorded.of(shape, variables), shape.name)

    return CallSide("raw driver", call)


@contextmanager
def running_bare(target: ServerAddress, recorded: Recorded, folder: Path) -> Iterator[HttpSide]:
    """Run the bare route in a process of its own until the block ends."""
    known = folder / "calls"
    # Only what this very process has just written is read back by its child.
    known.write_bytes(pickle.dumps(recorded.calls))
    port = free_port()
    environment = {
        **os.environ,
        "BENCH_CALLS": str(known),
        "BENCH_PORT": str(port),
        "BENCH_URI": target.uri,
        "BENCH_USER": target.user,
        "BENCH_PASSWORD": target.password,
    }
    command = (sys.executable, "-m", "bench.bare")
    url = f"http://127.0.0.1:{port}"
    with started(command, _ROOT, environment, f"{url}/healthz") as child:
        yield bare_route(url, with_children(child.pid), recorded.numbers)


def main() -> None:
    """Serve the recorded calls by number, on the server and loop that leadlink runs on."""
    import uvicorn
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

    named = os.environ
    graph = Graph(Spot(named["BENCH_URI"], named["BENCH_USER"], named["BENCH_PASSWORD"]))
    calls: dict[str, list[list[Call]]] = pickle.loads(Path(named["BENCH_CALLS"]).read_bytes())  # noqa: S301 - see running_bare

    async def run(request: Request) -> Response:
        shape = request.path_params["shape"]
        asked = calls[shape][orjson.loads(await request.body())["call"]]
        found = await ask_again(graph, asked, shape)
        return Response(orjson.dumps(found), media_type="application/json")

    async def healthz(_: Request) -> Response:
        return Response()

    app = Starlette(routes=[Route("/healthz", healthz), Route("/{shape}", run, methods=["POST"])])
    uvicorn.run(
        app, host="127.0.0.1", port=int(named["BENCH_PORT"]), loop="uvloop", log_level="warning", access_log=False
    )


if __name__ == "__main__":
    main()
