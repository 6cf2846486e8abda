"""Which questions look something up, and which of them found nothing: these are counted and bounded.

A question that is asked again within the hour counts once, and so does a pasted list, if hardly anything in it was found. Of searches
those for numbers count, one that is typed on in place of its beginnings: a name is no guess, and nobody is told that it is nowhere.
A thing that the officer reads is no guess either, however little there is to say of it: a matter that nothing connects with another,
two people between whom no way leads, a unit on which nothing was found, a person on whom others hold nothing.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import orjson

from graph_service.api.arguments.conditions import AskedId
from graph_service.api.arguments.sought import sought
from graph_service.api.plan.context import QueryContext
from graph_service.api.plan.ids import answering
from graph_service.api.plan.root import Root, RootForm
from graph_service.cypher.project.returned import RETURNED
from graph_service.errors import BadInput, NotFound
from graph_service.probing.counting import Aim

_LISTS = {"lookup", "hits", "search"}
_HARDLY = 10  # of so many values one at least is found in a list that somebody has a reason for
_FOUND = {"EXACT", "SEVERAL", "COMPATIBLE"}
_NUMBER = re.compile(r"\d{4}")
_MOST_TYPED = 64  # signs of a search that somebody types on
_MOST_AIMS = 20  # values of a pasted list of which it is found out whose they are
Arguments = Mapping[str, Any]


def looks_up(root: Root) -> bool:
    """Return whether a root is asked for something by its id, number or name."""
    return root.missing or root.name in _LISTS or (root.form is RootForm.ONE and root.name != "viewer")


async def bounded(root: Root, given: Arguments, context: QueryContext, ask: Callable[[], Awaitable[Any]]) -> Any:
    """Return what is answered; refuse a look-up of who is over the bound, and one by which somebody comes over it."""
    if not looks_up(root):
        return await ask()
    context.probing.require(context.viewer)
    outer, shown = RETURNED.get(None), list[str]()
    mark = RETURNED.set(shown)
    try:
        value = await ask()
    except NotFound:
        await _missed(root, given, context)
        raise
    finally:
        RETURNED.reset(mark)
        if outer is not None:
            outer.extend(shown)
    if not (root.missing or _is_found(root, value, shown) or await _reads_what_hits_are_of(root, given, context)):
        await _missed(root, given, context)
    return value


async def _reads_what_hits_are_of(root: Root, given: Arguments, context: QueryContext) -> bool:
    """Return whether hits are asked of something that the officer reads; what is hidden and what is nowhere is no such thing."""
    if root.name != "hits":
        return False
    named = AskedId(sought(given["id"], "id"), "id", "id")
    try:
        await answering([named], {"viewer_audiences": list(context.viewer.audiences)}, context.graph)
    except NotFound:
        return False
    return True


async def _missed(root: Root, given: Arguments, context: QueryContext) -> None:
    if root.name == "search":
        await _missed_search(str(given["text"]).strip(), context)
        return
    question = orjson.dumps([root.name, given], option=orjson.OPT_SORT_KEYS, default=str).decode()
    await context.probing.missed(context.viewer, question, aims_of(root, given))


async def _missed_search(text: str, context: QueryContext) -> None:
    if _NUMBER.search(text):
        begun = [f"search {text[:end]}" for end in range(1, min(len(text), _MOST_TYPED))]
        await context.probing.missed(context.viewer, f"search {text}", (), begun)


def _is_found(root: Root, value: Any, shown: list[str]) -> bool:
    if root.name == "lookup":
        rows = [bool(set(map(str, row.values())) & _FOUND) for row in value]
        return not rows or (sum(rows) or len(set(shown))) * _HARDLY >= len(rows)
    return bool(shown) or _tells(value)


def _tells(value: Any) -> bool:
    """Return whether an answer holds anything: a thing, a list that is not empty, a number."""
    if isinstance(value, dict):
        return any(map(_tells, value.values()))
    if isinstance(value, list):
        return bool(value)
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0


def aims_of(root: Root, given: Arguments) -> list[Aim]:
    """Return what a question was after, as far as it names a thing by its id or number."""
    aims = [Aim(root.type, root.numbers[name], str(given[name])) for name in root.numbers if given.get(name)]
    values = given.get("values") or [given[name] for name in ("id", "from", "to") if isinstance(given.get(name), str)]
    for each in values[:_MOST_AIMS]:
        try:
            target = sought(each, "id")
        except BadInput:
            aims.append(Aim("Matter", "number", str(each).strip()))
        else:
            aims.append(Aim(target.label, target.field, target.value))
    return aims
