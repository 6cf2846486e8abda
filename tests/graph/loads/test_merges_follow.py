"""A merge lasts while whoever may read a record may read the one that answers for it, whatever changed the readers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph_service.cypher.marks import readers_of
from graph_service.identity.judging import Judgement, Verdict, judge, take_back
from graph_service.identity.merges import MergeReason, merge
from graph_service.identity.resolve import resolve
from graph_service.identity.thresholds import DEFAULT_THRESHOLD
from graph_service.migrations import migrate
from graph_service.progress import Silent
from loaders.sync.rejects import export_rejects, retry_rejects
from loaders.sync.syncing import Withdrawal, sync_source, withdraw
from tests.loading import CLUES, IDS, REGISTER, Loading, clear
from tests.workbooks import exported, repair

_HEAD = "线索编号,标题,部门,被反映人,身份证号,单位,电话\n"
_FURTHER = CLUES.replace("name: clues", "name: further").replace("clues.csv", "further.csv")
_MANY = CLUES.replace("clues.csv", '"clues*.csv"')
# Of two units that are known by name alone, one is named to both teams, the other to one of them.
_WIDE = f"{_HEAD}X1,题,T0,,,甲局,\nX2,题,T1,,,甲局,\nX3,题,T0,,,乙局,"
_LESS = _WIDE.replace("X1,题,T0,,,甲局,", "X1,题,T0,,,,")
_READERS = f"""MATCH (n:Unit) MATCH (t:Audience {{number: {readers_of("n")}}})
MATCH (s:Unit {{uid: coalesce(n.survivor, n.uid)}})
RETURN n.name AS name, s.name AS answering, t.readers AS readers"""


def _uid(loading: Loading, name: str) -> str:
    return str(loading.rows("MATCH (n:Unit {name: $name}) RETURN n.uid AS uid", name=name)[0]["uid"])


def _judge(loading: Loading, one: str, other: str, verdict: Verdict = Verdict.SAME) -> None:
    environment = loading.environment
    judge(environment.writer, environment.uid_key, Judgement(one, other, verdict, "o_1", "asked them"))


def _same(loading: Loading, one: str = "甲局", other: str = "乙局") -> None:
    _judge(loading, _uid(loading, one), _uid(loading, other))


def _resolve(loading: Loading) -> None:
    resolve(loading.environment.writer, loading.environment.uid_key, DEFAULT_THRESHOLD, Silent())


def _sync(loading: Loading, declared: str = CLUES) -> None:
    sync_source(loading.source(declared), loading.folder, loading.environment, lambda *_: None)


def _readers(loading: Loading) -> dict[str, tuple[str, str]]:
    """Return for each unit the one that answers for it, and its teams."""
    return {
        row["name"]: (row["answering"], " ".join(sorted(set(row["readers"]) - {"CASE_MGMT"})))
        for row in loading.rows(_READERS)
    }


def _by_load(loading: Loading, _folder: Path) -> None:
    loading.load(CLUES, _WIDE)
    _same(loading)
    loading.load(CLUES, _LESS)


def _by_sync(loading: Loading, _folder: Path) -> None:
    loading.load(CLUES, _WIDE)
    _same(loading)
    loading.write("clues.csv", _WIDE.replace("X1,题,T0,,,甲局,\n", ""))
    _sync(loading)
    loading.load(CLUES, _LESS)


def _by_withdrawal(loading: Loading, _folder: Path) -> None:
    loading.load(CLUES, _LESS)
    loading.load(_FURTHER, f"{_HEAD}Y1,题,T0,,,甲局,")
    _same(loading)
    withdraw(loading.environment, Withdrawal("further"))


def _by_withdrawal_of_a_file(loading: Loading, _folder: Path) -> None:
    loading.write("clues1.csv", _LESS)
    loading.write("clues2.csv", f"{_HEAD}X4,题,T0,,,甲局,")
    loading.load(_MANY)
    _same(loading)
    withdraw(loading.environment, Withdrawal("clues", file="clues2.csv"))


def _by_roll_back(loading: Loading, _folder: Path) -> None:
    loading.load(CLUES, _LESS)
    uid = loading.load(CLUES, _WIDE).loads[-1]
    _same(loading)
    withdraw(loading.environment, Withdrawal("clues", load=uid))


def _by_repair(loading: Loading, folder: Path) -> None:
    loading.load(CLUES, _WIDE)
    _same(loading)
    loading.load(CLUES, _WIDE.replace("X1,题,T0,,,甲局,", "X1,题,T0,张三,12,,"))
    assert export_rejects(loading.environment, "clues", folder / "rejected.xlsx") == 1
    rows = exported(folder / "rejected.xlsx")
    rows[0] |= {"被反映人": "", "身份证号": ""}
    repair(folder / "rejected.xlsx", rows)
    retry_rejects(loading.source(CLUES), folder / "rejected.xlsx", loading.environment, lambda *_: None)


def _by_what_the_other_gains(loading: Loading, _folder: Path) -> None:
    loading.load(CLUES, _LESS.replace("T1", "T9").replace("T0", "T1").replace("T9", "T1"))
    _same(loading)
    loading.load(CLUES, _LESS)


_WAYS: list[Callable[[Loading, Path], None]] = [
    _by_load, _by_sync, _by_withdrawal, _by_withdrawal_of_a_file, _by_roll_back, _by_repair, _by_what_the_other_gains,
]  # fmt: skip


@pytest.mark.parametrize("way", _WAYS, ids=lambda way: way.__name__.removeprefix("_"))
def test_a_record_that_its_survivor_would_hide_answers_for_itself_again(
    loading: Loading, tmp_path: Path, way: Callable[[Loading, Path], None]
) -> None:
    way(loading, tmp_path)

    assert _readers(loading) == {"甲局": ("甲局", "T1"), "乙局": ("乙局", "T0")}
    assert not loading.rows("MATCH (n:Lacking|Loose) RETURN n")
    ended = loading.hash()
    _resolve(loading)
    assert loading.hash() == ended
    clear(loading.environment.writer)
    loading.load(CLUES, _LESS)
    assert loading.hash() == ended


def test_what_people_judged_to_be_one_is_merged_the_other_way_round_at_once(loading: Loading) -> None:
    loading.load(CLUES, f"{_WIDE}\nX4,题,T1,,,乙局,")
    _same(loading)
    answering = _readers(loading)["甲局"][0]

    loading.load(CLUES, f"{_WIDE}\nX4,题,T1,,,乙局,".replace(f"T0,,,{answering}", "T0,,,"))

    other = {"甲局": "乙局", "乙局": "甲局"}[answering]
    assert _readers(loading) == {answering: (other, "T1"), other: (other, "T0 T1")}


def test_a_survivor_that_only_others_are_read_with_shows_itself_to_its_own_readers(loading: Loading) -> None:
    loading.load(CLUES, _WIDE.replace("X3,题,T0", "X3,题,T1"))
    _same(loading)

    loading.load(CLUES, _LESS.replace("X3,题,T0", "X3,题,T1"))

    assert _readers(loading) == {"甲局": ("甲局", "T1"), "乙局": ("甲局", "T1")}


def test_what_was_merged_before_stays_where_it_is_read(loading: Loading) -> None:
    loading.load(CLUES, f"{_WIDE}\nX4,题,T0,,,丙局,\nX5,题,T2,,,乙局,\nX6,题,T2,,,甲局,")
    _same(loading, "丙局", "乙局")
    _same(loading, "乙局", "甲局")

    loading.load(CLUES, f"{_WIDE}\nX4,题,T0,,,丙局,\nX5,题,T2,,,乙局,\nX6,题,T2,,,,")

    assert _readers(loading) == {"甲局": ("甲局", "T0 T1"), "乙局": ("乙局", "T0 T2"), "丙局": ("乙局", "T0")}


@pytest.mark.parametrize("way", ["un-merge", "judgement", "withdrawal"])
def test_a_record_is_not_left_with_one_that_hides_it_when_what_covered_both_goes(loading: Loading, way: str) -> None:
    ours = f"{_HEAD}X1,题,T0,,,丙局,\nX2,题,T0,,,乙局,\nX3,题,T1,,,乙局,"
    loading.load(CLUES, ours)
    _same(loading, "丙局", "乙局")
    loading.load(_FURTHER, f"{_HEAD}Y1,题,T0,,,甲局,\nY2,题,T1,,,甲局,\nY3,题,T2,,,甲局,")
    _same(loading, "乙局", "甲局")
    loading.load(CLUES, ours.replace("T0,,,乙局", "T0,,,"))
    assert {answering for answering, _ in _readers(loading).values()} == {"甲局"}

    environment = loading.environment
    if way == "withdrawal":
        withdraw(environment, Withdrawal("further"))
    elif way == "un-merge":
        take_back(environment.writer, environment.uid_key, _uid(loading, "乙局"), "o_1", "others after all")
    else:
        _judge(loading, _uid(loading, "乙局"), _uid(loading, "甲局"), Verdict.DIFFERENT)

    found = _readers(loading)
    assert (found["乙局"], found["丙局"]) == (("乙局", "T1"), ("丙局", "T0"))


def test_a_judgement_that_readers_forbid_is_kept_and_followed_once_a_third_answers(loading: Loading) -> None:
    loading.load(CLUES, f"{_HEAD}X1,题,T0,,,甲局,\nX2,题,T1,,,乙局,\nX3,题,T0,,,丙局,\nX4,题,T1,,,丙局,")

    _same(loading)
    assert all(name == answering for name, (answering, _) in _readers(loading).items())
    _same(loading, "乙局", "丙局")

    assert {answering for answering, _ in _readers(loading).values()} == {"丙局"}


def test_who_is_one_follows_from_what_was_said_and_not_from_what_came_first(loading: Loading) -> None:
    first = f"{_HEAD}X1,题,T0,,,甲局,\nX2,题,T0,,,乙局,\nX3,题,T1,,,乙局,\nX4,题,T0,,,丙局,\nX5,题,T2,,,丙局,"
    loading.load(CLUES, first)
    _same(loading)
    _same(loading, "甲局", "丙局")
    said = {"甲局": ("乙局", "T0"), "乙局": ("乙局", "T0 T1"), "丙局": ("丙局", "T0 T2")}
    assert _readers(loading) == said

    loading.load(CLUES, first.replace("乙局", ""))
    _resolve(loading)
    assert _readers(loading) == {"甲局": ("丙局", "T0"), "丙局": ("丙局", "T0 T2")}
    loading.load(CLUES, first)
    _resolve(loading)

    assert _readers(loading) == said
    ended = loading.hash()
    _resolve(loading)
    assert loading.hash() == ended


@pytest.mark.parametrize("by", ["resolve", "judgement", "load"])
def test_a_merge_that_hides_is_mended_where_an_older_version_left_it(loading: Loading, by: str) -> None:
    loading.load(REGISTER, f"编号,身份证号,姓名,性别\n1,{IDS[0]},张三,男\n2,{IDS[1]},李四,女")
    loading.load(CLUES, _WIDE)
    writer = loading.environment.writer
    merge(writer, _uid(loading, "甲局"), _uid(loading, "乙局"), MergeReason("o_1", "test"))

    if by == "resolve":
        _resolve(loading)
    elif by == "judgement":
        _same(loading)
    else:
        # A stub was shown to whoever could read what was merged into it.
        writer.run_write("MATCH (a:Unit)-[:MERGED_INTO]->(s) SET s.audience = a.own_audience")
        writer.run_write("MATCH (m:Migration {version: 9}) DELETE m")
        assert migrate(writer)
        loading.load(CLUES)

    assert _readers(loading) == {"甲局": ("甲局", "T0 T1"), "乙局": ("甲局", "T0")}
