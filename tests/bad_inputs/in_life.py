"""Bad inputs 54 to 65: the order in which things come, and their life."""

import datetime as dt
from itertools import permutations

from graph_service.identity.merges import MergeReason, merge, unmerge
from loaders.sync.syncing import Withdrawal, withdraw
from tests.bad_inputs.bench import EXACT, BadInputCase, Bench, InputEnding, line, source, table
from tests.loading import CLUES, CODES, IDS, REGISTER, UNITS

_EVENTS = source(add="version: {column: 日期, as: date}\ndeleted: {column: 实名, values: [删除]}").replace(
    "      is_real_name: 实名\n", ""
)
_OLD, _NEW = line(标题="一", 日期="2024-01-01"), line(标题="二", 日期="2024-01-02")
_DELETED = line(日期="2024-01-03", 实名="删除")
_HEAD = "编号,身份证号,姓名,性别\n"


def _loaded(bench: Bench, *parts: str) -> str:
    bench.begin()
    for part in parts:
        bench.put(table(part))
        assert bench.load(_EVENTS).rejected == 0
    return bench.loading.hash()


def _said(en: str, zh: str) -> InputEnding:
    return InputEnding(EXACT, en, zh)


def _duplicate(bench: Bench) -> InputEnding:
    bench.put(table(_OLD, _OLD))
    outcome = bench.load(source())
    assert (outcome.merged, outcome.unchanged) == (1, 1)
    before = bench.loading.hash()
    assert bench.load(source()).unchanged == 2
    assert bench.loading.hash() == before
    return _said("the second counts as unchanged", "第二条计为未变")


def _update_before_create(bench: Bench) -> InputEnding:
    assert _loaded(bench, _NEW, _OLD) == _loaded(bench, _OLD, _NEW)
    return _said("as if they had come in order", "与按序到达结果相同")


def _older_after_newer(bench: Bench) -> InputEnding:
    assert _loaded(bench, _NEW, _OLD) == _loaded(bench, _NEW)
    return _said("the older counts as unchanged", "较旧的计为未变")


def _equal_times(bench: Bench) -> InputEnding:
    pair = (line(标题="一", 日期="2024-01-01"), line(标题="二", 日期="2024-01-01"))
    assert len({_loaded(bench, *order) for order in permutations(pair)}) == 1
    return _said("the same one wins in either order", "两种顺序结果一致")


def _late_update(bench: Bench) -> InputEnding:
    assert _loaded(bench, _OLD, _DELETED, _NEW) == _loaded(bench, _DELETED)
    assert bench.stated() == []
    return _said("the deletion stays", "删除有效，不会复活")


def _withdrawn(bench: Bench) -> InputEnding:
    person = f"1,{IDS[0]},张三丰,男\n"
    clue = f"X1,一,T1,张三,{IDS[0]},,\n"
    bench.loading.load(REGISTER, _HEAD + person)
    bench.loading.load(CLUES, "线索编号,标题,部门,被反映人,身份证号,单位,电话\n" + clue)
    withdraw(bench.loading.environment, Withdrawal("register"))
    left = bench.loading.hash()
    bench.begin()
    bench.loading.load(CLUES, "线索编号,标题,部门,被反映人,身份证号,单位,电话\n" + clue)
    assert bench.loading.hash() == left
    return _said("only what no other source supports is taken back", "只收回没有其他来源支持的内容")


def _key_reused(bench: Bench) -> InputEnding:
    bench.loading.load(REGISTER, _HEAD + f"1,{IDS[0]},张三,男\n")
    bench.loading.load(REGISTER, _HEAD + f"1,{IDS[1]},李四,女\n")
    reused = bench.loading.hash()
    bench.begin()
    bench.loading.load(REGISTER, _HEAD + f"1,{IDS[1]},李四,女\n")
    assert bench.loading.hash() == reused
    return _said("the row now speaks of the other person; the first is taken back", "该行改指另一人，前一人的内容收回")


def _key_twice(bench: Bench) -> InputEnding:
    bench.loading.write("register.csv", _HEAD + f"1,{IDS[0]},张三,男\n1,{IDS[1]},李四,女\n")
    outcome = bench.load(REGISTER)
    assert (outcome.merged, outcome.rejected) == (1, 1)
    reason = outcome.rejects[0][1].reason
    return InputEnding(f"row rejected: row {outcome.rejects[0][1].row}", reason.en, reason.zh)


