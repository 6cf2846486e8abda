"""What is said with an act on a task, and what an act asks for: too little is refused, and so is what the act does not take."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from graph_service.tasks.rules import TaskRules
from graph_service.work.life import Act, Needed
from graph_service.work.needs import (
    day_to_name,
    first_missing,
    has_words,
    limit_to_name,
    needless,
    refuse_beside,
)


@dataclass(frozen=True)
class Found:
    """A further unit or place where a defect was found: its id where it is one of the graph, else what it is called; people affected."""

    target: str | None
    text: str | None
    people: int | None


@dataclass(frozen=True)
class Topic:
    """What is put on the agenda of a consultation: its words, and the matters that it is on; who reads all of these sees it."""

    text: str
    matters: tuple[str, ...] = ()


@dataclass(frozen=True)
class Saying:
    """What is said with an act: its reason, and what the act needs beside it."""

    reason: str
    paper: str | None = None
    body: str | None = None
    limit: str | None = None
    due_on: date | None = None
    items: tuple[str, ...] = ()
    adopted: str | None = None
    way: str | None = None
    people: int | None = None
    found: tuple[Found, ...] = ()
    unit: str | None = None
    answer: str | None = None
    rating: int | None = None
    matter: str | None = None
    topics: tuple[Topic, ...] = ()
    decision: str | None = None
    team: str | None = None

    @property
    def named(self) -> list[str]:
        """Return the ids of what it names in the graph."""
        found = (each.target for each in self.found)
        of_topics = (matter for each in self.topics for matter in each.matters)
        return [each for each in (self.unit, self.matter, *found, *of_topics) if each]

    @property
    def asked(self) -> list[Any]:
        """Return all of it, by which a repeated request is known."""
        plain = [
            getattr(self, each.name) for each in fields(self) if each.name not in ("due_on", "items", "found", "topics")
        ]
        found = [[each.target, each.text, each.people] for each in self.found]
        topics = [[each.text, list(each.matters)] for each in self.topics]
        return [*plain, self.due_on and self.due_on.isoformat(), list(self.items), found, topics]


@dataclass(frozen=True)
class Ground:
    """What the words of an act are held against: the rules, the states of the items, the units and places that the viewer reads, the day,
    the teams that take part.
    """

    rules: TaskRules
    states: Mapping[str, str]
    named: Sequence[Any]
    on: date
    teams: Sequence[str] = ()


def refuse_needless(act: Act, said: Saying) -> None:
    """Refuse what the act does not take: nothing that was approved changes beside it. A paper may be named with every act."""
    given = {
        "body": said.body, "limit": said.limit, "dueOn": said.due_on, "items": said.items, "adopted": said.adopted, "way": said.way,
        "found": said.found, "unit": said.unit, "answer": said.answer, "rating": said.rating,
        "matter": said.matter, "topics": said.topics, "decision": said.decision, "team": said.team,
    }  # fmt: skip
    refuse_beside(act, given)
    if said.people is not None and act.items_to is None:
        raise needless("people")


def missing(act: Act, said: Saying, ground: Ground) -> str | None:
    """Return what the act cannot be done without and is not said, or nothing."""
    return first_missing(act, said, ground, _LOOKS)


def _paper(_act: Act, said: Saying, _ground: Ground) -> str | None:
    return None if has_words(said.paper) else "name the paper 文书 that it rests on, by title or number: `paper`"


def _body(_act: Act, said: Saying, _ground: Ground) -> str | None:
    return None if has_words(said.body) else "name the body that it is put before: `body`"


def _limit(_act: Act, said: Saying, ground: Ground) -> str | None:
    return limit_to_name(said.limit, ground.rules.limits.limits)


def _due(_act: Act, said: Saying, ground: Ground) -> str | None:
    return day_to_name(said.due_on, ground.on)


def _items(act: Act, said: Saying, ground: Ground) -> str | None:
    wrong = [each for each in said.items if ground.states.get(each) not in act.items_from]
    if said.items and not wrong:
        return None
    return f"name items that are {' or '.join(act.items_from)}, by their ids: `items`" + (
        f"; not {wrong[0]}" if wrong else ""
    )


def _adopted(_act: Act, said: Saying, _ground: Ground) -> str | None:
    return None if said.adopted else "say how far the unit adopts it: `adopted`"


def _way(_act: Act, said: Saying, _ground: Ground) -> str | None:
    return None if said.way else "say how it was checked: `way`"


def _found(_act: Act, said: Saying, ground: Ground) -> str | None:
    known = {uid for uid, *_ in ground.named}
    lost = [each for each in said.found if each.target not in known and not (each.target is None and each.text)]
    return (
        None
        if said.found and not lost
        else "name each unit or place that you may read by its id, or say what it is: `found`"
    )


def _unit(_act: Act, said: Saying, ground: Ground) -> str | None:
    is_there = said.unit in {uid for uid, *_ in ground.named}
    return None if is_there else "name a unit that you may read and that has an information officer, by its id: `unit`"


def _answer(_act: Act, said: Saying, _ground: Ground) -> str | None:
    return None if has_words(said.answer) else "give the answer to the citizen, with no word on who asked: `answer`"


def _rating(_act: Act, said: Saying, _ground: Ground) -> str | None:
    is_one = said.rating is not None and said.rating in range(1, 6)
    return None if is_one else "give the citizen's rating of the answer, 1 to 5: `rating`"


def _matter(_act: Act, said: Saying, ground: Ground) -> str | None:
    is_there = said.matter in {uid for uid, *_ in ground.named}
    return (
        None
        if is_there
        else "name the clue, finding, issue, ticket or alert that it became, by an id that you may read: `matter`"
    )


def _topics(_act: Act, said: Saying, ground: Ground) -> str | None:
    known = {uid for uid, *_ in ground.named}
    is_whole = said.topics and all(has_words(each.text) and known.issuperset(each.matters) for each in said.topics)
    return None if is_whole else "say what each topic is, with the ids of matters that you may read: `topics`"


def _decision(_act: Act, said: Saying, _ground: Ground) -> str | None:
    return None if has_words(said.decision) else "say what is to be done, in a sentence: `decision`"


def _team(_act: Act, said: Saying, ground: Ground) -> str | None:
    return (
        None
        if said.team in ground.teams
        else f"name one of the teams that take part, {', '.join(ground.teams)}: `team`"
    )


_LOOKS: Mapping[Needed, Callable[[Act, Saying, Ground], str | None]] = {
    Needed.PAPER: _paper, Needed.BODY: _body, Needed.LIMIT: _limit, Needed.DUE_ON: _due, Needed.ITEMS: _items, Needed.ADOPTED: _adopted,
    Needed.WAY: _way, Needed.FOUND: _found, Needed.UNIT: _unit, Needed.ANSWER: _answer, Needed.RATING: _rating, Needed.MATTER: _matter,
    Needed.TOPICS: _topics, Needed.DECISION: _decision, Needed.TEAM: _team,
}  # fmt: skip
