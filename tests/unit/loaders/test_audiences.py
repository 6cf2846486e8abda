"""Audiences: the number of a set of readers follows from the set alone, and what is new is written once."""

from hashlib import sha256

import pytest

from graph_service.cypher.marks import mark_of
from graph_service.rights.audiences import Audiences, audience_number, evened, of_every_kind, of_kinds
from schema import KINDS
from schema.record import DataClass


def test_the_number_is_the_first_6_bytes_of_the_digest_of_the_sorted_readers() -> None:
    assert audience_number(["T2", "T1"]) == int(sha256(b"T1|T2").hexdigest()[:12], 16)
    teams = [f"T{place}" for place in range(9)]
    assert audience_number(teams[::-1]) == int(sha256("|".join(teams).encode()).hexdigest()[:12], 16)
    assert audience_number([]) == int(sha256(b"").hexdigest()[:12], 16)


@pytest.mark.parametrize("readers", [["T1", "T2"], ["T2", "T1"], ["T1", "T2", "T1"], ("T2", "T1"), {"T1", "T2"}])
def test_order_and_repetition_change_nothing(readers: list[str]) -> None:
    assert audience_number(readers) == audience_number(["T1", "T2"])


def test_other_readers_have_another_number() -> None:
    sets = [[], ["T1"], ["T2"], ["T1", "T2"], ["T1T2"], ["EVERYONE"]]

    assert len({audience_number(each) for each in sets}) == len(sets)


def test_what_the_graph_lacks_is_written_once() -> None:
    known = audience_number(["T1"])
    audiences = Audiences({known: ["T1"]})

    assert audiences.number(["T1"]) == known
    teams = [f"T{place}" for place in range(2, 10)]  # so many that a set hardly ever holds them in this order
    new = audiences.number(teams[::-1])
    assert audiences.number(teams) == new == audience_number(teams)

    assert audiences.take_waiting() == [{"number": new, "readers": teams}]
    assert audiences.take_waiting() == []
    assert audiences.number(teams) == new
    assert audiences.take_waiting() == [], "it was handed over already"


def test_a_union_is_everybody_who_is_in_one_of_them() -> None:
    audiences = Audiences({})
    one, two, both = (audiences.number(readers) for readers in (["T1", "T2"], ["T2", "T3"], ["T1", "T2", "T3"]))
    audiences.take_waiting()

    assert audiences.union([one, two]) == both
    assert audiences.union([two, one, two]) == both
    assert audiences.union([one, one]) == one
    assert audiences.take_waiting() == []


def test_a_union_that_is_new_waits_to_be_written() -> None:
    audiences = Audiences({1: ["T1"], 2: ["T2"]})

    number = audiences.union([1, 2])

    assert audiences.take_waiting() == [{"number": number, "readers": ["T1", "T2"]}]


def test_a_single_audience_need_not_be_known() -> None:
    assert Audiences({}).union([77]) == 77


@pytest.mark.parametrize(
    ("classes", "marks"),
    [
        ([], []),  # not even relationships, which have no mark
        ([DataClass.D0], [0]),
        ([DataClass.D1], [0, 0b10]),  # units and tickets, known by what is in the register
        ([DataClass.D3], [0]),  # of a clue the text alone opens nothing
        ([DataClass.D3, DataClass.D1], [0, 0b10, 0b1010]),
    ],
)
def test_a_reader_has_the_audience_of_what_has_no_kind_and_of_each_kind_that_is_open(
    classes: list[DataClass], marks: list[int]
) -> None:
    assert of_kinds([7, 5], classes) == tuple(number + mark * 2**48 for mark in marks for number in (5, 7))


def test_who_works_out_links_reads_every_kind() -> None:
    numbers = of_every_kind([7, 5])

    assert set(numbers) == {number + mark for number in (5, 7) for mark in (0, *map(mark_of, KINDS))}
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("audiences", [[], [5, 7], list(range(900))])
def test_every_viewer_sends_as_many_audiences_and_reads_no_more_by_it(audiences: list[int]) -> None:
    sent = evened({"viewer_audiences": audiences, "hub_cap": 50})

    added = sent["viewer_audiences"][len(audiences) :]
    assert sent == {"viewer_audiences": [*audiences, *added], "hub_cap": 50}
    assert max(added) < 0, "no set of readers has such a number"
    assert len(sent["viewer_audiences"]) == len(evened({"viewer_audiences": [3]})["viewer_audiences"])
