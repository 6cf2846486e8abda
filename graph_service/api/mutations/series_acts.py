"""Mutations of series: people make one story of matters that judged links join; what cannot be done is a named refusal."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import strawberry

from graph_service.act import ActRefused
from graph_service.api.arguments.sought import own_id, uid_of
from graph_service.api.mutations.refused import require_judge, union
from graph_service.api.plan.context import WriteAccess
from graph_service.api.types.made import TYPES, listed_of
from graph_service.cypher.project.kept.series import SERIES
from graph_service.errors import BadInput, TooMuch
from graph_service.graph import Graph, Writer
from graph_service.rights.viewer import Viewer
from graph_service.series import acts
from graph_service.series.acts import Opening
from graph_service.series.turn import Actor

_MOST = 100
_ABOUT = "Series"
_ALWAYS = ("SeriesReasonMissing", "SeriesTeamMayNotJudge")
_FOUND = (*_ALWAYS, "SeriesNotVisible")
_OPEN = (*_FOUND, "SeriesClosed")
_RESULTS = {  # what each mutation may refuse, and what its answer is
    "OpenSeries": (("SeriesMatterNotVisible", "SeriesMatterTaken", "SeriesNotJoined", "SeriesTeamUnknown", *_ALWAYS),
                   "The series that was opened, or why it was not 建立串案结果"),
    "AddToSeries": (("SeriesMatterNotVisible", "SeriesMatterTaken", "SeriesNotJoined", *_OPEN),
                    "The series with its new members, or why they did not come in 并入串案结果"),
    "RemoveFromSeries": (("SeriesNotMember", *_OPEN), "The series without the members, or why they did not leave 移出串案结果"),
    "JoinSeries": (("SeriesNotJoined", *_OPEN), "The series that took in the other, or why it did not 并案结果"),
    "SplitSeries": (("SeriesNotMember", "SeriesNothingLeft", "SeriesTeamUnknown", *_OPEN),
                    "The new series of the members, or why they stayed 分案结果"),
    "SetLeadTeam": (("SeriesTeamUnknown", *_OPEN), "The series with its lead team, or why it has the old one 牵头部门变更结果"),
    "CloseSeries": (_OPEN, "The series that was closed, or why it was not 结束串案结果"),
    "NoteOnSeries": (_FOUND, "The series with the note on its board, or why it is not there 研判板记录结果"),
}  # fmt: skip
_Write = Callable[[Writer], str]
_Act = Callable[[dict[str, Any], Graph, Viewer, WriteAccess], Awaitable[str]]
_Read = Callable[[dict[str, Any], Actor], _Write]


def build() -> None:
    """Make the unions that the mutations return; the types of refusals must be there already."""
    for name, (refusals, about) in _RESULTS.items():
        union(f"{name}Result", about, ("Series", *refusals))


def _act(read: _Read, words: str = "reason") -> _Act:
    """Return a mutation: its words and its officer are looked at first, then it takes its turn in a thread of its own."""

    async def act(given: dict[str, Any], _graph: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
        require_judge(viewer, given[words], _ABOUT)
        key = given.get("clientKey")
        write = read(given, Actor(viewer.officer, viewer.teams, viewer.audiences, given[words], key, viewer.view))
        return await asyncio.to_thread(write, write_access.writer)

    return act


def _open(given: dict[str, Any], actor: Actor) -> _Write:
    return partial(acts.open_series, actor=actor, opening=_opening(given, actor.teams[0]))


def _add(given: dict[str, Any], actor: Actor) -> _Write:
    return partial(acts.add_to_series, actor=actor, series=_series(given), matters=_matters(given))


def _remove(given: dict[str, Any], actor: Actor) -> _Write:
    return partial(acts.remove_from_series, actor=actor, series=_series(given), matters=_matters(given))


def _join(given: dict[str, Any], actor: Actor) -> _Write:
    absorbed = own_id(given["absorbed"], "absorbed", SERIES)
    return partial(acts.join_series, actor=actor, series=_series(given), absorbed=absorbed)


def _split(given: dict[str, Any], actor: Actor) -> _Write:
    return partial(acts.split_series, actor=actor, series=_series(given), apart=_opening(given, ""))


def _lead(given: dict[str, Any], actor: Actor) -> _Write:
    return partial(acts.set_lead_team, actor=actor, series=_series(given), team=given["team"])


def _close(given: dict[str, Any], actor: Actor) -> _Write:
    return partial(acts.close_series, actor=actor, series=_series(given))


def _note(given: dict[str, Any], actor: Actor) -> _Write:
    return partial(acts.note_on_series, actor=actor, series=_series(given))


ACTS: dict[str, _Act] = {
    "open_series": _act(_open),
    "add_to_series": _act(_add),
    "remove_from_series": _act(_remove),
    "join_series": _act(_join),
    "split_series": _act(_split),
    "set_lead_team": _act(_lead),
    "close_series": _act(_close),
    "note_on_series": _act(_note, "text"),
}


def _series(given: dict[str, Any]) -> str:
    return own_id(given["id"], "id", SERIES)


def _matters(given: dict[str, Any]) -> tuple[str, ...]:
    named = [uid_of(each, "matters", "Matter") for each in dict.fromkeys(given["matters"])]
    if not named:
        raise BadInput("no matter is given", "argument matters", "give the id of one at least")
    if len(named) > _MOST:
        raise TooMuch(f"{len(named)} matters", "argument matters", f"give at most {_MOST} at once")
    return tuple(each.value for each in named)


def _opening(given: dict[str, Any], usual: str) -> Opening:
    if not given["title"].strip():
        raise ActRefused("SeriesReasonMissing", "say in one line what the series is about 请填写串案名称")
    return Opening(given["title"].strip(), given.get("leadTeam") or usual, _matters(given))


def fields() -> dict[str, tuple[Any, str, dict[str, tuple[Any, ...]]]]:
    """Return the mutations: what each returns, what it means, its arguments with their defaults."""
    ident = strawberry.ID
    one = {"id": (ident, "Id of the series")}
    some = {"matters": (listed_of(ident), f"Ids of the matters, 1 to {_MOST}")}
    title = {"title": (str, "What the series is about, in one line")}
    lead = {
        "leadTeam": (
            str | None,
            "Code of the team that leads; without it your own, or that of the series it comes from",
            None,
        )
    }
    why = {
        "reason": (str, "Why, in a sentence for those who may read every member that you may read"),
        "clientKey": (str | None, "A key of your own for this request: sent again, it changes nothing more", None),
    }
    text = {
        "text": (str, "The note, for those who may read every member that you may read"),
        "clientKey": why["clientKey"],
    }
    told: dict[str, tuple[str, dict[str, tuple[Any, ...]]]] = {
        "open_series": ("Open a series of matters that confirmed links join 建立串案", {**some, **title, **lead, **why}),
        "add_to_series": ("Put matters into a series that confirmed links join to its members 并入串案", {**one, **some, **why}),
        "remove_from_series": ("Take matters out of a series; that they were in it stays 移出串案", {**one, **some, **why}),
        "join_series": ("Join another series to this one; its id leads here from now on 并案", {
            **one, "absorbed": (ident, "Id of the series that is joined to it"), **why}),
        "split_series": ("Make members of a series a series of their own 分案", {**one, **some, **title, **lead, **why}),
        "set_lead_team": ("Give the lead of a series to a team 变更牵头部门", {**one, "team": (str, "Code of the team"), **why}),
        "close_series": ("Close a series; its members may come into another 结束串案", {**one, **why}),
        "note_on_series": ("Write a note on the board of a series 研判板记录", {**one, **text}),
    }  # fmt: skip
    return {
        name: (TYPES[f"{result}Result"], about, given)
        for (name, (about, given)), result in zip(told.items(), _RESULTS, strict=True)
    }
