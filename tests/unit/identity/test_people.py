"""The two sides as they are read: years, posts and rarity, before anything is compared."""

from datetime import date
from typing import Any

import pytest
from neo4j.time import Date

from graph_service.identity.frames import frames
from graph_service.identity.people import PersonRecord, PersonRecords, _known, _loose, _serve, _years, namesakes


@pytest.mark.parametrize(
    ("since", "until", "years"),
    [
        (Date(2020, 5, 1), Date(2022, 1, 1), range(2020, 2023)),
        (None, Date(2022, 1, 1), range(2022, 2023)),
        (Date(2022, 3, 1), Date(2022, 1, 1), range(2022, 2023)),
        (Date(1990, 1, 1), Date(2022, 1, 1), range(2007, 2023)),  # of a long time the last years are compared
        (Date(date.today().year - 1, 1, 1), None, range(date.today().year - 1, date.today().year + 1)),
        (None, None, range(date.today().year, date.today().year + 1)),
    ],
)
def test_an_open_end_means_until_now(since: Any, until: Any, years: range) -> None:
    assert _years(since, until) == years


def test_a_post_of_two_parts_is_held_in_each_of_its_years() -> None:
    person = PersonRecord("p", "张伟", 1)

    _serve(person, "u", "党组书记、局长", (2023, 2024))

    assert person.units == {"u"}
    assert person.served == {"u|2023", "u|2024"}
    assert person.held == {"u|党组书记、局长", "u|党组书记", "u|局长"}
    assert person.held_in == {f"{post}|{year}" for post in person.held for year in (2023, 2024)}


def test_a_unit_without_a_post_says_where_not_what() -> None:
    person = PersonRecord("p", "张伟", 1)

    _serve(person, "u", None, (2024,))

    assert (person.units, person.served, person.held, person.held_in) == ({"u"}, {"u|2024"}, set(), set())


def _row(**more: Any) -> dict[str, Any]:
    usual = {
        "name": "张某",
        "audience": 7,
        "sex": "MALE",
        "born_on": None,
        "former_name": None,
        "id_mask": "3605*",
    }
    return {**usual, "said": [], **more}


def test_a_record_of_a_ledger_has_what_each_of_its_matters_says() -> None:
    said = [
        {
            "since": Date(2022, 1, 1),
            "day": Date(2023, 6, 1),
            "phones": ["phone_1"],
            "units": ["u", "v"],
            "post": "局长",
            "told": ["p"],
        },
        {"since": None, "day": Date(2020, 6, 1), "phones": [], "units": ["w"], "post": None, "told": ["p", "q"]},
    ]

    person = _loose("x", _row(born_on=Date(1970, 5, 1), former_name="张伟", said=said))

    assert (person.uid, person.name, person.audience, person.sex) == ("x", "张某", 7, "MALE")
    assert (person.born_on, person.former, person.number) == ("1970-05-01", "张伟", "3605*")
    assert person.phones == {"phone_1"}
    assert person.told == {"p", "q"}
    assert person.served == {"u|2022", "u|2023", "v|2022", "v|2023", "w|2020"}
    assert person.held == {"u|局长", "v|局长"}
    assert _loose("x", _row()).born_on is None


def test_somebody_known_is_read_column_by_column() -> None:
    person = _known(["p", "张伟", "张大伟", "MALE", Date(1970, 5, 1), "360502197005010012", 9])

    assert person == PersonRecord("p", "张伟", 9, "MALE", "1970-05-01", "张大伟", "360502197005010012")


@pytest.mark.parametrize(("holders", "rarity"), [(0, "sole"), (1, "sole"), (2, "few"), (5, "few"), (6, "many")])
def test_a_post_is_rare_by_how_many_hold_it_in_a_year(holders: int, rarity: str) -> None:
    people = PersonRecords([], [])
    people.holders["u|局长|2024"] = holders

    assert people.rarity("u|局长|2024") == rarity


