"""Kin stand in one list, whoever registered whom, and each is called what they are to the one whose list it is."""

from datetime import date
from typing import Any

import pytest

from tests.api.conftest import Caller, InNewGraph, staffed
from tests.sketch import Sketch
from tests.world import NOBODY

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


def registered_twice() -> Sketch:
    """Return a couple who registered each other, a daughter whom both sides registered, and what only others may read."""
    sketch = staffed()
    he, she, daughter, friend = (
        sketch.node("Person", key, name=name)
        for key, name in (("he", "张一"), ("she", "王三"), ("da", "张四"), ("fr", "赵六"))
    )
    sketch.tie("KIN_OF", he, she, NOBODY, relation="SPOUSE", word="爱人")
    sketch.tie("KIN_OF", she, he, relation="SPOUSE", word="丈夫", valid_from=date(2012, 5, 1))
    sketch.tie("KIN_OF", he, she, relation="SPOUSE", word="妻子")
    sketch.tie("KIN_OF", he, she, relation="IN_LAW", word="表妹")
    sketch.tie("KIN_OF", daughter, he, relation="PARENT", word="父亲")
    sketch.tie("KIN_OF", he, daughter, relation="CHILD", word="女儿")
    sketch.tie("KNOWS", he, friend, word="同学")
    sketch.tie("KNOWS", friend, he, word="同学")
    sketch.tie("KNOWS", friend, he, word="战友")
    return sketch


@pytest.fixture(scope="module")
def caller(in_new_graph: InNewGraph) -> Caller:
    return in_new_graph(drawn())


@pytest.fixture(scope="module")
def couple(caller: Caller, in_new_graph: InNewGraph) -> Caller:
    """Drawn after the tests on the others: one graph is there at a time."""
    return in_new_graph(registered_twice())


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


async def test_what_both_registered_is_listed_once_with_both_records(couple: Caller) -> None:
    asked = "id relation outgoing word validFrom relative { name } statements { id relation outgoing word validFrom provenance { sourceKey } }"
    told = f"{{ people(orderBy: NAME_ASC) {{ nodes {{ name kin {{ {asked} }} kinConnection {{ totalCount nodes {{ word }} }} }} }} }}"
    found = {each["name"]: each for each in (await couple.ask(told))["people"]["nodes"]}

    his, hers, theirs = (
        [(each["relative"]["name"], each["relation"], each["word"]) for each in found[name]["kin"]]
        for name in ("张一", "王三", "张四")
    )
    assert his == [("王三", "SPOUSE", "妻子"), ("张四", "CHILD", "女儿"), ("王三", "IN_LAW", "表妹")]
    assert hers == [("张一", "SPOUSE", "丈夫"), ("张一", "IN_LAW", "表妹")]
    assert theirs == [("张一", "PARENT", "父亲")]

    wife = found["张一"]["kin"][0]
    assert [(each["outgoing"], each["word"], each["relation"]) for each in wife["statements"]] == [
        (True, "妻子", "SPOUSE"), (False, "丈夫", "SPOUSE"),
    ]  # fmt: skip
    assert wife["statements"][0]["id"] == wife["id"]
    assert [each["validFrom"] for each in wife["statements"]] == [None, "2012-05-01"]
    for each in found.values():
        assert each["kinConnection"]["totalCount"] == len(each["kin"])
        assert [row["word"] for row in each["kinConnection"]["nodes"]] == [row["word"] for row in each["kin"]]
        assert len({said["id"] for row in each["kin"] for said in row["statements"]}) == sum(
            len(row["statements"]) for row in each["kin"]
        )


async def test_counts_filters_orders_and_cursors_mean_the_same_list(couple: Caller) -> None:
    assert [name for name, *_ in await kin(couple, "he", by="RELATION_DESC")] == ["王三", "张四", "王三"]
    assert await kin(couple, "he", filter={"relation": {"eq": "SPOUSE"}}) == [("王三", "SPOUSE", True)]
    assert await kin(couple, "he", filter={"word": {"eq": "丈夫"}}) == []
    for number, names in ((3, ["张一"]), (2, ["王三"]), (1, ["张四"])):
        given = f"{{where: {{kin: {{count: {{eq: {number}}}}}}}}}"
        people = (await couple.ask(f"{{ people(filter: {given}) {{ nodes {{ name }} }} }}"))["people"]["nodes"]
        assert [each["name"] for each in people] == names

    pages, after = [], None
    text = """query($after: String) { person(id: "person_he") { kinConnection(first: 1, after: $after) {
      nodes { relation } pageInfo { endCursor hasNextPage } } } }"""
    for last in (False, False, True):
        page = (await couple.ask(text, {"after": after}))["person"]["kinConnection"]
        pages += [each["relation"] for each in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        assert page["pageInfo"]["hasNextPage"] is not last
    assert pages == ["SPOUSE", "CHILD", "IN_LAW"]


async def test_acquaintances_too_each_word_once(couple: Caller) -> None:
    text = '{ person(id: "person_he") { acquaintances(orderBy: WORD_ASC) { word statements { word provenance { sourceKey } } } } }'
    found = (await couple.ask(text))["person"]["acquaintances"]

    assert [(each["word"], len(each["statements"])) for each in found] == [("同学", 2), ("战友", 1)]


async def test_two_relations_to_one_person_are_two_entries_and_one_thing(couple: Caller) -> None:
    async def who(condition: str) -> set[str]:
        found = await couple.ask(f"{{ people(filter: {{where: {{kin: {condition}}}}}) {{ nodes {{ name }} }} }}")
        return {each["name"] for each in found["people"]["nodes"]}

    assert await who("{count: {gte: 2}}") == {"张一", "王三"}
    assert await who("{things: {gte: 2}}") == {"张一"}
    assert await who("{things: {eq: 1}, of: {relation: {eq: SPOUSE}}}") == {"张一", "王三"}
