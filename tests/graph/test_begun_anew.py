"""A Neo4j that breaks in the middle of a run of tests costs the tests that met it, not all that come after."""

import pytest

from graph_service.embedded import Running
from graph_service.errors import GraphServiceError
from graph_service.graph import Writer
from graph_service.settings import Settings
from tests import conftest


@pytest.mark.long
def test_a_broken_server_is_begun_anew_on_the_same_port(
    server: Running, settings: Settings, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    if server.end is None:
        pytest.skip("the server of this run is not ours to restart")
    times = []

    def breaks_once(writer: Writer, keep: str) -> None:
        times.append(keep)
        if len(times) == 1:
            raise GraphServiceError("Neo4j refuses the statement (Neo.DatabaseError.General.UnknownError)", "write", "")

    monkeypatch.setattr(conftest, "clear", breaks_once)
    conftest.wipe(server, writer)

    assert len(times) == 2
    assert writer.run_read("RETURN 1 AS one")[0] == [{"one": 1}]
