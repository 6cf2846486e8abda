"""The process that parses files from outside: the same rows, bounded, and a named refusal however it ends."""

import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from graph_service.errors import BadInput
from loaders.declare.job import CLASSIFIED, FileForm, Limits, ReadingJob, Rule
from loaders.readers import outside
from loaders.readers.outside import look_into_all, rows_of
from loaders.readers.reading import look_into, read_rows
from loaders.rejection import Rejection, Sealed
from tests.bad_inputs.workbooks import book, raw

_CSV = 'a,b,c\n1,张三,"x\ny"\n2,b\n\n3,"open,x\n4,𠮷,z\n'
_JSON = '{"a":"1","b":2,"c":1.5}\n[]\n{"a":null,"b":true,"c":["x"]}\n'
_MANY = "a,b,c\n" + "1,张三,x\n" * 400_000


@pytest.fixture(autouse=True)
def _always_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "SMALL_TEXT", -1)


def _job(path: Path, form: FileForm, **more: object) -> ReadingJob:
    path.parent.mkdir(exist_ok=True)
    found = next(iter(look_into_all([ReadingJob("open", str(path), form)])))
    columns = form.names or tuple(str(cell) for cell in found.header)
    return ReadingJob("read", str(path), form, stamp=found.stamp, columns=columns, key=columns[:1], **more)  # type: ignore[arg-type]


def _children() -> list[psutil.Process]:
    own = psutil.Process().children()
    return [each for each in own if "loaders.readers.child" in each.cmdline()]


@pytest.mark.parametrize(
    ("text", "form"),
    [(_CSV, FileForm("csv")), (_JSON, FileForm("jsonl", names=("a", "b", "c")))],
    ids=["csv", "jsonl"],
)
def test_rows_are_the_same_as_in_this_process(tmp_path: Path, text: str, form: FileForm) -> None:
    path = tmp_path / "a"
    path.write_text(text, encoding="utf-8")
    job = _job(path, form)

    there = list(rows_of(job))

    assert there == list(read_rows(job))
    assert any(isinstance(item, Rejection) for item in there)
    assert next(iter(look_into_all([replace(job, step="open")]))) == look_into(job)


def test_sealed_rows_never_leave_the_child(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b,c\n1,x,机密\n2,y,公开\n3,z\n", encoding="utf-8")
    rules = (Rule(CLASSIFIED, ("c",), refuses=False),)

    items = list(rows_of(_job(path, FileForm("csv"), rules=rules)))

    assert items[:2] == [Sealed(1, CLASSIFIED, "1"), (2, ["2", "y", "公开"])]
    assert isinstance(items[2], Rejection)
    assert items[2].cells == []
    with pytest.raises(BadInput, match="mark of a state secret"):
        list(rows_of(_job(path, FileForm("csv"), rules=(replace(rules[0], refuses=True),))))


def _begun(tmp_path: Path) -> Iterator[object]:
    path = tmp_path / "a.csv"
    path.write_text(_MANY, encoding="utf-8")
    rows = rows_of(_job(path, FileForm("csv")))
    assert next(rows) == (1, ["1", "张三", "x"])
    return rows


@pytest.mark.parametrize(
    ("number", "told"),
    [(signal.SIGKILL, "ended before its time"), (signal.SIGSEGV, "SIGSEGV"), (signal.SIGXCPU, "takes more than 60 s")],
)
def test_a_child_that_dies_is_a_named_refusal(tmp_path: Path, number: int, told: str) -> None:
    rows = _begun(tmp_path)

    os.kill(_children()[0].pid, number)

    with pytest.raises(BadInput, match=told) as caught:
        list(rows)
    assert caught.value.zh
    assert _children() == []


def test_a_child_that_says_nothing_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "_SILENCE", 0.02)
    rows = _begun(tmp_path)

    os.kill(_children()[0].pid, signal.SIGSTOP)

    with pytest.raises(BadInput, match="takes more than 60 s"):
        list(rows)
    assert _children() == []


def test_no_child_outlives_its_reader_and_none_is_told_a_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEADLINK_NEO4J_PASSWORD", "canary")
    rows = _begun(tmp_path)
    child = _children()[0]

    told = child.environ()
    rows.close()  # type: ignore[attr-defined]

    assert sorted(told) == ["PATH", "PYTHONPATH", "PYTHONUTF8"]
    assert _children() == []


def _tall(rows: int) -> bytes:
    return raw("".join(f'<row r="{n}"><c t="inlineStr"><is><t>x</t></is></c></row>' for n in range(2, rows)))


@pytest.mark.parametrize(
    ("data", "limits", "told"),
    [
        (lambda: book({"标题": "x"}), Limits(unpacked_mb=0), "unpacks to 0 MB, more than 0 MB"),
        (
            lambda: raw("", {"xl/sharedStrings.xml": "<sst>" + "<si><t>字</t></si>" * 300_000}),
            Limits(memory_mb=8, ratio=10_000),
            "8 MB",
        ),
        (lambda: _tall(5_000), Limits(rows=3_000), "more than 3,000 rows"),
    ],
    ids=["unpacked size", "memory", "rows"],
)
def test_limits_hold(tmp_path: Path, data: Callable[[], bytes], limits: Limits, told: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data())

    with pytest.raises(BadInput, match=told):
        list(rows_of(_job(path, FileForm("xlsx", limits=limits))))


def test_nothing_is_said_on_the_error_stream(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(book({}, {"标题": None, "金额": 1.5}, {"金额": "x"}))

    assert len(list(rows_of(_job(path, FileForm("xlsx"))))) == 3
    assert capfd.readouterr() == ("", "")
