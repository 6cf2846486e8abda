"""One number on rows of plainly different people: they stay apart, in every order, and people are asked."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from graph_service.identity.disputes import GUARD
from graph_service.identity.judging import Judgement, Verdict, judge, take_back
from graph_service.identity.resolve import Resolved, resolve
from graph_service.identity.thresholds import DEFAULT_THRESHOLD
from graph_service.progress import Silent
from loaders.mapping.disputes import apart_identity, owner_uid
from loaders.sync.syncing import Withdrawal, sync_source, withdraw
from schema import KINDS
from schema.uid import node_uid
from tests.identified import IDS, KEY, pairs, snapshot
from tests.loading import Loading, clear, counts

REGISTER = """
name: register
title: Household register 户籍
holder: IT
classification: INTERNAL
rank: 90
readers: [EVERYONE]
read: {format: csv, files: register.csv}
key: 编号
nodes:
  person: {kind: Person, fields: {id_number: 身份证号, name: 姓名, former_name: 曾用名}}
"""
PAYROLL = """
name: payroll
title: Payroll 工资统发
holder: CONDUCT
classification: INTERNAL
rank: 30
readers: [EVERYONE]
read: {format: csv, files: payroll.csv}
key: 人员编号
nodes:
  person: {kind: Person, fields: {id_number: 身份证号, name: 姓名}}
links:
  - {type: HOLDS_POST, from: person, to: {kind: Unit, by: name, column: 单位}}
"""
REFERS = """
name: refers
title: Reports 报告
holder: CONDUCT
classification: INTERNAL
readers: [EVERYONE]
read: {format: csv, files: refers.csv}
key: 编号
nodes:
  ticket: {kind: Ticket, fields: {number: 编号}}
links:
  - {type: NAMES, from: ticket, to: {kind: Person, by: id_number, column: 身份证号}, fields: {role: {value: SUBJECT}}}
  - {type: NAMES, from: ticket, to: {kind: Person, source: payroll, column: 人员编号}, fields: {role: {value: CONTACT}}}
