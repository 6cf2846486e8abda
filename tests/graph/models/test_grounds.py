"""An alert follows its ground: people who are made one and two again, sources that are withdrawn."""

from pathlib import Path

import pytest

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.identity.merges import MergeReason, merge, unmerge
from graph_service.migrations import migrate
from loaders.load.environment import LoadEnvironment
from loaders.sync.syncing import Withdrawal, withdraw
from tests.conftest import wipe
from tests.graph.models.keeping import KEY, alerts, keep
from tests.graph.models.notation import draw, uid_of
from tests.loading import IDS, Loading

_REASON = MergeReason("o_1", "test")
_PAYROLL = "P2 HOLDS_POST U1 on_payroll=true"
_RELIEF = f"Person P1 name=张伟; Person P2 name=张伟; SubsidyPayment S1 scheme=农村低保金 occurred_on=2025-03-10 PAID_TO P1; {_PAYROLL}"
_PAID = """
name: paid
title: Payments 一卡通发放
holder: CONDUCT
classification: INTERNAL
readers: [EVERYONE]
read: {format: csv, files: paid.csv}
key: 流水号
nodes:
  payment: {kind: SubsidyPayment, fields: {payment_number: 流水号, occurred_on: 发放日期}}
  person: {kind: Person, fields: {id_number: 身份证号, name: 姓名}}
links:
  - {type: PAID_TO, from: payment, to: person}
"""
_DEATHS = """
name: deaths
title: Deaths 火化登记
holder: IT
classification: INTERNAL
readers: [EVERYONE]
read: {format: csv, files: deaths.csv}
key: 身份证号
nodes:
  person: {kind: Person, fields: {id_number: 身份证号, died_on: 死亡日期}}
"""


@pytest.fixture
def loading(server: Running, writer: Writer, tmp_path: Path) -> Loading:
    """An empty, migrated graph in which B1 fires on rows of two sources."""
    wipe(server, writer)
    migrate(writer)
    (tmp_path / "data").mkdir()
    loading = Loading(LoadEnvironment(writer, KEY, tmp_path / "home", "tester", chunk=50), tmp_path / "data")
    loading.load(_PAID, f"流水号,发放日期,身份证号,姓名\n1,2025-03-10,{IDS[0]},张伟\n2,2025-03-10,{IDS[1]},李强")
    loading.load(_DEATHS, f"身份证号,死亡日期\n{IDS[0]},2024-01-01")
    return loading


def test_an_alert_leads_to_the_survivor_of_a_merge_and_goes_with_an_unmerge(server: Running, writer: Writer) -> None:
    wipe(server, writer)
    migrate(writer)
    draw(writer, _RELIEF)
    one, other = uid_of("Person", "P1"), uid_of("Person", "P2")
    keep(writer, "B3")
    before = alerts(writer)

    merge(writer, one, other, _REASON)
    keep(writer, "B3")
    (merged,) = alerts(writer)
    again = keep(writer, "B3")
    unmerge(writer, one, _REASON)
    undone = keep(writer, "B3")

    assert before == alerts(writer) == []
    assert f"PAYEE>{other}" in merged["named"]
    assert (again.new, again.withdrawn, undone.withdrawn) == (0, 0, 1)


def test_an_alert_on_somebody_who_is_merged_afterwards_leads_to_the_survivor(server: Running, writer: Writer) -> None:
    wipe(server, writer)
    migrate(writer)
    draw(writer, f"{_RELIEF}; P1 HOLDS_POST U1 on_payroll=true")
    one, other = uid_of("Person", "P1"), uid_of("Person", "P2")
    keep(writer, "B3")
    (before,) = alerts(writer)

    merge(writer, one, other, _REASON)
    keep(writer, "B3")
    merged = alerts(writer)
    unmerge(writer, one, _REASON)
    keep(writer, "B3")

    assert [f"PAYEE>{other}" in each["named"] for each in merged] == [True]
    assert {**alerts(writer)[0], "raised": before["raised"]} == before


@pytest.mark.parametrize("source", ["paid", "deaths"])
def test_a_source_that_is_withdrawn_leaves_no_alert_on_its_rows(source: str, loading: Loading) -> None:
    writer = loading.environment.writer
    found = keep(writer, "B1")

    withdraw(loading.environment, Withdrawal(source))
    after = keep(writer, "B1")

    assert [[(row.source, row.key) for row in hit.rows] for hit in found.hits] == [[("paid", "1")]]
    assert (after.withdrawn, alerts(writer)) == (1, [])


def test_a_source_that_is_loaded_again_brings_the_same_alert(loading: Loading) -> None:
    writer = loading.environment.writer
    keep(writer, "B1")
    before = alerts(writer)
    withdraw(loading.environment, Withdrawal("deaths"))
    keep(writer, "B1")
    loading.load(_DEATHS)

    keep(writer, "B1")

    assert [{**each, "raised": 0} for each in alerts(writer)] == [{**each, "raised": 0} for each in before]


def test_withdrawing_every_source_and_running_again_leaves_nothing(loading: Loading) -> None:
    writer = loading.environment.writer
    keep(writer, "B1")
    for source in ("paid", "deaths"):
        withdraw(loading.environment, Withdrawal(source))

    keep(writer, "B1")

    assert writer.run_read("MATCH (n:Matter|Entity|Event) RETURN labels(n) AS l")[0] == []
