"""Random histories of loads, roll-backs, withdrawals and judgements end where their last words alone would."""

import os
import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from operator import itemgetter
from typing import ClassVar

import pytest

from graph_service.errors import Conflict, NotFound
from graph_service.identity.following import ends_of, read_merges
from graph_service.identity.judging import Judgement, Verdict, judge, take_back
from graph_service.identity.resolve import resolve
from graph_service.identity.thresholds import DEFAULT_THRESHOLD
from graph_service.progress import Silent
from loaders.sync.syncing import Withdrawal, sync_source, withdraw
from tests.loading import CLUES, CODES, IDS, REGISTER, UNITS, Loading, clear

_HISTORIES = int(os.environ.get("LEADLINK_TEST_JUDGED_HISTORIES", "3"))  # 500 is the full figure, run by hand
_FIRST = int(os.environ.get("LEADLINK_TEST_FIRST_HISTORY", "0"))
_STEPS = 14
# The payroll says of the register's people, by another rank, from files with dated names.
_PAYROLL = (
    REGISTER.replace("name: register", "name: payroll")
    .replace("rank: 90", "rank: 60")
    .replace("files: register.csv", 'files: "payroll*.csv"')
)
_DECLARED = {"register": REGISTER, "payroll": _PAYROLL, "clues": CLUES, "units": UNITS}
_HEADS = {
    "register": "编号,身份证号,姓名,性别",
    "payroll": "编号,身份证号,姓名,性别",
    "clues": "线索编号,标题,部门,被反映人,身份证号,单位,电话",
    "units": "代码,名称,上级",
}
_NAMES = ("张三", "张三", "李四", "")
_UNITS = ("甲局", "乙局", "丙局", "")
_PHONES = ("13812345678", "13912345678;13812345678", "")

Table = dict[int, str]


