"""What people do with series: each act counts whole or not at all, and nothing that was said or was a member is deleted."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.act import ActRefused
from graph_service.graph import Writer
from graph_service.series.turn import Actor, Deed, Said, Turn, take_turn


@dataclass(frozen=True)
class Opening:
    """What a series begins with."""

    title: str
    lead_team: str
    matters: tuple[str, ...]


def open_series(writer: Writer, actor: Actor, opening: Opening) -> str:
    """Return the uid of a new series of matters that confirmed links join and that are in no open one."""

    def act(turn: Turn) -> str:
        turn.require_team(opening.lead_team)
        turn.require_free(opening.matters)
        turn.require_joined(opening.matters)
        series = turn.begin(opening.lead_team)
        entry = turn.say(Deed.OPENED, series, Said(opening.matters, opening.matters, opening.title))
        turn.add(series, entry, opening.matters)
        turn.tell(Deed.OPENED, entry)
        return series

    return take_turn(writer, actor, ["open", opening.title, opening.lead_team, *opening.matters], act)


def add_to_series(writer: Writer, actor: Actor, series: str, matters: Sequence[str]) -> str:
    """Return the uid of the series after matters came in that confirmed links join to its members."""

    def act(turn: Turn) -> str:
        found = turn.open_one(series)
        turn.require_free(matters)
        turn.require_joined_to(found.members, matters)
        entry = turn.say(Deed.ADDED, found.uid, Said(matters, [*found.ever, *matters]))
        turn.add(found.uid, entry, matters)
        turn.tell(Deed.ADDED, entry)
        return found.uid

    return take_turn(writer, actor, ["add", series, *matters], act)


def remove_from_series(writer: Writer, actor: Actor, series: str, matters: Sequence[str]) -> str:
    """Return the uid of the series after members left it; that they were in it stays."""

    def act(turn: Turn) -> str:
        found = turn.open_one(series)
        _require_members(matters, found.members)
        entry = turn.say(Deed.REMOVED, found.uid, Said(matters, found.ever))
        turn.remove(found.uid, entry, matters)
        turn.tell(Deed.REMOVED, entry)
        return found.uid

    return take_turn(writer, actor, ["remove", series, *matters], act)


def join_series(writer: Writer, actor: Actor, series: str, absorbed: str) -> str:
    """Return the uid of the series that took in the other, whose id leads to it from now on."""

    def act(turn: Turn) -> str:
        found, other = turn.open_one(series), turn.open_one(absorbed)
        if found.uid == other.uid:
            raise ActRefused(
                "SeriesNotJoined", "the two ids are of one series; give those of two 两者是同一串案，请选择另一串案"
            )
        _require_across(turn, found.members, other.members)
        turn.absorb(found.uid, other.uid)
        entry = turn.say(Deed.JOINED, found.uid, Said(other.members, [*found.ever, *other.ever]))
        turn.tell(Deed.JOINED, entry)
        return found.uid

    return take_turn(writer, actor, ["join", series, absorbed], act)


def split_series(writer: Writer, actor: Actor, series: str, apart: Opening) -> str:
    """Return the uid of the new series that the named members become."""

    def act(turn: Turn) -> str:
        found = turn.open_one(series)
        lead_team = apart.lead_team or found.lead_team
        turn.require_team(lead_team)
        _require_members(apart.matters, found.members)
        if set(apart.matters) >= set(found.members):
            raise ActRefused(
                "SeriesNothingLeft", "leave a member in the series, or close it 请至少保留一个成员，或办结该串案"
            )
        made = turn.begin(lead_team)
        entry = turn.say(Deed.SPLIT, made, Said(apart.matters, found.ever, apart.title))
        left = turn.say(Deed.SPLIT, found.uid, Said(apart.matters, found.ever), counts=False)
        turn.remove(found.uid, left, apart.matters)
        turn.add(made, entry, apart.matters)
        for each in (entry, left):
            turn.tell(Deed.SPLIT, each)
        return made

    return take_turn(writer, actor, ["split", series, apart.title, apart.lead_team, *apart.matters], act)


def set_lead_team(writer: Writer, actor: Actor, series: str, team: str) -> str:
    """Return the uid of the series that another team leads now."""

    def act(turn: Turn) -> str:
        found = turn.open_one(series)
        turn.require_team(team)
        turn.lead(found.uid, team)
        turn.say(Deed.LED, found.uid, Said(found.members, found.ever))
        return found.uid

    return take_turn(writer, actor, ["lead", series, team], act)


def close_series(writer: Writer, actor: Actor, series: str) -> str:
    """Return the uid of the series that is closed now; its members may come into another."""

    def act(turn: Turn) -> str:
        found = turn.open_one(series)
        turn.close(found.uid)
        turn.tell(Deed.CLOSED, turn.say(Deed.CLOSED, found.uid, Said(found.members, found.ever)))
        return found.uid

    return take_turn(writer, actor, ["close", series], act)


def note_on_series(writer: Writer, actor: Actor, series: str) -> str:
    """Return the uid of the series on whose board a note stands now, be it closed."""

    def act(turn: Turn) -> str:
        found = turn.standing(series)
        turn.say(Deed.NOTE, found.uid, Said(found.members, found.ever))
        return found.uid

    return take_turn(writer, actor, ["note", series], act)


def _require_members(matters: Sequence[str], members: Sequence[str]) -> None:
    if strange := [each for each in matters if each not in members]:
        raise ActRefused(
            "SeriesNotMember",
            f"leave out {', '.join(strange)}, or look at the members again 请去掉非成员事项，或重新查看成员",
        )


def _require_across(turn: Turn, members: Sequence[str], others: Sequence[str]) -> None:
    if not any((one in members) != (other in members) for one, other in turn.pairs([*members, *others])):
        raise ActRefused(
            "SeriesNotJoined",
            "confirm a link between a member of one and a member of the other first 请先确认两个串案成员之间的关联",
        )
