"""Where a story is acted: a service whose clock is set, officers who ask it with tokens of their own, and what each did when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import httpx

from graph_service.demo.acted.clock import SetClock
from graph_service.errors import BadInput
from graph_service.rights.viewer import Tokens
from graph_service.tasks.rules import MAKE, TASKS, TICKET, read_task_rules, word_of
from graph_service.work.life import read_life

WORK = Path(__file__).resolve().parents[3] / "examples" / "work"  # the listed operations that a desk sends
_LIVES = {"clue": read_life()} | {word_of(kind): read_task_rules(kind).life for kind in (*TASKS, TICKET)}
_REFUSAL = "mend"  # only refusals say what to do about it


@dataclass(frozen=True)
class Line:
    """One line of a story: when, who of which team, what was done, and what came of it."""

    at: datetime
    officer: str
    team: str
    what: str
    came_of_it: str


@dataclass
class Stage:
    """The service, the clock, who works in which team, and the lines so far."""

    client: httpx.AsyncClient
    tokens: Tokens
    clock: SetClock
    staff: Mapping[str, Sequence[str]]  # officers by team
    lines: list[Line] = field(default_factory=list)
    now: datetime = datetime.min

    def at(self, moment: str) -> None:
        """Let it be this moment in Beijing, such as `2026-11-05 09:10`."""
        self.now = datetime.fromisoformat(moment)
        self.clock.set(self.now)

    def one_of(self, team: str, place: int = 0) -> "Actor":
        """Return an officer of the team."""
        found = self.staff.get(team, ())
        if place >= len(found):
            raise BadInput(f"{team} has {len(found)} officers", "story", "load the city again")
        return Actor(self, found[place], team)


@dataclass(frozen=True)
class Actor:
    """An officer who asks over HTTP."""

    stage: Stage
    officer: str
    team: str

    async def asks(self, text: str, **given: Any) -> dict[str, Any]:
        """Return the data of an operation; an error ends the story."""
        headers = {"Authorization": f"Bearer {self.stage.tokens.sign(self.officer)}"}
        sent = {"query": text, "variables": given}
        reply = (await self.stage.client.post("/graphql", json=sent, headers=headers)).json()
        if reply.get("errors"):
            raise BadInput(
                f"{self.officer} met an error: {reply['errors'][0]['message']}", "story", "load the city again"
            )
        return dict(reply["data"])

    async def looks(self, operation: str, **given: Any) -> Any:
        """Return what a listed operation shows, by the name of its file."""
        return next(iter((await self.asks(listed(operation), **given)).values()))

    async def does(self, operation: str, reason: str, **given: Any) -> dict[str, Any]:
        """Return what a listed mutation answers; a refusal ends the story."""
        answer = await self.tries(operation, reason, **given)
        if _REFUSAL in answer:
            told = f"{answer['__typename']}: {answer['message']} ({answer[_REFUSAL]})"
            raise BadInput(
                f"{self.officer} may not {given.get('action', operation)}: {told}", "story", "load the city again"
            )
        return answer

    async def tries(self, operation: str, reason: str, **given: Any) -> dict[str, Any]:
        """Return what a listed mutation answers, be it a refusal; it is a line of the story either way."""
        answer = dict(await self.looks(operation, reason=reason, **given))
        self.says(titled(operation, given.get("action")), _outcome(answer))
        return answer

    async def acts(self, clue: str, action: str, reason: str, **said: Any) -> dict[str, Any]:
        """Return a clue after an act."""
        return await self.does("act_on_clue", reason, id=clue, action=action, **said)

    def says(self, what: str, came_of_it: str) -> None:
        """Add a line to the story."""
        self.stage.lines.append(Line(self.stage.now, self.officer, self.team, what, came_of_it))


@cache
def listed(operation: str) -> str:
    """Return the text of a listed operation."""
    return (WORK / f"{operation}.graphql").read_text(encoding="utf-8")


def titled(operation: str, action: str | None) -> str:
    """Return what an act is called in both languages, by the operation that does it; its file tells where no life does."""
    life = _LIVES.get(operation.removeprefix("act_on_").removeprefix("make_").removeprefix("open_"))
    act = life.acts.get(action or MAKE) if life else None
    chinese = act.zh if act else listed(operation).splitlines()[1].removeprefix("# ")
    return f"{action or operation} {chinese}"


def _outcome(answer: Mapping[str, Any]) -> str:
    if _REFUSAL in answer:
        return f"refused: {answer['__typename']}"
    life = answer.get("life") or answer
    stage = life.get("stage") or life.get("state") or answer["__typename"]
    return f"{stage}, with {life['heldBy']}" if life.get("heldBy") else str(stage)
