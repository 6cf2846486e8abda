"""Workbooks of many programs: parts of any name, strict namespaces, and cells of every type, readable or not."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest

from graph_service.errors import BadInput
from loaders.declare.job import ReadingJob
from loaders.declare.parts import SourceReading
from loaders.readers.contract import form_of
from loaders.readers.guarded_query import present
from loaders.readers.header import checked_header
from loaders.readers.reading import look_into, read_rows
from loaders.rejection import Rejection
from tests.unit.loaders.case_files import source_of

_FORMATS = "http://schemas.openxmlformats.org"
_LOOSE = (f"{_FORMATS}/spreadsheetml/2006/main", f"{_FORMATS}/officeDocument/2006/relationships")
_STRICT = ("http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships")
_REL = f"{_FORMATS}/package/2006/relationships"
_SHEET = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>金额</t></is></c></row>'
    '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>32939</v></c><c r="C2"><v>5</v></c></row>'
)
_RIGHT = [(1, ["K1", "1990-03-07", 5])]
_USUAL = {
    "book": "xl/workbook.xml", "sheet": "xl/worksheets/sheet1.xml", "texts": "xl/sharedStrings.xml", "styles": "xl/styles.xml",
}  # fmt: skip


def _book(names: dict[str, str] | None = None, targets: dict[str, str] | None = None, **changed: Any) -> bytes:
    """Return a workbook whose parts have these names, to which its relationships lead by these targets."""
    name = {**_USUAL, **(names or {})}
    main, doc = changed.get("spaces", _LOOSE)
    folder, _, last = name["book"].rpartition("/")
    to = {key: "/" + name[key] for key in ("sheet", "texts", "styles", "book")} | (targets or {})
    ids = [("worksheet", "sheet"), ("sharedStrings", "texts"), ("styles", "styles")]
    rels = "".join(f'<Relationship Id="r{kind}" Type="{doc}/{kind}" Target="{to[key]}"/>' for kind, key in ids)
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{_REL}"><Relationship Id="a" Type="{doc}/officeDocument" Target="{to["book"]}"/>'
        "</Relationships>",
        name["book"]: f'<workbook xmlns="{main}" xmlns:r="{doc}"><workbookPr {changed.get("date_system", "")}/><sheets>'
        '<sheet name="表" sheetId="1" r:id="rworksheet"/></sheets></workbook>',
        f"{folder}/_rels/{last}.rels".lstrip("/"): f'<Relationships xmlns="{_REL}">{rels}</Relationships>',
        name["sheet"]: f'<worksheet xmlns="{main}"><sheetData>{changed.get("rows", _SHEET)}</sheetData></worksheet>',
        name["texts"]: f'<sst xmlns="{main}"><si><t>编号</t></si><si><t>姓名</t></si><si><t>K1</t></si></sst>',
        name["styles"]: f'<styleSheet xmlns="{main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    }  # fmt: skip
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for part, text in (parts | changed.get("parts", {})).items():
            if text is not None:
                package.writestr(part, text)
    return data.getvalue()


def workbook(head: Sequence[str], cells: str) -> bytes:
    """Return a workbook with these column names and the cells of its second line."""
    named = "".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in head)
    return _book(rows=f'<row r="1">{named}</row><row r="2">{cells}</row>')


def _rows(folder: Path, data: bytes) -> list[Any]:
    """Return what is read in this process, as JSON carries it; `test_outside.py` holds the child process to the same."""
    path = folder / "a.xlsx"
    path.write_bytes(data)
    source = SourceReading.of(source_of({"format": "xlsx", "files": path.name}))
    job = ReadingJob("open", str(path), form_of(source))
    found = look_into(job)
    columns = checked_header(source, found.header, job.path).columns
    rows = present(source, read_rows(replace(job, step="read", stamp=found.stamp, columns=columns)))
    return [(row[0], orjson.loads(orjson.dumps(row[1]))) if isinstance(row, tuple) else row for row in rows]


@pytest.mark.parametrize(
    ("names", "targets"),
    [
        ({}, {}),
        (
            {},
            {
                "sheet": "worksheets/sheet1.xml",
                "texts": "sharedStrings.xml",
                "styles": "styles.xml",
                "book": "xl/workbook.xml",
            },
        ),
        (
            {},
            {
                "sheet": "./worksheets/./sheet1.xml",
                "texts": "../xl/sharedStrings.xml",
                "styles": "worksheets/../styles.xml",
            },
        ),
        ({}, {"sheet": "worksheets\\sheet1.xml", "texts": "\\xl\\sharedStrings.xml", "book": "xl\\workbook.xml"}),
        ({}, {"sheet": "/XL/Worksheets/SHEET1.XML", "texts": "/xl/SHAREDSTRINGS.xml", "styles": "/xl/Styles.XML"}),
        ({"texts": "xl/SharedStrings.xml", "styles": "xl/Styles.xml", "sheet": "XL/worksheets/Sheet1.xml"}, {}),
        ({"texts": "xl/strings.dat", "styles": "xl/looks", "sheet": "xl/t/第一张.xml", "book": "office/main.xml"}, {}),
        ({"sheet": "xl/a b.xml"}, {"sheet": "a%20b.xml"}),
        ({"book": "workbook.xml", "sheet": "sheet.xml", "texts": "texts.xml", "styles": "styles.xml"}, {}),
        ({key: part.replace("/", "\\") for key, part in _USUAL.items() if key != "book"}, {}),
    ],
    ids=[
        "absolute",
        "relative",
        "dots",
        "backslashes",
        "other case",
        "parts in other case",
        "other names",
        "blank",
        "root",
        "zip",
    ],
)
@pytest.mark.parametrize("spaces", [_LOOSE, _STRICT], ids=["transitional", "strict"])
def test_parts_are_found_through_their_relationships(
    tmp_path: Path, names: dict[str, str], targets: dict[str, str], spaces: tuple[str, str]
) -> None:
    assert _rows(tmp_path, _book(names, targets, spaces=spaces)) == _RIGHT


def test_the_usual_names_serve_where_no_relationship_tells(tmp_path: Path) -> None:
    only = (
        f'<Relationships xmlns="{_REL}"><Relationship Id="rworksheet" Type="{_LOOSE[1]}/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>'
    )

    assert _rows(tmp_path, _book(parts={"_rels/.rels": None, "xl/_rels/workbook.xml.rels": only})) == _RIGHT


def test_a_sheet_that_is_not_there_or_elsewhere_is_refused(tmp_path: Path) -> None:
    for target in ("/xl/worksheets/no.xml", "../../../etc/passwd", "file:///etc/passwd"):
        with pytest.raises(BadInput, match="a sheet is missing"):
            _rows(tmp_path, _book(targets={"sheet": target}))


def test_two_parts_of_one_name_in_two_cases_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="names one part twice"):
        _rows(tmp_path, _book(parts={"xl/STYLES.xml": "<styleSheet/>"}))


def test_a_mark_of_secrecy_is_seen_in_a_part_of_any_name(tmp_path: Path) -> None:
    strings = f'<sst xmlns="{_LOOSE[0]}"><si><t>编号</t></si><si><t>姓名</t></si><si><t>机密★1年</t></si></sst>'
    for name in ("xl/Strings.XML", "xl/strings.dat"):
        with pytest.raises(BadInput, match="state secret"):
            _rows(tmp_path, _book({"texts": name}, parts={name: strings}))


def _cell(folder: Path, xml: str, **changed: Any) -> Any:
    row = f'<row r="2"><c r="A2" t="s"><v>2</v></c>{xml}</row>'
    (found,) = _rows(folder, _book(rows=_SHEET.split("</row>")[0] + "</row>" + row, **changed))
    return (found.reason.value_class, found.reason.column) if isinstance(found, Rejection) else found[1][1]


_READ = [
    ('t="inlineStr"><is><r><t>张</t></r><r><t>三</t></r></is>', "张三"),
    ('t="b"><v>1</v>', True),
    ('t="b"><v>0</v>', False),
    ('t="b"><v>true</v>', True),
    ("><v>5</v>", 5),
    ('t="str"><f>A2&amp;"x"</f><v>K1x</v>', "K1x"),
    ("><f>1+1</f><v>2</v>", 2),
    ('t="d"><v>2024-01-05</v>', "2024-01-05"),
    ('t="d"><v>2024-01-05T00:00:00</v>', "2024-01-05"),
    ('t="d"><v>2024-01-05T10:30:00Z</v>', "2024-01-05T10:30:00+00:00"),
    ('t="d"><v>10:30:00</v>', "10:30:00"),
    ("><v>1.5E3</v>", 1500),
    ("><v>1234567890123.45</v>", 1234567890123.45),
    ('t="s"><v></v>', None),
    ('t="s"><v> 2 </v>', "K1"),
]


@pytest.mark.parametrize("reference", ["B2", "b2"])
@pytest.mark.parametrize(("xml", "value"), _READ)
def test_a_cell_is_read_as_its_type_says(tmp_path: Path, xml: str, value: object, reference: str) -> None:
    found = _cell(tmp_path, f'<c r="{reference}" {xml}</c>')

    assert found == value
    assert type(found) is type(value)


def test_days_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    assert _cell(tmp_path, '<c r="B2" s="1"><v>31477</v></c>', date_system='date1904="1"') == "1990-03-07"


_UNREADABLE = [
    "><v>abc</v>", "><v>1_000</v>", "><v>²</v>", "><v>1,5</v>", "s='1'><v>1990/3/7</v>", "s='1'><v>nan</v>", "t='s'><v>999</v>",
    "t='s'><v>-1</v>", "t='s'><v>x</v>", "t='b'><v>maybe</v>", "t='d'><v>5 March</v>",
]  # fmt: skip
_OTHER = [
    ("t='e'><v>#N/A</v>", "cell error"),
    ("><v>NaN</v>", "cell error"),
    ("><v>1e999</v>", "cell error"),
    ("s='1'><v>9e99</v>", "impossible day"),
    ("><v>12345678901234.56</v>", "rounded number"),
]


@pytest.mark.parametrize(("xml", "reason"), [*((xml, "unreadable value") for xml in _UNREADABLE), *_OTHER])
def test_a_cell_that_cannot_be_read_is_told_with_its_place(tmp_path: Path, xml: str, reason: str) -> None:
    assert _cell(tmp_path, f"<c r='B2' {xml}</c>") == (reason, "姓名")


def test_a_header_that_cannot_be_read_is_refused_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="column 2 of line 1"):
        _rows(tmp_path, _book(rows=_SHEET.replace("<v>1</v>", "<v>999</v>")))


@pytest.mark.parametrize("reference", ["2", "ÄB2", "ABCD2", "B-2"])
def test_a_cell_of_no_column_is_refused(tmp_path: Path, reference: str) -> None:
    with pytest.raises(BadInput, match="no column that a sheet has"):
        _cell(tmp_path, f'<c r="{reference}"><v>5</v></c>')


@pytest.mark.parametrize(
    ("number", "style", "shown"),
    [("0.35", 1, "35%"), ("0.355", 2, "35.5%"), ("1", 1, "100%"), ("0.28999999999999998", 2, "29%"), ("0.35", 0, 0.35)],
)
def test_a_number_that_is_shown_in_per_cent_is_read_so(tmp_path: Path, number: str, style: int, shown: object) -> None:
    formats = f'<styleSheet xmlns="{_LOOSE[0]}"><numFmts><numFmt numFmtId="170" formatCode="0.0%"/></numFmts><cellXfs>'
    formats += '<xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="170"/></cellXfs></styleSheet>'
    rows = '<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>金额</t></is></c></row>'
    rows += f'<row r="2"><c t="s"><v>2</v></c><c/><c s="{style}"><v>{number}</v></c></row>'

    ((_, cells),) = _rows(tmp_path, _book(rows=rows, parts={_USUAL["styles"]: formats}))

    assert cells[2] == shown
