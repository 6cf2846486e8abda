"""A picture of the graph is saved, named, shared and opened again: each sees of it what that one may read today."""

from collections.abc import Iterator
from typing import Any

import pytest

from graph_service.graph import Writer
from graph_service.views.acts import MOST_THINGS
from tests.api.conftest import As, Caller
from tests.sketch import Sketch

_SHOWN = """id title remark by sharedWith mayChange droppedAt look { withoutKinds leastTies leastCertainty since group size }
  things { node { id } x y isHidden isPinned broughtBy } ties { id type source target }"""
_SAVE = f"""mutation($title: String! = "张甲周边", $picture: ViewPictureInput!, $teams: [String!], $key: String) {{
  it: saveView(title: $title, remark: "供会商", picture: $picture, sharedWith: $teams, clientKey: $key) {{
    __typename ... on SavedView {{ {_SHOWN} }} }} }}"""
_CHANGE = f"""mutation($id: ID!, $title: String, $picture: ViewPictureInput, $teams: [String!], $key: String) {{
  it: changeView(id: $id, title: $title, picture: $picture, sharedWith: $teams, clientKey: $key) {{
    __typename ... on SavedView {{ {_SHOWN} }} }} }}"""
_DROP = f"mutation($id: ID!, $key: String) {{ it: dropView(id: $id, clientKey: $key) {{ __typename ... on SavedView {{ {_SHOWN} }} }} }}"
_OPEN = f"query($id: ID!) {{ it: savedView(id: $id) {{ {_SHOWN} }} }}"
_LIST = "{ it: savedViews { totalCount nodes { id title } } }"
_AROUND = '{ expand(id: "clue_02", first: 100) { nodes { id } edges { id source target } } }'
_LOOK = {
    "withoutKinds": ["Team"],
    "leastTies": 1,
    "leastCertainty": 0.5,
    "since": "2020-01-01",
    "group": "UNIT",
    "size": "BETWEENNESS",
}


@pytest.fixture(autouse=True)
def afresh(world: Sketch, writer: Writer) -> Iterator[None]:
    """The city without views, as it was afterwards."""
    kept = [row["v"] for row in writer.run_read("MATCH (v:SavedView) RETURN properties(v) AS v")[0]]
    writer.run_write("MATCH (v:SavedView) DELETE v")
    yield
    writer.run_write("MATCH (v:SavedView|ViewAct|ViewBook) DELETE v")
    writer.run_write("UNWIND $kept AS each CREATE (v:SavedView) SET v = each", kept=kept)


async def asked(caller: Caller, text: str, **given: Any) -> Any:
    """Return what one operation answers."""
    return (await caller.ask(text, given))["it"]


async def drawn(caller: Caller) -> dict[str, Any]:
    """Return a picture of what is around a clue, as a client draws it."""
    around = (await caller.ask(_AROUND))["expand"]
    ids = ["clue_02", *(each["id"] for each in around["nodes"])]
    things = [
        {"id": uid, "x": place + 0.5, "y": -1.0, "isPinned": place == 1, "broughtBy": place and 0}
        for place, uid in enumerate(ids)
    ]
    things[0]["broughtBy"] = None
    ties = [
        {"id": each["id"], "source": ids.index(each["source"]), "target": ids.index(each["target"])}
        for each in around["edges"]
    ]
    return {"things": things, "ties": ties, "look": _LOOK}


async def test_a_view_opens_again_exactly_and_counts_once(officer: As) -> None:
    disc = officer("o_disc")
    picture = await drawn(disc)
    assert len(picture["ties"]) > 2

    made = await asked(disc, _SAVE, picture=picture, key="k")

    assert (made["title"], made["remark"], made["by"], made["mayChange"]) == ("张甲周边", "供会商", "o_disc", True)
    assert made["look"] == _LOOK
    told = [
        {"id": each["node"]["id"], "x": each["x"], "y": each["y"], "isPinned": each["isPinned"]}
        for each in made["things"]
    ]
    assert told == [{name: each[name] for name in ("id", "x", "y", "isPinned")} for each in picture["things"]]
    assert {each["broughtBy"] for each in made["things"][1:]} == {"clue_02"}
    assert [each["id"] for each in made["ties"]] == [each["id"] for each in picture["ties"]]
    assert (await asked(disc, _SAVE, picture=picture, key="k"))["id"] == made["id"]
    assert await disc.code(_SAVE, {"picture": picture, "title": "别的", "key": "k"}) == "CONFLICT"
    assert await asked(disc, _OPEN, id=made["id"]) == {
        name: value for name, value in made.items() if name != "__typename"
    }
    assert (await asked(disc, _LIST))["totalCount"] == 1


