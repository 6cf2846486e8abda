"""Histories of loads, judgements and taking back end where a graph ends that saw only their end."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from graph_service.identity.judging import Judgement, Verdict, judge, take_back
from graph_service.identity.resolve import Resolved, resolve
from graph_service.identity.thresholds import DEFAULT_THRESHOLD
from graph_service.progress import Silent
from loaders.sync.rejects import export_rejects, retry_rejects
from loaders.sync.syncing import Withdrawal, sync_source, withdraw
from tests.loading import CLUES, CODES, IDS, REGISTER, UNITS, Loading, clear, counts
from tests.workbooks import exported, repair

_REGISTER_HEAD = "编号,身份证号,姓名,性别\n"
_CLUES_HEAD = "线索编号,标题,部门,被反映人,身份证号,单位,电话\n"
_UNITS_HEAD = "代码,名称,上级\n"
_A, _B, _C, _D = (f"{number},{IDS[number]},{name},男\n" for number, name in enumerate("甲乙丙丁"))


def _clue(key: str, person: int | None = None, unit: str = "") -> str:
    name, number = ("甲乙丙丁"[person], IDS[person]) if person is not None else ("", "")
    return f"{key},题,T1,{name},{number},{unit},\n"


def _uid(loading: Loading, value: str) -> str:
    found = loading.rows(
        "MATCH (n:Entity) WHERE n.id_number = $value OR n.uscc = $value RETURN n.uid AS uid", value=value
    )
    return str(found[0]["uid"])


def _say(loading: Loading, one: str, other: str, verdict: Verdict = Verdict.SAME) -> None:
    ends = (_uid(loading, one), _uid(loading, other))
    judge(loading.environment.writer, loading.environment.uid_key, Judgement(*ends, verdict, "o_1", "asked them"))


def _part(loading: Loading) -> None:
    for row in loading.rows("MATCH (n:Absorbed) RETURN n.uid AS uid ORDER BY uid"):
        take_back(loading.environment.writer, loading.environment.uid_key, row["uid"], "o_1", "others after all")


def _resolve(loading: Loading) -> Resolved:
    return resolve(loading.environment.writer, loading.environment.uid_key, DEFAULT_THRESHOLD, Silent())


def _sync(loading: Loading, declaration: str) -> None:
    sync_source(loading.source(declaration), loading.folder, loading.environment, lambda *_: None)


def _fresh(loading: Loading, *loads: tuple[str, str]) -> str:
    clear(loading.environment.writer)
    shutil.rmtree(loading.environment.home, ignore_errors=True)
    for declaration, rows in loads:
        loading.load(declaration, rows)
    return loading.hash()


@pytest.mark.parametrize("first", ["judge", "load"])
@pytest.mark.parametrize("other_name", ["甲局", "乙局"])
def test_what_a_name_means_follows_from_the_data_and_not_from_merges(
    loading: Loading, first: str, other_name: str
) -> None:
    units = f"{_UNITS_HEAD}{CODES[0]},甲局,\n{CODES[1]},{other_name},\n"
    clues = f"{_CLUES_HEAD}{_clue('X1', unit='甲局')}"
    loading.load(UNITS, units)
    if first == "load":
        loading.load(CLUES, clues)
    _say(loading, CODES[0], CODES[1])
    loading.load(CLUES, clues)
    assert counts(loading.load(CLUES, clues))[1] == 0
    loading.load(CLUES, clues.replace(",题,", ",新题,"))
    _part(loading)
    assert counts(loading.load(CLUES, clues.replace(",题,", ",新题,")))[1] == 0
    ended = loading.hash()

    assert ended == _fresh(loading, (UNITS, units), (CLUES, clues.replace(",题,", ",新题,")))


def test_a_name_that_becomes_known_while_its_stub_is_merged_is_bound_all_the_same(loading: Loading) -> None:
    clues = f"{_CLUES_HEAD}{_clue('X1', unit='甲局')}"
    units = f"{_UNITS_HEAD}{CODES[0]},乙局,\n"
    loading.load(CLUES, clues)
    loading.load(UNITS, units)
    stub = loading.rows("MATCH (u:Unit {stub: true}) RETURN u.uid AS uid")[0]["uid"]
    judgement = Judgement(stub, _uid(loading, CODES[0]), Verdict.SAME, "o_1", "asked them")
    judge(loading.environment.writer, loading.environment.uid_key, judgement)

    later = f"{units}{CODES[1]},甲局,\n"
    loading.load(UNITS, later)

    assert loading.hash() == _fresh(loading, (CLUES, clues), (UNITS, later))


def test_a_tie_between_two_that_are_one_holds_the_end_that_only_it_speaks_of(loading: Loading) -> None:
    alone = f"{_UNITS_HEAD}{CODES[0]},甲局,{CODES[1]}\n"
    loading.load(UNITS, f"{alone}{CODES[1]},乙局,\n")
    _say(loading, CODES[0], CODES[1])
    loading.write("units.csv", alone)
    _sync(loading, UNITS)
    _part(loading)

    assert loading.hash() == _fresh(loading, (UNITS, alone))


def _day_names() -> str:
    return REGISTER.replace("files: register.csv", 'files: "day*.csv"')


def test_a_load_is_rolled_back_to_a_file_that_is_no_longer_there(loading: Loading) -> None:
    declaration = _day_names()
    loading.write("day1.csv", _REGISTER_HEAD + _A + _B + _C)
    _sync(loading, declaration)
    before = loading.hash()
    (loading.folder / "day1.csv").unlink()
    loading.write("day2.csv", _REGISTER_HEAD + _A + _B.replace("乙", "乙乙") + _C)
    _sync(loading, declaration)
    newest = loading.rows("MATCH (l:Load {file: 'day2.csv'}) RETURN l.uid AS uid")[0]["uid"]

    withdraw(loading.environment, Withdrawal("register", load=newest))

    assert loading.hash() == before
    assert loading.rows("MATCH (l:Load) RETURN l.state AS state ORDER BY l.file") == [
        {"state": "DONE"}, {"state": "WITHDRAWN"}
    ]  # fmt: skip


@pytest.mark.parametrize("by", ["load", "file"])
@pytest.mark.parametrize("names", [("a.csv", "b.csv"), ("b.csv", "a.csv")])
def test_a_row_that_stands_in_two_files_stays_while_one_of_them_does(
    loading: Loading, names: tuple[str, str], by: str
) -> None:
    declaration = REGISTER.replace("files: register.csv", 'files: "[ab].csv"')
    one, other = names
    loading.write(one, _REGISTER_HEAD + _A + _B)
    loading.write(other, _REGISTER_HEAD + _A + _C)
    loading.load(declaration)
    uid = loading.rows("MATCH (l:Load {file: $file}) RETURN l.uid AS uid", file=one)[0]["uid"]

    what = Withdrawal("register", load=uid) if by == "load" else Withdrawal("register", file=one)
    withdraw(loading.environment, what)

    assert loading.hash() == _fresh(loading, (REGISTER, _REGISTER_HEAD + _A + _C))


def test_a_row_that_was_repaired_is_rolled_back_to_as_any_other(loading: Loading, tmp_path: Path) -> None:
    path = tmp_path / "rejected.xlsx"
    broken = _B.replace(IDS[1], "123")
    loading.load(REGISTER, _REGISTER_HEAD + _A + broken)
    export_rejects(loading.environment, "register", path)
    rows = exported(path)
    rows[0]["身份证号"] = IDS[1]
    repair(path, rows)
    repaired = retry_rejects(loading.source(REGISTER), path, loading.environment, lambda *_: None).loads[-1]
    before = loading.hash()
    _sync(loading, REGISTER)
    loading.write("register.csv", _REGISTER_HEAD + _A + _B.replace("乙", "乙乙"))
    _sync(loading, REGISTER)
    changed = loading.rows("MATCH (l:Load) RETURN l.uid AS uid ORDER BY l.number DESC")[0]["uid"]

    withdraw(loading.environment, Withdrawal("register", load=changed))
    assert loading.hash() == before
    withdraw(loading.environment, Withdrawal("register", load=repaired))

    assert loading.hash() == _fresh(loading, (REGISTER, _REGISTER_HEAD + _A))


@pytest.mark.parametrize("pair", [(0, 1), (1, 2), (2, 3)])
def test_a_source_is_withdrawn_from_merged_records_as_from_others(loading: Loading, pair: tuple[int, int]) -> None:
    loading.load(REGISTER, _REGISTER_HEAD + _A + _B)
    loading.load(CLUES, _CLUES_HEAD + "".join(_clue(f"X{number}", number, "甲局") for number in range(4)))
    _say(loading, IDS[pair[0]], IDS[pair[1]])

    withdraw(loading.environment, Withdrawal("clues"))
    _part(loading)
    loading.load(REGISTER)

    assert loading.hash() == _fresh(loading, (REGISTER, _REGISTER_HEAD + _A + _B))


def test_nothing_stays_of_a_register_whose_people_were_merged_and_matching_goes_on(loading: Loading) -> None:
    empty = loading.hash()
    loading.load(REGISTER, _REGISTER_HEAD + _A + _B + _C)
    _say(loading, IDS[0], IDS[1])
    _say(loading, IDS[1], IDS[2])

    withdraw(loading.environment, Withdrawal("register"))
    assert loading.hash() == empty
    loading.load(REGISTER, _REGISTER_HEAD + _A)
    outcome = _resolve(loading)
    assert (outcome.merged, outcome.skipped) == (0, 2)
    loading.load(REGISTER, _REGISTER_HEAD + _A + _B)
    outcome = _resolve(loading)

    assert (outcome.merged, outcome.skipped) == (1, 1)
    tied = loading.rows("MATCH (k:IdentityCandidate) RETURN COUNT { (k)-[:COMPARES]->() } AS ends ORDER BY ends")
    assert [each["ends"] for each in tied] == [0, 2]


@pytest.mark.parametrize("chunk", [1, 50])
@pytest.mark.parametrize("turned", [False, True])
def test_rows_leave_and_reach_merged_people_in_chunks_of_any_size(loading: Loading, chunk: int, turned: bool) -> None:
    loading = replace(loading, environment=replace(loading.environment, chunk=chunk))
    clues = (_clue("X3", 3), _clue("X4", 2))
    loading.load(CLUES, _CLUES_HEAD + "".join(clues))
    _say(loading, IDS[2], IDS[3])
    end = _CLUES_HEAD + "".join(reversed((_clue("X3"), _clue("X4", 3))) if turned else (_clue("X3"), _clue("X4", 3)))

    loading.load(CLUES, end)
    assert counts(loading.load(CLUES, end + "\n"))[1] == 0
    ended = loading.hash()

    assert ended == _fresh(loading, (CLUES, end))


def test_the_newest_judgement_holds_and_the_one_that_it_contradicts_is_told(loading: Loading) -> None:
    loading.load(REGISTER, _REGISTER_HEAD + _A + _B + _C)
    apart = loading.hash()
    _say(loading, IDS[0], IDS[1])
    _say(loading, IDS[1], IDS[2])
    _say(loading, IDS[0], IDS[2], Verdict.DIFFERENT)

    told = loading.rows(
        "MATCH (c:IdentityCandidate {overruled: true}) RETURN c.one AS one, c.other AS other, c.guard AS why"
    )
    assert [{each["one"], each["other"]} for each in told] == [{_uid(loading, IDS[0]), _uid(loading, IDS[1])}]
    assert told[0]["why"]
    one = loading.rows("MATCH (n:Absorbed)-[:MERGED_INTO]->(m) RETURN [n.id_number, m.id_number] AS ends")
    assert [set(each["ends"]) for each in one] == [{IDS[1], IDS[2]}]
    outcome = _resolve(loading)
    assert (outcome.merged, outcome.undone, outcome.overruled) == (0, 0, 1)
    _say(loading, IDS[1], IDS[2], Verdict.UNSURE)
    assert loading.rows("MATCH (c:IdentityCandidate {overruled: true}) RETURN c.uid") == []
    _say(loading, IDS[0], IDS[1], Verdict.DIFFERENT)
    assert loading.hash() == apart


def test_a_refused_judgement_is_not_kept(loading: Loading) -> None:
    loading.load(REGISTER, _REGISTER_HEAD + _A + _B)
    gone = _uid(loading, IDS[0]), _uid(loading, IDS[1])
    loading.environment.writer.run_write(
        "MATCH (n:Person {uid: $uid}) SET n.stub = true", uid=gone[0]
    )  # as a person of whom nothing speaks any more
    with pytest.raises(Exception, match="gone"):
        _say(loading, IDS[0], IDS[1])

    assert loading.rows("MATCH (n) WHERE n:IdentityJudgement OR n:IdentityCandidate RETURN n") == []
