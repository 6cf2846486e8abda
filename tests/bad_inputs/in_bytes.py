"""Bad inputs 1 to 16: encodings and characters."""

from tests.bad_inputs.bench import BadInputCase, Run, exact, line, refused, rejected, source, table
from tests.loading import IDS

_CELLS = {"标题": "公车私用", "姓名": "张三", "电话": "13812345678"}
_FILE = table(line(**_CELLS))
_GB = source("{format: csv, files: a.csv, encoding: gb18030}")
_JSON = source("{format: jsonl, files: a.csv, columns: [编号, 标题, 日期, 金额, 实名, 姓名, 身份证号, 代码, 电话]}")
_LONG = "公务用车违规私用问题线索"


def _named(name: str, stored: str, told: str = "") -> Run:
    return exact(table(line(姓名=name)), {"姓名": stored}, told=told)


CASES = [
    BadInputCase(
        1, "GBK, declared as gbk", exact(_FILE.encode("gbk"), _CELLS, declaration=_GB.replace("gb18030", "gbk"))
    ),
    BadInputCase(
        2,
        "GB18030 with characters of four bytes (𠮷, 䶮)",
        exact(table(line(姓名="𠮷䶮")).encode("gb18030"), {"姓名": "𠮷䶮"}, declaration=_GB),
    ),
    BadInputCase(3, "UTF-8 with a BOM", exact(b"\xef\xbb\xbf" + _FILE.encode(), _CELLS)),
    BadInputCase(3, "UTF-8 with a BOM, declared as gb18030", refused(b"\xef\xbb\xbf" + _FILE.encode(), "its BOM", _GB)),
    BadInputCase(4, "UTF-16 LE with a BOM", refused(b"\xff\xfe" + _FILE.encode("utf-16-le"), "the file is UTF-16")),
    BadInputCase(4, "UTF-16 BE with a BOM", refused(b"\xfe\xff" + _FILE.encode("utf-16-be"), "the file is UTF-16")),
    BadInputCase(4, "UTF-16 LE without a BOM", refused(_FILE.encode("utf-16-le"), "is not utf-8")),
    BadInputCase(4, "UTF-16 BE without a BOM", refused(_FILE.encode("utf-16-be"), "is not utf-8")),
    BadInputCase(5, "GBK, declared as utf-8", refused(_FILE.encode("gbk"), "(line 1) is not utf-8")),
    BadInputCase(5, "UTF-8, declared as gb18030", refused(_FILE.encode(), "is not gb18030", _GB)),
    BadInputCase(
        6,
        "UTF-8 with a line in GBK",
        refused(_FILE.encode() + line(编号="2", 标题="公车").encode("gbk"), "(line 3) is not utf-8"),
    ),
    BadInputCase(
        6,
        "GB18030 with a line in UTF-8 that also decodes",
        refused(_FILE.encode("gb18030") + line(编号="2", 标题=_LONG).encode(), "sequence of UTF-8", _GB),
    ),
    BadInputCase(
        7, "a character cut off at the end of the file", refused(_FILE.encode() + "车".encode()[:2], "is not utf-8")
    ),
    BadInputCase(8, "NUL bytes", refused(table(line(标题="a\x00b")), "0x00 (NUL)")),
    BadInputCase(
        9, "half a character in JSON (\\ud800)", rejected('{"编号":"1","标题":"\\ud800"}\n', "", declaration=_JSON)
    ),
    BadInputCase(10, "private-use and rare characters in a name", _named("张\ue000\U00030edd", "张\ue000\U00030edd")),
    BadInputCase(
        11,
        "full-width digits and letters",
        exact(
            table(
                line(
                    日期="２０２４－０１－０５",
                    电话="１３８１２３４５６７８",
                    身份证号="36050219800101127Ｘ",
                    姓名="李四",
                )
            ),
            {"日期": "2024-01-05", "电话": "13812345678", "身份证号": IDS[2], "姓名": "李四"},
            told="stored half-width 按半角存储",
        ),
    ),
    BadInputCase(
        12,
        "blanks, U+3000, zero-width characters and NBSP in and around a name",
        _named("\u3000张\u200b\u00a0三 ", "张三", "blanks are no part of a name 姓名不含空白"),
    ),
    BadInputCase(
        13, "a name in decomposed form (NFD)", _named("Jose\u0301", "José", "stored composed (NFC) 按NFC存储")
    ),
    BadInputCase(
        14,
        "a right-to-left override in a name",
        _named("张\u202e三", "张三", "invisible controls are no part of a name 姓名不含不可见控制符"),
    ),
    BadInputCase(15, "traditional and variant characters", _named("張後祐", "張後祐", "kept as written 按原文保留")),
    *(
        BadInputCase(16, f"a name with the middle dot {dot}", _named(f"阿卜杜拉{dot}买买提", "阿卜杜拉·买买提"))
        for dot in "·•・．"
    ),
]
