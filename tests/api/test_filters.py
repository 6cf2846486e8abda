"""Filters as investigators write them: joined conditions, fields, links, ids; within rights, wrong ones refused."""

from tests.api.conftest import Caller


async def numbers(caller: Caller, root: str, given: str) -> list[str]:
    data = await caller.ask(f"{{ {root}(first: 1000, filter: {given}) {{ totalCount nodes {{ number }} }} }}")
    found = [node["number"] for node in data[root]["nodes"]]
    assert data[root]["totalCount"] == len(found)
    return found


async def test_x(disc: Caller) -> None:
    for g in [
        "{}",
        "{where: {amountFen: {gte: 200}}}",
        "{not: {where: {amountFen: {gte: 200}}}}",
        '{or: [{where: {title: {contains: "物业"}}}, {unit: "unit_1"}]}',
        '{where: {names: {some: {entity: {person: {where: {name: {startsWith: "张"}}}}}}}}',
        "{where: {names: {none: {}}}}",
        "{where: {names: {count: {gte: 2}}}}",
        '{ids: ["clue_02", "clue:XS-001"]}',
    ]:
        print(g, await numbers(disc, "clues", g))
    print(
        await numbers(disc, "matters", "{kinds: [TICKET], clue: {}}"),
        await numbers(disc, "matters", "{where: {names: {count: {gte: 2}}}}"),
    )
    print(
        await disc.answer('{ clues(filter: {unit: "unit_nobody"}) { nodes { id } } }'),
        await disc.answer('{ clues(filter: {or: [{unit: "unit:9x"}]}) { nodes { id } } }'),
        await disc.answer('{ clues(filter: {or: [{unit: "person_1"}]}) { nodes { id } } }'),
    )
