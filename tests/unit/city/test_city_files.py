"""The files of the city: the same bytes for the same seed, and nothing in them that a loader would refuse."""

from collections import Counter
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from graph_service.rights.audiences import Audiences
from graph_service.vault.entry import Reporter
from graph_service.vault.giveaways.masking import mask
from loaders.city.making import make_city
from loaders.city.world.size import SIZES
from loaders.declare.parts import SourceMapping
from loaders.mapping.context import MappingContext
from loaders.mapping.lookups import Lookups
from loaders.mapping.row_mapping import compile_mapping
from tests.unit.city.conftest import SOURCES, WrittenCity

NAMES = sorted(path.stem for path in SOURCES.glob("*.yaml"))


def _hashes(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def test_same_seed_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "again"):
        make_city("tiny", 7, tmp_path / name)

    assert _hashes(tmp_path / "one") == _hashes(tmp_path / "again")


def test_cars_that_move_as_often_as_in_the_full_city_leave_room_for_every_case(
    city: WrittenCity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = SIZES["full"]
    often = replace(SIZES["tiny"], refuellings_each=full.refuellings_each, trips_each=full.trips_each)
    monkeypatch.setitem(SIZES, "often", often)

    assert make_city("often", 7, tmp_path).rows["refuellings"] > len(city.rows("refuellings"))


def test_other_seed_other_people(city: WrittenCity, tmp_path: Path) -> None:
    make_city("tiny", 8, tmp_path)

    known = {(row["公民身份号码"], row["姓名"]) for row in city.rows("people")}
    others = {(row["公民身份号码"], row["姓名"]) for row in WrittenCity(tmp_path, {}, city.sources).rows("people")}
    assert len(known & others) < 100


def test_every_source_has_a_declaration_and_rows(city: WrittenCity) -> None:
    assert set(NAMES) == set(city.sources) == set(city.truth["rows"])
    assert {source.read.format for source in city.sources.values()} == {"csv", "xlsx", "jsonl", "sql"}


@pytest.mark.parametrize("name", NAMES)
def test_every_row_maps(city: WrittenCity, name: str) -> None:
    source = city.sources[name]
    context = MappingContext(b"k" * 32, Audiences({}), Lookups())
    count = 0

    for columns, rows in city.inputs(name):
        map_row = compile_mapping(SourceMapping.of(source), columns, context)
        for row in rows:
            assert isinstance(row, tuple), row
            map_row(*row)
            count += 1

    assert count == city.truth["rows"][name]


def test_keys_come_once(city: WrittenCity) -> None:
    for name, source in city.sources.items():
        keys = Counter(tuple(str(row[column]) for column in source.key) for row in city.rows(name))
        assert [key for key, count in keys.items() if count > 1] == [], name


def test_nothing_is_later_than_today(city: WrittenCity) -> None:
    days = (
        "收到日期",
        "认定日期",
        "发现日期",
        "办结日期",
        "asked_at",
        "answered_at",
        "raised_at",
        "加油时间",
        "dined_at",
        "开标日期",
    )
    for name in city.sources:
        for row in city.rows(name):
            assert all(str(row[day])[:10] <= "2026-11-23" for day in days if row.get(day)), (name, row)


def test_who_reported_goes_to_the_vault_alone_and_leaves_the_texts_as_they_were(city: WrittenCity) -> None:
    columns = {column for source in city.sources.values() for column in (*source.used_columns(), *source.ignored)}
    petitions = [row for row in city.rows("petition_clues") if row["举报人"]]
    signed = [row for row in petitions if row["举报人电话"] in row["反映内容"]]

    assert [column for column in columns if "举报人" in column or "投诉人" in column or "reporter" in column] == []
    assert len(signed) > 10
    assert len({row["举报人身份证号"] for row in petitions}) < len(petitions), "some report again"
    for row in petitions:
        who = Reporter(row["举报人"], row["举报人身份证号"], row["举报人电话"], row["举报人住址"])
        assert mask(row["反映内容"], who).text == row["反映内容"].partition("举报人：")[0]


def test_register_keeps_rare_and_minority_names(city: WrittenCity) -> None:
    names = {row["姓名"] for row in city.rows("people")}

    assert any(len(character.encode("gb18030")) == 4 for name in names for character in name)
    assert any("·" in name for name in names)
    assert any(name.startswith("欧阳") for name in names)
