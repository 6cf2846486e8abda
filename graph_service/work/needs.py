"""What the acts of any life ask for and do not take: the looks that clues and tasks share."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from graph_service.errors import BadInput
from graph_service.work.life import Act, Needed

S = TypeVar("S")  # what is said with an act
G = TypeVar("G")  # what that is held against


def refuse_beside(act: Act, given: Mapping[str, Any]) -> None:
    """Refuse what the act does not take: nothing that was approved changes beside it. A paper may be named with every act."""
    taken = {each.argument for each in act.needs}
    for argument, value in given.items():
        if value and argument not in taken:
            raise needless(argument)


def needless(argument: str) -> BadInput:
    """Return the refusal of an argument that the act does not take."""
    return BadInput("the action does not take this", f"argument {argument}", "leave it out")


def first_missing(
    act: Act, said: S, ground: G, looks: Mapping[Needed, Callable[[Act, S, G], str | None]]
) -> str | None:
    """Return what the act cannot be done without and is not said, or nothing."""
    return next((told for needed in act.needs if (told := looks[needed](act, said, ground))), None)


def has_words(value: str | None) -> bool:
    """Return whether something is said."""
    return bool(value and value.strip())


def day_to_name(due_on: date | None, on: date) -> str | None:
    """Return what to say where no day from today on is named."""
    return None if due_on is not None and due_on >= on else "name the day, from today on: `dueOn` 限期须在今天以后"


def limit_to_name(limit: str | None, known: Iterable[str]) -> str | None:
    """Return what to say where none of the known time limits is named."""
    return (
        None
        if limit in (names := list(known))
        else f"name the time limit, one of {', '.join(names)}: `limit` 请选择时限"
    )
