"""The law of counting: every row of an input has one fate, and of two rows with one key the same one wins in any order."""

from itertools import permutations

import pytest

from loaders.mapping.row_book import (
    MERGED,
    REJECTED,
    UNCHANGED,
    KeyRepeat,
    RepeatKind,
    RowBook,
    Winners,
    content_number,
    contradiction,
)
from loaders.mapping.statement import MappedRow, Statement


def row(number: int, text: str = "a", key: str = "k", **more: int) -> MappedRow:
    """Return a row that states one node, whose content is the text."""
    statement = Statement("clue_1", {"title": text}, text, number, key, key, more.get("audience", 1))
    said = [f"Clue|{key}|{text}"]
    return MappedRow(
        number,
        key,
        more.get("version", 0),
        bool(more.get("deleted")),
        more.get("audience", 1),
        [("Clue", statement)],
        said=said,
    )


def test_first_row_of_a_key_meets_nobody() -> None:
    book = RowBook({})

    assert book.meet(row(1)) == KeyRepeat(RepeatKind.FIRST, 0, True)
    assert book.meet(row(2, key="other")) == KeyRepeat(RepeatKind.FIRST, 0, True)


@pytest.mark.parametrize(
    ("first", "second", "stand"),
    [
        (row(1), row(2), RepeatKind.SAME),
        (row(1, version=7), row(2, version=7), RepeatKind.SAME),
        (row(1, version=7), row(2, version=8), RepeatKind.NEWER),
        (row(1, version=8), row(2, version=7), RepeatKind.OLDER),
        (row(1, "a", version=7), row(2, "b", version=8), RepeatKind.NEWER),
        (row(1, "a", version=8), row(2, "b", version=7), RepeatKind.OLDER),
        (row(1, version=7), row(2, version=7, deleted=1), RepeatKind.STRONGER),
        (row(1, version=7, deleted=1), row(2, version=7), RepeatKind.WEAKER),
        (row(1, version=8), row(2, version=7, deleted=1), RepeatKind.OLDER),
        (row(1, version=7, deleted=1), row(2, version=7, deleted=1), RepeatKind.SAME),
    ],
)
def test_a_later_row_stands_to_the_first_by_version_then_by_content(
    first: MappedRow, second: MappedRow, stand: RepeatKind
) -> None:
    book = RowBook({})
    book.meet(first)

    assert book.meet(second) == KeyRepeat(stand, 1, True)


def test_of_rows_that_contradict_each_other_the_same_one_wins_in_any_order() -> None:
    said = [("a", 1), ("b", 1), ("c", 1), ("c", 0)]
    winners = set()
    for order in permutations(said):
        book, winner = RowBook({}), None
        for number, (text, version) in enumerate(order, 1):
            if book.meet(row(number, text, version=version)).stand in (
                RepeatKind.FIRST,
                RepeatKind.NEWER,
                RepeatKind.STRONGER,
            ):
                winner = (text, version)
        winners.add(winner)

    assert len(winners) == 1
    assert winners != {("c", 0)}


def test_who_wins_is_who_later_rows_are_compared_with() -> None:
    book = RowBook({})
    book.meet(row(1, version=1))

    assert book.meet(row(2, version=3)) == KeyRepeat(RepeatKind.NEWER, 1)
    assert book.meet(row(3, version=2)) == KeyRepeat(RepeatKind.OLDER, 2)
    assert book.meet(row(4, version=3)) == KeyRepeat(RepeatKind.SAME, 2)


def test_where_it_is_known_who_wins_the_others_are_refused_before_they_are_taken() -> None:
    lines = [row(number, text) for number, text in enumerate("abca", 1)]
    first = RowBook({})
    for each in lines:
        first.meet(each)
    (key,), (winner,) = first.contested, first.seen.values()
    stands = winner & (2**32 - 1)

    book = RowBook({}, winners=Winners({key: (winner, 0)}))
    told = [book.meet(each) for each in lines]

    wins = [said.stand in (RepeatKind.FIRST, RepeatKind.SAME) for said in told]
    assert wins == [each.said == lines[stands - 1].said for each in lines]
    assert {said for said, won in zip(told, wins, strict=True) if not won} == {
        KeyRepeat(RepeatKind.WEAKER, stands, True)
    }
    elsewhere = RowBook({}, winners=Winners({key: (winner, 1)}))
    assert next(elsewhere.meet(each).here for each, won in zip(lines, wins, strict=True) if not won) is False


def test_rows_of_one_content_contest_nothing() -> None:
    book = RowBook({})
    for number in (1, 2, 3):
        book.meet(row(number))

    assert book.contested == set()


def test_numbers_of_rows_hold_up_to_32_bits() -> None:
    book, last = RowBook({}), 2**32 - 1
    book.meet(row(last, version=2**40))

    assert book.meet(row(5, version=2**40)) == KeyRepeat(RepeatKind.SAME, last)


def test_rows_of_earlier_inputs_are_met_as_rows_of_another_file() -> None:
    before = RowBook({})
    before.meet(row(4))
    book = RowBook(dict(before.seen))

    assert book.meet(row(9)) == KeyRepeat(RepeatKind.SAME, 4, False)
    assert book.meet(row(10, version=1)) == KeyRepeat(RepeatKind.NEWER, 4, False)
    assert book.meet(row(11, version=1)) == KeyRepeat(RepeatKind.SAME, 10, True)


