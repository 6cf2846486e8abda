"""What is slow to plan is planned before anybody asks for it."""

from graph_service.embedded import Running
from graph_service.operation.warming import warm, warm_rest
from tests.sketch import Sketch


async def test_every_slow_question_is_one_that_the_service_answers(server: Running, world: Sketch) -> None:
    assert await warm(server, "neo4j")
    assert await warm_rest(server, "neo4j") == []


async def test_a_graph_that_does_not_answer_leaves_them_unplanned(server: Running) -> None:
    assert not await warm(server, "nowhere")
    assert len(await warm_rest(server, "nowhere")) > 3
