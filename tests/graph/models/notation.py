"""Small graphs in a line for each node: `Refuelling F1 litres=74 REFUELLED C1`.

A line says what a node is, what it is called, its fields, and its ties: a type in capitals, the node at the other end, the
tie's own fields. A line that begins with a name says more ties of that node. A node that no line declares is there, bare, of
the first kind that the tie may have at that end. `audience=2`, `source=x` and `survivor=x` are written as they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from graph_service.cypher.files import query
from graph_service.graph import Writer
from schema import KINDS, RELATIONSHIP_TYPES
from schema.record import Record, RelationshipRecord
from tests.sketch import AT, EVERYONE

Readers = dict[int, list[str]]

_SERVICE_TIES = {"NAMES_IN_TEXT": ("Clue", "Person"), "MENTIONS": ("Clue", "Mention")}
_PROVENANCE = ("audience", "source", "source_key", "survivor", "stub", "hash")
_NODES = """UNWIND $rows AS row
CREATE (n:$(row.labels)) SET n = row.p"""
_TIES = """UNWIND $rows AS row
MATCH (a:$(row.a) {uid: row.start}) MATCH (b:$(row.b) {uid: row.end})
CREATE (a)-[r:$(row.type)]->(b) SET r = row.p"""
_CLEAR = "MATCH (n) WHERE NOT n:Migration|MigrationLock|TestDatabase DETACH DELETE n"


@dataclass
class _Node:
    label: str
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass
class _Tie:
    type: str
    start: str
    end: str
    fields: dict[str, Any] = field(default_factory=dict)


def times(count: int, line: str) -> str:
    """Return a line so many times, `{n}` counting from 1 and `{nn}` in two digits."""
    return "\n".join(line.replace("{nn}", f"{n:02}").replace("{n}", str(n)) for n in range(1, count + 1))


def draw(writer: Writer, text: str, readers: Readers | None = None) -> None:
    """Empty the graph and draw the text into it."""
    nodes: dict[str, _Node] = {}
    ties: list[_Tie] = []
    for line in text.replace(";", "\n").splitlines():
        if line.strip():
            _read(line.split(), nodes, ties)
    for tie in ties:
        _declare_ends(tie, nodes)
    known = readers or {EVERYONE: ["EVERYONE"]}
    writer.run_write(_CLEAR)
    audiences = [{"number": number, "readers": tokens} for number, tokens in known.items()]
    writer.run_write(query("rights/audiences_merge").body, rows=audiences)
    writer.run_write(_NODES, rows=[_node_row(name, node) for name, node in nodes.items()])
    writer.run_write(_TIES, rows=[_tie_row(place, tie, nodes) for place, tie in enumerate(ties)])


def uid_of(label: str, name: str) -> str:
    """Return the uid of a drawn node."""
    return f"{KINDS[label].PREFIX if label in KINDS else label.lower()}_{name}"


def _read(words: list[str], nodes: dict[str, _Node], ties: list[_Tie]) -> None:
    if words[0] in KINDS or words[0] == "Mention":
        label, name, *rest = words
        fields = nodes.setdefault(name, _Node(label)).fields
    else:
        name, *rest = words
        fields = {}
    found = iter(rest)
    for word in found:
        if "=" in word:
            stated, _, value = word.partition("=")
            fields[stated] = value
        else:
            ties.append(_Tie(word, name, next(found)))
            fields = ties[-1].fields


def _declare_ends(tie: _Tie, nodes: dict[str, _Node]) -> None:
    link = RELATIONSHIP_TYPES.get(tie.type)
    start, end = (link.start[0], link.end[0]) if link else _SERVICE_TIES[tie.type]
    nodes.setdefault(tie.start, _Node(start))
    nodes.setdefault(tie.end, _Node(end))


def _typed(record: type[Record | RelationshipRecord] | None, stated: dict[str, Any], origin: str) -> dict[str, Any]:
    own = {name: value for name, value in stated.items() if name in _PROVENANCE}
    fields = {name: value for name, value in stated.items() if name not in _PROVENANCE}
    if record is not None:
        checked = record.model_validate(fields).model_dump(mode="python", exclude_none=True)
        fields = {name: value.value if isinstance(value, Enum) else value for name, value in checked.items()}
    elif "certainty" in fields:
        fields["certainty"] = float(fields["certainty"])
    usual = {"source": "drawn", "source_key": origin, "audience": EVERYONE, "learnt_at": AT, "row": 1}
    return {**fields, **usual, **own, "audience": int(own.get("audience", EVERYONE))}


def _node_row(name: str, node: _Node) -> dict[str, Any]:
    kind = KINDS.get(node.label)
    labels = [node.label, kind.FAMILY.value] if kind else [node.label]
    return {
        "labels": labels,
        "p": {"uid": uid_of(node.label, name), **_typed(kind, _named(kind, name, node.fields), name)},
    }


def _named(kind: type[Record] | None, name: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields with what the node is called in the one that its kind requires, or in its name."""
    required: Iterable[str] = (each for each, info in kind.model_fields.items() if info.is_required()) if kind else ()
    called = next(iter(required), "name" if kind and "name" in kind.model_fields else None)
    return {called: name, **fields} if called else fields


def _tie_row(place: int, tie: _Tie, nodes: dict[str, _Node]) -> dict[str, Any]:
    link = RELATIONSHIP_TYPES.get(tie.type)
    start, end = nodes[tie.start].label, nodes[tie.end].label
    fields = _typed(link.ties if link else None, tie.fields, tie.start)
    if link is None:  # what texts mention has readers, but no row of its own
        fields = {name: value for name, value in fields.items() if name not in ("source", "source_key", "row")}
    return {
        "type": tie.type, "a": start, "b": end, "start": uid_of(start, tie.start), "end": uid_of(end, tie.end),
        "p": {"uid": f"tie_{place}", **fields},
    }  # fmt: skip
