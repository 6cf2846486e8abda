"""What is slow to plan is planned before anybody asks for it."""

import pytest

from graph_service.embedded import Running
from graph_service.operation.warming import warm, warm_rest
from graph_service.rights.roles import read_roles
from tests.sketch import Sketch


@pytest.mark.long
async def test_every_slow_question_is_one_that_the_service_answers(server: Running, world: Sketch) -> None:
    assert await warm(server, "neo4j", read_roles())
    assert await warm_rest(server, "neo4j", read_roles()) == []


async def test_a_graph_that_does_not_answer_leaves_them_unplanned(server: Running) -> None:
    assert not await warm(server, "nowhere", read_roles())
    assert len(await warm_rest(server, "nowhere", read_roles())) > 3
