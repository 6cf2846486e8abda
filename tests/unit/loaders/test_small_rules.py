"""Rules of a line or two each: order of sources, misspelt names, uids, fields, columns that change their type."""

from typing import Any

import pytest
import yaml

from graph_service.errors import BadInput
from loaders.declare.field_types import default_normaliser, default_of_label, field_names, is_required, terms
from loaders.declare.nearest import nearest, unknown
from loaders.declare.ordering import ordered
from loaders.declare.parts import references
from loaders.declare.source import Source
from loaders.ledger.drift import Retyping
from loaders.mapping.lookups import keyed_kinds, loose_ends, named_kinds
from loaders.mapping.uids import half_maker, node_uid_maker
from loaders.rejection import Reason, Rejection, too_few, too_many
from loaders.sync.source_state import backoff
from schema import KINDS, RELATIONSHIP_TYPES
from schema.identifiers import NORMALISERS
from schema.record import Record, RelationshipRecord
from schema.uid import edge_uid, node_uid
from tests.loading import CLUES, REGISTER, UNITS

_KEY = b"k" * 43


def source(text: str = CLUES, **more: Any) -> Source:
    """Return a declaration, perhaps with other parts."""
    return Source.model_validate({**yaml.safe_load(text), **more})


def _named(name: str, *after: str) -> Source:
    return source(REGISTER, name=name, after=list(after))


@pytest.mark.parametrize(
    ("given", "order"),
    [
        ([_named("a"), _named("b")], ["a", "b"]),
        ([_named("a", "b"), _named("b")], ["b", "a"]),
        ([_named("a", "b"), _named("b", "c"), _named("c")], ["c", "b", "a"]),
        ([_named("a", "not given"), _named("b")], ["a", "b"]),
        ([], []),
    ],
)
def test_sources_are_loaded_after_those_they_name(given: list[Source], order: list[str]) -> None:
    assert [each.name for each in ordered(given)] == order


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([_named("a"), _named("b"), _named("a")], "source a is given twice"),
        ([_named("a", "b"), _named("b", "a")], "sources wait for each other: "),
    ],
)
def test_an_order_that_cannot_be_is_refused(given: list[Source], told: str) -> None:
    with pytest.raises(BadInput, match=told):
        ordered(given)


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("nmae", ["name", "title", "number"], ["name", "number"]),
        ("姓名", ["姓名称", "电话", "姓氏"], ["姓名称", "姓氏"]),
        ("x", ["title"], []),
        ("aaaa", ["aaab", "aaac", "aaad", "aaae"], ["aaab", "aaac", "aaad"]),
        ("name", ["name", "name"], ["name"]),
    ],
)
def test_a_misspelt_name_is_told_what_it_may_have_meant(name: str, known: list[str], meant: list[str]) -> None:
    assert nearest(name, known) == meant


@pytest.mark.parametrize(
    ("known", "sentence"),
    [
        (["nmaes", "other"], "field 'nmae' unknown; did you mean 'nmaes'?"),
        (["b", "a"], "field 'nmae' unknown; known are a, b"),
        ([], "field 'nmae' unknown; known are none"),
        ([f"{n:02}" for n in range(12)], "field 'nmae' unknown; known are " + ", ".join(f"{n:02}" for n in range(12))),
        ([f"{n:02}" for n in range(13)], "field 'nmae' unknown; known are " + ", ".join(f"{n:02}" for n in range(12)) + ", …"),
    ],
)  # fmt: skip
def test_an_unknown_name_is_a_sentence(known: list[str], sentence: str) -> None:
    assert unknown("field", "nmae", known) == sentence


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_uids_made_fast_are_those_of_the_schema(kind: Any) -> None:
    for identity in ("", "a:b", "id_number=1", "线索"):
        assert node_uid_maker(kind, _KEY)(identity) == node_uid(kind, identity, _KEY)


def test_relationships_of_a_row_begin_alike() -> None:
    for begins, rest in (("", "a|b"), ("a|", "b"), ("线索|", "甲|乙")):
        assert half_maker("NAMES", begins, _KEY)(rest) == edge_uid("NAMES", begins + rest, _KEY)[:12]
    assert half_maker("NAMES", "", _KEY)("x") != half_maker("UNDER", "", _KEY)("x")


