"""Rows that cannot be loaded: where, why, and in which words."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Reason:
    """Why a row is refused; it never repeats a value, because it may be shown to people who may not read the row."""

    en: str
    zh: str
    value_class: str = ""
    column: str = ""


@dataclass(frozen=True)
class Rejection:
    """A row that was not loaded, with its place and its cells as they were read."""

    row: int
    reason: Reason
    cells: Sequence[object]


class RowRefused(Exception):
    """Ends the mapping of one row."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.en)
        self.reason = reason


def too_few(found: int, expected: int) -> Reason:
    """Return the reason for a row that is too short."""
    return Reason(
        f"has {found} columns where the header has {expected}; a column is missing or a line is broken",
        f"只有{found}列，表头有{expected}列，可能缺列或换行断行",
        f"{found} columns",
    )


def too_many(found: int, expected: int) -> Reason:
    """Return the reason for a row that is too long."""
    return Reason(
        f"has {found} columns where the header has {expected}; a delimiter inside a value needs quotes",
        f"有{found}列，表头只有{expected}列，值中的分隔符需要加引号",
        f"{found} columns",
    )


OPEN_QUOTE = Reason(
    "opens a quote that is never closed; close it or double it", "引号未闭合，请补上或写成两个引号", "unclosed quote"
)
BROKEN_QUOTE = Reason(
    "has text after a closing quote; double the quotes inside a value",
    "引号之后还有文字，值中的引号请写成两个",
    "broken quote",
)
TOTAL = Reason("is a line of totals, not a record", "是合计行，不是记录", "total row")
LONG_CELL = Reason(
    "has a cell of more than 32,768 characters; shorten it in the source",
    "有单元格超过32768个字符，请在来源中缩短",
    "cell too long",
)
NOT_JSON = Reason("is not one JSON object", "不是一个JSON对象", "not a JSON object")
NO_KEY = Reason("has no value for its key", "缺少主键值", "empty")
