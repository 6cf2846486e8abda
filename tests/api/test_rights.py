"""Two officers of two teams see their own matters in every root, and nothing tells them of the others'."""

import re

import orjson
import pytest

from graph_service.model import PICTURED
from tests.api.conftest import Caller
from tests.api.test_roots import OPERATIONS
from tests.sketch import Sketch
from tests.world import BOTH, DISC, TOKENS, TOUR

_ID = re.compile(r'"([a-z]+_[a-zA-Z0-9_]+)"')


def visible(world: Sketch, officer: str) -> set[str]:
    open_to = world.open_to(*TOKENS[officer])
    return {uid for nodes in world.nodes.values() for uid, each in nodes.items() if each.audience in open_to}


def of(world: Sketch, label: str, officer: str) -> set[str]:
    return visible(world, officer) & world.nodes[label].keys()


@pytest.mark.parametrize("name", OPERATIONS)
async def test_no_root_shows_a_node_that_the_officer_may_not_see(
    name: str, disc: Caller, tour: Caller, world: Sketch
) -> None:
    for officer, caller in (("o_disc", disc), ("o_tour", tour)):
        answer = orjson.dumps(
            await caller.answer(OPERATIONS[name].replace("{ totalCount", "(first: 100) { totalCount"))
        )
        shown = set(_ID.findall(answer.decode())) & world.labels.keys()

        assert shown <= visible(world, officer), officer


@pytest.mark.parametrize(
    ("name", "label"),
    [("clues", "Clue"), ("auditFindings", "AuditFinding"), ("tickets", "Ticket"), ("people", "Person")],
)
async def test_lists_hold_and_count_exactly_what_may_be_seen(
    name: str, label: str, disc: Caller, tour: Caller, world: Sketch
) -> None:
    for officer, caller in (("o_disc", disc), ("o_tour", tour)):
        page = (await caller.ask(f"{{ {name}(first: 1000) {{ totalCount nodes {{ id }} }} }}"))[name]

        assert {node["id"] for node in page["nodes"]} == of(world, label, officer)
        assert page["totalCount"] == len(page["nodes"])
    assert of(world, "Clue", "o_disc") != of(world, "Clue", "o_tour")


async def test_nested_lists_and_counts_hold_what_may_be_seen(disc: Caller, tour: Caller, world: Sketch) -> None:
    for officer, caller in (("o_disc", disc), ("o_tour", tour)):
        data = await caller.ask("""{
          person(id: "person_3") { namedIn(first: 100) { id matter { id } } }
          expand(id: "person_3", first: 500) { counts { type outgoing count } edges { id } totalCount }
        }""")

        open_to = world.open_to(*TOKENS[officer])
        seen = visible(world, officer)
        ties = [
            (uid, start, end)
            for (kind, _, _), drawn in world.ties.items()
            for uid, (start, end, each) in drawn.items()
            if each.audience in open_to and {start, end} <= seen and "person_3" in (start, end)
        ]
        assert {edge["id"] for edge in data["expand"]["edges"]} == {PICTURED + uid for uid, _, _ in ties}
        assert data["expand"]["totalCount"] == sum(each["count"] for each in data["expand"]["counts"]) == len(ties)
        named = {uid for uid, _, end in ties if uid.startswith("NAMES")}
        assert {naming["id"] for naming in data["person"]["namedIn"]} == named


BY_ID = {
    "node": "query($id: ID!) { node(id: $id) { id } }",
    "expand": "query($id: ID!) { expand(id: $id) { totalCount } }",
    "connectedMatters": "query($id: ID!) { connectedMatters(id: $id) { totalCount } }",
    "paths from": 'query($id: ID!) { paths(from: $id, to: "person_1") { sentence } }',
    "paths to": 'query($id: ID!) { paths(from: "person_1", to: $id) { sentence } }',
    "links": "query($id: ID!) { links(filter: {matter: $id}) { totalCount nodes { id } } }",
}


