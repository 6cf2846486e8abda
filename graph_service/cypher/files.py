"""Reads and checks `queries/`, and puts Cypher text together from its pieces; values are always parameters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from graph_service.cypher.order import Keys, Order, beyond, node_order, origin, sorting, stated_order
from graph_service.cypher.redirects import answering
from graph_service.errors import BadInput
from schema import KINDS
from schema.record import captioned

QUERIES = Path(__file__).resolve().parent.parent.parent / "queries"
# shared and own hold the viewer's predicate; a part is filtered by the files that take it in
SCOPES = {"shared", "own", "system", "part"}
CAPTIONS = captioned(list(KINDS.values()))
_HEAD = re.compile(
    r"^// (title|params|returns|scope|because|because_zh|weight|shares|through|through_because|through_because_zh|tie|whole): (.+)$"
)
_FILTER = re.compile(r"^// filter (\w+) (\[?\w+!?\]?!?): (.+?) -- (.+)$")
_ORDER = re.compile(r"^// order ([A-Z_]+): (.+?) (ASC|DESC)(?: (date|localdatetime))? -- (.+)$")
_ROWS = re.compile(r"^// rows: (.+)$")
_EXTRA = re.compile(r"^// extra (\w+)$")
_RULE_PARAMS = {"viewer_audiences", "hub_cap"}  # what every linkage rule takes
_PARAM = re.compile(r"\$(\w+)")


@dataclass(frozen=True)
class Filter:
    """An optional condition of a query file: its name and type in the API, its text, what it means."""

    name: str
    type: str
    text: str
    about: str


@dataclass(frozen=True)
class QueryFile:
    """One question: checked head, body, and the optional pieces that the body may take."""

    name: str
    head: dict[str, str]
    body: str
    filters: dict[str, Filter] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)
    anchor: str = ""  # what must be found first; nothing found means there is no such thing for the viewer
    carried: str = ""  # variables that the anchor hands to the rows
    extras: dict[str, str] = field(default_factory=dict)  # further lists of the answer, by name

    @property
    def whole(self) -> str:
        """Return every line of the file that is Cypher."""
        return "\n".join([self.anchor, self.body, *self.extras.values()])

    @property
    def anchored(self) -> str:
        """Return the anchor, of which the first is taken where several have the number that was asked for."""
        if not self.anchor:
            return ""
        order = sorting([key for each in self.carried.split(",") for key in origin(each.strip())])
        return f"{self.anchor}\nWITH {self.carried} ORDER BY {order} LIMIT 1"

    def ties(self, by: Order | None = None) -> Keys:
        """Return what makes the order total: the tie that the head states, else the order of the kind of n."""
        stated = self.head.get("tie")
        keys = stated_order(stated) if stated else node_order(self.head["returns"], "n")
        return tuple(key for key in keys if by is None or key.stands_for != by.expression)


def read_file(path: Path, name: str) -> QueryFile:
    """Return the query file, or refuse one whose head and body disagree."""
    head: dict[str, str] = {}
    filters: dict[str, Filter] = {}
    orders: dict[str, Order] = {}
    sections: dict[str, list[str]] = {"rows": []}
    carried, now = "", "rows"
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := _HEAD.match(line):
            head[match[1]] = match[2].strip()
        elif match := _FILTER.match(line):
            filters[match[1]] = Filter(match[1], match[2], match[3], match[4])
        elif match := _ORDER.match(line):
            orders[match[1]] = Order(match[1], match[2], match[3] == "DESC", match[4], match[5])
        elif match := _ROWS.match(line):
            sections, carried, now = {"anchor": sections["rows"], "rows": []}, match[1], "rows"
        elif match := _EXTRA.match(line):
            now = match[1]
            sections[now] = []
        elif not line.startswith("//"):
            sections[now].append(line)
    texts = {section: "\n".join(lines).strip() for section, lines in sections.items()}
    body, anchor = texts.pop("rows"), texts.pop("anchor", "")
    file = QueryFile(name, head, body, filters, orders, anchor, carried, texts)
    _check(file)
    return file


def _check(file: QueryFile) -> None:
    where = f"queries/{file.name}.cypher"
    missing = {"title", "params", "returns", "scope"} - file.head.keys()
    if missing:
        raise BadInput(f"head line missing: {', '.join(sorted(missing))}", where, "add it as `// name: text`")
    if file.head["scope"] not in SCOPES:
        raise BadInput(f"unknown scope {file.head['scope']!r}", where, f"use one of {', '.join(sorted(SCOPES))}")
    stated = {word.strip().lstrip("$") for word in file.head["params"].split(",")} - {"none", ""}
    used = set(_PARAM.findall(file.whole)) | (
        _RULE_PARAMS if "RULES_" in file.whole or "shares" in file.head else set()
    )
    if stated != used:
        raise BadInput(f"head and body disagree on parameters: {sorted(stated ^ used)}", where, "state what is used")
    if file.head["scope"] in {"shared", "own"} and not any(name.startswith("viewer") for name in used):
        raise BadInput("no viewer's predicate", where, "filter by `audience IN $viewer_audiences`")


@cache
def read_folder(folder: str) -> dict[str, QueryFile]:
    """Return every query file below one folder of `queries/` by its name there, such as `kinds/clue`."""
    top = QUERIES / folder
    names = {path.relative_to(top).with_suffix("").as_posix(): path for path in sorted(top.rglob("*.cypher"))}
    return {name: read_file(path, f"{folder}/{name}") for name, path in names.items()}


def query(name: str) -> QueryFile:
    """Return the query file with this name, such as `read/kinds/clue`."""
    folder, _, stem = name.partition("/")
    return read_folder(folder)[stem]


def all_files() -> Iterator[QueryFile]:
    """Return every query file there is."""
    for folder in sorted(path.name for path in QUERIES.iterdir() if path.is_dir()):
        yield from read_folder(folder).values()


@dataclass(frozen=True)
class Choice:
    """What one request chose of a file's pieces: filters, an order, and whether it goes on after a cursor."""

    filters: tuple[str, ...] = ()
    order: str | None = None
    after: tuple[bool, ...] = ()  # per sort value of the cursor, whether it is null; empty without a cursor


