from __future__ import annotations

import asyncio
import os

import pytest
from graphql import parse, validate

from bench.__main__ import page_of
from bench.cpu import cpu_seconds, with_children
from bench.cypher_text import QUERIES, cypher
from bench.fairness import NotTheSame, check_same, difference
from bench.load import Asked, Failed, put_load
from bench.measure import Pace, Rounds, measure
from bench.peer import SOURCES
from bench.shapes import LONG_LIST, POINT, SHAPES, SHORTEST_PATH, QuestionShape, Variables, ids_in, total_in
from bench.sides import CallSide, HttpSide
from graph_service.api.schema import build_schema
from graph_service.progress import Silent

ONE: list[Variables] = [{"id": "person_1"}]


def side(name: str, answer: object) -> CallSide:
    async def call(_shape: QuestionShape, _variables: Variables) -> object:
        await asyncio.sleep(0.001)
        return answer

    return CallSide(name, call)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=lambda shape: shape.name)
def test_every_question_is_valid_against_the_api(shape: QuestionShape) -> None:
    assert validate(build_schema()._schema, parse(shape.ours)) == []
    assert (QUERIES / f"{shape.subjects}.cypher").is_file()


def test_ids_and_totals_are_found_wherever_they_stand() -> None:
    answer = {"people": {"nodes": [{"id": "a", "kin": [{"relative": {"id": "b"}}, {}]}], "totalCount": 7}}

    assert list(ids_in(answer)) == ["a", "b"]
    assert total_in(answer) == 7


@pytest.mark.parametrize(
    ("shape", "one", "other", "fault"),
    [
        (LONG_LIST, [{"id": "a"}, {"id": "b"}], [{"id": "b"}, {"id": "a"}], None),
        (LONG_LIST, [{"id": "a"}], [{"id": "a"}, {"id": "a"}], "1 and 2 ids"),
        (LONG_LIST, {"totalCount": 3}, {"totalCount": 4}, "totals 3 and 4"),
        (SHORTEST_PATH, [{"id": "a"}, {"id": "x"}, {"id": "b"}], [{"id": "a"}, {"id": "y"}, {"id": "b"}], None),
        (SHORTEST_PATH, [{"id": "a"}, {"id": "b"}], [{"id": "a"}, {"id": "y"}, {"id": "b"}], "2 and 3 nodes"),
    ],
)
def test_answers_that_differ_are_told_apart(
    shape: QuestionShape, one: object, other: object, fault: str | None
) -> None:
    found = difference(shape, one, other)

    assert found is None if fault is None else found is not None and fault in found


async def test_sides_that_answer_differently_are_not_compared() -> None:
    with pytest.raises(NotTheSame, match="left and right differ"):
        await check_same(POINT, ONE, [side("left", {"id": "a"}), side("right", {"id": "b"})])


async def test_empty_answers_are_not_compared() -> None:
    with pytest.raises(NotTheSame, match="every answer is empty"):
        await check_same(POINT, ONE, [side("left", {}), side("right", {})])


async def test_rounds_are_measured_side_by_side() -> None:
    sides = [side("leadlink", {}), side("raw driver", {})]

    found: Rounds = await measure({POINT: ONE}, sides, Pace(1, 0.05, warming=0.01, pause=0), Silent())

    ratio = found.ratio(POINT, "leadlink", "raw driver")
    assert ratio is not None
    assert 0.1 < ratio[0] < 10
    assert found.ratio(POINT, "leadlink", "nobody") is None


async def test_own_connections_take_the_place_of_wrk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    async with Fixed(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}") as http:
        sample = await put_load(http, Asked(POINT, ONE, 2, 0.2))

    assert sample.requests > 2
    assert 0 < sample.p50 <= sample.p95


async def test_a_refusal_while_being_timed_is_no_figure() -> None:
    async with Fixed(b"HTTP/1.1 500 Oops\r\nContent-Length: 2\r\n\r\n{}") as http:
        with pytest.raises((Failed, ConnectionError)):
            await put_load(http, Asked(POINT, ONE, 1, 1))


def test_stand_ins_are_replaced() -> None:
    assert "MERGE (n:Clue {uid: row.uid})" in cypher("plain_nodes", label="Clue")


def test_the_peers_lock_names_no_address() -> None:
    lock = (SOURCES / "package-lock.json").read_text(encoding="utf-8")

    assert '"resolved"' not in lock
    assert "://" not in lock


def test_processor_time_is_read() -> None:
    assert os.getpid() in with_children(os.getpid())
    assert cpu_seconds([os.getpid()]) > 0


class Fixed:
    """A server that gives one answer to every request."""

    def __init__(self, answer: bytes) -> None:
        self._answer = answer

    async def __aenter__(self) -> HttpSide:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        port = self._server.sockets[0].getsockname()[1]
        return HttpSide("fixed", lambda _: f"http://127.0.0.1:{port}/graphql", lambda _s, _v: b"{}", [os.getpid()])

    async def __aexit__(self, *_: object) -> None:
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                await reader.readexactly(2)
                writer.write(self._answer)
        except asyncio.IncompleteReadError:
            writer.close()


def test_a_part_that_was_not_measured_stays_on_the_page() -> None:
    first = page_of("", ["## Questions on the medium city", "", "### Throughput", "fast"])

    both = page_of(first, ["## Loading", "", "slow"])

    again = page_of(both, ["## Loading", "", "faster"])
    assert "### Throughput\nfast\n" in again
    assert "\nfaster\n" in again
    assert "slow" not in again
