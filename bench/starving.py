"""`python -m bench.starving --home HOME`: what another officer waits for while one asks the dearest legal questions from 20 clients.

The home holds a loaded city. For each dear question the small one of the other officer is asked alone first, then beside the
clients; the last question that an operation may not ask is timed until it is refused.
"""

import asyncio
import json
import os
import statistics
import time
from pathlib import Path
from typing import Annotated, Any, cast

import httpx
import typer

from bench.cypher_text import cypher
from bench.machine import described_run
from bench.measured_home import running_graph, running_service, settings_of
from bench.officer import OFFICER, officer_of
from graph_service.errors import BadInput
from graph_service.graph import Writer
from graph_service.progress import ShownSteps
from graph_service.rights.viewer import Tokens

CLIENTS = 20
SECONDS = 20
_SMALL = "{ viewer { officerName } clues(first: 5) { nodes { number title } } }"
DEAR = {
    "many rows": "{ clues(first: 1000) { nodes { number names(first: 90) { entity { caption } } } } }",
    "long lists sorted by what names each": "{ people(orderBy: NAMED_IN_ASC, first: 1000) { totalCount nodes { name } } }",
    "groups over every matter": "{ matters(first: 0) { grouped(by: [NAMES, CAME_ON_DAY], first: 1000) "
    "{ totalCount groups { count keys { value } } } } }",
    "a filter that nothing serves": "{ people(orderBy: NAME_DESC, "
    'filter: {not: {where: {name: {contains: "x"}, kin: {none: {}}}}}) { totalCount } }',
    "search": '{ search(text: "张", first: 100) { totalCount nodes { caption } } }',
}
TOO_DEAR = """{ clues(first: 1000) { nodes { names(first: 100) { entity { namedIn(first: 100) { matter { names(first: 100) {
  entity { namedIn(first: 100) { matter { number } } } } } } } } } } }"""
app = typer.Typer(add_completion=False)


def _client(url: str, token: str) -> httpx.AsyncClient:
    limits = httpx.Limits(max_connections=64)
    return httpx.AsyncClient(base_url=url, headers={"Authorization": f"Bearer {token}"}, limits=limits)


async def _ask(client: httpx.AsyncClient, query: str) -> httpx.Response:
    return await client.post("/graphql", json={"query": query}, timeout=120)


async def _small(client: httpx.AsyncClient, until: float) -> list[float]:
    found = []
    while time.perf_counter() < until:
        began = time.perf_counter()
        answer = await _ask(client, _SMALL)
        found.append(1000 * (time.perf_counter() - began))
        if "errors" in answer.json():
            raise BadInput("the small question is refused", "the other officer", answer.text[:200])
        await asyncio.sleep(0.02)
    return found


async def _dear(client: httpx.AsyncClient, query: str, until: float) -> list[str]:
    codes = []
    while time.perf_counter() < until:
        answer = (await _ask(client, query)).json()
        codes.append(answer["errors"][0]["extensions"]["code"] if "errors" in answer else "OK")
    return codes


def _told(times: list[float]) -> dict[str, float]:
    cut = statistics.quantiles(times, n=100)
    return {"asked": len(times), "p50": round(cut[49], 1), "p95": round(cut[94], 1), "most": round(max(times), 1)}


async def measure(url: str, greedy: str, other: str) -> dict[str, Any]:
    """Return the milliseconds of the small question alone and beside each dear one, and those until a refusal."""
    found: dict[str, Any] = {}
    async with (
        _client(url, greedy) as many,
        _client(url, other) as one,
    ):
        for query in (*DEAR.values(), TOO_DEAR):
            await _ask(many, query)  # planned now
        found["alone"] = _told(await _small(one, time.perf_counter() + SECONDS / 2))
        for name, query in DEAR.items():
            until = time.perf_counter() + SECONDS
            clients = [asyncio.create_task(_dear(many, query, until)) for _ in range(CLIENTS)]
            small = await _small(one, until)
            every = [code for each in await asyncio.gather(*clients) for code in each]
            found[name] = {**_told(small), "answered": every.count("OK"), "refused": len(every) - every.count("OK")}
        times = []
        for _ in range(50):
            began = time.perf_counter()
            answer = (await _ask(many, TOO_DEAR)).json()
            times.append(1000 * (time.perf_counter() - began))
        found["too dear"] = {
            **_told(times),
            "code": answer["errors"][0]["extensions"]["code"],
            "price": answer["extensions"]["price"],
        }
    return found


@app.command()
def main(
    home: Annotated[Path, typer.Option(help="a home with a loaded city, which no service uses now")],
    out: Annotated[Path | None, typer.Option(help="file for the figures as JSON")] = None,
) -> None:
    """Print the figures as JSON, one line for each question."""
    settings = settings_of(home)
    load = os.getloadavg()[0]
    with (
        ShownSteps() as steps,
        running_graph(settings, steps) as running,
        Writer(running) as writer,
        officer_of(writer),
    ):
        other = writer.run_read(cypher("other_officer"), officer=OFFICER)[0][0]["officer"]
        tokens = Tokens(settings)
        with running_service(settings) as side:
            url = side.url(cast(Any, None)).removesuffix("/graphql")
            found = asyncio.run(measure(url, tokens.sign(OFFICER), tokens.sign(str(other))))
    if out:
        out.write_text(json.dumps({"asked": found, **described_run(load)}, indent=2), encoding="utf-8")
    for name, told in found.items():
        typer.echo(json.dumps({name: told}, ensure_ascii=False))


if __name__ == "__main__":
    app()
