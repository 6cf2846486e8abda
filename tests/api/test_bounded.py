"""What an operation may cost: its price comes back, what is too dear is refused before it runs, and a viewer has his turns."""

import asyncio
import time
from dataclasses import replace
from typing import Any

import orjson
import pytest
from fastapi import FastAPI

from graph_service.api.turns import Turns
from graph_service.graph import Graph
from tests.api.conftest import Caller
from tests.unit.test_price import DEEP


async def test_the_price_comes_back_beside_every_answer(disc: Caller) -> None:
    text = "{ clues(first: 5) { nodes { id } } }"
    long_way = await disc.answer(text)
    short_way = await disc.answer(text)
    with_schema = await disc.answer("{ __schema { queryType { name } } clues(first: 5) { nodes { id } } }")

    assert long_way["extensions"] == short_way["extensions"] == {"price": {"rows": 6, "most": 200_000}}
    assert with_schema["extensions"] == long_way["extensions"]


@pytest.mark.parametrize("way", ["first time", "again", "with the schema"])
async def test_what_is_too_dear_is_refused_before_it_runs(
    way: str, disc: Caller, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = DEEP.replace("{ clues", "{ __schema { queryType { name } } clues", 1) if way == "with the schema" else DEEP
    if way == "again":
        await disc.answer(text)
    await disc.ask("{ viewer { id } }")
    asked: list[str] = []

    fetch = graph.fetch

    async def listening(query: str, params: Any, name: str) -> list[Any]:
        asked.append(name)
        return await fetch(query, params, name)

    monkeypatch.setattr(graph, "fetch", listening)
    began = time.perf_counter()
    answer = await disc.answer(text)
    seconds = time.perf_counter() - began

    error = answer["errors"][0]
    assert (answer["data"], error["extensions"]["code"]) == (None, "LIMIT_EXCEEDED")
    assert "200,000" in error["message"]
    assert f"{answer['extensions']['price']['rows']:,}" in error["message"]
    assert "give smaller `first`" in error["extensions"]["mend"]
    assert not [name for name in asked if not name.startswith("rights/")]
    assert seconds < 2, "refused by arithmetic; 50 ms where nothing else runs"


async def test_roots_that_are_cheap_alone_may_be_too_dear_together(disc: Caller) -> None:
    one = "clues(first: 1000) { nodes { names(first: 99) { id } } }"
    assert "errors" not in await disc.answer(f"{{ {one} }}")

    assert await disc.answer(f"{{ {one} a: {one} b: {one} }}")
    codes = {each["extensions"]["code"] for each in (await disc.answer(f"{{ {one} a: {one} b: {one} }}"))["errors"]}
    assert codes == {"LIMIT_EXCEEDED"}


async def test_a_mutation_that_would_show_too_much_writes_nothing(disc: Caller) -> None:
    deep = DEEP[DEEP.index("names(") : DEEP.rindex("}") - 3]
    shown = f"... on Series {{ members(first: 100) {{ matter {{ {deep} }} }} }}"
    text = f'mutation {{ openSeries(matters: ["clue_02", "clue_03"], title: "too dear", reason: "x", clientKey: "k") {{ {shown} }} }}'
    answer = await disc.answer(text)

    assert answer["errors"][0]["extensions"]["code"] in {"LIMIT_EXCEEDED", "INVALID"}
    found = await disc.ask("{ seriesList(first: 100) { nodes { title } } }")
    assert "too dear" not in {each["title"] for each in found["seriesList"]["nodes"]}


async def test_an_answer_with_too_many_bytes_is_not_sent(
    disc: Caller, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = app.endpoint._query_context  # type: ignore[attr-defined]
    narrow = replace(context, limits=replace(context.limits, bytes=1000))
    monkeypatch.setattr(app.endpoint, "_query_context", narrow)  # type: ignore[attr-defined]
    for text in (
        "{ clues { nodes { number text title names { id } } } }",
        "{ a: clues { nodes { number text title names { id } } } }",
    ):
        for _ in range(2):
            response = await disc.post(orjson.dumps({"query": text}))
            assert response.status_code == 413
            assert response.json()["errors"][0]["extensions"]["code"] == "LIMIT_EXCEEDED"

    assert (await disc.ask("{ viewer { id } }"))["viewer"]


async def test_a_viewers_operations_wait_for_each_other_and_not_those_of_others(
    disc: Caller, tour: Caller, app: FastAPI, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = app.endpoint._query_context  # type: ignore[attr-defined]
    narrow = replace(context, limits=replace(context.limits, turns=Turns(2, 400_000, 30)))
    monkeypatch.setattr(app.endpoint, "_query_context", narrow)  # type: ignore[attr-defined]
    running = most = 0
    fetch = graph.fetch

    async def slow(query: str, params: Any, name: str) -> list[Any]:
        nonlocal running, most
        if name == "read/kinds/clue":
            running += 1
            most = max(most, running)
            await asyncio.sleep(0.05)
            running -= 1
        return await fetch(query, params, name)

    monkeypatch.setattr(graph, "fetch", slow)
    asked = [asyncio.create_task(disc.ask("{ clues(first: 1) { nodes { id } } }")) for _ in range(8)]
    await asyncio.sleep(0.06)
    other = await tour.ask("{ viewer { id } }")

    assert other["viewer"]
    assert not all(each.done() for each in asked)
    assert all(each["clues"] for each in await asyncio.gather(*asked))
    assert most == 2
