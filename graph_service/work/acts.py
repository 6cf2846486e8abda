"""What people do with a clue: each act is one transaction, allowed or refused by the rules of its life, and kept for ever."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import partial
from typing import Any
from uuid import uuid4

from graph_service.act import ActRefused, ClientRequest, client_request
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.graph import Statements, Writer
from graph_service.rights.viewer import Viewer
from graph_service.work.life import Act, Needed, read_life
from graph_service.work.next_acts import Hand, refusal
from graph_service.work.standing import ClueFacts, read_facts

_BEIJING = timezone(timedelta(hours=8))
_TWO = 2


def today() -> date:
    """Return the day on which something is done, by the clock of Beijing."""
    return datetime.now(_BEIJING).date()


@dataclass(frozen=True)
class Saying:
    """What is said with an act: its reason, and what the act needs beside it."""

    reason: str
    paper: str | None = None
    team: str | None = None
    officers: tuple[str, ...] = ()
    disposal: str | None = None
    look_again_on: date | None = None
    due_on: date | None = None
    other: str | None = None
    body: str | None = None

    @property
    def asked(self) -> list[Any]:
        """Return all of it, by which a repeated request is known."""
        days = [each and each.isoformat() for each in (self.look_again_on, self.due_on)]
        return [self.reason, self.paper, self.team, list(self.officers), self.disposal, *days, self.other, self.body]


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to do with which clue, the stage in which that officer saw it, and the client's key."""

    clue: str
    act: str
    saying: Saying
    seen: str | None = None
    client_key: str | None = None


def act_on_clue(writer: Writer, viewer: Viewer, wanted: Wanted, clock: Callable[[], date] = today) -> str:
    """Return the uid of the clue after the act; refuse what its life does not allow now, by a name that says which rule."""
    if not wanted.saying.reason.strip():
        raise ActRefused("ClueReasonMissing", "say in a sentence why")
    request = client_request(
        viewer.officer, wanted.client_key, [wanted.clue, wanted.act, wanted.seen, *wanted.saying.asked]
    )
    return writer.run_together(partial(_act, viewer, wanted, request, clock))


def _act(
    viewer: Viewer, wanted: Wanted, request: ClientRequest, clock: Callable[[], date], statements: Statements
) -> str:
    turn = statements.run_write(query("work/turn").body, uid=wanted.clue, key=request.key)[0][0]
    found = _found(viewer, wanted, statements)
    if turn["known"] is not None:
        request.require_same(turn["known"])
        return wanted.clue
    facts, life, on = read_facts(found["facts"]), read_life(), clock()
    if wanted.seen is not None and wanted.seen != facts.standing.stage:
        raise ActRefused("ClueOvertaken", f"the clue is {facts.standing.stage} by now: read its steps, then act again")
    act, hand = life.acts[wanted.act], Hand(viewer.officer, viewer.teams, frozenset(map(str, viewer.grants)))
    if (refused := refusal(life, wanted.act, facts.standing, hand)) is not None:
        raise ActRefused(refused.name, refused.why)
    for needed in act.needs:
        if missing := _MISSING[needed](wanted.saying, found, on):
            raise ActRefused("ClueNeedsMore", missing)
    saying = wanted.saying
    step = {
        "uid": f"cluestep_{uuid4().hex[:24]}", "clue": wanted.clue, "number": turn["number"], "act": wanted.act,
        "before": facts.standing.stage, "stage": act.to or facts.standing.stage, "holder": _holder(act, facts, saying) or "",
        "by": viewer.officer, "teams": list(viewer.teams), "reason": saying.reason.strip(), "paper": saying.paper,
        "to_team": saying.team, "officers": list(saying.officers), "other": saying.other, "body": saying.body,
        "disposal": saying.disposal or facts.standing.disposal, "data": act.data.value, "rule": act.rule,
        "version": life.version, "client_key": request.key, "request": request.digest,
    }  # fmt: skip
    days = {"on": on, "due_on": saying.due_on, "look_again_on": saying.look_again_on}
    told = {name: day and day.isoformat() for name, day in days.items()}
    statements.run_write(query("work/step").body, step=step, at=turn["at"], days=told)
    return wanted.clue


def _found(viewer: Viewer, wanted: Wanted, statements: Statements) -> dict[str, Any]:
    saying, view = wanted.saying, viewer.view
    asked = {
        "uid": wanted.clue, "team": saying.team, "officers": list(saying.officers), "other": saying.other,
        **viewer.params, **view.params,
    }  # fmt: skip
    found = statements.run_read(view.text(filled(query("work/standing").body)), **asked)[0]
    if not found:
        raise ActRefused("ClueNotVisible", "check the id, or ask the team that gave it to you")
    return dict(found[0])


def _holder(act: Act, facts: ClueFacts, saying: Saying) -> str | None:
    if act.gives_up:
        return None
    return (saying.team or facts.proposed_team) if act.takes else facts.standing.holder


def _said(value: str | None) -> bool:
    return bool(value and value.strip())


_Missing = Callable[[Saying, Mapping[str, Any], date], str | None]
_MISSING: Mapping[Needed, _Missing] = {
    Needed.PAPER: lambda said, _found, _on: None if _said(said.paper) else "name the paper 文书 that it rests on: `paper`",
    Needed.TEAM: lambda said, found, _on: None if said.team and found["has_team"] else "name the team, by a code that `teams` lists: `team`",
    Needed.TWO_OFFICERS: lambda said, found, _on: None
    if len(set(said.officers)) >= _TWO and found["known_officers"] == len(set(said.officers))
    else "name the two or more officers who do it, by their staff numbers: `officers`",
    Needed.DISPOSAL: lambda said, _found, _on: None if said.disposal else "name the way of disposal: `disposal`",
    Needed.LOOK_AGAIN_ON: lambda said, _found, on: None
    if said.look_again_on and said.look_again_on > on
    else "name the day, from tomorrow on, on which it is looked at again: `lookAgainOn`",
    Needed.DUE_ON: lambda said, _found, on: None if said.due_on and said.due_on >= on else "name the day, from today on: `dueOn`",
    Needed.OTHER: lambda said, found, _on: None if found["has_other"] else "name another clue that you may read: `other`",
    Needed.BODY: lambda said, _found, _on: None if _said(said.body) else "name the body that takes it: `body`",
}  # fmt: skip