def _split(bench: Bench) -> InputEnding:
    bench.loading.load(REGISTER, _HEAD + f"1,{IDS[0]},张三,男\n2,{IDS[1]},张叁,男\n")
    uids = [row["uid"] for row in bench.loading.rows("MATCH (p:Person) RETURN p.uid AS uid ORDER BY p.name")]
    before = bench.loading.hash()
    merge(bench.loading.environment.writer, uids[0], uids[1], MergeReason("o_1", "test"))
    unmerge(bench.loading.environment.writer, uids[0], MergeReason("o_1", "test"))
    assert bench.loading.hash() == before
    return _said("the graph is as it was before the merge", "图谱恢复到合并之前")


def _missing(bench: Bench) -> InputEnding:
    child, parent = f"{CODES[0]},甲局,{CODES[1]}\n", f"{CODES[1]},乙局,\n"
    bench.loading.load(UNITS, "代码,名称,上级\n" + child)
    stubs = bench.loading.rows("MATCH (u:Unit {stub: true}) RETURN u.uscc AS code")
    assert stubs == [{"code": CODES[1]}]
    bench.loading.load(UNITS, "代码,名称,上级\n" + child + parent)
    filled = bench.loading.hash()
    bench.begin()
    bench.loading.load(UNITS, "代码,名称,上级\n" + parent + child)
    assert bench.loading.hash() == filled
    return _said("a stub stands for it, filled when its record comes", "先以占位表示，记录到达后补全")


def _self_loop(bench: Bench) -> InputEnding:
    bench.loading.write("units.csv", f"代码,名称,上级\n{CODES[0]},甲局,{CODES[0]}\n")
    outcome = bench.load(UNITS)
    kept = outcome.rejects[0][1]
    assert (outcome.rejected, kept.row, kept.reason.column) == (1, 1, "上级")
    return InputEnding("row rejected: row 1, column 上级", kept.reason.en, kept.reason.zh)


def _cycle(bench: Bench) -> InputEnding:
    bench.loading.write("units.csv", f"代码,名称,上级\n{CODES[0]},甲局,{CODES[1]}\n{CODES[1]},乙局,{CODES[0]}\n")
    assert bench.load(UNITS).rejected == 0
    assert bench.loading.rows("MATCH (:Unit)-[r:UNDER]->(:Unit) RETURN count(r) AS n") == [{"n": 2}]
    return _said("both are kept; every path over units has a bound", "两条关系均保留；各项路径查询均有上限")


def _clock_ahead(bench: Bench) -> InputEnding:
    days = [dt.date.today() + dt.timedelta(days=n) for n in (1, 2)]
    rows = [line(标题=str(n), 日期=day.isoformat()) for n, day in enumerate(days)]
    assert _loaded(bench, *rows) == _loaded(bench, *reversed(rows))
    assert bench.stated()[0]["标题"] == "1"
    return _said("only the order of the source's own clock counts", "只按来源自身时钟的先后")


def _conflict(bench: Bench) -> InputEnding:
    rows = [f"1,{IDS[0]},张三,男\n", f"2,{IDS[0]},张三,女\n"]
    hashes = set()
    for order in permutations(rows):
        bench.begin()
        bench.loading.write("register.csv", _HEAD + "".join(order))
        assert bench.load(REGISTER).rejected == 0
        hashes.add(bench.loading.hash())
        held = bench.loading.rows("MATCH (r:SourceRecord) RETURN count(r) AS n")
        assert held == [{"n": 2}]
    assert len(hashes) == 1
    return _said("one person; what each row says is kept beside it", "同一人；各行所述分别保留")


CASES = [
    BadInputCase(54, "a message that comes twice", _duplicate),
    BadInputCase(55, "an update before what it updates", _update_before_create),
    BadInputCase(56, "an older update after a newer", _older_after_newer),
    BadInputCase(57, "two messages with one time", _equal_times),
    BadInputCase(58, "a deletion, then a late update", _late_update),
    BadInputCase(59, "a source that takes back a file", _withdrawn),
    BadInputCase(60, "a key that is given to another person later", _key_reused),
    BadInputCase(60, "a key that two rows of one file bear", _key_twice),
    BadInputCase(61, "a merge that is undone", _split),
    BadInputCase(62, "a reference to a record that is missing", _missing),
    BadInputCase(63, "a unit that is its own superior", _self_loop),
    BadInputCase(63, "two units that are each other's superior", _cycle),
    BadInputCase(64, "a source whose clock is a day ahead", _clock_ahead),
    BadInputCase(65, "a person twice in one file, with another sex", _conflict),
]
