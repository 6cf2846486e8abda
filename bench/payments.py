"""Rows of payments, each following from its number alone, and the ways in which one in a hundred is spoilt."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from schema.identifiers import ric_check

COLUMNS = ("发放编号", "身份证号", "姓名", "补贴项目", "所属期", "发放日期", "金额")
EVERY = 100  # one row in so many is spoilt
_PEOPLE = 100_000
_SCHEMES = ("耕地地力保护", "农机购置", "高龄津贴", "临时救助", "危房改造")
PaymentCells = list[str]


@dataclass(frozen=True)
class PaymentFault:
    """A way to spoil a row, and what the loader has to say of it."""

    column: str
    value_class: str
    spoil: Callable[[PaymentCells], PaymentCells]


def _put(place: int, value: Callable[[str], str]) -> Callable[[PaymentCells], PaymentCells]:
    def spoil(cells: PaymentCells) -> PaymentCells:
        return [value(cell) if number == place else cell for number, cell in enumerate(cells)]

    return spoil


FAULTS: tuple[PaymentFault, ...] = (
    PaymentFault("身份证号", "resident_id", _put(1, lambda text: text[:-1] + ("1" if text[-1] != "1" else "2"))),
    PaymentFault("身份证号", "resident_id", _put(1, lambda text: text[:10] + "13" + text[12:])),
    PaymentFault("发放日期", "date", _put(5, lambda text: text[:5] + "02-30")),
    PaymentFault("金额", "money_yuan", _put(6, lambda _: "若干")),
    PaymentFault("发放编号", "empty", _put(0, lambda _: "")),
    PaymentFault("", "6 columns", lambda cells: cells[:-1]),
    PaymentFault("", "8 columns", lambda cells: [*cells[:3], "多出", *cells[3:]]),
)


def fault_of(row: int) -> PaymentFault | None:
    """Return how the row with this number (from 1) is spoilt, if it is."""
    return FAULTS[row // EVERY % len(FAULTS)] if row % EVERY == 0 else None


def good_row(row: int) -> PaymentCells:
    """Return the cells of a row as they should be."""
    person = row * 7919 % _PEOPLE
    body = f"360502{1940 + person % 60}{person // 60 % 12 + 1:02d}{person // 720 % 28 + 1:02d}{person // 20160:03d}"
    month = row % 12 + 1
    return [
        f"BT{row:09d}", body + ric_check(body), f"领款人{person}", _SCHEMES[row % len(_SCHEMES)],
        f"2024年{month}月", f"2024-{month:02d}-{row % 28 + 1:02d}", f"{row % 9000 + 100}.{row % 100:02d}",
    ]  # fmt: skip


def written_row(row: int) -> PaymentCells:
    """Return the cells of a row as they are in the file."""
    fault = fault_of(row)
    return fault.spoil(good_row(row)) if fault else good_row(row)


def write_payments(path: Path, rows: int) -> None:
    """Write the file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(map(written_row, range(1, rows + 1)))


def spoilt_rows(rows: int) -> Sequence[int]:
    """Return the numbers of the rows that are spoilt."""
    return range(EVERY, rows + 1, EVERY)
