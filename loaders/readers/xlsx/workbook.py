"""What a workbook says of itself: its sheets, texts, date formats and date system."""

import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from graph_service.errors import BadInput
from loaders.declare.nearest import unknown
from loaders.readers.marks import named_as_secret, secret
from loaders.readers.xlsx.package import blocks, document, elements, folded_part, refused
from loaders.readers.xlsx.relations import Relations

MOST_ROWS = 1_048_576
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_REL = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_PERCENTS = ("9", "10")
_NOT_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_ESCAPE = re.compile(r"_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")  # half a character (D800 to DFFF) is none
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^<>]*?ref=[\"']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})[\"']")
_FAR_ROW = re.compile(rb"<(?:\w+:)?row\s[^<>]*?r=[\"']([0-9]{7,})[\"']")
_MOST_MERGES = 200_000


@dataclass(frozen=True)
class Merge:
    """A rectangle of merged cells; rows and columns count from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Workbook:
    """A workbook with the sheet that is read."""

    package: zipfile.ZipFile
    sheet: str
    part: str
    notes: tuple[str, ...]
    texts: list[str]
    dates: frozenset[str]  # cell styles that show a number as a day or moment
    percents: frozenset[str]  # cell styles that show a number as per cent
    is_1904: bool
    is_stale: bool  # written by a program that left the calculation to the next one

    @property
    def where(self) -> str:
        """Return what errors name."""
        return f"{self.package.filename}, sheet {self.sheet}"


def read_workbook(package: zipfile.ZipFile, wanted: str | None) -> Workbook:
    """Return the workbook with the sheet of that name, or its first visible one."""
    where = str(package.filename)
    part = Relations.of(package).by_kind("officeDocument", "xl/workbook.xml")
    if part is None or part.lower().endswith(".bin"):
        is_binary = part is not None or "xl/workbook.bin" in map(folded_part, package.namelist())
        kind = ("a binary workbook (xlsb)", "二进制工作簿（xlsb）") if is_binary else ("no workbook", "其他压缩包")
        raise refused(f"the file is {kind[0]}, not xlsx", f"文件是{kind[1]}，不是xlsx", where)
    root, relations = document(package, part), Relations.of(package, part)
    sheets = {str(each.get("name")): each for each in root.iter("sheet")}
    if any(map(named_as_secret, sheets)):
        raise secret(where)
    name = _sheet_name(sheets, wanted, where)
    properties, calculation = root.find("workbookPr"), root.find("calcPr")
    return Workbook(
        package,
        name,
        _part_of(relations, sheets[name], where),
        tuple(f"sheet not read: {each}{_hidden(sheets[each])}" for each in sheets if each != name),
        _texts(package, relations.by_kind("sharedStrings", "sharedstrings.xml")),
        *_styles(package, relations.by_kind("styles", "styles.xml")),
        properties is not None and properties.get("date1904") in ("1", "true", "on"),
        calculation is not None and calculation.get("fullCalcOnLoad") in ("1", "true"),
    )


def _hidden(sheet: ET.Element) -> str:
    return "" if sheet.get("state", "visible") == "visible" else " (hidden)"


def _sheet_name(sheets: dict[str, ET.Element], wanted: str | None, where: str) -> str:
    if wanted is None:
        visible = [name for name, sheet in sheets.items() if not _hidden(sheet)]
        if not visible:
            raise refused("the workbook shows no sheet", "工作簿没有可见的工作表", where)
        return visible[0]
    if wanted not in sheets:
        raise BadInput(
            unknown("sheet", wanted, sheets),
            where,
            "correct read.sheet",
            zh=f"没有名为“{wanted}”的工作表，请更正read.sheet",
        )
    return wanted


def _part_of(relations: Relations, sheet: ET.Element, where: str) -> str:
    part = relations.by_id(sheet.get(_REL) or sheet.get(_STRICT_REL), "worksheet")
    if part is None:
        raise refused(
            "the workbook is damaged: a sheet is missing or is no table", "工作簿已损坏：工作表缺失或不是表格", where
        )
    return part


def _texts(package: zipfile.ZipFile, part: str | None) -> list[str]:
    return [text_in(each) for each in elements(package, part, "sst", "si")] if part else []


def text_in(element: ET.Element) -> str:
    """Return the text of a string item: its runs together, without the readings set above them."""
    parts = [each.text or "" for each in element if each.tag == "t"]
    parts += [each.text or "" for run in element if run.tag == "r" for each in run if each.tag == "t"]
    text = "".join(parts)
    return _ESCAPE.sub(lambda code: chr(int(code[1], 16)), text) if "_x" in text else text


def _styles(package: zipfile.ZipFile, part: str | None) -> tuple[frozenset[str], frozenset[str]]:
    if part is None:
        return frozenset(), frozenset()
    root = document(package, part)
    custom = {each.get("numFmtId"): each.get("formatCode", "") for each in root.iter("numFmt")}
    formats = root.find("cellXfs")
    found = [each.get("numFmtId", "0") for each in formats] if formats is not None else []
    shown = [(str(place), each, custom.get(each)) for place, each in enumerate(found)]
    dates = frozenset(place for place, number, code in shown if _is_date(number, code))
    return dates, frozenset(place for place, number, code in shown if _is_percent(number, code))


def _is_date(number: str, code: str | None) -> bool:
    if code is None:
        return number.isdigit() and int(number) in _DATES
    plain = _NOT_CODE.sub("", code.split(";")[0]).lower()
    return "[" not in plain and any(letter in plain for letter in "ymdhs") and plain != "general"


def _is_percent(number: str, code: str | None) -> bool:
    return number in _PERCENTS if code is None else "%" in _NOT_CODE.sub("", code.split(";")[0])


def read_merges(book: Workbook) -> list[Merge]:
    """Return the merged cells of the sheet; refuse a sheet with more rows than the format has."""
    found: list[Merge] = []
    before = b""
    for block in blocks(book.package, book.part):
        text = before + block
        if any(int(row[1]) > MOST_ROWS for row in _FAR_ROW.finditer(text)):
            what = f"the sheet has more than {MOST_ROWS:,} rows, which xlsx cannot hold"
            raise refused(what, f"工作表超过{MOST_ROWS}行，xlsx无法容纳", book.where)
        cut = text.rfind(b"<") if b"<" in text else 0
        whole, before = text[:cut], text[cut:][-4096:]
        for left, top, right, bottom in _MERGE.findall(whole):
            found.append(Merge(int(top), column_number(left.decode()), int(bottom), column_number(right.decode())))
        if len(found) > _MOST_MERGES:
            raise refused("the sheet has too many merged cells", "工作表合并单元格过多", book.where)
    return found


def column_number(letters: str) -> int:
    """Return the number of a column, from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
