"""What one officer of a working day does: looks, takes something from the own worklist, acts on it, now and then sends it twice."""

import asyncio
import itertools
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import httpx

from graph_service.act import client_request
from graph_service.demo.acted.stage import listed
from graph_service.work.life import Needed, read_life

READ, WRITE = "read", "write"
_TWICE, _WRITES, _REOPENS = 0.1, 0.5, 0.3
_ANY = 5  # of a worklist one of the first is taken: many officers reach for the same
_LOOKS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("worklist", {"first": 20}), ("find", {"text": "财政局", "first": 10}), ("list_matters", {"first": 20}), ("told", {"first": 20}),
    ("list_alerts", {"first": 20}), ("scores", {}), ("task_worklist", {"first": 20}),
)  # fmt: skip
_LINKS = "{ links(filter: {state: [PROPOSED, CONFIRMED, UNSURE]}, first: 20) { nodes { id } } }"
_CLOSED = "{ clues(filter: {stage: [CLOSED]}, first: 50) { nodes { id stage } } }"


@dataclass
class Kept:
    """What the whole day keeps: how long everything took, what was answered, and which acts were acknowledged under which key."""

    taken: dict[str, list[float]] = field(default_factory=lambda: {READ: [], WRITE: []})
    answers: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    done: dict[str, tuple[str, str]] = field(default_factory=dict)  # clue and act by the key as the graph keeps it
    judged: Counter[str] = field(default_factory=Counter)  # verdicts by link


@dataclass(frozen=True)
class Desk:
    """An officer, the team, and two colleagues who can be named to verify."""

    officer: str
    team: str
    colleagues: tuple[str, ...]


@dataclass
class Hands:
    """One officer at a desk."""

    client: httpx.AsyncClient
    desk: Desk
    token: str
    kept: Kept
    run: str  # no key of one day is one of another
    draw: random.Random = field(default_factory=random.Random)
    _keys: itertools.count = field(default_factory=itertools.count)  # type: ignore[type-arg]

    async def work(self, until: float, pause: float) -> None:
        """Work until the time is over, with a pause of this many seconds on average between two things."""
        while time.monotonic() < until:
            await asyncio.sleep(self.draw.expovariate(1 / pause))
            if self.draw.random() >= _WRITES:
                operation, given = self.draw.choice(_LOOKS)
                await self._ask(READ, listed(operation), given)
            elif self.desk.team == "CHIEF" and self.draw.random() < _REOPENS:
                await self._reopen()
            elif self.draw.random() < 0.2:
                await self._judge()
            else:
                await self._from_worklist()

    async def _ask(self, kind: str, text: str, given: dict[str, Any]) -> dict[str, Any]:
        head = {"Authorization": f"Bearer {self.token}"}
        began = time.perf_counter()
        try:
            response = await self.client.post("/graphql", json={"query": text, "variables": given}, headers=head)
            answer = dict(response.json())
        except (httpx.HTTPError, ValueError) as error:
            self.kept.errors.append(f"{self.desk.officer}: {type(error).__name__} {error}")
            return {}
        self.kept.taken[kind].append(time.perf_counter() - began)
        if response.status_code != 200 or answer.get("errors"):
            self.kept.errors.append(f"{self.desk.officer}: {response.status_code} {str(answer.get('errors'))[:300]}")
            return {}
        return dict(answer["data"])

    async def _from_worklist(self) -> None:
        found = (await self._ask(READ, listed("worklist"), {"first": _ANY})).get("worklist")
        waiting = [each for each in (found or {"nodes": []})["nodes"] if each["actions"]]
        if waiting:
            row = self.draw.choice(waiting)
            await self._act(row["clue"]["id"], self.draw.choice(row["actions"]), row["clue"]["stage"])

    async def _reopen(self) -> None:
        found = (await self._ask(READ, _CLOSED, {})).get("clues")
        if found and found["nodes"]:
            row = self.draw.choice(found["nodes"][:_ANY])
            await self._act(row["id"], "REOPEN", row["stage"])

    async def _act(self, clue: str, action: str, seen: str) -> None:
        key = f"{self.run}-{self.desk.officer}-{next(self._keys)}"
        given = {
            "id": clue,
            "action": action,
            "reason": "按程序办理",
            "seen": seen,
            "clientKey": key,
            **self._said(action),
        }
        for _ in range(1 + (self.draw.random() < _TWICE)):
            answer = (await self._ask(WRITE, listed("act_on_clue"), given)).get("actOnClue")
            if answer is None:
                return
            self.kept.answers[answer["__typename"]] += 1
            if answer["__typename"] == "Clue":
                self.kept.done[str(client_request(self.desk.officer, key, []).key)] = (clue, action)

    def _said(self, action: str) -> dict[str, Any]:
        """Return what the act needs beside its reason."""
        act, today = read_life().acts[action], date.today()
        team = (
            "ADJUDICATION"
            if act.team_duty == "ADJUDICATE"
            else self.draw.choice(("INVESTIGATION_1", "INVESTIGATION_2"))
        )
        if act.team_like == "*" and team != "ADJUDICATION":
            team = f"SUPERVISION_{self.draw.randrange(1, 9)}"
        disposal = self.draw.choice(("PRELIM_VERIFY", "CLOSED", "TALK_INQUIRY"))
        words: dict[Needed, tuple[str, Any]] = {
            Needed.PAPER: ("paper", "文书"), Needed.TEAM: ("team", team), Needed.BODY: ("body", "某机关"),
            Needed.TWO_OFFICERS: ("officers", list(self.desk.colleagues)), Needed.DISPOSAL: ("disposal", disposal),
            Needed.LOOK_AGAIN_ON: ("lookAgainOn", (today + timedelta(days=30)).isoformat()),
        }  # fmt: skip
        return dict(words[each] for each in act.needs if each in words)

    async def _judge(self) -> None:
        found = (await self._ask(READ, _LINKS, {})).get("links")
        if found and found["nodes"]:
            link = self.draw.choice(found["nodes"][:_ANY])["id"]
            given = {"id": link, "verdict": self.draw.choice(("CONFIRMED", "UNSURE")), "reason": "核对依据"}
            answer = (await self._ask(WRITE, listed("judge_link"), given)).get("judgeLink")
            if answer is not None:
                self.kept.answers[answer["__typename"]] += 1
                self.kept.judged[link] += answer["__typename"] == "Link"
