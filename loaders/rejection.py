"""Rows that cannot be loaded: where, why, and in which words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Reason:
    """Why a row is refused; it never repeats a value, because it may be shown to people who may not read the row."""

    en: str
    zh: str
    value_class: str = ""
    column: str = ""

    def at(self, column: str) -> "Reason":
        """Return the reason with the column it concerns."""
        return replace(self, column=column)


@dataclass(frozen=True)
class Rejection:
    """A row that was not loaded, with its place and its cells as they were read."""

    row: int
    reason: Reason
    cells: Sequence[object]


@dataclass(frozen=True)
class Sealed:
    """A row that must not come through: its content was dropped where it was read, only its key came along."""

    row: int
    kind: str
    key: str


class RowRefused(Exception):
    """Ends the mapping of one row."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.en)
        self.reason = reason


def no_value(cell: object) -> Reason | None:
    """Return why something that is no single value cannot stand where a text, number or day must, or None."""
    if isinstance(cell, list | dict):
        return NESTED
    return BYTES if isinstance(cell, bytes | bytearray | memoryview) else None


def lost_digits(column: str) -> Reason:
    """Return the reason for a number that has more digits than a number can hold."""
    return Reason(
        "came as a number of more than 15 digits, of which the last are lost; give it as text",
        "为超过15位的数值，末位数字已丢失，请以文本提供",
        "rounded number",
        column,
    )


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
TORN_CELL = Reason(
    'has a cell in late quotes, such as ="…" or a blank before the quote, with a delimiter inside; quote it whole',
    "有单元格的引号前有等号或空格，且引号内含分隔符，请用引号括住整个单元格",
    "torn cell",
)
TOTAL = Reason("is a line of totals, not a record", "是合计行，不是记录", "total row")
FOOTER = Reason("stands below the table and is not a record", "是表尾说明，不是记录", "footer row")
REPEATED_HEADER = Reason("is the header once more, not a record", "是重复的表头，不是记录", "header row")
OTHER_LINES = frozenset((TOTAL, FOOTER, REPEATED_HEADER))
LONG_CELL = Reason(
    "has a cell of more than 32,768 characters; shorten it in the source",
    "有单元格超过32768个字符，请在来源中缩短",
    "cell too long",
)
NOT_JSON = Reason("is not one JSON object", "不是一个JSON对象", "not a JSON object")
NO_KEY = Reason("has no value for its key", "缺少主键值", "empty")
NESTED = Reason(
    "is a list or an object where one value must stand; write one value",
    "应为单个值，却是列表或对象，请写单个值",
    "nested value",
)
UNTAKEN_LIST = Reason(
    "lies inside a list where one object must stand; have a node or link take each element of the list",
    "所在的上级应为单个对象，却是列表，请在声明中用each逐个取其元素",
    "list",
)
NO_OBJECT = Reason(
    "lies inside a value that is no object; write an object, or name the column as it stands",
    "所在的上级不是对象，请写成对象，或按实际列名声明",
    "no object",
)
BYTES = Reason(
    "came as bytes: text that is not UTF-8, or a value beyond what the driver reads, such as the day infinity; have the "
    "query convert it",
    "为字节串：不是UTF-8文本，或是驱动程序无法读取的值（如无穷大日期），请在查询中转换",
    "bytes",
)
NO_NAME = Reason("is yes or no, which names nothing; give a key", "主键为真假值，不能作为主键", "truth value")
REPEATED_NAME = Reason("holds a name twice; which value is meant?", "同一字段名出现两次，无法确定取值", "repeated name")
CELL_ERROR = Reason(
    "is an error mark of a spreadsheet (#N/A, #REF! …); repair the formula",
    "是表格的错误标记（#N/A、#REF!等），请修正公式",
    "cell error",
)
UNREADABLE = Reason(
    "holds a value that cannot be read as what it says it is; correct it in the source",
    "值与其声明的类型不符，无法读取，请在来源中更正",
    "unreadable value",
)
NO_CACHED_VALUE = Reason(
    "holds a formula whose value was never kept; open the workbook, calculate and save it, or paste values",
    "公式没有保存计算结果，请打开工作簿重算后保存，或粘贴为数值",
    "formula without value",
)
STALE_FORMULA = Reason(
    "holds a formula that the program which wrote the workbook did not calculate; open, calculate and save it",
    "公式结果未经计算（文件声明打开时需重算），请用表格软件打开、重算并保存",
    "stale formula",
)
MERGED = Reason(
    "lies in merged cells, so that it is not known which rows the value is for; unmerge them",
    "位于合并单元格中，无法确定值属于哪些行，请取消合并并逐行填写",
    "merged cells",
)
PHANTOM_DAY = Reason(
    "counts to a day that never was (29 February 1900) or that lies outside the calendar; correct the source",
    "日期序号对应不存在的日期（如1900年2月29日）或超出日历范围，请更正源数据",
    "impossible day",
)
SEALED = Reason(
    "is kept out by the source's contract; only a receipt of it remains",
    "按来源约定不得进入本系统，仅保留回执",
    "sealed",
)
