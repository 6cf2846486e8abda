"""Bad inputs 66 to 69: what must not come in at all. Each is searched for to the last byte afterwards."""

from dataclasses import replace
from typing import Any

import pytest

from graph_service.errors import BadInput
from loaders.ledger.kept_rows import read_kept
from loaders.load.one_source import load_source
from tests.bad_inputs.bench import COLUMNS, XLSX, BadInputCase, Bench, InputEnding, Run, line, source, table
from tests.bad_inputs.workbooks import book
from tests.loading import counts

_CANARY = "金丝雀张三"
_GOOD = line(编号="2", 标题="好")
_HEAD = ",".join(COLUMNS)
_XLSX = source(XLSX)


def traces(bench: Bench, canary: str = _CANARY) -> list[str]:
    """Return where a text is to be found: below the home, or in the graph."""
    forms = [canary.encode(), canary.encode("gb18030"), canary.encode("utf-16-le"), repr(canary).encode()]
    files = [path for path in bench.loading.environment.home.rglob("*") if path.is_file()]
    found = [str(path) for path in files if any(form in path.read_bytes() for form in forms)]
    packed = [(path, read_kept(bench.loading.environment.home, path.stem)) for path in bench.kept()]
    found += [str(path) for path, kept in packed if kept and canary in f"{[*kept.rows(), *kept.removed()]}"]
    graph = bench.loading.rows("MATCH (n) RETURN labels(n) AS l, properties(n) AS p")
    ties = bench.loading.rows("MATCH ()-[r]->() RETURN type(r) AS l, properties(r) AS p")
    return found + [str(row["l"]) for row in [*graph, *ties] if canary in str(row["p"])]


def _refused(data: str | bytes, declaration: str = "", name: str = "a.csv", told: str = "") -> Run:
    def run(bench: Bench) -> InputEnding:
        bench.put(data, name)
        with pytest.raises(BadInput) as caught:
            bench.load(declaration or source())
        said = bench.refused(caught.value, told or "the mark of a state secret")
        assert _CANARY not in str(caught.value)
        assert traces(bench) == []
        return said

    return run


def _sealed(added: str, bad: str, operator: tuple[str, ...] = ()) -> Run:
    def run(bench: Bench) -> InputEnding:
        bench.put(table(bad, _GOOD))
        declared = bench.loading.source(source(add=added))
        environment = replace(bench.loading.environment, operator=operator)
        outcome = load_source(declared, bench.loading.folder, environment, lambda *_: None)
        assert (counts(outcome), outcome.sealed) == ((2, 1, 0, 1), 1)
        kept = bench.loading.rows(
            "MATCH (r:SealedReceipt)-[:SEALED_IN]->(:Load) RETURN r.source AS source, r.row AS row, r.kind AS kind, "
            "size(r.key_hash) AS hash, size(keys(r)) AS n"
        )
        kind = next(word for word in ("CLASSIFIED", "UPPER_LEVEL", "OWN_CHIEF", "OPERATOR") if word in added)
        assert kept == [{"source": "ledger", "row": 1, "kind": kind, "hash": 24, "n": 6}]
        assert [row["标题"] for row in bench.stated()] == ["好"]
        assert traces(bench) == []
        reason = outcome.rejects[0][1].reason
        return InputEnding("row sealed: row 1, a receipt remains", reason.en, reason.zh)

    return run


def _printed(made: Any, sheet: Any) -> None:
    sheet.set_header("&C机密")


def _above_header(bench: Bench) -> InputEnding:
    def build(made: Any, sheet: Any) -> None:
        sheet.write(0, 0, "绝密")
        for place, name in enumerate(COLUMNS):
            sheet.write(1, place, name)
        sheet.write_row(2, 0, ["1", _CANARY])

    declared = source(XLSX.replace("xlsx,", "xlsx, header_row: 2,"))
    return _refused(book(build=build), declared, "a.xlsx")(bench)


