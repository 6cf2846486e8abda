"""Bad inputs 22 to 39 as workbooks bring them: sheets, merges, formulas, errors, other formats, bombs."""

import io
import struct
import zipfile
from typing import Any

from tests.bad_inputs.bench import (
    COLUMNS,
    XLSX,
    BadInputCase,
    Bench,
    InputEnding,
    Run,
    exact,
    refused,
    rejected,
    source,
)
from tests.bad_inputs.workbooks import book, calculated, raw

_XLSX = source(XLSX)
_ONE = {"标题": "一"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
_CELL = '<row r="2"><c r="A2" t="inlineStr"><is><t>1</t></is></c><c r="B2" t="inlineStr"><is><t>一</t></is></c></row>'


def _exact(data: bytes, *rows: dict[str, Any], name: str = "a.xlsx", told: str = "") -> Run:
    return exact(data, *rows, declaration=_XLSX, name=name, told=told)


def _rejected(data: bytes, column: str, others: int = 0) -> Run:
    return rejected(data, column, (1, others), _XLSX, "a.xlsx")


def _refused(data: bytes, told: str, name: str = "a.xlsx") -> Run:
    return refused(data, told, _XLSX, name)


def _hidden(made: Any, sheet: Any) -> None:
    sheet.set_row(1, None, None, {"hidden": True})
    sheet.autofilter(0, 0, 2, 3)
    sheet.filter_column(1, "x == 二")
    made.add_worksheet("旧表").write(0, 0, "不读")
    made.worksheets()[1].hide()


def _hidden_sheet(bench: Bench) -> InputEnding:
    said = _exact(book(_ONE, {"编号": "2", "标题": "二"}, build=_hidden), _ONE, {"编号": "2", "标题": "二"})(bench)
    assert bench.loading.rows("MATCH (l:Load) RETURN l.drift AS d") == [{"d": ["sheet not read: 旧表 (hidden)"]}]
    return InputEnding(
        said.ending,
        "hidden rows too; the ledger keeps: sheet not read: 旧表 (hidden)",
        "含隐藏行；台账记录未读的隐藏表",
    )


def _formula(value: Any) -> Any:
    return lambda made, sheet: sheet.write_formula(1, COLUMNS.index("金额"), "=1+1", None, value)


def _merged(area: str) -> Any:
    return lambda made, sheet: sheet.merge_range(area, "一")


def _package(*parts: tuple[zipfile.ZipInfo | str, bytes], packed: bool = True) -> bytes:
    data = io.BytesIO(raw(_CELL))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as package:
        for name, text in parts:
            package.writestr(name, text)
    return data.getvalue()


def _overlapping() -> bytes:
    """A list of parts in which two point at the same bytes, as the bombs of 2019 do."""
    data = bytearray(_package(("xl/media/a.bin", b"\0" * 1000), ("xl/media/b.bin", b"\0" * 1000)))
    at = data.rfind(b"PK\x01\x02")
    other = data.rfind(b"PK\x01\x02", 0, at)
    data[at + 42 : at + 46] = data[other + 42 : other + 46]
    return bytes(data)


def _link() -> bytes:
    info = zipfile.ZipInfo("xl/media/link")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    return _package((info, b"/etc/passwd"))


def _nested() -> bytes:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("bomb", b"\0" * 50_000_000)
    return _package(("xl/embeddings/inner.zip", inner.getvalue()))


def _damaged() -> bytes:
    data = bytearray(book(_ONE))
    at = data.rfind(b"PK\x05\x06")
    data[at + 16 : at + 20] = struct.pack("<I", 0xFFFFFF)
    return bytes(data)


_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><sst><si><t>&j;</t></si></sst>"
)
_OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>'
_FAR = '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'
_BINARY = raw(_CELL).replace(b"xl/workbook.xml", b"xl/workbook.bin")

CASES = [
    BadInputCase(22, "a header in merged cells", _refused(book(_ONE, build=_merged("C1:D1")), "has merged cells")),
    BadInputCase(
        28,
        "16,384 columns in a sheet",
        _refused(book(build=lambda made, sheet: sheet.write(0, 16_383, "x")), "1,000 columns"),
    ),
    BadInputCase(29, "1,048,577 rows in a sheet", _refused(raw(_CELL + _FAR), "more than 1,048,576 rows")),
    BadInputCase(30, "a hidden sheet, hidden and filtered rows", _hidden_sheet),
    BadInputCase(31, "merged cells", _rejected(book(_ONE, {"编号": "2"}, build=_merged("D2:E2")), "金额", 1)),
    BadInputCase(32, "a formula without a kept value", _rejected(calculated(book(_ONE, build=_formula(""))), "金额")),
    BadInputCase(
        32, "a formula that the writing program did not calculate", _rejected(book(_ONE, build=_formula(0)), "金额")
    ),
    BadInputCase(
        32, "a formula with its value", _exact(calculated(book(_ONE, build=_formula(2))), {**_ONE, "金额": 200})
    ),
    *(
        BadInputCase(33, f"{error} in a cell", _rejected(calculated(book(_ONE, build=_formula(error))), "金额"))
        for error in ("#N/A", "#REF!")
    ),
    BadInputCase(33, "######## as a name", rejected(",".join(COLUMNS) + "\n1,,,,,########,,,\n", "姓名")),
    BadInputCase(
        34,
        "xls, the old binary format",
        _refused(_OLE + "Workbook".encode("utf-16-le"), "old workbook (xls or et)", "a.xls"),
    ),
    BadInputCase(34, "WPS et", _refused(_OLE + "WpsWorkbook".encode("utf-16-le"), "old workbook (xls or et)", "a.et")),
    BadInputCase(
        34, "xlsm, with macros that nobody runs", _exact(_package(("xl/vbaProject.bin", b"\x01")), _ONE, name="a.xlsm")
    ),
    BadInputCase(34, "xlsb, the binary form", _refused(_BINARY, "binary workbook (xlsb)", "a.xlsb")),
    BadInputCase(34, "a web page named xls", _refused(b"<html><table></table></html>", "an HTML or XML page", "a.xls")),
    BadInputCase(34, "CSV named xlsx", _refused((",".join(COLUMNS) + "\n").encode(), "no workbook at all")),
    BadInputCase(34, "xlsx named csv", refused(book(_ONE), "a workbook (xlsx) or zip")),
    BadInputCase(
        35,
        "a workbook with a password",
        _refused(_OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    ),
    BadInputCase(36, "a central directory that is damaged", _refused(_damaged(), "central directory")),
    BadInputCase(
        37,
        "a zip bomb by its ratio",
        _refused(_package(("xl/worksheets/sheet2.xml", b"\0" * 50_000_000)), "it is a bomb"),
    ),
    BadInputCase(
        37,
        "a zip bomb inside the zip",
        _exact(_nested(), _ONE, told="what is embedded is never unpacked 内嵌文件从不解压"),
    ),
    BadInputCase(37, "a zip bomb of overlapping parts", _refused(_overlapping(), "overlap")),
    BadInputCase(
        38, "entities that blow up", _refused(raw(_CELL, {"xl/sharedStrings.xml": _LAUGHS}), "declares entities")
    ),
    BadInputCase(
        38,
        "an entity that reads another file (XXE)",
        _refused(raw(_CELL, {"xl/sharedStrings.xml": _OUTSIDE}), "declares entities"),
    ),
    BadInputCase(
        39, "a part with a path that leads outside", _refused(_package(("../../etc/x", b"x")), "leads outside")
    ),
    BadInputCase(39, "a part that is a symbolic link", _refused(_link(), "link to another file")),
]
