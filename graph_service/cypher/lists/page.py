"""Puts the query of one page together: rows found, after the cursor, in order, as one record; values are parameters."""

from dataclasses import dataclass, replace

from graph_service.cypher.files import KIND_FILES, QueryFile
from graph_service.cypher.lists.keyset import after, keys_of
from graph_service.cypher.lists.led import leading, led_rows
from graph_service.cypher.macros import address
from graph_service.cypher.order import sorting
from graph_service.cypher.redirects import answering
from graph_service.cypher.stand_ins import Words, put


@dataclass(frozen=True)
class Choice:
    """What one request chose of a file's pieces: filters, an order, and whether it goes on after a cursor."""

    filters: tuple[str, ...] = ()
    order: str | None = None
    after: tuple[bool, ...] = ()  # per sort value of the cursor, whether it is null; empty without a cursor
    words: Words = ()  # what takes the places of the file's stand-ins
    also: tuple[str, ...] = ()  # conditions that no file states

    def conditions(self, file: QueryFile) -> list[str]:
        """Return the chosen filters of the file, and what else must hold."""
        return [*self.stated(file), *self.also]

    def stated(self, file: QueryFile) -> list[str]:
        """Return the chosen filters of the file."""
        return [put(file.filters[name].text, self.words) for name in self.filters]


def found(file: QueryFile, choice: Choice) -> str:
    """Return the body with the chosen filters, and what makes the row of what they let through."""
    led, conditions = answering(choice.stated(file), file.head["returns"])
    for name in (each for each in choice.filters if file.filters[each].lead):
        led += f"WITH {'*, ' if led else ''}{put(file.filters[name].lead, choice.words)} AS lead_{name}\n"
        conditions.append(f"n.uid IN lead_{name}")
    return led + file.body + "".join(f"\n  AND ({each})" for each in (*conditions, *choice.also)) + _stage(file.row)


def _stage(text: str) -> str:
    return f"\n{text}" if text else ""


def cut(file: QueryFile, row: str, sort: str, most: str) -> str:
    """Return how the first rows in order are taken, and what is added to these alone."""
    return f"WITH {row} ORDER BY {sort} LIMIT {most}{_stage(file.late)}"


@dataclass(frozen=True)
class GroupTexts:
    """What follows the rows of a list to make groups of them, and to count the groups where that is wanted."""

    groups: str
    total: str | None


@dataclass(frozen=True)
class Answer:
    """What a page returns: the row's variable, its projection, the extras' projections, whether it counts, has cursors."""

    row: str
    text: str
    total: bool = False
    extras: tuple[tuple[str, str], ...] = ()
    keyed: bool = False
    groups: tuple[GroupTexts, ...] = ()

    def columns(self, keys: str) -> str:
        """Return the row's list: what is selected of it, then its sort values if some cursor needs them."""
        return f"[{', '.join(filter(None, (self.text, keys if self.keyed else '')))}]"


def paged(file: QueryFile, choice: Choice, answer: Answer) -> str:
    """Return the query of one page: rows found, after the cursor, in order, one more than asked, as one record.

    Of a whole kind, without a filter, not the rows are counted: the total is the marks of the editions that its count rests on.
    """
    order = file.orders[choice.order] if choice.order else None
    body = found(file, choice)
    beyond = f"\n  AND ({after(file.ties(order), order, choice.after[0] if order else False)})" if choice.after else ""
    led = order.sort(choice.conditions(file)) if order else None
    # What leads says what the file's one order says, as it stands in an index.
    sort = ", ".join(filter(None, (file.head.get("leads"), led, sorting(file.ties(order)))))
    returned = ["rows"]
    head, columns = file.anchored, answer.columns(keys_of(file.ties(order), order))
    leads = leading(file.head["returns"], file.ties(order), order) if is_whole(file, choice) else {}
    if answer.total and is_whole(file, choice):
        head += f"\n{_MARKS}"
        returned.append("total")
    elif answer.total:
        head += f"\nCALL ({file.carried}) {{ RETURN COUNT {{\n{body}\nRETURN 1 }} AS total }}"
        returned.append("total")
    for place, (name, text) in enumerate(answer.extras):
        head += _extra(file, place, name, text)
        returned.append(f"extra_{place}")
    for place, texts in enumerate(answer.groups):
        head += _groups(file, place, body, texts)
        returned.append(f"groups_{place}")
    rows = (
        led_rows(body, beyond, leads, file.ties())
        if leads
        else f"{body}{beyond}\n{cut(file, answer.row, sort, '$page')}"
    )
    return (
        f"{head}\nCALL ({file.carried}) {{\n{rows}\nRETURN collect({columns}) AS rows\n}}\nRETURN {', '.join(returned)}"
    ).strip()


_MARKS = (
    "CALL () { RETURN COLLECT { UNWIND $editions AS name MATCH (e:Edition {name: name}) WHERE e.mark IS NOT NULL "
    "WITH e ORDER BY e.name RETURN [e.name, e.mark] } AS total }"
)


def is_whole(file: QueryFile, choice: Choice) -> bool:
    """Return whether a list holds everything of a kind or family that the viewer may see."""
    return file.name.startswith(KIND_FILES) and not choice.filters and not choice.also


def finding(file: QueryFile, by: str) -> str:
    """Return the query that finds what another shows: one text whatever is asked, so that the server plans it once.

    It answers where the anchor, the further lists and the rows of the page stand, and how many rows there are in all; page,
    cursor and which lists are wanted are values. A further list of such a file holds what is sent; of a file without an anchor
    it is made of `every` row that was found.
    """
    order = file.orders[by]
    ties = file.ties(order)
    beyond = f"$given.after_tie IS NULL OR {after(ties, order, False).replace('$after_', '$given.after_')}"
    places = [f"{each.strip()}: {address(each.strip())}" for each in file.carried.split(",") if each]
    places += [f"{name}: COLLECT {{\n{_wanted(file, name)}\nRETURN row }}" for name in file.extras]
    return (
        f"{file.anchored}\nCALL ({file.carried}) {{\n{file.body}\nWITH row ORDER BY {order.sort()}, {sorting(ties)}\n"
        f"RETURN collect(row) AS every\n}}\n"
        f"RETURN {{{', '.join(places)}}} AS places, COLLECT {{ UNWIND [row IN every WHERE {beyond}][..$given.page] AS row "
        f"RETURN {file.head['sends']} }} AS rows, size(every) AS total"
    )


def _wanted(file: QueryFile, extra: str) -> str:
    return f"WITH {file.carried or 'every'} WHERE '{extra}' IN $given.extras\n{file.extras[extra]}"


def showing(file: QueryFile, found: QueryFile) -> QueryFile:
    """Return the file that shows rows, in the order of the file that found them."""
    return replace(file, head={**file.head, "tie": found.head["tie"]}, orders=found.orders)


def _groups(file: QueryFile, place: int, body: str, texts: GroupTexts) -> str:
    total = f"COUNT {{\n{body}\n{texts.total}\n}}" if texts.total else "null"
    made = f"COLLECT {{\n{body}\n{texts.groups}\n}}"
    return f"\nCALL ({file.carried}) {{ RETURN [{made}, {total}] AS groups_{place} }}"


def _extra(file: QueryFile, place: int, name: str, text: str) -> str:
    return f"\nCALL ({file.carried}) {{ RETURN COLLECT {{\n{file.extras[name]}\nRETURN {text} }} AS extra_{place} }}"
