"""Bad inputs 17 to 29 and 39 to 41: the structure of text files, and what happens to files."""

import os

import pytest

from graph_service.errors import BadInput
from loaders.load.one_source import load_source
from tests.bad_inputs.bench import (
    COLUMNS,
    EXACT,
    READ,
    BadInputCase,
    Bench,
    InputEnding,
    Run,
    exact,
    line,
    refused,
    rejected,
    source,
    table,
)

_HEAD = ",".join(COLUMNS)
_TITLE = {"标题": "一"}
_PLAIN = table(line(标题="一"))
_TWO = source(READ.replace("a.csv", '"*.csv"'))


def _with_drift(data: str, declaration: str, expected: dict[str, str], drift: str) -> Run:
    def run(bench: Bench) -> InputEnding:
        said = exact(data, expected, declaration=declaration)(bench)
        assert bench.loading.rows("MATCH (l:Load) RETURN l.drift AS drift") == [{"drift": [drift]}]
        return InputEnding(EXACT, f"the ledger keeps: {drift}", f"台账记录：{drift}") if said else said

    return run


def _changed_while_read(bench: Bench) -> InputEnding:
    path = bench.put(table(*(line(编号=str(n), 标题="一") for n in range(200))))

    def change(_source: str, rows: int, _rejected: int) -> None:
        if 50 <= rows < 100:
            path.write_bytes(path.read_bytes().replace("一".encode(), "二".encode()))

    declared = bench.loading.source(source())
    with pytest.raises(BadInput) as caught:
        load_source(declared, bench.loading.folder, bench.loading.environment, change)
    state = bench.loading.rows("MATCH (l:Load) RETURN l.state AS state, l.refusal AS why")
    assert state == [{"state": "FAILED", "why": "the file changed while it was read"}]
    assert bench.load(source()).rejected == 0
    after = bench.loading.hash()
    bench.begin()
    bench.put(table(*(line(编号=str(n), 标题="二") for n in range(200))))
    bench.load(source())
    assert bench.loading.hash() == after
    return InputEnding("file refused; the next load puts right what was loaded", caught.value.what, caught.value.zh)


def _twice_under_other_names(bench: Bench) -> InputEnding:
    bench.put(_PLAIN)
    bench.put(_PLAIN, "b.csv")
    outcome = bench.load(_TWO)
    assert (outcome.merged, outcome.unchanged, len(bench.stated())) == (1, 1, 1)
    return InputEnding(EXACT, "the second file is unchanged", "第二个文件计为未变")


def _link_that_leads_outside(bench: Bench) -> InputEnding:
    outside = bench.loading.folder.parent / "outside.csv"
    outside.write_text(_PLAIN, encoding="utf-8")
    os.symlink(outside, bench.loading.folder / "a.csv")
    return bench.file(source(), "lies outside the data folder")


def _header_only(bench: Bench) -> InputEnding:
    bench.put(_HEAD + "\n")
    outcome = bench.load(source())
    assert (outcome.read, bench.stated()) == (0, [])
    return InputEnding(EXACT, "0 rows", "0行")


def _long_file(bench: Bench) -> InputEnding:
    bench.put(_HEAD + "\n" + (",".join(["1"] + [""] * 8) + "\n") * 1_048_577)
    return bench.file(source("{format: csv, files: a.csv, limits: {rows: 1048576}}"), "more than 1,048,576 rows")


CASES = [
    BadInputCase(
        17,
        "CRLF, CR and LF mixed",
        exact(
            _HEAD + "\r\n" + line(标题="一").strip() + "\r" + line(编号="2", 标题="二").strip() + "\n",
            _TITLE,
            {"编号": "2", "标题": "二"},
        ),
    ),
    BadInputCase(18, "a newline inside quotes", exact(table(line(标题='"一\n二"')), {"标题": "一\n二"})),
    BadInputCase(19, "a quote that is never closed", rejected(table(line(标题='"一'), line(编号="2")), "", (1, 1))),
    *(
        BadInputCase(20, f"columns separated by {name}", refused(_PLAIN.replace(",", sign), "it is one column with"))
        for name, sign in (("tabs", "\t"), ("semicolons", ";"), ("；", "；"))
    ),
    BadInputCase(
        20,
        "semicolons, as declared",
        exact(_PLAIN.replace(",", ";"), _TITLE, declaration=source('{format: csv, files: a.csv, delimiter: ";"}')),
    ),
    BadInputCase(
        21, "a column twice in the header", refused(_PLAIN.replace("电话", "标题", 1), "column '标题' stands 2 times")
    ),
    BadInputCase(22, "no header", refused(line(标题="一"), "column '标题' missing")),
    BadInputCase(22, "a header of two lines", refused("线索,,,,,当事人,,,\n" + _PLAIN, "column '标题' missing")),
    BadInputCase(23, "a column added", refused(_PLAIN.replace("\n", ",新列\n", 1), "column '新列' unknown")),
    BadInputCase(
        23,
        "a column added, columns: open",
        _with_drift(
            table().replace("电话", "电话,新列") + line(标题="一").strip() + ",x\n",
            source(add="columns: open"),
            _TITLE,
            "added: '新列'",
        ),
    ),
    BadInputCase(23, "a column lost", refused("编号,标题\n1,一\n", "column '日期' missing")),
    BadInputCase(
        23,
        "a column lost that the contract calls optional",
        _with_drift(
            _PLAIN.replace(",电话", "").replace(",\n", "\n"), source(add="optional: [电话]"), _TITLE, "lost: '电话'"
        ),
    ),
    BadInputCase(23, "a column renamed", refused(_PLAIN.replace("标题", "标题名"), "the header has '标题名'")),
    BadInputCase(
        23,
        "a column renamed to a name that the contract accepts",
        _with_drift(
            _PLAIN.replace("标题", "题名"),
            source(add="renamed: {标题: [题名, 名称]}"),
            _TITLE,
            "renamed: '题名' to '标题'",
        ),
    ),
    BadInputCase(
        23, "columns in another order", exact("标题,编号," + ",".join(COLUMNS[2:]) + "\n一,1" + "," * 7 + "\n", _TITLE)
    ),
    BadInputCase(24, "a row that is too short", rejected(table("1,一\n", line(编号="2")), "", (1, 1))),
    BadInputCase(24, "a row that is too long", rejected(table(line().strip() + ",,x\n"), "")),
    BadInputCase(
        25, "a line of totals 合计", rejected(table(line(标题="一"), line(编号="合计", 金额="12")), "", (2, 1))
    ),
    BadInputCase(26, "an empty file", refused(b"", "the file is empty")),
    BadInputCase(26, "a header and nothing else", _header_only),
    BadInputCase(
        27, "a cell of 10,000,000 characters", rejected(table(line(标题="一" * 10_000_000), line(编号="2")), "", (1, 1))
    ),
    BadInputCase(
        28,
        "16,384 columns",
        refused(_HEAD + "".join(f",c{n}" for n in range(16_375)) + "\n", "16,384 columns, more than 1,000"),
    ),
    BadInputCase(29, "1,048,577 rows where the contract has room for one less", _long_file),
    BadInputCase(39, "a link in the data folder that leads outside", _link_that_leads_outside),
    BadInputCase(40, "a file that changes while it is read", _changed_while_read),
    BadInputCase(41, "the same file twice under other names", _twice_under_other_names),
]