@pytest.mark.parametrize(
    ("label", "field", "normaliser"),
    [
        ("Person", "name", "name"), ("Unit", "name", "unit_name"), ("Project", "name", "text"),
        ("Person", "id_number", "resident_id"), ("Unit", "uscc", "uscc"), ("Vehicle", "plate", "plate"),
        ("Phone", "phone_number", "phone"), ("Clue", "received_on", "date"), ("Clue", "title", "text"),
    ],
)  # fmt: skip
def test_a_field_has_one_form_in_whatever_source_it_stands(label: str, field: str, normaliser: str) -> None:
    assert default_of_label(label, field) == normaliser


def test_every_field_has_a_normaliser_that_is_there() -> None:
    records: list[type[Record | RelationshipRecord]] = [
        *KINDS.values(),
        *(link.ties for link in RELATIONSHIP_TYPES.values()),
    ]

    assert {default_normaliser(each, name) for each in records for name in field_names(each)} <= NORMALISERS.keys()


def test_a_vocabulary_takes_its_words_in_both_languages() -> None:
    accepted = terms(KINDS["Clue"], "channel")

    assert accepted
    assert (accepted["纪律监督"], accepted["DISCIPLINARY"]) == ("DISCIPLINARY", "DISCIPLINARY")
    assert terms(KINDS["Clue"], "title") is None
    assert is_required(KINDS["Clue"], "number")
    assert not is_required(KINDS["Clue"], "title")


def test_references_are_ends_that_no_row_describes() -> None:
    links = source(
        links=[
            {"type": "NAMES", "from": "clue", "to": "subject"},
            {"type": "NAMES", "from": "clue", "to": {"kind": "Unit", "by": "name", "column": "单位"}},
            {"type": "NAMES", "from": "clue", "to": {"kind": "Phone", "by": "phone_number", "column": "电话"}},
            {"type": "NAMES", "from": "clue", "to": {"kind": "Vehicle", "source": "fleet", "column": "车"}},
        ]
    ).links

    assert [end.kind for end in references(links)] == ["Unit", "Phone", "Vehicle"]
    assert [end.kind for end in loose_ends(links)] == ["Unit", "Vehicle"], "a strong identifier needs no look-up"
    assert named_kinds(links) == ["Unit"]
    assert keyed_kinds(links) == [("Vehicle", "fleet")]
    assert (named_kinds(source(UNITS).links), keyed_kinds(source(UNITS).links)) == ([], [])


def _rejected(column: str, times: int, rows: int, share: float = 0.2) -> Retyping:
    counting = Retyping(share, "clues.csv")
    counting.rows = rows
    for row in range(times):
        counting.note(Rejection(row, Reason("is wrong", "有误", "", column), []))
    return counting


@pytest.mark.parametrize(
    ("column", "times", "rows", "stops"),
    [
        ("标题", 20, 99, True), ("标题", 19, 19, False), ("标题", 20, 100, False), ("标题", 21, 100, True), ("", 90, 100, False),
    ],
)  # fmt: skip
def test_a_column_that_rejects_more_than_its_share_stops_the_load(
    column: str, times: int, rows: int, stops: bool
) -> None:
    counting = _rejected(column, times, rows)

    if not stops:
        counting.check()
        return
    with pytest.raises(BadInput, match=rf"column '标题' rejects {times} of {rows} rows") as caught:
        counting.check()
    assert "clues.csv" in caught.value.where
    assert "the cell is wrong" in caught.value.what, "the reason that most rows have"
    assert "标题" in caught.value.zh
    assert "有误" in caught.value.zh


@pytest.mark.parametrize(("reason", "told"), [(too_few(3, 5), ("3", "5")), (too_many(7, 5), ("7", "5"))])
def test_a_row_of_another_width_is_told_both(reason: Reason, told: tuple[str, str]) -> None:
    for text in (reason.en, reason.zh):
        assert all(each in text for each in told)
    assert reason.at("列").column == "列"
    assert reason.at("列").en == reason.en


@pytest.mark.parametrize(
    ("every", "failures", "seconds"),
    [
        (600, 1, 60), (600, 2, 120), (600, 3, 240), (600, 7, 3_600), (600, 1_000, 3_600), (10, 1, 10), (10, 2, 20),
        (86_400, 12, 86_400),
    ],
)  # fmt: skip
def test_each_failure_doubles_the_wait_up_to_an_hour_or_the_usual_interval(
    every: int, failures: int, seconds: int
) -> None:
    assert backoff(every, failures) == seconds
