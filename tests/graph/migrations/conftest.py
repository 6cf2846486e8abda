"""A database without any schema, and one with the present schema, as tests of migrations need them."""

from collections.abc import Iterator

import pytest

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.migrations import migrate
from graph_service.migrations.state import read_state
from schema import ddl
from tests.conftest import wipe
from tests.older_graphs import clear_schema


@pytest.fixture(scope="module", autouse=True)
def _nothing_left(server: Running, writer: Writer) -> Iterator[None]:
    """Leave no schema that later modules would be refused for."""
    yield
    wipe(server, writer)
    clear_schema(writer)


@pytest.fixture
def bare(server: Running, writer: Writer) -> Writer:
    """The writer on a database without nodes and without schema."""
    wipe(server, writer)
    clear_schema(writer)
    return writer


@pytest.fixture
def present(server: Running, writer: Writer) -> Writer:
    """The writer on an empty graph of the present schema; made anew only where the test before has changed it."""
    wipe(server, writer)
    needs, held = {each.name: each for each in ddl.wanted()}, read_state(writer).held
    clear_schema(writer, keep={each.name for each in held if each.name in needs and each.serves(needs[each.name])})
    migrate(writer, "fingerprint")
    return writer