def test_a_row_that_only_repeats_an_earlier_input_is_not_of_this_one() -> None:
    before = RowBook({})
    before.meet(row(4))
    book = RowBook(dict(before.seen))
    book.meet(row(9))

    assert book.seen == {}


def test_rejected_rows_are_still_there_in_the_source() -> None:
    book = RowBook({})
    book.keep("k")

    assert book.kept == {hash("k")}
    assert book.meet(row(1)).stand is RepeatKind.FIRST, "a rejected row says nothing that another could contradict"


FATES = {1: MERGED, 2: UNCHANGED, 3: REJECTED, 4: MERGED, 6: MERGED}


@pytest.mark.parametrize("order", [(1, 2, 3, 4, 6), (6, 4, 3, 2, 1)])
def test_read_is_merged_and_unchanged_and_rejected(order: tuple[int, ...]) -> None:
    book = RowBook({})
    for number in order:
        book.note(number, FATES[number])

    assert book.counts() == {"read": 5, "merged": 3, "unchanged": 1, "rejected": 1}
    assert [book.fate(number) for number in range(8)] == [0, MERGED, UNCHANGED, REJECTED, MERGED, 0, MERGED, 0]


def test_a_row_is_counted_once_whatever_is_noted_of_it() -> None:
    book = RowBook({})
    for fate in (UNCHANGED, MERGED):
        book.note(1, fate)
    for fate in (MERGED, REJECTED, MERGED, UNCHANGED):
        book.note(2, fate)

    assert (book.fate(1), book.fate(2)) == (MERGED, REJECTED), "an overruled row stays rejected"
    assert book.counts() == {"read": 2, "merged": 1, "unchanged": 0, "rejected": 1}


def test_nothing_was_read_of_an_empty_input() -> None:
    assert RowBook({}).counts() == {"read": 0, "merged": 0, "unchanged": 0, "rejected": 0}


def test_content_is_what_a_row_states_and_who_may_read_it() -> None:
    plain, tie = row(1), row(1)
    tie.said.append("NAMES|person|h")
    other_tie = row(1)
    other_tie.said.append("NAMES|person|i")
    told = [plain, row(1, "b"), row(1, audience=2), tie, other_tie, row(1, deleted=1)]

    numbers = [content_number(each) for each in told]

    assert len(set(numbers)) == len(told)
    assert content_number(row(2, version=9)) == numbers[0], "neither its place nor its version is content"
    assert max(numbers) == numbers[-1] == 2**56 - 1, "a deletion has the greatest of 56 bits"
    assert max(content_number(row(1, f"text {each}")) for each in range(64)) >= 2**55, "all of the 56 bits are used"


@pytest.mark.parametrize(
    ("here", "en", "zh"),
    [(True, "has the key of row 7 but says", "与第7行主键相同"), (False, "of row 7 of another file but", "与另一文件第7行主键相同")],
)  # fmt: skip
def test_a_contradiction_names_the_other_row_and_whether_it_is_in_another_file(here: bool, en: str, zh: str) -> None:
    reason = contradiction(7, here)

    assert (en in reason.en, zh in reason.zh, reason.value_class) == (True, True, "repeated key")


@pytest.mark.parametrize(
    ("first", "second", "stand"),
    [
        (row(1, "a"), row(2, "b"), RepeatKind.NEWER),
        (row(1, "b"), row(2, "a"), RepeatKind.NEWER),
        (row(1, "a"), row(2, "a"), RepeatKind.SAME),
        (row(1, "a", version=8), row(2, "b", version=7), RepeatKind.OLDER),
        (row(1, "a", version=7), row(2, "b", version=8), RepeatKind.NEWER),
    ],
)
def test_where_the_last_wins_a_later_row_overrules_what_contradicts_it_but_no_newer_version(
    first: MappedRow, second: MappedRow, stand: RepeatKind
) -> None:
    book = RowBook({}, last_wins=True)
    book.meet(first)

    assert book.meet(second) == KeyRepeat(stand, 1, True)
    assert RowBook({}).meet(row(3)).stand is RepeatKind.FIRST


@pytest.mark.parametrize(("is_last", "stand"), [(False, RepeatKind.WEAKER), (True, RepeatKind.OLDER)])
def test_a_row_that_loses_to_a_known_winner_is_weaker_or_where_the_last_wins_older(
    is_last: bool, stand: RepeatKind
) -> None:
    winner = RowBook({})
    winner.meet(row(9, "b"))
    said = winner.seen[hash("k")]
    book = RowBook({}, is_last, Winners({hash("k"): (said, 0)}, 0))

    assert book.meet(row(1, "a")) == KeyRepeat(stand, 9, True)


def test_a_row_of_an_older_version_than_the_known_winner_is_older() -> None:
    winner = RowBook({})
    winner.meet(row(9, "b", version=8))
    book = RowBook({}, winners=Winners({hash("k"): (winner.seen[hash("k")], 1)}))

    assert book.meet(row(1, "a", version=7)) == KeyRepeat(RepeatKind.OLDER, 9, False)
    assert book.meet(row(2, "a", version=8)) == KeyRepeat(RepeatKind.WEAKER, 9, False), "of its own version it is not"
