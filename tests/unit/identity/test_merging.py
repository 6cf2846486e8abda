"""Merges and judgements as far as they are worked out before the graph is asked."""

from typing import Any

import pytest

from graph_service.errors import Conflict
from graph_service.identity.judging import pair_uid
from graph_service.identity.merges import MergeReason, _change, covers, label_of, merging
from schema import KINDS
from schema.record import Record
from schema.uid import edge_uid

_KEY = b"a key of these tests"


@pytest.mark.parametrize(
    ("readers", "others", "covered"),
    [
        (["T1", "T2"], ["T1"], True), (["T1"], ["T1"], True), (["EVERYONE"], ["T1", "T2"], True), (["T1"], [], True),
        (["T1"], None, True), (None, None, True), (["T1"], ["T1", "T2"], False), (["T1"], ["EVERYONE"], False),
        (None, ["T1"], False),
    ],
)  # fmt: skip
def test_readers_cover_others_who_are_all_among_them(
    readers: list[str] | None, others: list[str] | None, covered: bool
) -> None:
    assert covers(readers, others) is covered


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_uid_says_what_kind_it_is_of(kind: type[Record]) -> None:
    assert label_of(f"{kind.PREFIX}_0a") == kind.LABEL


@pytest.mark.parametrize("uid", ["", "person", "nobody_1", "_1", "Person_1"])
def test_what_is_no_uid_is_refused(uid: str) -> None:
    with pytest.raises(Conflict, match="no public id"):
        label_of(uid)


def test_a_merge_is_told_with_a_uid_of_its_own_and_its_reason() -> None:
    one, other = (merging("person_a", "person_b", MergeReason("o1", "same number", "same_1")) for _ in range(2))

    stated = one.pop("stated")
    assert one == {"absorbed": "person_a", "survivor": "person_b"}
    assert {name: stated[name] for name in ("by", "why", "pair")} == {
        "by": "o1",
        "why": "same number",
        "pair": "same_1",
    }
    assert stated["merge"].startswith("merge_")
    assert len(stated["merge"]) == len("merge_") + 24
    assert stated["merge"] != other["stated"]["merge"]


def test_a_pair_is_the_same_whichever_comes_first() -> None:
    uid = pair_uid("person_b", "person_a", _KEY)

    assert (
        uid
        == pair_uid("person_a", "person_b", _KEY)
        == "same_" + edge_uid("IdentityCandidate", "person_a|person_b", _KEY)
    )
    assert uid != pair_uid("person_a", "person_c", _KEY)
    assert uid != pair_uid("person_a", "person_b", b"another key")


def _absorbed(uid: str, readers: list[str], **values: Any) -> dict[str, Any]:
    return {"uid": uid, "readers": readers, "values": {"uid": uid, "row": 7, **values}}


def _family(own: dict[str, Any], *absorbed: dict[str, Any]) -> dict[str, Any]:
    return {"uid": "person_s", "readers": ["T1"], "own": own, "absorbed": list(absorbed)}


@pytest.mark.parametrize(
    ("why", "family", "change"),
    [
        ("it lacks nothing", _family({"name": "甲"}, _absorbed("a", ["T1"], name="乙")), {}),
        ("nobody was merged into it", _family({"name": "甲"}), {}),
        (
            "it lacks what an absorbed record says",
            _family({"name": "甲"}, _absorbed("a", ["T1"], name="乙", sex="MALE")),
            {"sex": "MALE", "lent": ["sex"]},
        ),
        (
            "not all of its readers may read that record",
            _family({"name": "甲"}, _absorbed("a", ["T2"], sex="MALE")),
            {},
        ),
        (
            "of two records the first uid speaks",
            _family({}, _absorbed("b", ["T1"], sex="FEMALE", name="乙"), _absorbed("a", ["T1"], sex="MALE")),
            {"sex": "MALE", "name": "乙", "lent": ["name", "sex"]},
        ),
        (
            "what was lent before is still lent",
            _family({"sex": "MALE", "lent": ["sex"]}, _absorbed("a", ["T1"], sex="MALE")),
            {},
        ),
        (
            "what was lent has changed",
            _family({"sex": "MALE", "lent": ["sex"]}, _absorbed("a", ["T1"], sex="FEMALE")),
            {"sex": "FEMALE", "lent": ["sex"]},
        ),
        (
            "what was lent is not shown any more",
            _family({"lent": ["sex"]}, _absorbed("a", ["T1"], sex="MALE", born_on="1970-05-01")),
            {"sex": "MALE", "born_on": "1970-05-01", "lent": ["born_on", "sex"]},
        ),
        (
            "who lent it is gone",
            _family({"sex": "MALE", "name": "甲", "lent": ["sex"]}),
            {"sex": None, "lent": None},
        ),
        (
            "what a record shows on loan it does not lend on",
            _family({}, _absorbed("a", ["T1"], sex="MALE", lent=["sex"])),
            {},
        ),
    ],
)
def test_a_survivor_shows_what_it_lacks_from_those_its_readers_may_read(
    why: str, family: dict[str, Any], change: dict[str, Any]
) -> None:
    assert _change("Person", family) == change, why
