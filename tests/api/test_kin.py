"""Kin stand in one list, whoever registered whom, and each is called what they are to the one whose list it is."""

from typing import Any

import pytest

from tests.api.conftest import Caller, InNewGraph, staffed
from tests.sketch import Sketch

_KIN = "relation outgoing person { name } relative { name }"
_OF = "query($id: ID!, $filter: KinshipFilter, $by: KinshipOrder) { person(id: $id) { kin(filter: $filter, orderBy: $by) {"


def drawn() -> Sketch:
    """Return a man who registered his mother and his wife, and whom his daughter and his brother registered."""
    sketch = staffed()
    he, mother, wife, daughter, brother = (
        sketch.node("Person", key, name=name)
        for key, name in (("he", "张一"), ("mo", "李二"), ("wi", "王三"), ("da", "张四"), ("br", "张五"))
    )
    sketch.tie("KIN_OF", he, mother, relation="PARENT", word="母亲")
    sketch.tie("KIN_OF", he, wife, relation="SPOUSE")
    sketch.tie("KIN_OF", daughter, he, relation="PARENT", word="父亲")
    sketch.tie("KIN_OF", brother, he, relation="SIBLING")
    sketch.tie("KNOWS", wife, he, word="同学")
    return sketch


@pytest.fixture(scope="module")
def caller(in_new_graph: InNewGraph) -> Caller:
    return in_new_graph(drawn())


async def kin(caller: Caller, person: str, **given: Any) -> list[tuple[str, str, bool]]:
    """Return whom a list holds, what they are and which way it was stated."""
    found = (await caller.ask(f"{_OF} {_KIN} }} }} }}", {"id": f"person_{person}", **given}))["person"]["kin"]
    names = {"he": "张一", "mo": "李二"}
    assert {each["person"]["name"] for each in found} <= {names.get(person)}
    return [(each["relative"]["name"], each["relation"], each["outgoing"]) for each in found]


async def test_both_ends_list_each_other_and_the_relation_is_turned(caller: Caller) -> None:
    assert await kin(caller, "he") == [
        ("王三", "SPOUSE", True), ("李二", "PARENT", True), ("张四", "CHILD", False), ("张五", "SIBLING", False),
    ]  # fmt: skip
    assert await kin(caller, "mo") == [("张一", "CHILD", False)]


@pytest.mark.parametrize(("conditions", "names"), [
    ({"relation": {"eq": "CHILD"}}, ["张四"]),
    ({"relation": {"eq": "PARENT"}}, ["李二"]),
    ({"relation": {"ne": "SPOUSE"}}, ["李二", "张四", "张五"]),
    ({"relative": {"where": {"name": {"startsWith": "张"}}}}, ["张四", "张五"]),
    ({"person": {"where": {"name": {"startsWith": "李"}}}}, []),
])  # fmt: skip
async def test_a_filter_means_what_the_list_says(caller: Caller, conditions: dict[str, Any], names: list[str]) -> None:
    assert [name for name, *_ in await kin(caller, "he", filter=conditions)] == names


async def test_a_filter_on_people_means_it_too(caller: Caller) -> None:
    text = "{ people(filter: {where: {kin: {some: {relation: {eq: CHILD}}}}}) { nodes { name } } }"
    found = (await caller.ask(text))["people"]["nodes"]

    assert sorted(each["name"] for each in found) == ["张一", "李二"]


async def test_it_is_sorted_by_what_it_says_page_by_page_too(caller: Caller) -> None:
    turned = [name for name, *_ in await kin(caller, "he", by="RELATION_DESC")]
    assert turned == ["张五", "张四", "李二", "王三"]

    names, after = [], None
    paged = f"kinConnection(first: 1, after: $after) {{ totalCount nodes {{ {_KIN} }} pageInfo {{ endCursor }} }}"
    text = f'query($after: String) {{ person(id: "person_he") {{ {paged} }} }}'
    for _ in range(4):
        page = (await caller.ask(text, {"after": after}))["person"]["kinConnection"]
        names += [each["relative"]["name"] for each in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
    assert (page["totalCount"], names) == (4, ["王三", "李二", "张四", "张五"])


@pytest.mark.parametrize("field", ["kin", "acquaintances"])
async def test_what_differs_by_the_end_has_an_id_of_its_own(field: str, caller: Caller) -> None:
    """A client that keeps things by their ids would show one end what it read of the other."""
    end = {"kin": "relative", "acquaintances": "acquaintance"}[field]
    found = await caller.ask(f"{{ people {{ nodes {{ id {field} {{ id person {{ id }} {end} {{ id }} }} }} }} }}")
    listed = [each for person in found["people"]["nodes"] for each in person[field]]

    assert len(listed) == {"kin": 8, "acquaintances": 2}[field]
    assert len({each["id"] for each in listed}) == len(listed)


async def test_a_relationship_in_a_picture_is_another_thing_than_in_a_list(caller: Caller) -> None:
    asked = '{ expand(id: "person_mo") { edges { id } } person(id: "person_mo") { kin { id } } }'
    found = await caller.ask(asked)

    ids = [each["id"] for each in found["expand"]["edges"] + found["person"]["kin"]]
    assert len(set(ids)) == 2
