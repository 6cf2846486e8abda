"""`python -m bench.search_forms --home HOME`: things of a loaded graph, each sought in every form that people write.

A thing counts as found where it is among the first ten. A form that more than a few others share as well as it does (張 of a
thousand people) asks for none of them, and is not drawn. Forms are drawn from the graph's own values, never by the service's
own code: traditional characters by OpenCC, sounds by pypinyin.
"""

import asyncio
import json
import os
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import typer
from graphql import parse

from bench.cpu import of_queries
from bench.machine import described_run
from bench.measured_home import running_graph, settings_of
from bench.search_drawn import Forms, Thing
from graph_service.api.plan.context import QueryContext
from graph_service.api.queries.execute import OperationContext, answer, compile_operation
from graph_service.api.schema import build_schema
from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.progress import ShownSteps
from graph_service.rights.audiences import of_every_kind
from graph_service.rights.viewer import Viewer

_ASK = (
    "query($t: String!) { search(text: $t, first: 10) { totalCount kinds { kind count } hits { match node { id } } } }"
)
_READ = """MATCH (n) WHERE n:Person OR n:Unit OR n:Vehicle OR n:Phone OR n:Account OR n:Place OR n:Project OR n:Matter
WITH n, coalesce(n.plate, n.phone_number, n.account_number, n.address, n.name, n.number) AS value
WHERE value IS NOT NULL AND n.audience <> 0 AND n.stub IS NULL
RETURN n.uid AS uid, value, n.plate IS NOT NULL AS is_plate ORDER BY uid"""
_JOINED = """MATCH (a:Person)<-[:NAMES]-(m:Matter)-[:NAMES]->(b:Unit)
WHERE a.name IS NOT NULL AND b.name IS NOT NULL AND a.audience <> 0 AND b.audience <> 0
RETURN DISTINCT a.name AS one, b.name AS other, collect(m.uid) AS uids ORDER BY one, other"""
_BEGUN = {"first sign": 1, "first two signs": 2}
_AUDIENCES = "MATCH (a:Audience) RETURN collect(a.number) AS numbers"


@dataclass
class Measured:
    """What came of one form."""

    asked: int = 0
    found: int = 0
    missed: list[str] = field(default_factory=list)


