"""A load that is rolled back leaves the graph as if it had never been, whatever came before and after it."""

import os
import random
from dataclasses import replace

import pytest

from graph_service.errors import Conflict, NotFound
from loaders.ledger.kept_rows import path_of
from loaders.sync.syncing import Withdrawal, sync_source, withdraw
from tests.histories import draw_table
from tests.loading import CLUES, IDS, REGISTER, UNITS, Loading, clear

_ROLLBACKS = int(os.environ.get("LEADLINK_TEST_ROLLBACKS", "6"))
_REGISTER_HEAD = "编号,身份证号,姓名,性别\n"
_CLUES_HEAD = "线索编号,标题,部门,被反映人,身份证号,单位,电话\n"
_DECLARED = {"register": REGISTER, "clues": CLUES, "units": UNITS}
_EVENTS = """
name: events
title: Messages of the register 登记变更
holder: IT
classification: INTERNAL
readers: [IT]
read: {format: csv, files: events.csv}
key: 编号
version: {column: 时间, as: datetime}
deleted: {column: 动作, values: [删除]}
nodes:
  person: {kind: Person, when: 姓名, fields: {id_number: 身份证号, name: 姓名}}
"""
_EVENTS_HEAD = "编号,时间,动作,身份证号,姓名\n"


def _load(loading: Loading, declaration: str, rows: str) -> str:
    """Load the rows and return the uid of the load."""
    return loading.load(declaration, rows).loads[-1]


def test_what_the_earlier_load_said_stands_again(loading: Loading) -> None:
    _load(loading, REGISTER, f"{_REGISTER_HEAD}1,{IDS[0]},张三,男\n2,{IDS[1]},李四,女")
    before = loading.hash()
    uid = _load(loading, REGISTER, f"{_REGISTER_HEAD}1,{IDS[0]},张三丰,男\n2,{IDS[1]},李四,女\n3,{IDS[2]},王五,女")

    told = withdraw(replace(loading.environment, dry_run=True), Withdrawal("register", load=uid))
    assert withdraw(loading.environment, Withdrawal("register", load=uid)) == told == 2, (
        "one says the same before and after"
    )

    assert loading.hash() == before
    assert loading.rows("MATCH (l:Load {uid: $uid}) RETURN l.state AS state", uid=uid) == [{"state": "WITHDRAWN"}]
    provenance = loading.rows("MATCH (p:Person {name: '张三'}) MATCH (l:Load {uid: p.load}) RETURN l.state AS state")
    assert provenance == [{"state": "DONE"}]


def test_whoever_may_read_a_row_is_rolled_back_with_it(loading: Loading) -> None:
    _load(loading, CLUES, f"{_CLUES_HEAD}X1,题一,T1,张三,{IDS[0]},甲局,13812345678")
    before = loading.hash()
    uid = _load(loading, CLUES, f"{_CLUES_HEAD}X1,题一,T0,,{IDS[0]},,")

    withdraw(loading.environment, Withdrawal("clues", load=uid))

    assert loading.hash() == before


def test_a_row_that_a_later_load_says_as_well_stays(loading: Loading) -> None:
    first = _load(loading, REGISTER, f"{_REGISTER_HEAD}1,{IDS[0]},张三,男\n2,{IDS[1]},李四,女")
    _load(loading, REGISTER, f"{_REGISTER_HEAD}1,{IDS[0]},张三,男\n3,{IDS[2]},王五,女")

    withdraw(loading.environment, Withdrawal("register", load=first))

    names = loading.rows("MATCH (p:Person) RETURN p.name AS name ORDER BY name")
    assert [row["name"] for row in names] == ["张三", "王五"]


def test_a_load_in_the_middle_is_rolled_back(loading: Loading) -> None:
    _load(loading, REGISTER, f"{_REGISTER_HEAD}1,{IDS[0]},一,男\n2,{IDS[1]},一,女")
    middle = _load(loading, REGISTER, f"{_REGISTER_HEAD}1,{IDS[0]},二,男\n2,{IDS[1]},二,女\n3,{IDS[2]},二,女")
    newest = _load(loading, REGISTER, f"{_REGISTER_HEAD}2,{IDS[1]},三,女")

    withdraw(loading.environment, Withdrawal("register", load=middle))
    names = loading.rows("MATCH (p:Person) RETURN p.name AS name ORDER BY name")
    withdraw(loading.environment, Withdrawal("register", load=newest))
    again = loading.rows("MATCH (p:Person) RETURN p.name AS name ORDER BY name")

    assert [row["name"] for row in names] == ["一", "三"]
    assert [row["name"] for row in again] == ["一", "一"]


