"""One act on series: it waits for its turn, sees what its officer may see, and leaves one entry that says what was done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import uuid4

from graph_service.act import ActRefused, ClientRequest, client_request
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.cypher.seen.view import WHOLE, View
from graph_service.graph import Statements, Writer
from graph_service.series.joined import unjoined, unjoined_to

OPEN = "OPEN"


class Deed(StrEnum):
    """What can be done to a series."""

    OPENED = "OPENED"
    ADDED = "ADDED"
    REMOVED = "REMOVED"
    JOINED = "JOINED"
    SPLIT = "SPLIT"
    LED = "LED"
    CLOSED = "CLOSED"
    NOTE = "NOTE"


@dataclass(frozen=True)
class Actor:
    """Who acts, what that officer may read and see, the words for it, and the client's key by which the act counts once."""

    officer: str
    teams: tuple[str, ...]
    audiences: tuple[int, ...]
    text: str
    client_key: str | None = None
    view: View = WHOLE


@dataclass(frozen=True)
class Standing:
    """A series as an officer sees it: its present members, and all that ever were in it, that the officer may read."""

    uid: str
    state: str
    lead_team: str
    members: tuple[str, ...]
    ever: tuple[str, ...]


@dataclass(frozen=True)
class Said:
    """What an entry says beside who and why: the matters that it names, those it rests on, a title where it opens a series."""

    about: Sequence[str]
    rests_on: Sequence[str]
    title: str | None = None


def take_turn(writer: Writer, actor: Actor, request: Sequence[Any], act: "Callable[[Turn], str]") -> str:
    """Return the uid of the series that an act leads to; a repeat of the act by its client's key does nothing more."""
    asked = client_request(actor.officer, actor.client_key, [*request, actor.text])

    def run(statements: Statements) -> str:
        # The same node for every act: one waits for the other, so that no matter comes into two open series.
        found = statements.run_write(query("series/turn").body, key=asked.key)[0][0]
        turn = Turn(statements, actor, Place(found["number"], found["at"]), asked)
        known = found["known"]
        if known is None:
            return act(turn)
        asked.require_same(known["request"])
        return turn.standing(known["series"]).uid

    return writer.run_together(run)


@dataclass(frozen=True)
class Place:
    """Where an act stands among all acts on series: its number, and its time by the clock of the graph."""

    number: int
    at: str


@dataclass(frozen=True)
class Turn:
    """The transaction of one act, with what it may look at and what it may write."""

    statements: Statements
    actor: Actor
    place: Place
    request: ClientRequest

    def standing(self, series: str) -> Standing:
        """Return how the series stands; refuse one of which the officer may read no member."""
        rows = self._seen("series/standing", uid=series)
        if not rows:
            raise ActRefused(
                "SeriesNotVisible",
                "check the id, or ask the team that gave it to you 请核对标识，或询问提供该标识的部门",
            )
        row = rows[0]
        return Standing(row["uid"], row["state"], row["lead_team"], tuple(row["members"]), tuple(row["ever"]))

    def open_one(self, series: str) -> Standing:
        """Return how an open series stands; refuse a closed one."""
        found = self.standing(series)
        if found.state != OPEN:
            raise ActRefused("SeriesClosed", "open a series of its members that goes on 请用其成员另立串案")
        return found

    def require_free(self, matters: Sequence[str]) -> None:
        """Refuse matters that the officer may not read, and those that are in an open series."""
        found = {row["uid"]: row["series"] for row in self._seen("series/matters", uids=matters)}
        if hidden := [each for each in matters if each not in found]:
            what = f"check {', '.join(hidden)}, or ask the team that gave you the id"
            raise ActRefused("SeriesMatterNotVisible", what)
        if taken := [f"{each} is in {found[each]}" for each in matters if found[each]]:
            raise ActRefused(
                "SeriesMatterTaken",
                f"{'; '.join(taken)}: take it out there, or join the two series 请先从原串案移出，或合并两个串案",
            )

    def require_joined(self, matters: Sequence[str]) -> None:
        """Refuse matters that confirmed links do not join to each other."""
        _refuse_alone(unjoined(matters, self.pairs(matters)))

    def require_joined_to(self, members: Sequence[str], matters: Sequence[str]) -> None:
        """Refuse matters that no confirmed link joins to the members."""
        _refuse_alone(unjoined_to(members, matters, self.pairs([*members, *matters])))

    def pairs(self, matters: Sequence[str]) -> list[tuple[str, str]]:
        """Return which of the matters confirmed links join."""
        return [(row["one"], row["other"]) for row in self._seen("series/joined", uids=list(matters))]

    def require_team(self, code: str) -> None:
        """Refuse a team that is not there, or that the officer may not know of."""
        if code not in self.actor.teams and not self._seen("series/team", code=code):
            raise ActRefused("SeriesTeamUnknown", "give the code of a team, such as `teams` lists 请选择现有部门")

    def begin(self, lead_team: str) -> str:
        """Return the uid of a new series."""
        uid = f"series_{uuid4().hex[:24]}"
        self._write("series/open", uid=uid, lead_team=lead_team, by=self.actor.officer, at=self.place.at)
        return uid

    def say(self, deed: Deed, series: str, said: Said, counts: bool = True) -> str:
        """Return the uid of the entry of what was done; the one that counts is found again by the client's key."""
        uid = f"entry_{uuid4().hex[:24]}"
        entry = {
            "uid": uid, "kind": deed.value, "by": self.actor.officer, "text": self.actor.text, "number": self.place.number,
            "about": list(said.about), "rests_on": list(dict.fromkeys(said.rests_on)),
            "title": said.title, "opens": series if said.title is not None else None,
            "client_key": self.request.key if counts else None, "request": self.request.digest if counts else None,
        }  # fmt: skip
        self._write("series/say", series=series, said=entry, at=self.place.at)
        return uid

    def tell(self, deed: Deed, entry: str) -> None:
        """Tell the teams of the members, and of the matters that the entry names, once."""
        self._write("notices/tell_series", entry=entry, kind=f"SERIES_{deed}", at=self.place.at)

    def add(self, series: str, entry: str, matters: Sequence[str]) -> None:
        """Make matters members of the series."""
        self._write("series/add", series=series, entry=entry, uids=list(matters))

    def remove(self, series: str, entry: str, matters: Sequence[str]) -> None:
        """Let members leave the series."""
        self._write("series/remove", series=series, entry=entry, uids=list(matters))

    def absorb(self, series: str, absorbed: str) -> None:
        """Let a series take in all that another has."""
        self._write("series/absorb", series=series, absorbed=absorbed)

    def close(self, series: str) -> None:
        """Close the series."""
        self._write("series/close", series=series, at=self.place.at)

    def lead(self, series: str, team: str) -> None:
        """Say which team leads the series."""
        self._write("series/lead", series=series, team=team)

    def _seen(self, name: str, **params: Any) -> list[dict[str, Any]]:
        view = self.actor.view
        seen = {"viewer_audiences": list(self.actor.audiences), **view.params}
        return self.statements.run_read(view.text(query(name).body), **seen, **params)[0]

    def _write(self, name: str, **params: Any) -> None:
        self.statements.run_write(filled(query(name).body), **params)


def _refuse_alone(matters: Sequence[str]) -> None:
    if matters:
        raise ActRefused(
            "SeriesNotJoined", f"confirm a link of {', '.join(matters)} first, or leave it out 请先确认其关联，或不纳入"
        )