"""
_REGISTER = f"""
编号,身份证号,姓名,曾用名
1,{IDS[0]},谢秀,谢小秀
2,{IDS[1]},胡强,
"""
_PAYROLL = f"""
人员编号,身份证号,姓名,单位
P1,{IDS[0]},谢秀,云江市财政局
P2,{IDS[0]},胡强,松岗小学
P3,{IDS[0]},謝　秀,云江市财政局
"""
_REPAIRED = _PAYROLL.replace(f"P2,{IDS[0]}", f"P2,{IDS[1]}")
_REFERS = f"""
编号,身份证号,人员编号
T1,{IDS[0]},P2
"""
_LOADS = (("register", _REGISTER), ("payroll", _PAYROLL), ("refers", _REFERS))
_DECLARED = {"register": REGISTER, "payroll": PAYROLL, "refers": REFERS}
OWNER = owner_uid(IDS[0], KEY)
APART = node_uid(KINDS["Person"], apart_identity(IDS[0], "胡强"), KEY)


def bring(loading: Loading, *loads: Sequence[str]) -> str:
    clear(loading.environment.writer)
    for name, rows in loads:
        loading.load(_DECLARED[name], rows)
    return loading.hash()


def paid(loading: Loading) -> dict[str, str]:
    found = loading.rows("MATCH (p:Person)-[r:HOLDS_POST]->(u:Unit) RETURN r.source_key AS row, p.uid AS uid")
    return {row["row"]: row["uid"] for row in found}


def run(loading: Loading) -> Resolved:
    return resolve(loading.environment.writer, KEY, DEFAULT_THRESHOLD, Silent())


def say(loading: Loading, verdict: Verdict) -> None:
    judge(loading.environment.writer, KEY, Judgement(APART, OWNER, verdict, "o_1", "asked the school"))


def test_whoever_is_named_with_the_number_of_another_is_not_that_other(loading: Loading) -> None:
    bring(loading, *_LOADS)

    people = loading.rows(
        "MATCH (p:Person) RETURN p.uid AS uid, p.name AS name, p.id_number AS number, p.disputed_id_number AS disputed"
    )
    assert {row["uid"]: (row["name"], row["number"], row["disputed"]) for row in people} == {
        OWNER: ("谢秀", IDS[0], None),
        APART: ("胡强", None, IDS[0]),
        owner_uid(IDS[1], KEY): ("胡强", IDS[1], None),
    }
    assert paid(loading) == {"P1": OWNER, "P2": APART, "P3": OWNER}
    meant = loading.rows("MATCH (:Ticket)-[r:NAMES]->(p:Person) RETURN r.role AS role, p.uid AS uid")
    assert {row["role"]: row["uid"] for row in meant} == {"SUBJECT": OWNER, "CONTACT": APART}


def test_sources_in_every_order_part_alike_and_say_nothing_new_again(loading: Loading) -> None:
    hashes = set()
    for order in permutations(_LOADS):
        hashes.add(bring(loading, *order))
        before = snapshot(loading)
        again = [counts(loading.load(_DECLARED[name], rows)) for name, rows in order]
        assert [merged for _, merged, _, _ in again] == [0, 0, 0]
        assert snapshot(loading) == before
        hashes.add(loading.hash())

    assert len(hashes) == 1


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0)])
def test_a_number_that_is_put_right_leads_to_the_right_person(loading: Loading, order: tuple[int, ...]) -> None:
    clean = bring(loading, ("register", _REGISTER), ("payroll", _REPAIRED), ("refers", _REFERS))
    bring(loading, *(_LOADS[place] for place in order))

    loading.load(PAYROLL, _REPAIRED)

    assert loading.hash() == clean
    assert paid(loading)["P2"] == owner_uid(IDS[1], KEY)
    assert loading.rows("MATCH (p:Person {uid: $uid}) RETURN p.uid", uid=APART) == []


@pytest.mark.parametrize(
    ("name", "rows"),
    [("payroll", _PAYROLL.replace("胡强", "谢秀")), ("register", _REGISTER.replace("谢小秀", "胡强"))],
)
def test_a_name_that_is_put_right_or_a_former_one_that_is_learnt_joins_them(
    loading: Loading, name: str, rows: str
) -> None:
    clean = bring(loading, *((each, rows if each == name else before) for each, before in _LOADS))
    bring(loading, *_LOADS)

    loading.load(_DECLARED[name], rows)

    assert loading.hash() == clean
    assert set(paid(loading).values()) == {OWNER}


def test_the_better_register_says_whose_the_number_is(loading: Loading) -> None:
    other = _REGISTER.replace("谢秀,谢小秀", "胡强,")
    clean = bring(loading, ("register", other), *_LOADS[1:])
    bring(loading, *_LOADS)

    loading.load(REGISTER, other)

    assert loading.hash() == clean
    assert paid(loading)["P2"] == OWNER
    assert paid(loading)["P1"] == paid(loading)["P3"] != OWNER


@pytest.mark.parametrize("gone", ["register", "payroll", "refers"])
def test_what_is_withdrawn_was_never_there(loading: Loading, gone: str) -> None:
    left = [each for each in _LOADS if each[0] != gone]
    clean = bring(loading, *left)
    bring(loading, *_LOADS)

    withdraw(loading.environment, Withdrawal(gone))

    assert loading.hash() == clean


def test_a_row_that_comes_and_goes_leaves_nothing(loading: Loading) -> None:
    without = "\n".join(row for row in _PAYROLL.splitlines() if not row.startswith("P2"))
    clean = bring(loading, ("register", _REGISTER), ("payroll", without))
    uid = loading.load(PAYROLL, _PAYROLL).loads[-1]
    apart = paid(loading)

    withdraw(loading.environment, Withdrawal("payroll", load=uid))
    rolled_back = loading.hash()
    loading.load(PAYROLL, _PAYROLL)
    loading.write("payroll.csv", without)
    sync_source(loading.source(PAYROLL), loading.folder, loading.environment, lambda *_: None)

    assert apart["P2"] == APART
    assert rolled_back == clean == loading.hash()


def test_people_are_asked_and_what_they_say_stays(loading: Loading) -> None:
    bring(loading, *_LOADS)
    before = snapshot(loading)
    outcome = run(loading)
    asked = [pair for pair in pairs(loading) if {pair["one"], pair["other"]} == {APART, OWNER}]
    told = loading.rows("MATCH (c:IdentityCandidate {uid: $uid}) RETURN c.guard AS guard", uid=asked[0]["uid"])
    again = run(loading)
    say(loading, Verdict.SAME)
    joined = paid(loading)
    reloaded = [counts(loading.load(_DECLARED[name], rows))[1] for name, rows in _LOADS]
    still = paid(loading)
    run(loading)
    take_back(loading.environment.writer, KEY, APART, "o_1", "asked again")
    run(loading)

    assert outcome.queued >= 1
    assert (again.written, again.withdrawn, again.merged, again.undone) == (0, 0, 0, 0)
    assert told == [{"guard": GUARD}]
    assert set(joined.values()) == set(still.values()) == {OWNER}
    assert reloaded == [0, 0, 0]
    assert snapshot(loading) == before


def test_different_keeps_them_apart_and_is_not_asked_again(loading: Loading) -> None:
    bring(loading, *_LOADS)
    say(loading, Verdict.DIFFERENT)
    run(loading)

    asked = [pair["state"] for pair in pairs(loading) if {pair["one"], pair["other"]} == {APART, OWNER}]
    assert asked == ["DIFFERENT"]
    assert paid(loading)["P2"] == APART


def test_a_merge_goes_with_the_row_that_it_rested_on(loading: Loading) -> None:
    clean = bring(loading, ("register", _REGISTER), ("payroll", _REPAIRED), ("refers", _REFERS))
    bring(loading, *_LOADS)
    say(loading, Verdict.SAME)

    loading.load(PAYROLL, _REPAIRED)
    run(loading)

    assert loading.hash() == clean


def test_a_load_that_was_killed_before_it_parted_them_is_finished_by_the_next(loading: Loading) -> None:
    whole = bring(loading, *_LOADS)
    bring(loading, *_LOADS[1:])
    loading.environment.writer.run_write("MATCH (p:Person {uid: $uid}) SET p:Parting", uid=OWNER)

    loading.load(REGISTER, _REGISTER)

    assert loading.hash() == whole
    assert loading.rows("MATCH (n) WHERE n:Parting OR n:Loose RETURN n.uid") == []
