"""What officers do with saved views: each act counts once, and whatever is kept was readable to who kept it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import uuid4

from graph_service.act import ActRefused, ClientRequest, client_request
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.graph import Statements, Writer
from graph_service.rights.viewer import Viewer

MOST_THINGS = 1000
MOST_TIES = 2000


@dataclass(frozen=True)
class PlacedThing:
    """A thing of a picture: where it stands, whether it is hidden or held in its place, and the place in the list of what brought it."""

    uid: str
    x: float
    y: float
    is_hidden: bool = False
    is_pinned: bool = False
    came_from: int = -1  # nothing brought it


@dataclass(frozen=True)
class DrawnTie:
    """A tie of a picture, between two places in its list of things."""

    uid: str
    start: int
    end: int


@dataclass(frozen=True)
class Picture:
    """What is in a view, and how it is looked at: its filters, groups and sizes, as they are kept."""

    things: tuple[PlacedThing, ...]
    ties: tuple[DrawnTie, ...]
    look: dict[str, Any] = field(default_factory=dict)

    @property
    def asked(self) -> list[Any]:
        """Return all of it, by which a repeated request is known."""
        things = [[each.uid, each.x, each.y, each.is_hidden, each.is_pinned, each.came_from] for each in self.things]
        look = {name: str(value) for name, value in self.look.items()}
        return [things, [[each.uid, each.start, each.end] for each in self.ties], look]

    def kept(self, things: Sequence[int], ties: Sequence[int]) -> dict[str, Any]:
        """Return the properties of the view that holds these of its things and ties; places in lists go by what is left."""
        places = {old: new for new, old in enumerate(things)}
        left, drawn = [self.things[each] for each in things], [self.ties[each] for each in ties]
        return {
            "things": [each.uid for each in left], "xs": [each.x for each in left], "ys": [each.y for each in left],
            "hidden": [each.is_hidden for each in left], "pinned": [each.is_pinned for each in left],
            "came_from": [places.get(each.came_from, -1) for each in left],
            "ties": [each.uid for each in drawn], "starts": [places[each.start] for each in drawn],
            "ends": [places[each.end] for each in drawn], **self.look,
        }  # fmt: skip


@dataclass(frozen=True)
class Saving:
    """What an officer says of a view; where a view is changed, nothing leaves a part as it is."""

    title: str | None = None
    remark: str | None = None
    picture: Picture | None = None
    shared_with: tuple[str, ...] | None = None

    @property
    def asked(self) -> list[Any]:
        """Return all of it, by which a repeated request is known."""
        shared = None if self.shared_with is None else list(self.shared_with)
        return [self.title, self.remark, self.picture and self.picture.asked, shared]


@dataclass(frozen=True)
class Keeper:
    """Who acts on a view, and the client's key by which the act counts once."""

    viewer: Viewer
    client_key: str | None = None

    def request(self, asked: Sequence[Any]) -> ClientRequest:
        """Return the request of the client for what is asked."""
        return client_request(self.viewer.officer, self.client_key, asked)

    def seen(self, statements: Statements, name: str, **params: Any) -> list[dict[str, Any]]:
        """Return what a file finds for the officer."""
        view = self.viewer.view
        text = view.text(filled(query(name).body))
        return statements.run_read(text, **{**self.viewer.params, **view.params, **params})[0]


def save_view(writer: Writer, keeper: Keeper, saving: Saving) -> str:
    """Return the uid of a new view; refuse one without a title, of nothing that the officer may read, or for an unknown team."""
    return writer.run_together(partial(_keep, keeper, None, saving))


def change_view(writer: Writer, keeper: Keeper, uid: str, saving: Saving) -> str:
    """Return the uid of a view of the officer's own that says something else now."""
    return writer.run_together(partial(_keep, keeper, uid, saving))


def drop_view(writer: Writer, keeper: Keeper, uid: str) -> str:
    """Return the uid of a view of the officer's own that nobody opens any more."""
    return writer.run_together(partial(_drop, keeper, uid))


def _keep(keeper: Keeper, uid: str | None, saving: Saving, statements: Statements) -> str:
    request = keeper.request(["keep", uid, *saving.asked])
    known, at = _turn(statements, request)
    if known is not None:
        return known
    if saving.title is not None and not saving.title.strip():
        raise ActRefused("ViewTitleMissing", "say in a line what the view shows")
    if uid is not None:
        _require_own(keeper, uid, statements)
    _require_teams(keeper, saving.shared_with or (), statements)
    said: dict[str, Any] = {"title": saving.title, "remark": saving.remark}
    said = {name: value for name, value in said.items() if value is not None}
    if saving.shared_with is not None:
        said["shared_with"] = list(dict.fromkeys(saving.shared_with))
    if saving.picture is not None:
        said |= _readable(keeper, saving.picture, statements)
    if uid is None:
        said |= {"by": keeper.viewer.officer, "teams": list(keeper.viewer.teams)}
    made = uid or f"view_{uuid4().hex[:24]}"
    act = _act(keeper, made, "CHANGED" if uid else "SAVED", request) | {"shared_with": said.get("shared_with")}
    statements.run_write(query("views/keep").body, view=said, act=act, at=at)
    return made


def _drop(keeper: Keeper, uid: str, statements: Statements) -> str:
    request = keeper.request(["drop", uid])
    known, at = _turn(statements, request)
    if known is not None:
        return known
    _require_own(keeper, uid, statements)
    statements.run_write(query("views/drop").body, act=_act(keeper, uid, "DROPPED", request), at=at)
    return uid


def _turn(statements: Statements, request: ClientRequest) -> tuple[str | None, str]:
    """Return the view of the act that this client's key stands for already, and the time of the act; one act waits for the other."""
    found = statements.run_write(query("views/turn").body, key=request.key)[0][0]
    if found["known"] is not None:
        request.require_same(found["known"]["request"])
        return str(found["known"]["view"]), found["at"]
    return None, found["at"]


def _act(keeper: Keeper, view: str, act: str, request: ClientRequest) -> dict[str, Any]:
    return {
        "uid": f"viewact_{uuid4().hex[:24]}", "view": view, "act": act, "by": keeper.viewer.officer,
        "client_key": request.key, "request": request.digest,
    }  # fmt: skip


def _require_own(keeper: Keeper, uid: str, statements: Statements) -> None:
    if not keeper.seen(statements, "views/standing", uid=uid):
        raise ActRefused("ViewNotVisible", "check the id; who was shown a view may save another like it")


def _require_teams(keeper: Keeper, codes: Sequence[str], statements: Statements) -> None:
    for code in codes:
        if code not in keeper.viewer.teams and not keeper.seen(statements, "series/team", code=code):
            raise ActRefused("ViewTeamUnknown", "give the code of a team, such as `teams` lists")


def _readable(keeper: Keeper, picture: Picture, statements: Statements) -> dict[str, Any]:
    """Return the properties of what the officer may read of a picture; what went since it was drawn is left out."""
    things = [each.uid for each in picture.things]
    ties = [{"uid": each.uid, "start": each.start, "end": each.end} for each in picture.ties]
    found = keeper.seen(statements, "views/found", things=things, ties=ties)[0]
    if not found["things"]:
        raise ActRefused("ViewEmpty", "put into the picture what you may read, and save that")
    return picture.kept(found["things"], found["ties"])
