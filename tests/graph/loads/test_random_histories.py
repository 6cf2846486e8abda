"""Random histories of loads, changes, deletions and withdrawals end where the last word of each source alone would."""

import os
import random

import pytest

from loaders.sync.syncing import Withdrawal, sync_source, withdraw
from tests.loading import CLUES, CODES, IDS, REGISTER, UNITS, Loading, clear

_HISTORIES = int(os.environ.get("LEADLINK_TEST_HISTORIES", "12"))
_HEADS = {
    "register": "编号,身份证号,姓名,性别",
    "clues": "线索编号,标题,部门,被反映人,身份证号,单位,电话",
    "units": "代码,名称,上级",
}
_DECLARED = {"register": REGISTER, "clues": CLUES, "units": UNITS}
_NAMES = ("张三", "李四", "")
_UNITS = ("甲局", "乙局", "丙局", "")
_PHONES = ("13812345678", "13912345678;13812345678", "")


def _row(draw: random.Random, source: str, key: int) -> str:
    if source == "register":
        return f"{key},{draw.choice(IDS)},{draw.choice(_NAMES)},{draw.choice('男女')}"
    if source == "units":
        return f"{CODES[key % 3]},{draw.choice(_UNITS)},{draw.choice((*CODES, ''))}"
    person = f"{draw.choice(_NAMES)},{draw.choice((*IDS, ''))}"
    return f"X{key},题{draw.randrange(2)},T{draw.randrange(2)},{person},{draw.choice(_UNITS)},{draw.choice(_PHONES)}"


def _change(draw: random.Random, source: str, table: dict[int, str]) -> dict[int, str]:
    keys = range(3 if source == "units" else 5)
    return {
        key: _row(draw, source, key) if draw.random() < 0.6 else table.get(key, _row(draw, source, key)) for key in keys
    }


def _write(draw: random.Random, loading: Loading, source: str, table: dict[int, str]) -> None:
    rows = list(table.values())
    draw.shuffle(rows)
    loading.write(f"{source}.csv", "\n".join([_HEADS[source], *rows]))


def _clean(loading: Loading, tables: dict[str, dict[int, str]], draw: random.Random) -> str:
    clear(loading.environment.writer)
    for source in sorted(tables):
        _write(draw, loading, source, tables[source])
        loading.load(_DECLARED[source])
    return loading.hash()


@pytest.mark.parametrize("seed", range(_HISTORIES))
def test_history_ends_where_its_last_words_would(loading: Loading, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - cases, not secrets
    tables: dict[str, dict[int, str]] = {}
    for _ in range(8):
        source = draw.choice(list(_DECLARED))
        act = draw.random()
        if source in tables and act < 0.2:
            withdraw(loading.environment, Withdrawal(source))
            del tables[source]
        elif source in tables and act < 0.4:
            gone = draw.choice(list(tables[source]))
            tables[source] = {key: row for key, row in tables[source].items() if key != gone}
            _write(draw, loading, source, tables[source])
            sync_source(loading.source(_DECLARED[source]), loading.folder, loading.environment, lambda *_: None)
        else:
            tables[source] = _change(draw, source, tables.get(source, {}))
            _write(draw, loading, source, tables[source])
            sync_source(loading.source(_DECLARED[source]), loading.folder, loading.environment, lambda *_: None)
    ended = loading.hash()

    assert ended == _clean(loading, tables, draw)
