"""A root field of the API: which query file finds its rows, and how its arguments become parameters."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from graph_service.api.arguments.conditions import AskedId
from graph_service.api.arguments.since import AskedMoment
from graph_service.api.arguments.sought import own_id
from graph_service.cypher.stand_ins import Words
from graph_service.errors import TooMuch
from graph_service.graph import Graph
from graph_service.paths.question import FoundWays, Question, Wanted
from graph_service.rights.viewer import Viewer

Seek = Callable[[Graph, list[int], Question, Wanted], Awaitable[FoundWays | None]]
Gather = Callable[[Graph, Mapping[str, Any], "Request"], Awaitable[dict[str, Any] | None]]


class RootForm(Enum):
    """How a root answers: one row or none, a page of rows, or all rows (bounded by the question itself)."""

    ONE = "one"
    PAGE = "page"
    ALL = "all"


@dataclass(frozen=True)
class Request:
    """The arguments of one call, read: parameters, chosen pieces, page and label.

    `conditions` are further ones on what the file finds, with values of their own; `ids` in those and `named`, which are
    parameters, are looked up first, those in `checked` only where nothing was found, to refuse a wrong one.
    `beyond` are the sort values of the cursor, where what follows it is worked out.
    """

    params: dict[str, Any] = field(default_factory=dict)
    filters: tuple[str, ...] = ()
    order: str | None = None
    first: int = 1
    after: str | None = None
    file: str | None = None  # another file than the root's own
    words: Words = ()  # what takes the places of the file's stand-ins
    conditions: tuple[str, ...] = ()
    ids: tuple[AskedId | AskedMoment, ...] = ()
    named: tuple[AskedId | AskedMoment, ...] = ()
    checked: tuple[AskedId, ...] = ()
    wanted: Any = None  # what is to be worked out of what the file finds
    beyond: tuple[Any, ...] | None = None
    before: Callable[[Graph, Viewer], Awaitable[dict[str, Any]]] | None = None  # further parameters, read first


@dataclass(frozen=True)
class Root:
    """One root field; `flat` names the lists of a page made of parts of each row, `show` the file that shows what `file` found.

    `work_out` makes of the values that `file` finds what `show` is given as $found, or nothing where it is not there; of a page
    beside its rows `total` and `has_more`; `own` are
    the types of the service's own nodes that the row may be beside those of the declared kinds.
    `explain` makes of the rows of a page that `file` finds those that `show` is given. `seek` finds in several rounds what `show`
    is given, with the files in the folder of `file`. `gather` reads with the files in `gathers` and makes what
    `show` and the files of `parts`, fields that are shown apart, are given by their names. `numbers` are the arguments that take a
    number, with its field. What is found by a `broad` root is counted by readers where very many things share it (broad.py).
    """

    name: str
    file: str
    type: str
    form: RootForm
    read: Callable[[Mapping[str, Any]], Request]
    row: str = "n"
    node: str | None = None  # where the row itself is only a part of what the file returns
    flat: tuple[tuple[str, str, str], ...] = ()  # field of the answer, key of the row, type
    missing: bool = False  # whether finding nothing is an error rather than null
    show: str | None = None
    broad: bool = False
    work_out: Callable[[Sequence[Any], Request], dict[str, Any] | None] | None = None
    own: tuple[str, ...] = ()
    explain: Callable[[list[Any], Request], list[Any]] | None = None
    seek: Seek | None = None
    gather: Gather | None = None
    gathers: tuple[str, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)

    @property
    def files(self) -> tuple[str, ...]:
        """Return the query files that an answer takes, one round trip each."""
        if self.gathers:
            return (*self.gathers, self.show or "", *self.parts.values())
        return (self.file, self.show) if self.show else (self.file,)


def bounded(name: str, value: Any, most: int, least: int = 0) -> int:
    """Return the number, or refuse one outside its stated bounds."""
    if not isinstance(value, int) or not least <= value <= most:
        what = f"{name} is {value}, but must be between {least} and {most}"
        raise TooMuch(what, f"argument {name}", "ask for less and page on")
    return value


def by_id(kind: str, given: Mapping[str, Any]) -> Request:
    """Return the request for something that the service itself keeps; refuse the id of anything of another kind."""
    return Request(params={"id": own_id(given["id"], "id", kind)})