@dataclass
class History:
    """What was done to the graph, and what each source says by now."""

    declared: ClassVar[dict[str, str]] = _DECLARED
    heads: ClassVar[dict[str, str]] = _HEADS
    loading: Loading
    draw: random.Random
    tables: dict[str, Table] = field(default_factory=dict)
    before: dict[str, Table | None] = field(default_factory=dict)  # what the newest sync of a source replaced
    synced: dict[str, list[str]] = field(default_factory=dict)  # the loads of that sync, the newest first
    said: list[Judgement] = field(default_factory=list)
    day: int = 0

    def step(self) -> None:
        """Do one thing at random; what is refused must change nothing."""
        self.draw.choice(self.acts())()

    def acts(self) -> list[Callable[[], object]]:
        """Return what may be done."""
        changes: list[Callable[[], object]] = [self.change, self.change, self._drop, self._withdraw, self._roll_back]
        return [*changes, self._judge, self._judge, self._part, self.resolve]

    def row(self, source: str, key: int) -> str:
        """Return a random row of the source."""
        draw = self.draw
        if source in {"register", "payroll"}:
            return f"{key},{draw.choice(IDS)},{draw.choice(_NAMES)},{draw.choice('男女')}"
        if source == "units":
            code = CODES[key % 3]
            # A unit under itself would be rejected, and what its row said before would stand: no history to compare.
            return f"{code},{draw.choice(_UNITS)},{draw.choice([above for above in (*CODES, '') if above != code])}"
        person = f"{draw.choice(_NAMES)},{draw.choice((*IDS, ''))}"
        return (
            f"X{key},题{draw.randrange(2)},T{draw.randrange(2)},{person},{draw.choice(_UNITS)},{draw.choice(_PHONES)}"
        )

    def keys(self, source: str) -> range:
        """Return the keys that rows of the source may have."""
        return range(3 if source == "units" else 5)

    def change(self, source: str | None = None) -> None:
        """Bring a source up to date with a file in which some rows are other ones."""
        source = source or self.draw.choice(list(self.declared))
        table, keys = self.tables.get(source, {}), self.keys(source)
        new = {key: self.row(source, key) for key in keys}
        self._sync(source, {key: new[key] if self.draw.random() < 0.6 else table.get(key, new[key]) for key in keys})

    def _drop(self) -> None:
        if self.tables:
            source = self.draw.choice(list(self.tables))
            gone = self.draw.choice(list(self.tables[source]))
            kept = {key: row for key, row in self.tables[source].items() if key != gone}
            if kept:
                self._sync(source, kept)

    def _sync(self, source: str, table: Table) -> None:
        known = self._loads(source)
        self.write(source, table)
        loading = self.loading
        sync_source(loading.source(self.declared[source]), loading.folder, loading.environment, lambda *_: None)
        self.before[source] = self.tables.get(source)
        self.synced[source] = [uid for uid in self._loads(source) if uid not in known]
        self.tables[source] = table

    def _loads(self, source: str) -> list[str]:
        found = self.loading.rows(
            "MATCH (l:Load {source: $source}) WHERE l.state <> 'WITHDRAWN' RETURN l.uid AS uid ORDER BY l.number DESC",
            source=source,
        )
        return [row["uid"] for row in found]

    def write(self, source: str, table: Table) -> None:
        """Write the source's file; the payroll's under the name of a new day, half of its rows in a second one too."""
        rows = list(table.values())
        self.draw.shuffle(rows)
        if source != "payroll":
            self.loading.write(f"{source}.csv", "\n".join([self.heads[source], *rows]))
            return
        for old in self.loading.folder.glob("payroll*.csv"):
            old.unlink()
        self.day += 1
        self.loading.write(f"payroll{self.day:03}a.csv", "\n".join([self.heads[source], *rows[: len(rows) // 2 + 1]]))
        self.loading.write(f"payroll{self.day:03}b.csv", "\n".join([self.heads[source], *rows[len(rows) // 2 :]]))

    def _withdraw(self) -> None:
        if self.tables:
            source = self.draw.choice(list(self.tables))
            withdraw(self.loading.environment, Withdrawal(source))
            del self.tables[source]
            self.synced.pop(source, None)

    def _roll_back(self) -> None:
        again = [source for source, loads in self.synced.items() if loads]
        if again:
            source = self.draw.choice(again)
            for load in self.synced.pop(source):
                withdraw(self.loading.environment, Withdrawal(source, load=load))
            before = self.before.pop(source)
            if before is None:
                del self.tables[source]
            else:
                self.tables[source] = before

    def _judge(self) -> None:
        label = self.draw.choice(("Person", "Unit"))
        uids = [row["uid"] for row in self.loading.rows(f"MATCH (n:{label}) RETURN n.uid AS uid ORDER BY uid")]
        if len(uids) > 1:
            verdict = self.draw.choice((Verdict.SAME, Verdict.SAME, Verdict.DIFFERENT))
            one, other = self.draw.sample(uids, 2)
            self._say(Judgement(one, other, verdict, "o_1", "asked them"))

    def _say(self, judgement: Judgement) -> None:
        environment = self.loading.environment
        held = self.loading.hash()
        try:
            judge(environment.writer, environment.uid_key, judgement)
        except Conflict:
            assert self.loading.hash() == held
        else:
            self.said.append(judgement)

    def _part(self) -> None:
        environment = self.loading.environment
        merges = [merge for label in ("Person", "Unit") for merge in read_merges(environment.writer, label)]
        if merges:
            merge = self.draw.choice(sorted(merges, key=itemgetter("absorbed")))
            take_back(environment.writer, environment.uid_key, merge["absorbed"], "o_1", "others after all")
            self.said.append(Judgement(*ends_of(merge), Verdict.DIFFERENT, "o_1", "others after all"))

    def resolve(self) -> None:
        """Let the machine merge, and merges that rested come back; a second time changes nothing."""
        environment = self.loading.environment
        resolve(environment.writer, environment.uid_key, DEFAULT_THRESHOLD, Silent())
        settled = self.loading.hash()
        resolve(environment.writer, environment.uid_key, DEFAULT_THRESHOLD, Silent())
        assert self.loading.hash() == settled

    def part_all(self) -> None:
        """Take back every merge."""
        environment = self.loading.environment
        while absorbed := self.loading.rows("MATCH (n:Absorbed) RETURN n.uid AS uid ORDER BY uid LIMIT 1"):
            take_back(environment.writer, environment.uid_key, absorbed[0]["uid"], "o_1", "others after all")

    def begin_anew(self) -> None:
        """Load what the sources say by now into an empty graph."""
        clear(self.loading.environment.writer)
        shutil.rmtree(self.loading.environment.home, ignore_errors=True)
        for source in sorted(self.tables):
            self.write(source, self.tables[source])
            self.loading.load(self.declared[source])

    def clusters(self) -> set[frozenset[str]]:
        """Return who is one with whom, each set of two or more."""
        rows = self.loading.rows(
            "MATCH (n:Absorbed) WITH n.survivor AS survivor, collect(n.uid) AS others RETURN [survivor] + others AS uids"
        )
        return {frozenset(row["uids"]) for row in rows}

    def say_again(self) -> None:
        """Say every judgement once more, in order; what is about nodes that are gone cannot be said."""
        environment = self.loading.environment
        for judgement in self.said:
            with suppress(NotFound, Conflict):
                judge(environment.writer, environment.uid_key, judgement)


@pytest.mark.parametrize("seed", range(_FIRST, _FIRST + _HISTORIES))
def test_a_judged_history_ends_where_its_last_words_would(loading: Loading, seed: int) -> None:
    history = History(loading, random.Random(seed))  # noqa: S311 - cases, not secrets
    for _ in range(_STEPS):
        history.step()
    history.part_all()
    ended = loading.hash()

    history.begin_anew()

    assert ended == loading.hash()


@pytest.mark.parametrize("seed", range(_FIRST, _FIRST + _HISTORIES))
def test_what_people_said_outlives_what_the_sources_do(loading: Loading, seed: int) -> None:
    history = History(loading, random.Random(seed))  # noqa: S311 - cases, not secrets
    for _ in range(_STEPS):
        history.step()
    history.resolve()  # what rested while its nodes were gone
    ended = history.clusters()

    history.begin_anew()
    history.say_again()
    history.resolve()

    # Which of those that are one answers for them is as it was when they became one; that they are is not.
    assert ended == history.clusters()
