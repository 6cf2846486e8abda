"""Merges that destroy nothing: the absorbed node keeps all it holds, its relationships go over and know their home.

The absorbed node keeps its label, so that a load finds it by its uid, and gets an audience that nobody is in, so that
no read finds it. A survivor shows what it lacks from those merged into it, but only where all of its own readers may
read them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any
from uuid import uuid4

from graph_service.cypher.editions import change
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.errors import Conflict
from graph_service.graph import Statements
from graph_service.model import label_in
from schema import ENTITY, KINDS, RELATIONSHIP_TYPES

MACHINE = "leadlink resolve"
EVERYONE = "EVERYONE"
_BATCH = 200
_NEVER_LENT = frozenset({"disputed_id_number"})  # a doubt about the record, and none about whoever it is one with
_MOVED = [
    *RELATIONSHIP_TYPES,
    "NAMES_IN_TEXT",
]  # what goes over to the survivor: relationships of sources, namings in texts


@dataclass(frozen=True)
class MergeReason:
    """Who merges, why, and the pair of the queue that it follows from."""

    by: str
    why: str
    pair: str | None = None


def merge(writer: Statements, absorbed: str, survivor: str, reason: MergeReason) -> str:
    """Merge one node into another of its kind, and return the uid of the merge; refuse what is merged already."""
    label = label_of(absorbed)
    row = merging(absorbed, survivor, reason)
    if not merge_all(writer, label, [row]):
        what = "one of the two is gone or was merged into another"
        raise Conflict(what, f"{absorbed}, {survivor}", "look at both again")
    refold(writer, label, [absorbed, survivor])
    return str(row["stated"]["merge"])


def merging(absorbed: str, survivor: str, reason: MergeReason) -> dict[str, Any]:
    """Return a merge as the graph is told of it."""
    stated = {"merge": f"merge_{uuid4().hex[:24]}", **asdict(reason)}
    return {"absorbed": absorbed, "survivor": survivor, "stated": stated}


def merge_all(writer: Statements, label: str, rows: list[dict[str, Any]]) -> set[str]:
    """Merge nodes of one kind in this order, and return those that were merged: what is gone or merged is passed over."""
    merged: set[str] = set()
    for part in _waves(rows):
        found = change(writer, _text("merge", label), rows=part, types=_MOVED)[0]
        merged |= set(found[0]["merged"])
    return merged


def _waves(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    # What one statement absorbs cannot survive in the same statement.
    wave: list[dict[str, Any]] = []
    absorbed: set[str] = set()
    surviving: set[str] = set()
    for row in rows:
        if len(wave) == _BATCH or row["absorbed"] in surviving or row["survivor"] in absorbed:
            yield wave
            wave, absorbed, surviving = [], set(), set()
        wave.append(row)
        absorbed.add(row["absorbed"])
        surviving.add(row["survivor"])
    if wave:
        yield wave


def unmerge(writer: Statements, absorbed: str, reason: MergeReason) -> None:
    """Undo the merge of a node; whatever order merges are undone in, the graph is as it was before them.

    Links that rested on the merge are marked for review, and an `IdentityChange` names them for those who were told.
    """
    survivor = unmerge_unfolded(writer, absorbed, reason)
    refold(writer, label_of(absorbed), [survivor, absorbed])


def unmerge_unfolded(writer: Statements, absorbed: str, reason: MergeReason) -> str:
    """Undo the merge of a node, which stays marked as lacking what others lend, and return who answered for it."""
    noted = f"change_{uuid4().hex[:24]}"
    told = {"by": reason.by, "why": reason.why, "change": noted}
    done = change(writer, _text("unmerge", label_of(absorbed)), absorbed=absorbed, types=_MOVED, **told)[0]
    if not done:
        raise Conflict("it is not merged into anything", absorbed, "look at it again")
    return str(done[0]["survivor"])


def refold(writer: Statements, label: str, uids: list[str] | None = None) -> int:
    """Show on survivors what only their absorbed nodes say, and return how many had to be written."""
    families = writer.run_read(_text("families", label), uids=uids)[0]
    changes = [(family, _change(label, family)) for family in families]
    rows = [{"uid": family["uid"], "shown": change} for family, change in changes if change or family["waiting"]]
    if rows:
        change(writer, _text("lend", label), rows=rows)
    return len(rows)


def lacking(writer: Statements) -> list[tuple[str, list[str]]]:
    """Return, by their kind, the nodes that a load has rewritten, or of whose absorbed nodes it has rewritten some."""
    labels = "[" + ", ".join(f"'{label}'" for label in ENTITY) + "]"
    found = writer.run_read(filled(query("identity/lacking").body, (("LABELS_", labels),)))[0]
    return [(row["label"], row["uids"]) for row in found]


def refold_lacking(writer: Statements) -> int:
    """Show on survivors again what a load has rewritten of them or of what was merged into them."""
    return sum(refold(writer, label, uids) for label, uids in lacking(writer))


def survivors(writer: Statements) -> dict[str, str]:
    """Return for each absorbed node the one that answers for it."""
    found = writer.run_read(query("identity/survivors").body)[0][0]
    return dict(zip(found["uids"], found["survivors"], strict=True))


def label_of(uid: str) -> str:
    """Return the kind that a uid speaks of."""
    try:
        return label_in(uid)
    except KeyError as error:
        raise Conflict("this is no public id", uid, "give the id of a person or a unit") from error


def covers(readers: Iterable[str] | None, others: Iterable[str] | None) -> bool:
    """Return whether everybody among the others is among the readers."""
    mine = set(readers or ())
    return EVERYONE in mine or set(others or ()) <= mine


def _change(label: str, family: dict[str, Any]) -> dict[str, Any]:
    held = family["own"]
    lent_before = held.get("lent", [])
    lent: dict[str, Any] = {}
    for each in sorted(family["absorbed"], key=lambda one: str(one["uid"])):
        if covers(each["readers"], family["readers"]):
            own = each["values"]
            values = {name: own[name] for name in KINDS[label].model_fields if name in own and name not in _NEVER_LENT}
            lent = {name: value for name, value in values.items() if name not in own.get("lent", [])} | lent
    lent = {name: value for name, value in lent.items() if name not in held or name in lent_before}
    before = {name: held[name] for name in lent_before if name in held}
    if lent == before:
        return {}
    return {name: None for name in lent_before} | lent | {"lent": sorted(lent) or None}


def _text(name: str, label: str) -> str:
    return filled(query(f"identity/{name}").body, (("LABEL_", label),))
