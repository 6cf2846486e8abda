"""Lists in groups: counted and summed within rights, by fields, days and what is linked."""

from tests.api.conftest import Caller


async def test_x(disc: Caller) -> None:
    g = "totalCount groups { count keys { by value node { __typename id caption } } numbers { field sum least most mean } }"
    for a in [
        "by: [PROBLEM]",
        "by: [RECEIVED_ON_MONTH], orderBy: KEY",
        "by: [NAMES_PERSON], numbers: [AMOUNT_FEN], first: 3",
        "by: [HANDLED_BY, STATUS], first: 3",
    ]:
        print(a, await disc.ask("{ clues(first: 0) { totalCount grouped(%s) { %s } } }" % (a, g)))
    print(
        await disc.ask(
            '{ matters(first: 0, filter: {unit: "unit_1"}) { totalCount grouped(by: [KIND, CHANNEL]) { %s } } }' % g
        )
    )
    print(await disc.answer("{ clues { grouped(by: []) { totalCount } } }"))
