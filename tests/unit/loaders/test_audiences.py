"""Audiences: the number of a set of readers follows from the set alone, and what is new is written once."""

from hashlib import sha256

import pytest

from graph_service.rights.audiences import Audiences, audience_number


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