async def test_a_team_that_is_shown_a_view_sees_of_it_what_it_may_read(officer: As, writer: Writer) -> None:
    disc, tour = officer("o_disc"), officer("o_tour")
    hidden = {"id": "clue_00", "x": 9.0, "y": 9.0}
    picture = await drawn(disc)
    picture["things"].append(hidden)
    made = await asked(disc, _SAVE, picture=picture)
    assert "clue_00" in [each["node"]["id"] for each in made["things"]]
    for caller in (tour, officer("o_audit")):
        assert await asked(caller, _OPEN, id=made["id"]) is None
        assert (await asked(caller, _LIST))["totalCount"] == 0

    await asked(disc, _CHANGE, id=made["id"], teams=["TOUR_1"])

    seen = await asked(tour, _OPEN, id=made["id"])
    ids = [each["node"]["id"] for each in seen["things"]]
    assert "clue_02" in ids
    assert "clue_00" not in ids
    assert {seen["title"], seen["remark"]} == {None}
    assert (seen["look"]["withoutKinds"], seen["mayChange"]) == ([], False)
    assert all({each["source"], each["target"]} <= set(ids) for each in seen["ties"])
    assert (await asked(tour, _LIST))["nodes"] == [{"id": made["id"], "title": None}]
    assert await asked(officer("o_audit"), _OPEN, id=made["id"]) is None

    await asked(disc, _CHANGE, id=made["id"], picture={"things": picture["things"][:1], "ties": []})

    assert (await asked(tour, _OPEN, id=made["id"]))["title"] == "张甲周边"
    assert (await asked(tour, _CHANGE, id=made["id"], title="我的"))["__typename"] == "ViewNotVisible"


async def test_what_is_withdrawn_or_merged_is_shown_as_it_is_today(officer: As, writer: Writer) -> None:
    disc = officer("o_disc")
    picture = await drawn(disc)
    made = await asked(disc, _SAVE, picture=picture)
    gone, kept = made["ties"][0], made["ties"][1:]
    writer.run_write("MATCH ()-[r {uid: $uid}]->() SET r.uid = 'gone'", uid=gone["id"].removeprefix("relationship_"))
    people = [each["node"]["id"] for each in made["things"] if each["node"]["id"].startswith("person_")]
    writer.run_write("MATCH (p:Person {uid: $uid}) SET p.uid = 'person_away'", uid=people[0])
    try:
        seen = await asked(disc, _OPEN, id=made["id"])
    finally:
        writer.run_write("MATCH (p:Person {uid: 'person_away'}) SET p.uid = $uid", uid=people[0])
        writer.run_write(
            "MATCH ()-[r {uid: 'gone'}]->() SET r.uid = $uid", uid=gone["id"].removeprefix("relationship_")
        )

    assert [each["id"] for each in seen["ties"]] == [
        each["id"] for each in kept if people[0] not in (each["source"], each["target"])
    ]
    assert people[0] not in [each["node"]["id"] for each in seen["things"]]
    assert seen["title"] is None


async def test_a_view_is_changed_and_dropped_by_who_saved_it(officer: As) -> None:
    disc, tour = officer("o_disc"), officer("o_tour")
    picture = {
        "things": [{"id": "clue_02", "x": 0.0, "y": 0.0}, {"id": "clue_secret", "x": 1.0, "y": 1.0, "broughtBy": 0}],
        "ties": [],
    }
    made = await asked(disc, _SAVE, picture=picture, teams=["TOUR_1"])
    assert [each["node"]["id"] for each in made["things"]] == ["clue_02"]
    assert (await asked(disc, _CHANGE, id=made["id"], title="改名", key="c"))["title"] == "改名"
    await asked(disc, _CHANGE, id=made["id"], title="再改")
    assert (await asked(disc, _CHANGE, id=made["id"], title="改名", key="c"))["title"] == "再改"

    dropped = await asked(disc, _DROP, id=made["id"], key="d")

    assert (bool(dropped["droppedAt"]), dropped["things"], dropped["mayChange"]) == (True, [], False)
    assert (await asked(disc, _DROP, id=made["id"], key="d"))["id"] == made["id"]
    assert (await asked(disc, _DROP, id=made["id"]))["__typename"] == "ViewNotVisible"
    assert await asked(tour, _OPEN, id=made["id"]) is None
    assert (await asked(disc, _LIST))["totalCount"] == 0


async def test_what_is_no_picture_is_refused(officer: As) -> None:
    disc = officer("o_disc")
    thing = {"id": "clue_02", "x": 0.0, "y": 0.0}
    for wrong in (
        {"things": [thing], "ties": [{"id": "relationship_x", "source": 0, "target": 1}]},
        {"things": [thing | {"broughtBy": 1}], "ties": []},
        {"things": [thing], "ties": [{"id": "clue_02", "source": 0, "target": 0}]},
        {"things": [thing], "ties": [], "look": {"withoutKinds": ["Nothing"]}},
        {"things": [thing | {"id": "clue:XS-001"}], "ties": []},
    ):
        assert await disc.code(_SAVE, {"picture": wrong}) == "BAD_INPUT"
    assert await disc.code(_SAVE, {"picture": {"things": [thing] * (MOST_THINGS + 1), "ties": []}}) == "LIMIT_EXCEEDED"
