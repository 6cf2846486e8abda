"""`python -m bench.many_links --home HOME`: a page of the links of one rule, and how many there are, among very many."""

import asyncio
import json
import random
import statistics
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import typer
from graphql import parse

from bench.measured_home import running_graph, settings_of
from graph_service.api.plan.context import QueryContext
from graph_service.api.queries.execute import OperationContext, answer, compile_operation
from graph_service.api.schema import build_schema
from graph_service.cypher.files import query
from graph_service.embedded import Running
from graph_service.errors import BadInput
from graph_service.graph import Graph, Writer
from graph_service.migrations import migrate
from graph_service.progress import ShownSteps
from graph_service.rights.viewer import Viewer

_MATTERS = 20_000
_BATCH = 5_000
_RULES = ("same_person", "same_firm", "shared_phone")
_MAKE_MATTERS = """UNWIND $rows AS row
CREATE (m:Clue:Matter {uid: row.uid, number: row.number, received_on: date(row.day), source: 'many', source_key: row.number,
  audience: 1, load: 'load_many', row: 1, hash: 'x'})"""
_MAKE_LINKS = """UNWIND $rows AS row
MATCH (one:Clue {uid: row.one})
MATCH (other:Clue {uid: row.other})
CREATE (one)<-[:JOINS {place: 0}]-(:Link {uid: row.uid, rule: row.rule, sentence: 'x', audiences: [1], state: 'PROPOSED',
  proposed_at: datetime()})-[:JOINS {place: 1}]->(other)"""
_ASKED = {
    "page of a rule": '{ links(filter: {rule: ["same_person"]}, first: 20) { nodes { id rule one { number } other { number } } } }',
    "page and count": '{ links(filter: {rule: ["same_person"]}, first: 20) { totalCount nodes { id } } }',
    "newest of a rule": '{ links(filter: {rule: ["same_person"]}, orderBy: NEWEST, first: 20) { nodes { id } } }',
    "page of all": "{ links(first: 20) { nodes { id rule } } }",
}


def make(writer: Writer, links: int) -> None:
    """Write the matters and links; a home that has them keeps them."""
    migrate(writer)
    if writer.run_read("MATCH (l:Link) RETURN count(l) AS n")[0][0]["n"] >= links:
        return
    draw = random.Random(1)  # noqa: S311 - not for secrets
    first = date(2020, 1, 1)
    matters: list[dict[str, Any]] = [
        {"uid": f"clue_{at:024x}", "number": f"X{at:06}", "day": (first + timedelta(draw.randrange(2000))).isoformat()}
        for at in range(_MATTERS)
    ]
    pairs: list[dict[str, Any]] = [
        {"uid": f"link_{at:024x}", "rule": _RULES[at % len(_RULES) if at % 4 else 0], "one": one["uid"], "other": other["uid"]}
        for at, (one, other) in enumerate(draw.sample(matters, 2) for _ in range(links))
    ]  # fmt: skip
    uids = [each["uid"] for each in matters]
    for text, rows in ((_MAKE_MATTERS, matters), (_MAKE_LINKS, pairs)):
        for start in range(0, len(rows), _BATCH):
            writer.run_write(text, rows=rows[start : start + _BATCH])
    for start in range(0, len(uids), _BATCH):
        writer.run_write(query("links/place").body, uids=uids[start : start + _BATCH])


async def ask(running: Running, times: int) -> dict[str, dict[str, float]]:
    """Return milliseconds of each question: first of all, middle and slowest of the rest."""
    graph, schema = Graph(running, timeout_seconds=120), build_schema()
    viewer = Viewer("o", (), (1,))
    found: dict[str, dict[str, float]] = {}
    for name, text in _ASKED.items():
        compiled, _ = compile_operation(schema._schema, parse(text), None, {})
        if compiled is None:
            raise BadInput("the question does not compile", name, "look at it")
        taken = []
        for _ in range(times):
            began = time.perf_counter()
            context = OperationContext(QueryContext(graph, viewer, b"key of the bench"))
            if await answer(compiled, schema._schema, {}, context) is None:
                raise BadInput(f"refused: {context.refused}", name, "raise the time that a read may take")
            taken.append(round((time.perf_counter() - began) * 1000, 1))
        found[name] = {"first": taken[0], "middle": statistics.median(taken[1:]), "slowest": max(taken[1:])}
    await graph.close()
    return found


def main(
    home: Path = typer.Option(..., help="Home to keep; its graph is made if it is new."),
    links: int = typer.Option(54_000, min=1, help="Links in the graph."),
    times: int = typer.Option(21, min=2, help="How often each question is asked, one after the other."),
) -> None:
    """Print the milliseconds of each question."""
    with ShownSteps() as steps, running_graph(settings_of(home.absolute()), steps) as running:
        with Writer(running) as writer:
            make(writer, links)
        print(json.dumps(asyncio.run(ask(running, times)), indent=1))


if __name__ == "__main__":
    typer.run(main)
