"""`python -m bench.crowd --home HOME`: a person, a firm and a phone that 50,000 matters name, and what is asked around them."""

import asyncio
import json
import statistics
import time
from pathlib import Path
from typing import Any

import typer
from graphql import parse

from bench.measured_home import run_leadlink, running_graph, settings_of
from graph_service.api.plan.context import QueryContext
from graph_service.api.queries.execute import OperationContext, answer, compile_operation
from graph_service.api.schema import build_schema
from graph_service.embedded import Running
from graph_service.errors import BadInput
from graph_service.graph import Graph, Writer
from graph_service.progress import ShownSteps, Steps
from graph_service.rights.audiences import of_every_kind
from graph_service.rights.viewer import Viewer

_CLUES = """name: crowd
title: Matters of a crowd 同一对象的大量线索
holder: DISC_1
classification: INTERNAL
readers: [EVERYONE]
read: {format: csv, files: crowd.csv}
key: 编号
nodes:
  clue: {kind: Clue, fields: {number: 编号, title: 标题, received_on: 收到}}
links:
  - {type: NAMES, from: clue, to: {kind: Person, by: id_number, column: 身份证号}}
  - {type: NAMES, from: clue, to: {kind: Unit, by: uscc, column: 企业}}
  - {type: NAMES, from: clue, to: {kind: Phone, by: phone_number, column: 电话}}
"""
_PERSON, _FIRM, _PHONE = "360502198001011237", "91360502MA35K8TW5N", "13979053122"
QUESTIONS = {
    "a matter and what belongs with it": '{ connectedMatters(id: "%(clue)s", first: 20) { totalCount nodes { score } leftOut { count } } }',
    "a matter's links": '{ links(filter: {matter: "%(clue)s"}, first: 20) { nodes { id rule } } }',
    "who names the phone": '{ node(id: "phone:%(phone)s") { ... on Phone { phoneNumber namedIn(first: 20) { id } } } }',
    "around the person": '{ network(around: ["person:%(person)s"]) { central { node { caption } } leftOut { ties } } }',
    "a page around the person": '{ expand(id: "person:%(person)s", first: 50) { totalCount counts { type count } edges { id } } }',
    "paths from person to firm": '{ paths(from: "person:%(person)s", to: "unit:%(firm)s", first: 5) { sentence } }',
    "how many of them": '{ pathsConnection(from: "person:%(person)s", to: "unit:%(firm)s") { totalCount leftOut { sentence } } }',
    "paths over the crowd": '{ pathsConnection(from: "%(clue)s", to: "%(other)s", first: 5) { totalCount nodes { sentence } } }',
    "the newest of them": "{ clues(orderBy: NEWEST, first: 20) { nodes { number } } }",
    "how many there are": "{ clues { totalCount } }",
}  # fmt: skip
_TWO = "MATCH (c:Clue) WHERE c.number IN ['X000007', 'X000008'] RETURN c.uid AS uid ORDER BY c.number"


def write(folder: Path, matters: int) -> None:
    """Write the declaration and the file of the crowd."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "crowd.yaml").write_text(_CLUES, encoding="utf-8")
    with (folder / "crowd.csv").open("w", encoding="utf-8") as file:
        file.write("编号,标题,收到,身份证号,企业,电话\n")
        for number in range(matters):
            day = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
            file.write(f"X{number:06},题{number},{day},{_PERSON},{_FIRM},{_PHONE}\n")


async def ask(running: Running, times: int) -> dict[str, dict[str, float]]:
    """Return milliseconds of each question: first of all, middle and slowest of the rest."""
    graph, schema = Graph(running, timeout_seconds=120), build_schema()
    with Writer(running) as writer:
        audiences = tuple(
            of_every_kind(row["number"] for row in writer.run_read("MATCH (a:Audience) RETURN a.number AS number")[0])
        )
        clue, other = (row["uid"] for row in writer.run_read(_TWO)[0])
    viewer = Viewer("o", (), audiences)
    found: dict[str, dict[str, float]] = {}
    for name, text in QUESTIONS.items():
        said = text % {"clue": clue, "other": other, "phone": _PHONE, "person": _PERSON, "firm": _FIRM}
        taken = [await _timed(graph, schema, said, viewer, name) for _ in range(times)]
        found[name] = {"first": taken[0], "middle": statistics.median(taken[1:]), "slowest": max(taken[1:])}
    await graph.close()
    return found


async def _timed(graph: Graph, schema: Any, text: str, viewer: Viewer, name: str) -> float:
    compiled, refused = compile_operation(schema._schema, parse(text), None, {})
    if compiled is None:
        raise BadInput(f"the question does not compile: {refused}", name, "look at it")
    context = OperationContext(QueryContext(graph, viewer, b"key of the bench"))
    began = time.perf_counter()
    if await answer(compiled, schema._schema, {}, context) is None:
        raise BadInput(f"refused: {context.refused}", name, "raise the time that a read may take")
    return round((time.perf_counter() - began) * 1000, 1)


def _loaded(home: Path, matters: int, steps: Steps) -> dict[str, Any]:
    taken: dict[str, Any] = {}
    folder = home / "crowd"
    if not folder.is_dir():
        write(folder, matters)
    for name, arguments in {
        "load": ["load", str(folder / "crowd.yaml"), "--data", str(folder)],
        "link": ["link"],
        "link again": ["link"],
    }.items():
        steps.say(name)
        began = time.monotonic()
        run_leadlink(home, arguments)
        taken[name] = round(time.monotonic() - began, 1)
    return taken


def main(
    home: Path = typer.Option(..., help="Home to keep; its graph is made if it is new."),
    matters: int = typer.Option(50_000, min=100, help="Matters that name the same person, firm and phone."),
    times: int = typer.Option(11, min=2, help="How often each question is asked, one after the other."),
) -> None:
    """Print the seconds of loading and linking, and the milliseconds of each question."""
    with ShownSteps() as steps, running_graph(settings_of(home.absolute()), steps) as running:
        seconds = _loaded(home.absolute(), matters, steps)
        print(json.dumps({"seconds": seconds, "milliseconds": asyncio.run(ask(running, times))}, indent=1))


if __name__ == "__main__":
    typer.run(main)