def _reporter(bench: Bench) -> InputEnding:
    bench.put(table(line(标题=_CANARY)).replace("姓名", "举报人姓名"))
    with pytest.raises(BadInput, match="about who made the report") as caught:
        bench.load(source().replace("姓名", "举报人姓名"))
    assert traces(bench) == []
    return InputEnding("declaration refused", caught.value.what.split(": ", 1)[1], caught.value.zh)


def _reporter_in_rejects(bench: Bench) -> InputEnding:
    bench.put(f"{_HEAD},举报人\n{line(日期='x').strip()},{_CANARY}\n")
    said = bench.row(source(add="ignored: [举报人]"), "日期")
    assert traces(bench) == []
    return InputEnding(said.ending + "; kept without the reporter", said.en, said.zh)


def _unknown_operator(bench: Bench) -> InputEnding:
    bench.put(table(line(姓名=_CANARY)))
    return bench.file(source(add="sealed: [{kind: OPERATOR, columns: [姓名], then: seal}]"), "nobody says who that is")


def _rule(kind: str, rest: str, then: str = "seal") -> str:
    return f"sealed: [{{kind: {kind}, {rest}, then: {then}}}]"


_UPPER = _rule("UPPER_LEVEL", "columns: [代码], values: [省管干部, 中管干部]").replace("代码", "实名")
_CHIEF = _rule("OWN_CHIEF", "columns: [标题], holds: [本委书记]")
_LEVEL = f"{_HEAD},密级\n"
_BAD = line(标题=_CANARY, 实名="省管 干部")

CASES = [
    *(
        BadInputCase(66, f"{mark} in the text", _refused(table(line(标题=f"{mark} {_CANARY}"), _GOOD)))
        for mark in ("秘密★1年", "机密★10年", "绝密★")
    ),
    BadInputCase(
        66,
        "机密 as the level of one row",
        _refused(_LEVEL + line(标题=_CANARY).strip() + ",机密\n", source(add="ignored: [密级]")),
    ),
    BadInputCase(
        66,
        "a level that nobody knows, as the level of one row",
        _refused(_LEVEL + line(标题=_CANARY).strip() + ",甲级\n", source(add="ignored: [密级]")),
    ),
    BadInputCase(
        66,
        "the file name",
        _refused(table(line(标题=_CANARY)), source().replace("a.csv", '"*.csv"'), f"机密_{_CANARY}.csv"),
    ),
    BadInputCase(
        66, "the printed header of a workbook", _refused(book({"标题": _CANARY}, build=_printed), _XLSX, "a.xlsx")
    ),
    BadInputCase(66, "above the header of a workbook", _above_header),
    BadInputCase(
        66,
        "escaped in JSON",
        _refused(
            '{"编号":"1","标题":"' + _CANARY + '\\u673a\\u5bc6\\u2605"}\n',
            source(
                "{format: jsonl, files: a.csv, columns: [编号, 标题, 日期, 金额, 实名, 姓名, 身份证号, 代码, 电话]}"
            ),
        ),
    ),
    BadInputCase(
        66,
        "the level of one row, by contract sealed",
        _sealed(_rule("CLASSIFIED", "columns: [实名]"), line(标题=_CANARY, 实名="机密")),
    ),
    BadInputCase(67, "a complaint for the upper level, by contract sealed", _sealed(_UPPER, _BAD)),
    BadInputCase(
        67,
        "a complaint for the upper level, by contract refused",
        _refused(
            table(_GOOD, _BAD),
            source(add=_UPPER.replace("then: seal", "then: refuse")),
            told="the source's contract keeps out",
        ),
    ),
    BadInputCase(67, "a complaint about the own chief", _sealed(_CHIEF, line(标题=f"反映本委书记{_CANARY}"))),
    BadInputCase(68, "the reporter mapped to an open field", _reporter),
    BadInputCase(68, "the reporter in a row that is rejected", _reporter_in_rejects),
    BadInputCase(
        69,
        "a matter about the person who loads it",
        _sealed(_rule("OPERATOR", "columns: [姓名]"), line(姓名=_CANARY), (_CANARY,)),
    ),
    BadInputCase(69, "the same, and nobody says who loads", _unknown_operator),
]