@dataclass
class Asking:
    """Asks the service's own plans as somebody who may see everything, and keeps the times."""

    graph: Graph
    viewer: Viewer
    neo4j: int
    took: dict[str, list[tuple[float, str]]] = field(default_factory=lambda: defaultdict(list))  # by form
    worked: dict[str, list[tuple[float, str]]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.schema, self.service = build_schema(), QueryContext(self.graph, self.viewer, b"k" * 32)
        self.compiled, _ = compile_operation(self.schema._schema, parse(_ASK), None, {})

    async def __call__(self, text: str, form: str) -> dict[str, Any]:
        """Return what is found by a text; the time is kept with its form."""
        if self.compiled is None:
            raise TypeError("the question does not compile")
        context = OperationContext(replace(self.service, viewer=self.viewer))
        worked, began = of_queries(self.neo4j), time.perf_counter()
        data = await answer(self.compiled, self.schema._schema, {"t": text}, context)
        self.took[form].append(((time.perf_counter() - began) * 1000, text))
        self.worked[form].append((of_queries(self.neo4j) - worked, text))
        if data is None:
            raise next(iter(context.refused.values()))
        return dict(data["search"])


async def measure(running: Running, things: int, seed: int) -> dict[str, Any]:
    """Return how much of each form was found, what was not, and how long the answers took."""
    with Writer(running) as writer:
        rows = writer.run_read(_READ)[0]
        joined = writer.run_read(_JOINED)[0]
        numbers = writer.run_read(_AUDIENCES)[0][0]["numbers"]
    draw = random.Random(seed)  # noqa: S311 - not for secrets
    forms = Forms([row["value"] for row in rows], draw)
    drawn = [Thing(row["uid"], row["value"]) for row in draw.sample(rows, min(things, len(rows)))]
    ask = Asking(Graph(running, timeout_seconds=120), Viewer("o", (), tuple(of_every_kind(numbers))), running.pid or 0)
    makers: list[Callable[[Thing], str | None]] = [
        forms.exact, forms.part, forms.traditional, forms.separated, forms.pinyin, forms.initials, forms.homophone, forms.slip,
    ]  # fmt: skip
    for thing in drawn[:20]:
        await ask(thing.value, "warming")
    ask.took.clear()
    ask.worked.clear()
    found = {maker.__name__: await _of_form(ask, maker, drawn) for maker in makers}
    plates = [Thing(row["uid"], row["value"]) for row in rows if row["is_plate"]]
    found["plate_slip"] = await _of_form(ask, forms.plate_slip, draw.sample(plates, min(things, len(plates))))
    found["joined"] = await _of_joined(ask, draw.sample(joined, min(things // 4, len(joined))))
    exact = [text for text in (forms.nothing() for _ in range(things)) if _is_exact(await ask(text, "nothing"))]
    for name, size in _BEGUN.items():
        for thing in drawn[: things // 4]:
            await ask(thing.value[:size], name)
    await ask.graph.close()
    shown = {
        name: {"asked": each.asked, "found": each.found, "missed": each.missed[:12]} for name, each in found.items()
    }
    return {
        "values": len(rows),
        "things": len(drawn),
        "seed": seed,
        "forms": shown,
        "nothing": {"asked": things, "exact": exact[:12]},
        **_told("milliseconds", ask.took),
        **_told("processor milliseconds of Neo4j", ask.worked),
    }


def _told(what: str, of_forms: Mapping[str, list[tuple[float, str]]]) -> dict[str, Any]:
    drawn = _times(each for name, every in of_forms.items() if name not in _BEGUN for each in every)
    return {what: drawn, f"{what} of forms": {name: _times(every) for name, every in of_forms.items()}}


def _times(took: Iterable[tuple[float, str]]) -> dict[str, Any]:
    """Return the middle, the time that one in twenty exceeds, and the longest, with the texts that took longest."""
    times = sorted(took)
    found = {"p50": statistics.median(each for each, _ in times), "p95": times[int(len(times) * 0.95)][0]}
    told = {name: round(each, 1) for name, each in (found | {"most": times[-1][0]}).items()}
    return {"asked": len(times), **told, "slowest": [text for _, text in times[:-6:-1]]}


def _is_exact(answered: dict[str, Any]) -> bool:
    return any(hit["match"] == "EXACT" for hit in answered["hits"])


async def _of_form(ask: Asking, maker: Callable[[Thing], str | None], drawn: list[Thing]) -> Measured:
    measured = Measured()
    for thing in drawn:
        text = maker(thing)
        if text:
            hits = (await ask(text, maker.__name__))["hits"]
            _count(measured, thing.uid in {hit["node"]["id"] for hit in hits}, f"{text} ({thing.value})")
    return measured


async def _of_joined(ask: Asking, pairs: list[dict[str, Any]]) -> Measured:
    measured = Measured()
    for pair in pairs:
        text = f"{pair['other']} {pair['one']}"
        hits = (await ask(text, "joined"))["hits"]
        _count(measured, bool({hit["node"]["id"] for hit in hits} & set(pair["uids"])), text)
    return measured


def _count(measured: Measured, found: bool, text: str) -> None:
    measured.asked += 1
    measured.found += found
    if not found:
        measured.missed.append(text)


def main(
    home: Path = typer.Option(..., help="A home with a loaded graph."),
    things: int = typer.Option(1000, help="How many things are drawn."),
    seed: int = typer.Option(11, help="Seed of the drawing."),
    out: Path | None = typer.Option(None, help="File for the figures as JSON."),
) -> None:
    """Measure what search finds."""
    load = os.getloadavg()[0]
    with ShownSteps() as steps, running_graph(settings_of(home), steps) as running:
        told = asyncio.run(measure(running, things, seed))
    text = json.dumps(told | described_run(load), ensure_ascii=False, indent=2)
    if out:
        out.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    typer.run(main)
