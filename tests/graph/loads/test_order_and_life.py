"""Versions, deletions and withdrawals: the last word counts, in whatever order it came."""

import os
import random
from itertools import permutations

import pytest

from graph_service.errors import Conflict, NotFound
from loaders.sync.syncing import SyncOptions, Withdrawal, sync_source, withdraw
from tests.loading import CLUES, CODES, IDS, REGISTER, UNITS, Loading, clear, counts

_EVENTS = """
name: events
title: Messages of the register 登记变更
holder: IT
classification: INTERNAL
readers: {teams: [IT], columns: [部门]}
read: {format: csv, files: events.csv}
key: 编号
version: {column: 时间, as: datetime}
deleted: {column: 动作, values: [删除]}
nodes:
  person: {kind: Person, when: 姓名, fields: {id_number: 身份证号, name: 姓名}}
links:
  - {type: USES_PHONE, from: person, to: {kind: Phone, by: phone_number, column: 电话}}
"""
_HEAD = "编号,时间,动作,部门,身份证号,姓名,电话\n"
_ORDERS = int(os.environ.get("LEADLINK_TEST_ORDERS", "6"))


def _event(draw: random.Random) -> str:
    when = f"2024-01-0{draw.randrange(1, 6)} 0{draw.randrange(10)}:00:00"
    if draw.random() < 0.25:
        return f"{draw.randrange(4)},{when},删除,,,,"
    person = f"{draw.choice(IDS)},{draw.choice(('张三', '李四'))},{draw.choice(('13812345678', '13912345678', ''))}"
    return f"{draw.randrange(4)},{when},更新,T{draw.randrange(2)},{person}"


