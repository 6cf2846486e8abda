"""The key of a draft: a number of the office survives slips; several columns stand only where no number does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.drafting import NAMES, csv_file, drafts_of, stated_by

_STREETS = ("幸福路", "人民路", "解放街", "滨河道")


def _row(number: str, n: int) -> str:
    return f"{number},{_STREETS[n % 4]}灯坏了{n // 2},2024-0{n % 9 + 1}-11,{NAMES[n % 50]}"


@pytest.mark.parametrize(
    ("named", "number"),
    [
        ("件号", lambda n: f"第{n}件"), ("受理编号", lambda n: f"A{n}"), ("流水", lambda n: str(n + 1)),
        ("ticket_id", lambda n: str(7 * n)), ("djxh", lambda n: f"GD-2024-{n:04}"), ("文书", lambda n: f"泉信〔2024〕{n:03}"),
    ],
)  # fmt: skip
def test_a_number_with_a_few_slips_stays_the_key_and_they_are_counted(
    tmp_path: Path, named: str, number: Callable[[int], str]
) -> None:
    rows = [_row(number(n), n) for n in range(200)]
    rows += [rows[3], rows[40], _row(number(5), 150), _row("", 151), _row("", 160)]
    file = csv_file(tmp_path / "letters.csv", f"{named},所述,到件,对象", rows)

    draft = drafts_of([file], "letters=Clue")["letters"]

    assert draft["key"] == named
    text = (tmp_path / "drafts" / "letters.yaml").read_text(encoding="utf-8")
    assert "# ? 1 repeated, 2 blank" in text


def test_a_number_that_fails_in_many_rows_is_no_key(tmp_path: Path) -> None:
    rows = [_row(f"A{n:04}" if n % 10 else "", n) for n in range(200)]
    file = csv_file(tmp_path / "letters.csv", "编号,所述,到件,对象", rows)

    assert drafts_of([file], "letters=Clue")["letters"]["key"] != "编号"


def test_rows_that_come_again_word_for_word_leave_the_key_and_load(tmp_path: Path) -> None:
    rows = [_row(f"A{n:04}", n) for n in range(30)]
    file = csv_file(tmp_path / "letters.csv", "编号,所述,到件,对象", [*rows, *rows[:4]])

    draft = drafts_of([file], "letters=Clue")["letters"]

    assert draft["key"] == "编号"
    assert "repeated" not in (tmp_path / "drafts" / "letters.yaml").read_text(encoding="utf-8")
    assert len(stated_by(tmp_path, "letters")) == 34


def test_names_that_nearly_tell_rows_apart_are_no_numbers(tmp_path: Path) -> None:
    rows = [f"{NAMES[n % 59]},{_STREETS[n % 4]},{n % 7}" for n in range(60)]
    file = csv_file(tmp_path / "members.csv", "姓名,街道,组", rows)

    assert drafts_of([file], "members=Person")["members"]["key"] != "姓名"