def test_links_and_readers_come_back(loading: Loading) -> None:
    _load(loading, REGISTER, f"{_REGISTER_HEAD}1,{IDS[0]},张三丰,男")
    _load(loading, CLUES, f"{_CLUES_HEAD}X1,一号,T1,张三,{IDS[0]},甲局,13812345678;13912345678")
    before = loading.hash()
    uid = _load(loading, CLUES, f"{_CLUES_HEAD}X1,一号,T2,李四,{IDS[1]},乙局,13912345678")

    withdraw(loading.environment, Withdrawal("clues", load=uid))

    assert loading.hash() == before


def test_versions_and_deletions_are_rolled_back_too(loading: Loading) -> None:
    _load(loading, _EVENTS, f"{_EVENTS_HEAD}1,2024-01-02,更新,{IDS[0]},张三")
    before = loading.hash()
    uid = _load(loading, _EVENTS, f"{_EVENTS_HEAD}1,2024-01-05,删除,,")
    withdraw(loading.environment, Withdrawal("events", load=uid))
    restored = loading.hash()

    late = loading.load(_EVENTS, f"{_EVENTS_HEAD}1,2024-01-04,更新,{IDS[0]},李四")

    assert restored == before
    assert late.merged == 1


def test_a_withdrawn_source_can_be_loaded_from_an_older_export(loading: Loading) -> None:
    _load(loading, _EVENTS, f"{_EVENTS_HEAD}1,2024-01-05,更新,{IDS[0]},张三")
    withdraw(loading.environment, Withdrawal("events"))

    assert loading.load(_EVENTS, f"{_EVENTS_HEAD}1,2024-01-02,更新,{IDS[0]},张三").merged == 1


def test_rows_that_a_bad_export_lost_come_back(loading: Loading) -> None:
    _load(loading, REGISTER, f"{_REGISTER_HEAD}1,{IDS[0]},张三,男\n2,{IDS[1]},李四,女")
    before = loading.hash()
    loading.write("register.csv", f"{_REGISTER_HEAD}1,{IDS[0]},张三,男")
    assert sync_source(loading.source(REGISTER), loading.folder, loading.environment, lambda *_: None).removed == 1
    (entry,) = loading.rows("MATCH (l:Load {file: 'gone:register'}) RETURN l.uid AS uid, l.removed AS removed")

    assert withdraw(loading.environment, Withdrawal("register", load=entry["uid"])) == 1

    assert entry["removed"] == 1
    assert loading.hash() == before


def test_a_dry_run_tells_and_changes_nothing(loading: Loading) -> None:
    _load(loading, REGISTER, f"{_REGISTER_HEAD}1,{IDS[0]},张三,男")
    uid = _load(loading, REGISTER, f"{_REGISTER_HEAD}1,{IDS[0]},张三丰,男\n2,{IDS[1]},李四,女")
    before = loading.hash()

    assert withdraw(replace(loading.environment, dry_run=True), Withdrawal("register", load=uid)) == 2

    assert loading.hash() == before


def test_a_load_whose_rows_are_not_kept_is_refused(loading: Loading) -> None:
    first = _load(loading, REGISTER, f"{_REGISTER_HEAD}1,{IDS[0]},张三,男")
    second = _load(loading, REGISTER, f"{_REGISTER_HEAD}1,{IDS[0]},张三丰,男")
    before = loading.hash()
    path_of(loading.environment.home, first).unlink()

    with pytest.raises(Conflict, match="1 rows may have been stated by loads that are no longer kept"):
        withdraw(loading.environment, Withdrawal("register", load=second))
    with pytest.raises(NotFound, match="are not kept on this machine"):
        withdraw(loading.environment, Withdrawal("register", load=first))
    assert loading.hash() == before


def test_as_many_loads_of_a_file_are_kept_as_the_setting_says(loading: Loading) -> None:
    loading.environment = replace(loading.environment, kept_loads=2)
    uids = [_load(loading, REGISTER, f"{_REGISTER_HEAD}1,{IDS[0]},姓{number},男") for number in range(4)]

    assert [path_of(loading.environment.home, uid).is_file() for uid in uids] == [False, False, True, True]
    assert path_of(loading.environment.home, uids[-1]).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("seed", range(_ROLLBACKS))
def test_random_loads_rolled_back_equal_the_history_without_them(loading: Loading, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - cases, not secrets
    history: list[tuple[str, str, str]] = []
    while len(history) < 6:
        source = draw.choice(list(_DECLARED))
        rows = draw_table(draw, source)
        uid = _load(loading, _DECLARED[source], rows)
        if loading.rows("MATCH (l:Load {uid: $uid}) RETURN l.uid AS uid", uid=uid):  # else it was the same file again
            history.append((source, rows, uid))
    for _ in range(2):
        source, _, uid = history.pop(draw.randrange(len(history)))
        withdraw(loading.environment, Withdrawal(source, load=uid))
    ended = loading.hash()

    clear(loading.environment.writer)
    for source, rows, _ in history:
        _load(loading, _DECLARED[source], rows)
    assert ended == loading.hash()
