"""Reads `queries/` and checks every file: its head, its parameters, its stand-ins, its predicate on the viewer."""

import re
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from graph_service.cypher.lists.field_orders import field_orders
from graph_service.cypher.lists.keyset import untied
from graph_service.cypher.macros import written_out
from graph_service.cypher.order import Keys, Order, node_order, origin, sorting, stated_order
from graph_service.cypher.stand_ins import STAND_INS, refuse_unknown, stand_ins
from graph_service.errors import BadInput
from schema import KINDS

QUERIES = Path(__file__).resolve().parent.parent.parent / "queries"
# shared and own hold the viewer's predicate; a part is filtered by the files that take it in
SCOPES = {"shared", "own", "system", "part"}
_WAYS = "|".join(f"{way}_because|{way}_because_zh|{way}_weight" for way in ("through", "alike"))
_OF_RULE = f"because|because_zh|weight|shares|through|alike|among|both|from|{_WAYS}"
_OF_MODEL = "model|version|severity|channel|problem|team|innocent|innocent_zh"
_HEAD = re.compile(rf"^// (title|params|returns|scope|most|tie|leads|sends|{_OF_RULE}|{_OF_MODEL}): (.+)$")
_FILTER = re.compile(r"^// filter (\w+) (\[?\w+!?\]?!?): (.+?) -- (.+)$")
_LEAD = re.compile(r"^// lead (\w+): (.+)$")
_ORDER = re.compile(r"^// order ([A-Z_]+): (.+?) (ASC|DESC)(?: (date|localdatetime))? -- (.+)$")
_PARAMETER = re.compile(r"^// parameter (\w+) (\[?\w+\]?) (\S+) (\S+) -- (.+)$")
_ROWS = re.compile(r"^// rows: (.+)$")
_EXTRA = re.compile(r"^// extra (\w+)$")
_STAGE = re.compile(r"^// (row|late)$")
_RULE_PARAMS = {"viewer_audiences", "hub_cap"}  # what every linkage rule takes
KIND_FILES = "read/kinds/"  # the files of one kind each
_PARAM = re.compile(r"\$(\w+)")


@dataclass(frozen=True)
class Filter:
    """An optional condition of a query file: its name and type in the API, its text, what it means."""

    name: str
    type: str
    text: str
    about: str
    lead: str = ""  # uids of all that may meet it, by an index, so that the others are not looked at

    @property
    def field(self) -> str:
        """Return the field that the condition speaks of, where it compares one."""
        return self.text.removeprefix("n.").partition(" ")[0]


@dataclass(frozen=True)
class Parameter:
    """A number, word or list that a comparison model runs with: its type, its default as JSON, its unit, what it means."""

    name: str
    type: str
    default: str
    unit: str
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
    parameters: dict[str, Parameter] = field(default_factory=dict)  # what a comparison model runs with
    row: str = ""  # what makes the row of what the filters have let through
    late: str = ""  # what is added to the rows of the page alone

    @property
    def whole(self) -> str:
        """Return every line of the file that is Cypher."""
        return "\n".join([self.anchor, self.body, self.row, self.late, *self.extras.values()])

    @property
    def params(self) -> set[str]:
        """Return the names of the parameters that the head states."""
        return {word.strip().lstrip("$") for word in self.head["params"].split(",")} - {"none", ""}

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
        return untied(keys, by)


def read_file(path: Path, name: str) -> QueryFile:
    """Return the query file, or refuse one whose head and body disagree."""
    head: dict[str, str] = {}
    filters: dict[str, Filter] = {}
    orders: dict[str, Order] = {}
    parameters: dict[str, Parameter] = {}
    sections: dict[str, list[str]] = {"rows": []}
    carried, now = "", "rows"
    text = written_out(path.read_text(encoding="utf-8"))
    refuse_unknown(text, f"queries/{name}.cypher")
    for line in text.splitlines():
        if match := _HEAD.match(line):
            head[match[1]] = match[2].strip()
        elif _read_filter(line, filters):
            continue
        elif match := _ORDER.match(line):
            counted = match[2].startswith("COUNT {")
            orders[match[1]] = Order(match[1], match[2], match[3] == "DESC", match[4], match[5], counted)
        elif match := _PARAMETER.match(line):
            parameters[match[1]] = Parameter(match[1], match[2], match[3], match[4], match[5])
        elif match := _ROWS.match(line):
            sections, carried, now = {"anchor": sections["rows"], "rows": []}, match[1], "rows"
        elif match := _EXTRA.match(line) or _STAGE.match(line):
            now = match[1]
            sections[now] = []
        elif not line.startswith("//"):
            sections[now].append(line)
    if name.startswith(KIND_FILES) and head.get("returns") in KINDS:
        orders |= field_orders(head["returns"])
    texts = {section: "\n".join(lines).strip() for section, lines in sections.items()}
    body, anchor, row, late = texts.pop("rows"), *(texts.pop(each, "") for each in ("anchor", "row", "late"))
    file = QueryFile(name, head, body, filters, orders, anchor, carried, texts, parameters, row, late)
    _check(file)
    return file


def _read_filter(line: str, filters: dict[str, Filter]) -> bool:
    """Add the filter that a line states, or what leads to what meets one; return whether it does."""
    if match := _FILTER.match(line):
        filters[match[1]] = Filter(match[1], match[2], match[3], match[4])
    elif match := _LEAD.match(line):
        filters[match[1]] = replace(filters[match[1]], lead=match[2])
    return match is not None


def _check(file: QueryFile) -> None:
    where = f"queries/{file.name}.cypher"
    missing = {"title", "params", "returns", "scope"} - file.head.keys()
    if missing:
        raise BadInput(f"head line missing: {', '.join(sorted(missing))}", where, "add it as `// name: text`")
    if file.head["scope"] not in SCOPES:
        raise BadInput(f"unknown scope {file.head['scope']!r}", where, f"use one of {', '.join(sorted(SCOPES))}")
    used = set(_PARAM.findall(file.whole)) | (
        _RULE_PARAMS if "RULES_" in file.whole or {"shares", "alike", "among"} & file.head.keys() else set()
    )
    lent = {param for word in stand_ins(file.whole) for param in _params_of_part(word)}
    if not used <= file.params <= used | lent:
        raise BadInput(
            f"head and body disagree on parameters: {sorted(file.params ^ used)}", where, "state what is used"
        )
    if file.head["scope"] in {"shared", "own"} and not any(name.startswith("viewer") for name in used | lent):
        raise BadInput("no viewer's predicate", where, "filter by `visible(…)`, or by what else is known of the viewer")


def _params_of_part(word: str) -> set[str]:
    """Return the parameters of the part that takes the place of a stand-in, which the file may state without saying them."""
    about = STAND_INS.get(word, "")
    if not about.startswith("queries/parts/"):
        return set()
    text = (QUERIES.parent / f"{about}.cypher").read_text(encoding="utf-8")
    stated = next(match[2] for line in text.splitlines() if (match := _HEAD.match(line)) and match[1] == "params")
    return {name.strip() for name in stated.split(",")} - {"none"}


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


def part(name: str) -> str:
    """Return the text of a part that other files take in, such as `issues_of_finding`."""
    return query(f"parts/{name}").body
