"""Who asks too often for what gives nothing is refused for an hour, owners and the security administrator are told once."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from graph_service.app import create_app
from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from tests.api.conftest import Caller
from tests.sketch import Sketch

_MOST = 5
_STAFF = """MERGE (o:Officer {uid: 'officer_guard', officer_id: 'o_guard'})
MERGE (t:Team {uid: 'team_guard', team_code: 'SECURITY_ADMIN'}) MERGE (o)-[:MEMBER_OF]->(t)"""
_FRESH = "MATCH (n:Misses|Probing) DETACH DELETE n"
_TOLD = "{ notices(filter: {kind: [PROBED]}) { nodes { sentence one { id } } } }"
_LIST = "{ probings { totalCount nodes { by misses until } } }"
_CODE = "TOO_MANY_MISSES"


@pytest.fixture
async def asking(
    settings: Settings, server: Running, writer: Writer, world: Sketch, tokens: Tokens
) -> AsyncIterator[dict[str, Caller]]:
    """Officers who ask two workers of a service with a low bound in turns; nothing was counted before."""
    writer.run_write("MATCH (w:TestWorld) DELETE w")
    writer.run_write(_STAFF)
    writer.run_write(_FRESH)
    changed: dict[str, Any] = {
        "demo": False, "operations": "open", "viewer_cache_seconds": 0, "read_timeout_seconds": 120.0, "link_seconds": 0,
        "most_misses": _MOST, "warm_start": False,
    }  # fmt: skip
    apps = [create_app(settings.model_copy(update=changed), server) for _ in range(2)]
    async with apps[0].router.lifespan_context(apps[0]), apps[1].router.lifespan_context(apps[1]):
        clients = [
            httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://leadlink") for app in apps
        ]
        names = ("disc", "tour", "guard")
        yield {
            f"{name}{place}": Caller(each, tokens.sign(f"o_{name}"))
            for place, each in enumerate(clients)
            for name in names
        }
        for each in clients:
            await each.aclose()


async def _codes(callers: list[Caller], texts: list[str]) -> list[str]:
    found = []
    for place, text in enumerate(texts):
        answer = await callers[place % len(callers)].answer(text)
        found.append(answer["errors"][0]["extensions"]["code"] if "errors" in answer else "OK")
    return found


def _person(value: object) -> str:
    return f'{{ person(id: "person_{value}") {{ id }} }}'


async def _told(asking: dict[str, Caller]) -> tuple[list[Any], list[Any]]:
    await asyncio.sleep(0.5)
    notices = (await asking["tour0"].ask(_TOLD))["notices"]["nodes"]
    return notices, (await asking["guard0"].ask(_LIST))["probings"]["nodes"]


async def test_over_the_bound_look_ups_are_refused_by_every_worker_and_told_once(
    asking: dict[str, Caller], writer: Writer
) -> None:
    both = [asking["disc0"], asking["disc1"]]
    guesses = ["clue_10", *(f"clue_guess{place}" for place in range(_MOST + 1))]

    codes = await _codes(both, [f'{{ hits(id: "{each}") {{ id }} }}' for each in guesses])

    assert codes == ["OK"] * _MOST + [_CODE] * 2
    assert await _codes(both, [_person(0), '{ lookup(values: ["13800000001"]) { outcome } }']) == [_CODE] * 2
    assert await _codes(both, ["{ clues(first: 1) { nodes { id } } }", "{ viewer { id } }"]) == ["OK"] * 2
    refused = (await both[0].answer(_person(0)))["errors"][0]["extensions"]
    assert "ask again after" in refused["mend"]
    notices, probings = await _told(asking)
    assert [(each["one"]["id"], "o_disc" in each["sentence"]) for each in notices] == [("clue_10", True)]
    assert [(each["by"], each["misses"]) for each in probings] == [("o_disc", _MOST + 1)]
    own = [await caller.ask(_TOLD) for caller in both]
    assert [each["notices"]["nodes"] for each in own] == [[], []]
    assert (await both[0].ask(_LIST))["probings"] == {"totalCount": 0, "nodes": []}
    assert await _codes([asking["tour1"]], [_person(0)]) == ["OK"], "others ask on"

    writer.run_write(
        "MATCH (p:Misses) SET p.since = p.since - duration({hours: 1}), p.locked_until = p.locked_until - duration({hours: 1})"
    )

    assert await _codes(both, [_person(0), _person("again")]) == ["OK"] * 2
    assert await _told(asking) == (notices, probings)


async def test_what_is_hidden_counts_as_what_is_nowhere(asking: dict[str, Caller], writer: Writer) -> None:
    ways = {
        "hidden": ["clue_secret", "XS-SECRET", "person_secret", "110101198001019999"],
        "nowhere": ["clue_nothing", "XS-NOTHING", "person_nothing", "110101198001018888"],
    }
    counted = {}
    for way, (clue, number, person, value) in ways.items():
        writer.run_write(_FRESH)
        texts = [
            f'{{ node(id: "{clue}") {{ id }} }}', f'{{ clue(number: "{number}") {{ id }} }}', _person(person.removeprefix("person_")),
            f'{{ lookup(values: ["{value}"]) {{ outcome matches {{ node {{ id }} }} }} }}', f'{{ search(text: "{value}") {{ totalCount }} }}',
            f'{{ hits(id: "{clue}") {{ id }} }}',
        ]  # fmt: skip
        answers = [
            json.dumps(await asking["disc0"].answer(each)).replace(value, "").replace("NOTHING", "") for each in texts
        ]
        counted[way] = [answers[:-1], writer.run_read("MATCH (p:Misses) RETURN size(p.seen) AS n")[0]]

    assert counted["hidden"] == counted["nowhere"]
    assert counted["hidden"][1] == [{"n": 6}]


async def test_honest_work_is_not_punished(asking: dict[str, Caller], writer: Writer) -> None:
    found = [f"1380000000{place}" for place in range(4)]
    pasted = [*found, *(f"139{place:08}" for place in range(36))]
    lists = [json.dumps(pasted[place:] + pasted[:place]) for place in range(2 * _MOST)]

    codes = await _codes(
        [asking["disc0"]], [f"{{ lookup(values: {each}) {{ outcome matches {{ node {{ id }} }} }} }}" for each in lists]
    )
    again = await _codes([asking["disc1"]], [_person("typo")] * (2 * _MOST))

    assert set(codes) == set(again) == {"OK"}, "a list of which a tenth is found counts nothing, the same question once"
    guessed = [json.dumps([f"1370000{place:02}{n:02}" for n in range(50)]) for place in range(_MOST)]
    assert (await _codes([asking["disc0"]], [f"{{ lookup(values: {each}) {{ outcome }} }}" for each in guessed]))[
        -1
    ] == _CODE


async def test_what_the_officer_reads_is_no_guess_though_there_is_nothing_to_say_of_it(
    asking: dict[str, Caller], writer: Writer
) -> None:
    listed = await asking["disc0"].ask(
        "{ matters(first: 50) { nodes { id } } people(first: 50) { nodes { id } } units(first: 50) { nodes { id } } }"
    )
    matters, people, units = ([each["id"] for each in listed[name]["nodes"]] for name in ("matters", "people", "units"))
    things = [*matters, *people, *units]
    texts = [
        *(f'{{ connectedMatters(id: "{each}", minScore: 1.0) {{ nodes {{ score }} }} }}' for each in matters),
        *(f'{{ paths(from: "{people[0]}", to: "{each}", maxHops: 1) {{ sentence }} }}' for each in people[1:]),
        *(f'{{ auditLinkedIssues(unit: "{each}") {{ nodes {{ finding {{ id }} }} }} }}' for each in units),
        *(f'{{ expand(id: "{each}", types: ["UNDER"]) {{ totalCount }} }}' for each in things),
        *(f'{{ hits(id: "{each}") {{ id }} }}' for each in things),
    ]

    codes = await _codes([asking["disc0"], asking["disc1"]], texts)

    assert len(texts) > 4 * _MOST
    assert set(codes) == {"OK"}
    assert writer.run_read("MATCH (p:Misses) RETURN p")[0] == []


async def test_a_search_that_is_typed_counts_once_and_names_do_not_count(
    asking: dict[str, Caller], writer: Writer
) -> None:
    number = "110101198001017777"
    typed = [number[:end] for end in range(4, len(number) + 1)]

    codes = await _codes(
        [asking["disc0"]],
        [f'{{ search(text: "{each}") {{ totalCount }} }}' for each in [*typed, "欧阳无此人", "司徒无此人", "无此公司"]],
    )

    assert set(codes) == {"OK"}
    assert writer.run_read("MATCH (p:Misses) RETURN size(p.seen) AS n")[0] == [{"n": 1}]


async def test_refused_requests_count(asking: dict[str, Caller]) -> None:
    ask = 'mutation { requestAccess(hit: "hit_%d", reason: "x", until: "2099-01-01T00:00:00") { __typename } }'

    codes = await _codes([asking["disc0"]], [ask % place for place in range(_MOST + 2)])

    assert codes[-1] == _CODE
