"""Paired worlds: two graphs that differ only in what an officer may not see give that officer the same bytes."""

from functools import partial

from graph_service.api.plan.plan import QueryContext
from graph_service.api.queries.execute import OperationContext
from graph_service.api.schema import build_schema
from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.migrations import migrate
from graph_service.rights.viewer import Viewer
from tests.api.asked import KEY, OPERATIONS, by_plans, in_turns
from tests.api.test_oracle import values_of
from tests.conftest import wipe
from tests.operations import Operation, draw_operation
from tests.series import SHOWN
from tests.sketch import Sketch
from tests.world import TOKENS, write_world

_ENDS = [("clue_00", "clue_03"), ("person_0", "person_3"), ("person_1", "unit_0"), ("clue_02", "phone_1")]
_LENGTHS = """query Main($from: ID!, $to: ID!) {
  paths(from: $from, to: $to, first: 10, maxHops: 3) { edges { __typename } }
  one: paths(from: $from, to: $to, first: 1, maxHops: 1) { sentence nodes { id } }
}"""
_SERIES = f"""query Main {{ one: series(id: "series_1") {{ {SHOWN} }} closed: series(id: "series_2") {{ {SHOWN} }}
  tour: series(id: "series_tour") {{ {SHOWN} }} node(id: "series_1") {{ id caption }}
  seriesList {{ totalCount nodes {{ {SHOWN} }} }} clues(first: 50) {{ nodes {{ id series {{ {SHOWN} }} }} }} }}"""
_SEEDS = range(1_000_000, 1_000_000 + OPERATIONS // 2)


async def test_hidden_things_change_no_byte(world: Sketch, graph: Graph, server: Running, writer: Writer) -> None:
    audiences = world.open_to(*TOKENS["o_disc"])
    viewer = Viewer("o_disc", ("DISC_1",), tuple(sorted(audiences)))
    values, schema = await values_of(world, QueryContext(graph, viewer, KEY)), build_schema()
    # Which of many equally short paths the server takes depends on how the graph is stored; their lengths do not.
    operations = [draw_operation(schema._schema, values, seed, "paths") for seed in _SEEDS]
    operations += [Operation(_SERIES, "Main", {})]
    operations += [Operation(_LENGTHS, "Main", {"from": start, "to": end}) for start, end in _ENDS]

    async def ask(operation: Operation) -> bytes | str:
        context = OperationContext(QueryContext(graph, viewer, KEY))
        answer = await by_plans(schema, operation, context)
        return answer if answer is not None else str(sorted(map(str, context.refused.values())))

    with_hidden = await in_turns(partial(ask, operation) for operation in operations)
    wipe(server, writer)
    migrate(writer)
    write_world(world, writer, audiences)
    without_hidden = await in_turns(partial(ask, operation) for operation in operations)

    for operation, one, other in zip(operations, with_hidden, without_hidden, strict=True):
        assert one == other, operation
