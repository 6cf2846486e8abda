"""What a reviewer is shown: entries by officer, record and time, and what is odd among officers."""

import asyncio
import json
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner

from graph_service.access_log.document import digest_of, name_of
from graph_service.access_log.entry import by_kind
from graph_service.access_log.reading import Wanted, read_entries, times
from graph_service.access_log.review import review
from graph_service.cli import build_app
from graph_service.errors import BadInput, NotFound
from tests.access_log import body, log_in, opened

CITY = ZoneInfo("Asia/Shanghai")
DAY, NIGHT = "2026-11-28T03:00:00.000000Z", "2026-11-28T15:30:00.000000Z"  # 11:00 and 23:30 there


def entry(officer: str, number: int, at: str = DAY, code: str = "OK", records: int = 1) -> dict[str, object]:
    """Return an entry as the log holds it."""
    people = [f"person_{number * 1000 + each:024x}" for each in range(records)]
    return {
        "at": at, "officer": officer, "code": code, "operation": ["search"], "purpose": None, "request": f"{number:x}",
        "records": {"Person": people} if people else {}, "number": records,
    }  # fmt: skip


def odd(found: dict[str, list[dict[str, list[str]]]]) -> dict[str, set[str]]:
    return {str(each["officer"]): set(each["odd"]) for each in found["officers"]}


def test_what_is_much_more_than_usual_is_odd() -> None:
    usual = [entry(f"o{officer}", officer * 100 + each) for officer in range(5) for each in range(10)]
    wide = [entry("wide", 9000 + each, records=30) for each in range(20)]
    refused = [entry("refused", 1, code="NOT_FOUND", records=0)] * 25
    empty = [entry("empty", 2, records=0)] * 30
    awake = [entry("awake", each, NIGHT) for each in range(12)]

    found = review([*usual, *wide, *refused, *empty, *awake], 3, CITY)

    told = odd(found)
    assert {name: told[name] for name in ("wide", "refused", "empty", "awake", "o0")} == {
        "wide": {"records", "people"}, "refused": {"refused"}, "empty": {"empty"}, "awake": {"night"}, "o0": set(),
    }  # fmt: skip
    (first,) = [each for each in found["officers"] if each["officer"] == "wide"]
    assert first["widestDay"] == {"day": "2026-11-28", "records": 600}


def test_the_samples_are_the_same_whoever_draws_them() -> None:
    entries = [entry("o", number) for number in range(50)]

    assert review(entries, 4)["samples"] == review(list(reversed(entries)), 4)["samples"]
    assert len(review(entries, 4)["samples"]) == 4


def test_entries_are_found_by_officer_record_and_time(tmp_path: Path) -> None:
    async def fill() -> None:
        log = opened(tmp_path)
        async with log.kept():
            for number in range(4):
                await log.write(body(number) | {"officer": f"o{number % 2}", "purpose": None, "request": str(number)})

    asyncio.run(fill())
    folder = log_in(tmp_path).folder

    def found(wanted: Wanted) -> list[str]:
        return [each["request"] for each in read_entries(folder, wanted)]

    assert found(Wanted()) == ["0", "1", "2", "3"]
    assert found(Wanted("o1")) == ["1", "3"]
    assert found(Wanted(record=f"clue_{2000:024x}")) == ["2"]
    assert found(Wanted(None, None, *times("2026-01-01.."))) == ["0", "1", "2", "3"]
    assert found(Wanted(None, None, *times("..2026-01-01"))) == []
    with pytest.raises(BadInput):
        times("yesterday")
    with pytest.raises(NotFound):
        list(read_entries(tmp_path, Wanted()))


def test_the_commands_tell_in_the_log_that_they_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fill() -> None:
        log = opened(tmp_path)
        async with log.kept():
            await log.write(body(1) | {"purpose": "\u202ex", "request": "1"})

    asyncio.run(fill())
    monkeypatch.setenv("LEADLINK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LEADLINK_ACCESS_LOG_ANCHOR", str(tmp_path / "anchors"))

    def run(*words: str) -> str:
        done = CliRunner().invoke(build_app(), ["log", *words])
        assert done.exit_code == 0, done.output
        return done.output

    assert json.loads(run("show", "--officer", "o_disc", "--json"))["request"] == "1"
    assert "\u202e" not in run("show")
    assert [each["officer"] for each in json.loads(run("review", "--json"))["officers"]] == ["o_disc"]
    assert "whole" in run("verify")
    read = log_in(tmp_path).entries("inspected")
    assert [(each["how"], each["wanted"]) for each in read] == [
        ("show", {"officer": "o_disc"}),
        ("show", {}),
        ("review", {}),
    ]


def test_a_document_has_one_digest_whatever_it_seeks() -> None:
    one = 'query Search { search(text: "张三", first: 5) { totalCount } } # for me'
    other = 'query Search {\n  search(text: """\n李四 "x" \\""" """, first: 20) { totalCount }\n}'
    another = 'query Search { search(text: "张三", last: 5) { totalCount } }'

    assert digest_of(one) == digest_of(other) != digest_of(another)
    assert name_of(one, None, frozenset({"Search"})) == "Search"
    assert name_of("query Zhang_San { viewer { id } }", None, frozenset({"Search"})) is None


def test_records_stand_under_their_kinds_once() -> None:
    uid, link, notice = f"clue_{1:024x}", "link_1", f"notice_{1:032x}"

    assert by_kind([uid, link, uid, notice, "T5", "张三"]) == {"Clue": [uid], "Link": [link], "Notice": [notice]}
