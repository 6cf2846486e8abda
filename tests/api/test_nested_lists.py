"""Nested lists take filters, orders and cursors, and count."""

from tests.api.conftest import Caller

PAGE = "totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { role entity { id caption } } edges { cursor node { id } }"


async def test_x(disc: Caller) -> None:
    print(
        await disc.ask(
            '{ clue(number: "XS-002") { names(orderBy: ROLE_DESC, filter: {entity: {kinds: [PERSON, UNIT]}}) { role entity { id caption } } p: namesConnection(first: 1) { %s } } }'
            % PAGE
        )
    )
    d = await disc.ask(
        "{ clues(first: 2) { nodes { namesConnection(first: 1, orderBy: ROLE_ASC, filter: {entity: {person: {}}}) { %s } } } }"
        % PAGE
    )
    print(d)
    c = d["clues"]["nodes"][0]["namesConnection"]["pageInfo"]["endCursor"]
    print(
        await disc.ask(
            "query($c: String) { clues(first: 1) { nodes { namesConnection(first: 1, after: $c, orderBy: ROLE_ASC, filter: {entity: {person: {}}}) { %s } } } }"
            % PAGE,
            {"c": c},
        )
    )
    print(
        await disc.answer(
            "query($c: String) { clues(first: 1) { nodes { namesConnection(first: 1, after: $c, orderBy: ROLE_DESC) { %s } } } }"
            % PAGE,
            {"c": c},
        )
    )
    print(
        await disc.ask(
            '{ person(id: "person_1") { namedInConnection(orderBy: MATTER_CAME_ON_DESC, filter: {matter: {kinds: [CLUE]}}) { totalCount nodes { matter { id number } } } } }'
        )
    )
    print(
        await disc.ask(
            'query($f: NamingFilter) { node(id: "person_1") { ... on Entity { namedIn(filter: $f) { matter { __typename id } } } } }',
            {"f": {"or": [{"role": {"eq": "SUBJECT"}}, {"matter": {"unit": "unit_1"}}]}},
        )
    )
