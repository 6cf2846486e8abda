"""Mutations of saved views: a picture of the graph is kept, named, shared, changed and dropped by the officer who drew it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import strawberry

from graph_service.api.arguments.sought import day, own_id, plain, read_types, uid_of
from graph_service.api.mutations.refused import union
from graph_service.api.plan.context import WriteAccess
from graph_service.api.types.kept.views import MOST_THINGS, MOST_TIES
from graph_service.api.types.made import TYPES, listed_of
from graph_service.cypher.project.kept.views import VIEW
from graph_service.errors import BadInput, TooMuch
from graph_service.graph import Graph
from graph_service.model import PICTURED
from graph_service.rights.viewer import Viewer
from graph_service.views.acts import (
    DrawnTie,
    Keeper,
    Picture,
    PlacedThing,
    Saving,
    change_view,
    drop_view,
    save_view,
)
from schema import KINDS
from schema.vocabulary import Channel

_Act = Callable[[dict[str, Any], Graph, Viewer, WriteAccess], Awaitable[str]]
_KEPT = ("ViewTitleMissing", "ViewEmpty", "ViewTeamUnknown")
_MOST_TEAMS = 50


def build() -> None:
    """Make the unions that the mutations return; the types of refusals must be there already."""
    union("SaveViewResult", "The view that was saved, or why it was not 保存视图结果", (VIEW, *_KEPT))
    union(
        "ChangeViewResult",
        "The view as it is now, or why it is as before 修改视图结果",
        (VIEW, "ViewNotVisible", *_KEPT),
    )
    union("DropViewResult", "The view that was dropped, or why it was not 删除视图结果", (VIEW, "ViewNotVisible"))


async def save(given: dict[str, Any], _: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
    """Return the uid of a new view of the officer's."""
    saving = Saving(given["title"].strip(), given.get("remark"), _picture(given["picture"]), _teams(given) or ())
    return await asyncio.to_thread(save_view, write_access.writer, _keeper(given, viewer), saving)


async def change(given: dict[str, Any], _: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
    """Return the uid of a view of the officer's own that says something else now."""
    title, drawn = given.get("title"), given.get("picture")
    saving = Saving(
        None if title is None else title.strip(),
        given.get("remark"),
        None if drawn is None else _picture(drawn),
        _teams(given),
    )
    uid = own_id(given["id"], "id", VIEW)
    return await asyncio.to_thread(change_view, write_access.writer, _keeper(given, viewer), uid, saving)


async def drop(given: dict[str, Any], _: Graph, viewer: Viewer, write_access: WriteAccess) -> str:
    """Return the uid of a view of the officer's own that nobody opens any more."""
    uid = own_id(given["id"], "id", VIEW)
    return await asyncio.to_thread(drop_view, write_access.writer, _keeper(given, viewer), uid)


ACTS: dict[str, _Act] = {"save_view": save, "change_view": change, "drop_view": drop}


def _keeper(given: Mapping[str, Any], viewer: Viewer) -> Keeper:
    return Keeper(viewer, given.get("clientKey"))


def _teams(given: Mapping[str, Any]) -> tuple[str, ...] | None:
    codes = given.get("sharedWith")
    return None if codes is None else tuple(_bounded(codes, "sharedWith", _MOST_TEAMS))


def _picture(given: Mapping[str, Any]) -> Picture:
    """Return a picture as it is kept; refuse one that is too large, or whose ties and origins are not among its things."""
    things = _bounded(given["things"], "things", MOST_THINGS)
    placed = tuple(
        PlacedThing(
            uid_of(each["id"], "things").value, each["x"], each["y"], bool(each.get("isHidden")), bool(each.get("isPinned")),
            _place(each.get("broughtBy"), len(things)),
        )
        for each in things
    )  # fmt: skip
    ties = tuple(
        DrawnTie(_tie(each["id"]), _place(each["source"], len(things)), _place(each["target"], len(things)))
        for each in _bounded(given["ties"], "ties", MOST_TIES)
    )
    return Picture(placed, ties, _look(given.get("look") or {}))


def _place(given: int | None, length: int) -> int:
    if given is None:
        return -1
    if not 0 <= given < length:
        raise BadInput(f"{given} is no place among {length} things", "argument picture", "count the things from 0")
    return given


def _tie(given: Any) -> str:
    text = str(given)
    if not text.startswith(PICTURED):
        what = "this is not the id of a `Relationship`"
        raise BadInput(what, "argument picture", "give the ids of edges that `expand` or `paths` told")
    return text.removeprefix(PICTURED)


def _look(given: Mapping[str, Any]) -> dict[str, Any]:
    channels = [each.name for each in Channel]
    return {
        "without_kinds": _words(given.get("withoutKinds"), "withoutKinds", list(KINDS)),
        "without_ties": read_types(list(given.get("withoutTies") or ()), "withoutTies"),
        "without_channels": _words(given.get("withoutChannels"), "withoutChannels", channels),
        "least_ties": given.get("leastTies"), "least_certainty": given.get("leastCertainty"),
        "since": day(given.get("since")), "until": day(given.get("until")),
        "group": plain(given.get("group")), "size": plain(given.get("size")),
    }  # fmt: skip


def _words(given: list[str] | None, argument: str, known: list[str]) -> list[str]:
    if wrong := sorted(set(given or ()).difference(known)):
        raise BadInput(f"{wrong[0]!r} is none of them", f"argument {argument}", f"use some of {', '.join(known)}")
    return list(given or ())


def _bounded(given: list[Any], argument: str, most: int) -> list[Any]:
    if len(given) > most:
        raise TooMuch(f"{len(given)} of {argument}", f"argument {argument}", f"give at most {most} at once")
    return given


def fields() -> dict[str, tuple[Any, str, dict[str, tuple[Any, ...]]]]:
    """Return the mutations: what each returns, what it means, its arguments with their defaults."""
    ident, picture = strawberry.ID, TYPES["ViewPictureInput"]
    one = {"id": (ident, "Id of the view")}
    once = {"clientKey": (str | None, "A key of your own for this act: sent again, it changes nothing more", None)}
    shared = "Codes of the teams that may open it and see of it what they may read"
    return {
        "save_view": (TYPES["SaveViewResult"], "Save a picture of the graph; what you may not read of it is left out 保存视图", {
            "title": (str, "What it shows, in one line"), "remark": (str | None, "What is to be said beside it", None),
            "picture": (picture, "What it holds"), "sharedWith": (listed_of(str) | None, shared, None), **once}),
        "change_view": (TYPES["ChangeViewResult"], "Change a view of your own; what is not given stays as it is 修改视图", {
            **one, "title": (str | None, "What it shows now", None), "remark": (str | None, "What is said beside it now", None),
            "picture": (picture | None, "What it holds now", None), "sharedWith": (listed_of(str) | None, shared, None), **once}),
        "drop_view": (TYPES["DropViewResult"], "Drop a view of your own: nobody opens it any more 删除视图", {**one, **once}),
    }  # fmt: skip
