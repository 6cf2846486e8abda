"""One run of the questions: every side up on the same graph, checked alike, then measured."""

import asyncio
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from bench.bare import driver_side, running_bare
from bench.fairness import Checked, check_same
from bench.machine import describe_graph, describe_machine, describe_versions
from bench.measure import Pace, Rounds, measure, sides_of
from bench.measured_home import ensure_city, running_graph, running_service, settings_of
from bench.officer import officer_of
from bench.peer import running_peer
from bench.questions import read_questions
from bench.recorded import Recorded, record
from bench.report import Report
from bench.shapes import QuestionShape, Variables
from bench.sides import HttpSide, Side
from graph_service.errors import GraphServiceError
from graph_service.graph import Graph, Writer
from graph_service.progress import Steps

Questions = dict[QuestionShape, list[Variables]]


@dataclass(frozen=True)
class QueryPlan:
    """What to measure: the home, the city in it, the questions, and at what pace."""

    home: Path
    size: str
    shapes: list[QuestionShape]
    pace: Pace
    bodies: int = 100


def run_queries(plan: QueryPlan, steps: Steps) -> Report:
    """Return the figures of every side at every question."""
    settings = settings_of(plan.home)
    about = describe_machine()
    with ExitStack() as stack:
        running = stack.enter_context(running_graph(settings, steps))
        writer = stack.enter_context(Writer(running, settings.neo4j_database))
        ensure_city(writer, settings, plan.size, steps)
        viewer = stack.enter_context(officer_of(writer))
        steps.say("reading what to ask about")
        questions = read_questions(writer, viewer, plan.shapes, plan.bodies)
        recorded = asyncio.run(record(running, viewer, questions))
        servers = [stack.enter_context(running_service(settings))]
        try:
            servers.append(stack.enter_context(running_peer(running, settings.cache, steps)))
        except GraphServiceError as error:
            about.append(f"@neo4j/graphql was left out: {error}")
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        bare = stack.enter_context(running_bare(running, recorded, folder))
        about += [describe_graph(writer), *describe_versions(writer, len(servers) > 1)]
        graph = Graph(running, settings.neo4j_database)
        database = (running.pid,) if running.pid else ()
        sides = _Sides(servers, bare, graph, recorded, database)
        checked, rounds = asyncio.run(_asked(plan, questions, sides, steps))
    names = [*(side.name for side in servers), bare.name, "raw driver"]
    return Report(about, plan.shapes, names, checked, rounds)


@dataclass(frozen=True)
class _Sides:
    servers: list[HttpSide]
    bare: HttpSide
    graph: Graph
    recorded: Recorded
    database: tuple[int, ...]


async def _asked(
    plan: QueryPlan, questions: Questions, sides: _Sides, steps: Steps
) -> tuple[dict[str, Checked], Rounds]:
    checked = {}
    for shape, variables in questions.items():
        steps.say(f"checking that all answer alike: {shape.name}")
        checked[shape.name] = await check_same(shape, variables, list(sides_of(shape, sides.servers)))
    every: list[Side] = [*sides.servers, sides.bare, driver_side(sides.graph, sides.recorded)]
    pace = replace(plan.pace, database=sides.database)
    rounds = await measure(questions, every, pace, steps)
    await sides.graph.close()
    return checked, rounds