@pytest.mark.parametrize("name", BY_ID)
async def test_a_hidden_id_answers_like_one_that_is_nowhere(
    name: str, disc: Caller, tour: Caller, world: Sketch
) -> None:
    for officer, caller in (("o_disc", disc), ("o_tour", tour)):
        hidden = sorted(world.nodes["Clue"].keys() - visible(world, officer))
        answers = set()
        for uid in ("clue_nowhere", *hidden[:3], "clue_secret"):
            response = await caller.post(orjson.dumps({"query": BY_ID[name], "variables": {"id": uid}}))
            answers.add((response.status_code, response.content))

        assert len(answers) == 1


@pytest.mark.parametrize(
    "query",
    [
        'query($v: String!) { clue(number: $v) { id } }',
        'query($v: String!) { clues(filter: {number: $v}) { totalCount nodes { id } } }',
        'query($v: String!) { search(text: $v) { totalCount nodes { id } } }',
        'query($v: String!) { node(id: "clue_nowhere") { id } a: clue(number: $v) { id } }',
    ],
)  # fmt: skip
async def test_a_hidden_number_answers_like_one_that_is_nowhere(query: str, disc: Caller) -> None:
    answers = {orjson.dumps(await disc.answer(query, {"v": number})) for number in ("XS-SECRET", "XS-NOWHERE")}

    assert len(answers) == 1


async def test_a_hidden_number_is_not_looked_up(disc: Caller) -> None:
    data = await disc.ask(
        '{ lookup(values: ["XS-SECRET", "110101198001019999", "TS-000"]) { value matches { field } } }'
    )

    assert [len(hit["matches"]) for hit in data["lookup"]] == [0, 0, 1]


async def test_matters_are_connected_by_visible_things_only(disc: Caller, world: Sketch) -> None:
    data = await disc.ask("""{ connectedMatters(id: "clue_00", first: 100) {
      totalCount nodes { matter { id } evidence { path { nodes { id } edges { id } } } } leftOut { count entity { id } }
    } }""")

    found = data["connectedMatters"]
    hidden_ties = {
        PICTURED + uid for ties in world.ties.values() for uid, (*_, each) in ties.items() if each.audience in (TOUR, 9)
    }
    shown = set(_ID.findall(orjson.dumps(found).decode()))
    ties = {edge["id"] for node in found["nodes"] for each in node["evidence"] for edge in each["path"]["edges"]}
    assert shown & world.labels.keys() <= visible(world, "o_disc")
    assert ties
    assert not ties & hidden_ties
    seen_with_hotline = sum(
        each.audience in (DISC, BOTH)
        for (kind, _, end), drawn in world.ties.items()
        if (kind, end) == ("NAMES", "Phone")
        for _, target, each in drawn.values()
        if target == "phone_hot"
    )
    assert found["leftOut"] == [{"count": seen_with_hotline, "entity": {"id": "phone_hot"}}]


async def test_links_show_only_when_every_part_may_be_seen(disc: Caller, tour: Caller, world: Sketch) -> None:
    for officer, caller in (("o_disc", disc), ("o_tour", tour)):
        data = await caller.ask("{ links(first: 200) { totalCount nodes { id one { id } other { id } } } }")

        seen = visible(world, officer)
        expected = {
            f"link_{place:02}"
            for place in range(1, 8)
            if {f"clue_{place:02}", f"clue_{place + 3:02}"} <= seen
        }  # fmt: skip
        assert {link["id"] for link in data["links"]["nodes"]} == expected
        assert data["links"]["totalCount"] == len(expected)


async def test_loads_are_for_those_who_hold_the_source(disc: Caller, tour: Caller) -> None:
    query = "{ loads { totalCount nodes { source } } }"

    assert (await disc.ask(query))["loads"] == {"totalCount": 1, "nodes": [{"source": "clues"}]}
    assert (await tour.ask(query))["loads"] == {"totalCount": 1, "nodes": [{"source": "tours"}]}


@pytest.mark.parametrize("officer", ["o_audit", "o_former"])
async def test_partners_and_former_members_see_nothing_that_is_for_everyone(
    officer: str, disc: Caller, tokens: "object", client: "object"
) -> None:
    caller = Caller(disc.client, tokens.sign(officer))  # type: ignore[attr-defined]

    data = await caller.ask("{ viewer { id } clues { totalCount } people { totalCount } loads { totalCount } }")
    assert data["viewer"]["id"] == f"officer_{officer}"
    assert {data[name]["totalCount"] for name in ("clues", "people", "loads")} == {0}
