"""Two services that start at once on an empty database both come to serve."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import httpx
import pytest

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.settings import Settings
from tests.served import serving


@pytest.mark.long
def test_two_services_at_once_both_serve(bare: Writer, server: Running, settings: Settings) -> None:
    with ExitStack() as stack, ThreadPoolExecutor(2) as both:
        started = [both.submit(stack.enter_context, serving(settings, server, "o")) for _ in range(2)]
        answers = [httpx.get(f"{each.result().url}/readyz", timeout=30) for each in started]

    assert [answer.status_code for answer in answers] == [200, 200]
    recorded = bare.run_read("MATCH (m:Migration) RETURN m.version AS version")[0]
    assert len({row["version"] for row in recorded}) == len(recorded) > 7