def found(file: QueryFile, choice: Choice) -> str:
    """Return the body with the chosen filters."""
    led, conditions = answering([file.filters[name].text for name in choice.filters], file.head["returns"])
    return led + file.body + "".join(f"\n  AND ({condition})" for condition in conditions)


@dataclass(frozen=True)
class Answer:
    """What a page returns: the row's variable, its projection, the extras' projections, whether it counts, has cursors."""

    row: str
    text: str
    total: bool = False
    extras: tuple[tuple[str, str], ...] = ()
    keyed: bool = False

    def columns(self, keys: str) -> str:
        """Return the row's list: what is selected of it, then its sort values if some cursor needs them."""
        return f"[{', '.join(filter(None, (self.text, keys if self.keyed else '')))}]"


def paged(file: QueryFile, choice: Choice, answer: Answer) -> str:
    """Return the query of one page: rows found, after the cursor, in order, one more than asked, as one record."""
    order = file.orders[choice.order] if choice.order else None
    body = found(file, choice)
    after = f"\n  AND ({_after(file, order, choice.after[0] if order else False)})" if choice.after else ""
    ties = sorting(file.ties(order))
    sort = f"{order.sort(file.filters[name].text for name in choice.filters)}, {ties}" if order else ties
    returned = ["rows"]
    head, columns = file.anchored, answer.columns(_keys(file, order))
    if answer.total and "whole" in file.head:
        return _whole(file, choice, answer, sort)
    if answer.total:
        head += f"\nCALL ({file.carried}) {{ RETURN COUNT {{\n{body}\nRETURN 1 }} AS total }}"
        returned.append("total")
    for place, (name, text) in enumerate(answer.extras):
        head += _extra(file, place, name, text)
        returned.append(f"extra_{place}")
    return (
        f"{head}\nCALL ({file.carried}) {{\n{body}{after}\nWITH {answer.row} ORDER BY {sort} LIMIT $page\n"
        f"RETURN collect({columns}) AS rows\n}}\nRETURN {', '.join(returned)}"
    ).strip()


def _whole(file: QueryFile, choice: Choice, answer: Answer, sort: str) -> str:
    """Return the query of a page whose rows are all found anyway: they are counted and cut, not found twice."""
    order = file.orders[choice.order] if choice.order else None
    after = f" WHERE {_after(file, order, choice.after[0] if order else False)}" if choice.after else ""
    extras = "".join(_extra(file, place, name, text) for place, (name, text) in enumerate(answer.extras))
    names = "".join(f", extra_{place}" for place in range(len(answer.extras)))
    row, columns = answer.row, answer.columns(_keys(file, order))
    return (
        f"{file.anchored}{extras}\nCALL ({file.carried}) {{\n{found(file, choice)}\nWITH {row} ORDER BY {sort}\n"
        f"RETURN collect({row}) AS every\n}}\n"
        f"RETURN COLLECT {{ UNWIND [{row} IN every{after} | {row}][..$page] AS {row} RETURN {columns} }} AS rows, "
        f"size(every) AS total{names}"
    ).strip()


def _extra(file: QueryFile, place: int, name: str, text: str) -> str:
    return f"\nCALL ({file.carried}) {{ RETURN COLLECT {{\n{file.extras[name]}\nRETURN {text} }} AS extra_{place} }}"


def _keys(file: QueryFile, by: Order | None) -> str:
    ties = f"[{', '.join(key.expression for key in file.ties(by))}]"
    return f"[{ties}, {f'toString({by.expression})' if by.cast else by.expression}]" if by else f"[{ties}]"


def _after(file: QueryFile, order: Order | None, is_null: bool) -> str:
    ties = beyond(file.ties(order))
    if order is None:
        return ties
    value, key = order.expression, f"{order.cast}($after_key)" if order.cast else "$after_key"
    if is_null:
        return f"{value} IS NULL AND ({ties})"
    return f"{value} {'<' if order.descending else '>'} {key} OR ({value} = {key} AND ({ties})) OR {value} IS NULL"


def part(name: str) -> str:
    """Return the text of a part that other files take in, such as `issues_of_finding`."""
    return query(f"parts/{name}").body


def caption(var: str, fields: tuple[str, ...] = CAPTIONS) -> str:
    """Return the expression of what a person calls a node."""
    return f"coalesce({', '.join(f'{var}.{name}' for name in fields)}, '?')"
