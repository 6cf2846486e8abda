"""Folding all statements on a node at once gives what loading the rows one after the other leaves."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from graph_service.rights.audiences import Audiences
from loaders.bulk.gathering import Brought, gathered
from loaders.mapping.claims import NodeClaim, Origin, admit, claim_of, content_of, shown, widen
from loaders.mapping.statement import Statement

_SOURCES = ("register", "clues")
_READERS = (("EVERYONE",), ("T1",), ("T1", "T2"))
_WORDS = ("甲", "乙", "丙")

# One row of one source: key, content, readers, and whether no link bears witness to it. A row has one key and comes once.
_ROWS = st.lists(
    st.tuples(st.sampled_from(_SOURCES), st.integers(1, 6), st.sampled_from(_WORDS), st.integers(0, 2), st.booleans()),
    max_size=9,
    unique_by=lambda row: (row[0], row[1]),
)


def _brought(rows: Sequence[tuple[str, int, str, int, bool]], audiences: Audiences) -> list[Brought]:
    return [
        Brought(
            source,
            {"register": 90, "clues": 10}[source],
            f"load_{source}",
            Statement(
                "person_1", {"name": word}, f"hash {word}", number, str(key), str(key),
                audiences.number(_READERS[readers]), own,
            ),
        )
        for number, (source, key, word, readers, own) in enumerate(sorted(rows, key=lambda row: row[0]), 1)
    ]  # fmt: skip


def _replayed(brought: Sequence[Brought], audiences: Audiences) -> list[NodeClaim]:
    # As Settling does it, with the links that bear witness told from the rows that have them.
    claims: list[NodeClaim] = []
    linked: dict[str, dict[str, int]] = {}
    for each in brought:
        new = claim_of(each.statement, Origin(each.source, each.rank, each.load))
        rows = linked.setdefault(each.source, {})
        claims = widen(admit(claims, new, each.statement.rows, dict(rows)), new, audiences)
        if not each.statement.own:
            rows[each.statement.key] = each.statement.audience
    return claims


@given(_ROWS)
def test_gathered_claims_are_those_of_row_by_row_loading(rows: list[tuple[str, int, str, int, bool]]) -> None:
    audiences = Audiences({})
    brought = _brought(rows, audiences)

    claims = gathered(brought, audiences)

    assert sorted(claims, key=content_of) == sorted(_replayed(brought, audiences), key=content_of)


@given(_ROWS.filter(bool))
def test_what_a_node_shows_does_not_depend_on_the_order_of_sources(rows: list[tuple[str, int, str, int, bool]]) -> None:
    audiences = Audiences({})
    brought = _brought(rows, audiences)

    forth, back = (shown(gathered(each, audiences), audiences) for each in (brought, brought[::-1]))

    # Which of several rows is named as the origin, and so how the others are kept, is of no account.
    passing = ("row", "source_key", "keyed", "keys", "key_audiences")
    assert {name: value for name, value in forth.items() if name not in passing} == {
        name: value for name, value in back.items() if name not in passing
    }


def test_of_two_things_that_one_row_says_of_a_node_the_last_counts() -> None:
    audiences = Audiences({})
    number = audiences.number(["T1"])
    said = [Statement("person_1", {"name": word}, word, 1, "1", "1", number) for word in ("甲", "乙")]
    brought = [Brought("clues", 10, "load_1", each) for each in said]

    claims = gathered(brought, audiences)

    assert [claim.values for claim in claims] == [{"name": "乙"}]
    assert claims == _replayed(brought, audiences)
