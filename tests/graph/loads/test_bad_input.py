"""What cannot be loaded: each with its named error or reason, and nothing half-done."""

from pathlib import Path

import orjson
import pytest

from graph_service.cypher.marks import readers_of
from graph_service.errors import BadInput
from tests.loading import CLUES, IDS, REGISTER, Loading, counts

_HEAD = "编号,身份证号,姓名,性别\n"
_GOOD = f"1,{IDS[0]},张三,男\n"


def _nothing(loading: Loading) -> None:
    assert loading.rows(
        "MATCH (n:Person|Load|RejectedRow|Audience) WHERE n.state IS NULL OR n.state <> 'REFUSED' RETURN count(n) AS n"
    ) == [{"n": 0}]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("编号,身份证号,姓名,性别,电话\n1,,张三,男,\n".encode(), "column '电话' unknown"),
        ((_HEAD + _GOOD).encode("gb18030"), "is not utf-8"),
        ((_HEAD + _GOOD * 30_000).encode() + b"\xff\n", "is not utf-8"),
        (b"", "the file is empty"),
    ],
    ids=["unknown column", "wrong encoding", "wrong encoding far down", "empty file"],
)
def test_file_that_does_not_fit_is_refused_whole(loading: Loading, rows: bytes, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        loading.load(REGISTER, rows)

    _nothing(loading)


def test_one_bad_file_refuses_all_of_its_source(loading: Loading) -> None:
    loading.write("a.csv", (_HEAD + _GOOD).encode())
    loading.write("b.csv", _HEAD.replace("性别", "籍贯").encode())

    with pytest.raises(BadInput, match=r"b\.csv"):
        loading.load(REGISTER.replace("register.csv", '"*.csv"'))

    _nothing(loading)


def test_missing_file_is_refused(loading: Loading) -> None:
    with pytest.raises(BadInput, match=r"no file matches 'register\.csv'"):
        loading.load(REGISTER)


def test_bad_rows_are_kept_with_their_reasons_and_the_good_ones_loaded(loading: Loading) -> None:
    bad = IDS[1][:-1] + ("0" if IDS[1][-1] != "0" else "1")
    rows = _HEAD + _GOOD + f"2,{bad},李四,男\n3,{IDS[2]}\n,{IDS[2]},王五,女\n5,{IDS[3]},赵六,公\n合计,4,,\n"

    outcome = loading.load(REGISTER, rows)

    assert counts(outcome) == (6, 1, 0, 5)
    kept = loading.rows(
        "MATCH (r:RejectedRow)-[:REJECTED_IN]->(l:Load) RETURN r.row AS row, r.column AS column, r.reason AS en, "
        "r.reason_zh AS zh, l.rejected AS rejected ORDER BY row"
    )
    assert [(row["row"], row["column"]) for row in kept] == [
        (2, "身份证号"),
        (3, ""),
        (4, "编号"),
        (5, "性别"),
        (6, ""),
    ]
    assert all(row["en"] and row["zh"] and row["rejected"] == 5 for row in kept)
    assert not any(bad in row["en"] + row["zh"] for row in kept)
    file = outcome.kept_in[0]
    assert file.stat().st_mode & 0o777 == 0o600
    assert bad in file.read_text(encoding="utf-8")
    assert [orjson.loads(line)["row"] for line in file.read_bytes().splitlines()] == [2, 3, 4, 5, 6]


def test_rejected_cells_never_reach_the_graph(loading: Loading) -> None:
    loading.load(REGISTER, _HEAD + "1,abcd,canary姓名,男\n")

    everything = str(loading.rows("MATCH (n) RETURN properties(n) AS p"))
    assert "编号" in everything or "身份证号" in everything
    assert "canary" not in everything


def test_an_identical_row_twice_is_unchanged(loading: Loading) -> None:
    assert counts(loading.load(REGISTER, _HEAD + _GOOD + _GOOD)) == (2, 1, 1, 0)


def test_texts_that_look_like_formulas_or_cypher_are_kept_as_they_are(loading: Loading) -> None:
    titles = ["=1+1", "@SUM(A1)", "<script>x</script>", "') DETACH DELETE n //", "$load {.*}"]
    rows = "\n".join(
        ["线索编号,标题,部门,被反映人,身份证号,单位,电话", *(f"X{n},{title},,,,," for n, title in enumerate(titles))]
    )

    assert counts(loading.load(CLUES, rows)) == (5, 5, 0, 0)

    assert {row["t"] for row in loading.rows("MATCH (c:Clue) RETURN c.title AS t")} == set(titles)


def test_a_hub_that_every_row_names_loads(loading: Loading) -> None:
    head = "线索编号,标题,部门,被反映人,身份证号,单位,电话"
    rows = "\n".join([head, *(f"X{n},题,T{n % 40},,,某局,13812345678" for n in range(400))])

    assert counts(loading.load(CLUES, rows)) == (400, 400, 0, 0)

    found = loading.rows(
        f"MATCH (p:Phone) MATCH (a:Audience {{number: {readers_of('p')}}}) "
        "RETURN COUNT { (p)<-[:NAMES]-() } AS n, size(a.readers) AS r"
    )
    assert found == [{"n": 400, "r": 41}]


def test_home_of_rejects_is_private(loading: Loading, tmp_path: Path) -> None:
    loading.load(REGISTER, _HEAD + "1,abcd,张三,男\n")

    assert (tmp_path / "home" / "rejects").stat().st_mode & 0o777 == 0o700