def test_a_register_tells_who_holds_a_post_if_anybody_is_known_to_have_held_it() -> None:
    people = PersonRecords([], [], posts={"u|局长"})

    assert people.registered(PersonRecord("x", "张某", 1, held={"u|局长", "u|门卫"}))
    assert not people.registered(PersonRecord("x", "张某", 1, held={"u|门卫"}))
    assert not people.registered(PersonRecord("x", "张某", 1))


def test_namesakes_are_those_known_whose_names_fold_to_one() -> None:
    known = [
        PersonRecord("a", "张伟", 1),
        PersonRecord("b", "張偉", 1),
        PersonRecord("c", "张 伟", 1),
        PersonRecord("d", "李芳", 1),
    ]

    assert namesakes(PersonRecords([PersonRecord("x", "张伟", 1)], known)) == {"张伟": 3, "李芳": 1}


def _column(people: PersonRecords, name: str) -> list[list[Any]]:
    return [table[name].to_pylist() for table in frames(people)]


@pytest.mark.parametrize(
    ("number", "ends"),
    [
        ("360502197005010012", "36050012"), ("3605**********0012", "36050012"), ("360502********001*", None),
        ("36**************12", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_ends_of_a_number_are_compared_where_all_four_are_shown(number: str | None, ends: str | None) -> None:
    assert _column(PersonRecords([PersonRecord("x", "张伟", 1, number=number)], []), "number_ends") == [[ends], []]


def test_both_sides_are_columns() -> None:
    loose = PersonRecord("x", "张某", 1, sex="MALE", number="3605**********0012", phones={"b", "a"}, held={"u|局长"})
    known = PersonRecord("p", "张伟", 1, born_on="1970-05-01", former="张大偉", units={"v", "u"}, served={"u|2024"})
    loose.held_in = {"u|局长|2024", "u|副局长|2024", "u|科员|2024"}
    people = PersonRecords([loose], [known], posts={"u|局长"})
    people.holders.update({"u|副局长|2024": 3, "u|科员|2024": 9})

    told = {name: _column(people, name) for name in frames(people)[0].column_names}

    assert told == {
        "uid": [["x"], ["p"]], "folded": [["张某"], ["张伟"]], "variant": [["张某"], ["张伟"]],
        "sound": [[None], ["zhang wei"]], "mask": [["张某"], ["张某"]], "surname": [["张"], ["张"]],
        "pattern": [["张_"], [None]], "number": [["3605__________0012"], [None]], "number_ends": [["36050012"], [None]],
        "born_on": [[None], ["1970-05-01"]], "sex": [["MALE"], [None]], "known": [[False], [True]],
        "registered": [[True], [False]], "aliases": [[[]], [["张伟", "张大伟"]]], "sounds": [[[]], [["zhang wei"]]],
        "masks": [[["张某", "张某某"]], [["张某"]]], "units": [[[]], [["u", "v"]]], "held": [[["u|局长"]], [[]]],
        "served": [[[]], [["u|2024"]]], "sole": [[["u|局长|2024"]], [[]]], "few": [[["u|副局长|2024"]], [[]]],
        "many": [[["u|科员|2024"]], [[]]], "phones": [[["a", "b"]], [[]]],
        "told": [[[]], [["p"]]],
    }  # fmt: skip


def test_a_name_that_is_written_out_is_not_found_by_a_mask() -> None:
    assert _column(PersonRecords([PersonRecord("x", "张伟", 1)], [PersonRecord("p", "张伟", 1)]), "masks") == [
        [[]],
        [["张某"]],
    ]


def test_lists_are_in_order_so_that_a_repeat_compares_the_same() -> None:
    letters = "hgfedcba"
    lists = {name: set(letters) for name in ("units", "served", "held", "held_in", "phones")}
    people = PersonRecords([PersonRecord("x", "萧喆", 1, former="闫堃", **lists)], [])  # type: ignore[arg-type]

    for name in ("units", "served", "held", "sole", "phones"):
        assert _column(people, name)[0] == [sorted(letters)], name
    assert _column(people, "aliases")[0] == [sorted(["萧喆", "肖哲", "闫堃", "阎坤"])]