@pytest.mark.parametrize("seed", range(2))
def test_messages_in_every_order_end_in_one_state(loading: Loading, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - cases, not secrets
    events = list(dict.fromkeys(_event(draw) for _ in range(14)))
    hashes = set()
    for _ in range(_ORDERS):
        clear(loading.environment.writer)
        draw.shuffle(events)
        cut = draw.randrange(len(events))
        for part in (events[:cut], events[cut:]):
            if part:
                loading.load(_EVENTS, _HEAD + "\n".join(part))
        hashes.add(loading.hash())

    assert len(hashes) == 1


def test_an_older_update_after_a_newer_and_after_a_deletion_loses(loading: Loading) -> None:
    newer = f"1,2024-01-03,更新,T1,{IDS[0]},张三,13812345678\n"
    older = f"1,2024-01-02,更新,T1,{IDS[0]},李四,13912345678\n"
    deletion = "1,2024-01-04,删除,,,,\n"
    loading.load(_EVENTS, _HEAD + newer)

    late = loading.load(_EVENTS, _HEAD + older)
    name = loading.rows("MATCH (p:Person) RETURN p.name AS name")
    loading.load(_EVENTS, _HEAD + deletion)
    again = loading.load(_EVENTS, _HEAD + newer)

    assert counts(late) == (1, 0, 1, 0)
    assert name == [{"name": "张三"}]
    assert counts(again) == (1, 0, 1, 0)
    assert loading.rows("MATCH (n:Person|Phone) RETURN count(n) AS n") == [{"n": 0}]


def test_a_row_without_a_version_is_rejected(loading: Loading) -> None:
    assert counts(loading.load(_EVENTS, _HEAD + f"1,,更新,T1,{IDS[0]},张三,\n")) == (1, 0, 0, 1)


_REGISTER = f"编号,身份证号,姓名,性别\n1,{IDS[0]},张三丰,男\n2,{IDS[1]},李四光,女\n"
_CLUES = f"""
线索编号,标题,部门,被反映人,身份证号,单位,电话
X1,一号,T1,张三,{IDS[0]},甲局,13812345678
X2,二号,T2,王五,{IDS[2]},乙局,13812345678
"""
_UNITS = f"代码,名称,上级\n{CODES[0]},甲局,{CODES[1]}\n"
_ALL = {"register": (REGISTER, _REGISTER), "clues": (CLUES, _CLUES), "units": (UNITS, _UNITS)}


@pytest.mark.parametrize("gone", sorted(_ALL))
def test_a_withdrawn_source_leaves_the_graph_as_if_it_had_never_come(loading: Loading, gone: str) -> None:
    for declaration, rows in _ALL.values():
        loading.load(declaration, rows)

    withdraw(loading.environment, Withdrawal(gone))

    left = loading.hash()
    clear(loading.environment.writer)
    for name, (declaration, rows) in _ALL.items():
        if name != gone:
            loading.load(declaration, rows)
    assert loading.hash() == left


def test_all_withdrawn_leaves_nothing(loading: Loading) -> None:
    for order in list(permutations(_ALL))[:2]:
        for declaration, rows in _ALL.values():
            loading.load(declaration, rows)
        for name in order:
            withdraw(loading.environment, Withdrawal(name))

        found = loading.rows("MATCH (n:Entity|Matter|SourceRecord) RETURN count(n) AS n")
        assert found == [{"n": 0}]


def test_one_file_of_a_source_is_withdrawn(loading: Loading) -> None:
    declaration = REGISTER.replace("register.csv", '"*.csv"')
    loading.write("a.csv", f"编号,身份证号,姓名,性别\n1,{IDS[0]},张三,男\n")
    loading.load(declaration)
    alone = loading.hash()
    loading.write("b.csv", f"编号,身份证号,姓名,性别\n2,{IDS[1]},李四,女\n")
    loading.load(declaration)

    assert withdraw(loading.environment, Withdrawal("register", file="b.csv")) == 1

    assert loading.hash() == alone


def test_a_sync_takes_back_rows_and_files_that_are_gone(loading: Loading) -> None:
    declaration = REGISTER.replace("register.csv", '"*.csv"')
    loading.write("a.csv", f"编号,身份证号,姓名,性别\n1,{IDS[0]},张三,男\n2,{IDS[1]},李四,女\n")
    loading.write("b.csv", f"编号,身份证号,姓名,性别\n3,{IDS[2]},王五,女\n")
    loading.load(declaration)
    (loading.folder / "b.csv").unlink()
    loading.write("a.csv", f"编号,身份证号,姓名,性别\n2,{IDS[1]},李四,女\n")

    outcome = sync_source(loading.source(declaration), loading.folder, loading.environment, lambda *_: None)

    assert outcome.removed == 2
    left = loading.hash()
    clear(loading.environment.writer)
    loading.load(declaration)
    assert loading.hash() == left


def test_a_sync_takes_nothing_back_while_rows_cannot_be_read(loading: Loading) -> None:
    loading.load(REGISTER, _REGISTER)
    loading.write("register.csv", "编号,身份证号,姓名,性别\n1\n")

    outcome = sync_source(loading.source(REGISTER), loading.folder, loading.environment, lambda *_: None)

    assert (outcome.rejected, outcome.removed) == (1, 0)
    assert loading.rows("RETURN COUNT { (:Person) } AS n") == [{"n": 2}]


def test_a_line_of_totals_does_not_keep_a_sync_from_taking_back(loading: Loading) -> None:
    loading.load(REGISTER, _REGISTER)
    loading.write("register.csv", "\n".join(_REGISTER.splitlines()[:2]) + "\n合计,,,1人\n制表人：李四,,,\n")

    outcome = sync_source(loading.source(REGISTER), loading.folder, loading.environment, lambda *_: None)

    assert (outcome.rejected, outcome.removed) == (2, 1)
    assert loading.rows("RETURN COUNT { (:Person) } AS n") == [{"n": 1}]


def test_a_sync_refuses_to_take_back_most_of_a_source(loading: Loading) -> None:
    rows = "编号,身份证号,姓名,性别\n" + "".join(f"{n},,姓{n},男\n" for n in range(300))
    loading.load(REGISTER, rows)
    loading.write("register.csv", rows.splitlines()[0] + "\n1,,姓1,男\n")
    source = loading.source(REGISTER)

    with pytest.raises(Conflict, match="299 of 300 rows of source register are gone from it"):
        sync_source(source, loading.folder, loading.environment, lambda *_: None)
    assert loading.rows("RETURN COUNT { (:Person) } AS n") == [{"n": 300}]

    assert (
        sync_source(source, loading.folder, loading.environment, lambda *_: None, SyncOptions(even_most=True)).removed
        == 299
    )


def test_what_was_never_loaded_cannot_be_withdrawn(loading: Loading) -> None:
    loading.load(REGISTER, _REGISTER)

    with pytest.raises(NotFound, match="did you mean 'register'"):
        withdraw(loading.environment, Withdrawal("registre"))
    with pytest.raises(NotFound, match="no load of source register fits"):
        withdraw(loading.environment, Withdrawal("register", file="b.csv"))
