"""Whose a number is, and where what is said of others under it is kept: pure, and the same in every order."""

from itertools import permutations

import pytest

from loaders.mapping.claims import NodeClaim
from loaders.mapping.disputes import (
    Disputes,
    disputed,
    elsewhere,
    needs_a_look,
    other_home,
    owned,
    owner_uid,
    said_of_others,
)
from loaders.mapping.statement import OtherHome, content_hash

_KEY, _NUMBER = b"k" * 43, "360502198001011237"


def said(source: str, rank: int, name: str | None, former: str | None = None) -> NodeClaim:
    stated = {"id_number": _NUMBER, "name": name, "former_name": former}
    values = {field: value for field, value in stated.items() if value}
    return NodeClaim(source, rank, content_hash(values), values, 1, "k", {"k": 1}, "load_1", 1)


_REGISTER, _FORMER = said("hukou", 90, "谢秀"), said("hukou", 90, "谢秀", "胡强")
_RIGHT, _WRONG = said("payroll", 30, "谢秀"), said("payroll", 30, "胡强")


@pytest.mark.parametrize(
    ("claims", "others"),
    [
        ([_REGISTER, _WRONG], [_WRONG]),
        ([_REGISTER, _RIGHT, _WRONG], [_WRONG]),
        ([_FORMER, _WRONG], []),
        ([_FORMER, _RIGHT, _WRONG], []),
        ([_WRONG], []),
        ([_REGISTER, said("payroll", 30, None)], []),
        ([_REGISTER, said("payroll", 30, "胡某某")], []),
        ([_REGISTER, said("payroll", 30, "谢秀英"), said("kin", 50, "胡志强")], [said("kin", 50, "胡志强")]),
        # of equals the one that more sources know
        ([said("a", 30, "谢秀"), said("b", 30, "胡强"), said("c", 30, "胡强")], [said("a", 30, "谢秀")]),
        # a better source that hides the name does not give the number to anybody
        ([said("hukou", 90, "谢某"), _RIGHT, said("kin", 20, "胡强")], [said("kin", 20, "胡强")]),
        # a name that shares something with both does not make the two one
        ([_REGISTER, said("kin", 50, "谢强"), _WRONG], [_WRONG]),
    ],
)
def test_who_is_plainly_different_from_the_owner_is_told_in_every_order(
    claims: list[NodeClaim], others: list[NodeClaim]
) -> None:
    for order in permutations(claims):
        assert said_of_others(list(order)) == others
        assert needs_a_look(order) is bool(others)


def test_a_disputed_number_is_looked_at_whoever_states_it() -> None:
    assert needs_a_look([disputed(_WRONG)])
    assert not needs_a_look([])


def test_what_is_kept_as_disputed_is_what_the_row_states() -> None:
    kept = disputed(_WRONG)

    assert kept.values == {"disputed_id_number": _NUMBER, "name": "胡强"}
    assert kept.hash == content_hash(kept.values) != _WRONG.hash
    assert owned(kept) == owned(_WRONG) == _WRONG


def test_a_row_under_a_disputed_number_is_kept_where_its_name_is() -> None:
    owner, apart = owner_uid(_NUMBER, _KEY), other_home("Person", _WRONG.values, _KEY)
    disputes = Disputes(_KEY, {owner: frozenset((str(apart),))})
    built = (owner, f"id_number={_NUMBER}", _WRONG.values, _WRONG.hash, "k")
    right = (owner, f"id_number={_NUMBER}", _RIGHT.values, _RIGHT.hash, "k")

    assert disputes.placed(built) == (apart, built[1], disputed(_WRONG).values, disputed(_WRONG).hash, "k")
    assert disputes.placed(right) == right
    assert other_home("Person", {**_WRONG.values, "name": "胡　強"}, _KEY) == apart


def test_the_other_home_of_a_statement_is_known_from_either() -> None:
    owner, apart = owner_uid(_NUMBER, _KEY), str(other_home("Person", _WRONG.values, _KEY))

    assert elsewhere("Person", _WRONG.values, _KEY) == OtherHome(apart, disputed(_WRONG).hash)
    assert elsewhere("Person", disputed(_WRONG).values, _KEY) == OtherHome(owner, _WRONG.hash)
    assert elsewhere("Person", {"name": "胡强"}, _KEY) is elsewhere("Unit", _WRONG.values, _KEY) is None
