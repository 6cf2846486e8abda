"""Figures that the issue asks for; in CI fewer, by the settings named here, and in full for the record."""

import os
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from graph_service.embedded import Running
from graph_service.graph import Statements, Writer
from loaders.sync.syncing import Withdrawal, withdraw
from tests.histories import draw_table
from tests.loading import CLUES, REGISTER, UNITS, Loading, clear, counts

_RELOADS = int(os.environ.get("LEADLINK_TEST_RELOADS", "3"))
_RELOAD_ROWS = int(os.environ.get("LEADLINK_TEST_RELOAD_ROWS", "2000"))
_WITHDRAWALS = int(os.environ.get("LEADLINK_TEST_WITHDRAWALS", "6"))
_DECLARED = {"register": REGISTER, "clues": CLUES, "units": UNITS}
_HEAD = "线索编号,标题,部门,被反映人,身份证号,单位,电话"


class CountingWriter(Writer):
    """A writer that remembers what it changed."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.changed: list[str] = []

    def run_write(self, query: str, **params: Any) -> Any:
        rows, counters = super().run_write(query, **params)
        if counters.contains_updates:
            self.changed.append(query.strip().splitlines()[0])
        return rows, counters

    def run_together(self, work: Callable[[Statements], Any]) -> Any:
        return super().run_together(lambda statements: work(CountingStatements(statements, self.changed)))


@dataclass(frozen=True)
class CountingStatements:
    """The statements of one transaction, which remember what they changed."""

    statements: Statements
    changed: list[str]

    def run_write(self, query: str, **params: Any) -> Any:
        rows, counters = self.statements.run_write(query, **params)
        if counters.contains_updates:
            self.changed.append(query.strip().splitlines()[0])
        return rows, counters

    def run_read(self, query: str, **params: Any) -> Any:
        return self.statements.run_read(query, **params)


@pytest.mark.parametrize("number", range(_RELOADS))
def test_a_shuffled_reload_with_other_batches_writes_nothing(loading: Loading, server: Running, number: int) -> None:
    rows = [
        f"X{each},题{each},T{each % 3},名{each % 5},,单位{each % 50},138{each % 80:08d};139{each % 70:08d}"
        for each in range(_RELOAD_ROWS)
    ]
    loading.load(CLUES, "\n".join([_HEAD, *rows]))
    before = loading.hash()
    draw = random.Random(number)  # noqa: S311 - cases, not secrets
    draw.shuffle(rows)
    with CountingWriter(server) as writer:
        loading.environment = replace(loading.environment, writer=writer, chunk=draw.choice((7, 313, 1_500, 6_000)))

        told = counts(loading.load(CLUES, "\n".join([_HEAD, *rows])))

    assert told == (_RELOAD_ROWS, 0, _RELOAD_ROWS, 0)
    assert writer.changed == [
        "WITH COUNT { (:Load) } + 1 AS number",
        "MATCH (l:Load {uid: $uid})",
    ]  # the entry in the ledger
    with Writer(server) as reader:
        loading.environment = replace(loading.environment, writer=reader)
        assert loading.hash() == before


@pytest.mark.parametrize("seed", range(_WITHDRAWALS))
def test_a_random_withdrawal_equals_the_load_without_the_source(loading: Loading, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - cases, not secrets
    tables = {source: draw_table(draw, source) for source in _DECLARED}
    order = draw.sample(list(tables), 3)
    for source in order:
        loading.load(_DECLARED[source], tables[source])
    gone = draw.choice(order)

    withdraw(loading.environment, Withdrawal(gone))

    left = loading.hash()
    clear(loading.environment.writer)
    for source in draw.sample(order, 3):
        if source != gone:
            loading.load(_DECLARED[source], tables[source])
    assert loading.hash() == left
