"""Random histories of series: no matter in two open ones, nothing that was said or was a member is lost, old ids lead on."""

import os
from collections import Counter
from functools import partial
from random import Random
from typing import Any

import pytest

from graph_service.act import ActRefused
from graph_service.graph import Writer
from graph_service.series import acts
from graph_service.series.acts import Opening
from graph_service.series.turn import Actor, Turn, take_turn
from tests.series import draw_link, draw_matters
from tests.sketch import Sketch
from tests.world import BOTH

HISTORIES = int(os.environ.get("LEADLINK_TEST_SERIES_HISTORIES", "2"))
_STEPS = 40
_MATTERS = 7
_HELD = """MATCH (s:Series) WHERE s.opened_by = $by
RETURN s.uid AS uid, s.state AS state, s.survivor AS survivor,
  COLLECT { MATCH (k:SeriesMember {is_present: true})-[:IN_SERIES]->(s) RETURN k.matter } AS members"""
_KEPT = """MATCH (x:SeriesMember|SeriesEntry)-[:IN_SERIES|SAID_OF]->(s:Series) WHERE s.opened_by = $by
RETURN x.uid AS uid, count(s) AS places"""
_TOLD = "MATCH (n:Notice)-[:TOLD_TO]->(t:Team) WHERE n.entry IS NOT NULL RETURN n.entry AS entry, t.team_code AS team, count(*) AS times"


class History:
    """One officer who does with series whatever chance says, and what must hold after each act."""

    def __init__(self, writer: Writer, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - not for secrets
        self.writer = writer
        self.officer = f"o_history_{seed}"
        self.matters = draw_matters(writer, f"h{seed}x", *[("Clue", BOTH, "DISC_1")] * _MATTERS)
        self.pairs = [
            (self.random.choice(self.matters[:place]), self.matters[place]) for place in range(1, len(self.matters))
        ]
        for one, other in self.pairs:
            draw_link(writer, one, other)
        self.ids: list[str] = ["series_nobody"]
        self.kept: set[str] = set()
        self.done: Counter[str] = Counter()

    def step(self, number: int) -> None:
        """Try an act, twice with one client's key; what is refused changes nothing."""
        actor = Actor(self.officer, ("DISC_1",), (1, BOTH), "为何", f"key {number}")
        name = self.random.choice(
            ("open", "open", "add", "add", "add", "remove", "join", "join", "split", "split", "close", "note")
        )
        before = self._held()
        series, other = self._id(before), self._id(before)
        some = self._some(name, next((row["members"] for row in before if row["uid"] == series), []))
        opening = Opening("同一物业", "DISC_1", some)
        tried: dict[str, Any] = {
            "open": lambda: acts.open_series(self.writer, actor, opening),
            "add": lambda: acts.add_to_series(self.writer, actor, series, some),
            "remove": lambda: acts.remove_from_series(self.writer, actor, series, some),
            "join": lambda: acts.join_series(self.writer, actor, series, other),
            "split": lambda: acts.split_series(self.writer, actor, series, opening),
            "close": lambda: acts.close_series(self.writer, actor, series),
            "note": lambda: acts.note_on_series(self.writer, actor, series),
        }
        try:
            reached = tried[name]()
        except ActRefused:
            assert self._held() == before
        else:
            after = self._held()
            assert (tried[name](), self._held()) == (reached, after), "a repeat leads to the same and changes nothing"
            self.ids.append(reached)
            self.done[name] += 1

    def check(self) -> None:
        """Assert what holds whatever was done."""
        held = {row["uid"]: row for row in self._held()}
        taken = Counter(matter for row in held.values() if row["state"] == "OPEN" for matter in row["members"])
        assert not [matter for matter, times in taken.items() if times > 1]
        assert not [row for row in held.values() if row["state"] == "ABSORBED" and row["members"]]
        assert all(held[row["survivor"]]["survivor"] is None for row in held.values() if row["survivor"])
        rows = self.writer.run_read(_KEPT, by=self.officer)[0]
        assert all(row["places"] == 1 for row in rows)
        assert self.kept <= {row["uid"] for row in rows}
        self.kept = {row["uid"] for row in rows}
        seen = Actor(self.officer, ("DISC_1",), (1, BOTH), "看")
        for each in set(self.ids[1:]):
            assert take_turn(self.writer, seen, [], partial(_led_to, each)) == (held[each]["survivor"] or each)

    def _id(self, held: list[dict[str, Any]]) -> str:
        going_on = [row["uid"] for row in held if row["state"] == "OPEN"]
        return str(self.random.choice(going_on if going_on and self.random.random() < 0.7 else self.ids))

    def _some(self, name: str, members: list[str]) -> tuple[str, ...]:
        if name == "open":
            return self.random.choice(self.pairs)
        beside = [pair for pair in self.pairs if len(set(pair) & set(members)) == 1]
        if name == "add" and beside:
            return tuple(set(self.random.choice(beside)) - set(members))
        likely = members if name in {"remove", "split"} and members and self.random.random() < 0.8 else self.matters
        return tuple(self.random.sample(likely, k=self.random.choice((1, 1, min(2, len(likely))))))

    def _held(self) -> list[dict[str, Any]]:
        return sorted(self.writer.run_read(_HELD, by=self.officer)[0], key=lambda row: str(row["uid"]))


def _led_to(series: str, turn: Turn) -> str:
    return turn.standing(series).uid


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_whatever_is_done_nothing_is_lost_and_no_matter_is_in_two_open_series(
    seed: int, world: Sketch, writer: Writer
) -> None:
    writer.run_write("MATCH (w:TestWorld) DELETE w")
    history = History(writer, seed)
    for number in range(_STEPS):
        history.step(number)
        history.check()

    assert sum(history.done.values()) >= 5, "the history must do something"
    assert all(row["times"] == 1 for row in writer.run_read(_TOLD)[0])
