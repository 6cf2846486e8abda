"""The graph follows what was judged and found: merges that nothing bears out are undone, those that are missing made.

No merge hides a record from anybody who may read it: one whose survivor lost readers is undone, as it would be refused.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.graph import Statements
from graph_service.identity.clusters import Clusters, Judgements
from graph_service.identity.joining import Join, Roots, Side, Wish, grant
from graph_service.identity.merges import (
    MACHINE,
    MergeReason,
    covers,
    lacking,
    merge_all,
    merging,
    refold,
    refold_lacking,
    unmerge,
)
from schema import KINDS

Merge = dict[str, Any]  # a merge that holds, as queries/identity/merges.cypher tells it
Sides = dict[str, Side]
_HIDING = "not everybody who may read it may read the one that answered for it"


@dataclass
class Followed:
    """What had to be done."""

    merged: int = 0
    undone: int = 0
    skipped: list[Wish] = field(default_factory=list)  # one of the two is gone, or nothing speaks of it any more


def read_merges(statements: Statements, label: str, uids: list[str] | None = None) -> list[Merge]:
    """Return the merges of one kind that hold: all, or those for which some nodes answer; each tells whether it hides."""
    text = filled(query("identity/merges").body, (("LABEL_", label),))
    found = sorted(statements.run_read(text, uids=uids)[0], key=lambda row: str(row["absorbed"]))
    unlike = [row for row in found if row["audience"] != row["survivor_audience"]]
    numbers = {row[name] for row in unlike for name in ("audience", "survivor_audience")}
    rows = statements.run_read(query("rights/readers_of").body, numbers=sorted(numbers))[0] if numbers else []
    readers = {row["number"]: row["readers"] for row in rows}
    for row in found:
        # Whether somebody may read the merged record and not the node that answers for it.
        one, other = row["survivor_audience"], row["audience"]
        row["hides"] = one != other and not covers(readers.get(one), readers.get(other))
    return found


def ends_of(merge: Merge) -> tuple[str, str]:
    """Return the two nodes that a merge speaks of: those of its pair, where it has one."""
    one, other = merge["ends"] or (merge["absorbed"], merge["into"])
    return one, other


def borne_out(judgements: Judgements, judged: Iterable[str]) -> Callable[[Merge], bool]:
    """Return whether a merge holds after what people say: by their own word, or because nobody speaks against it."""
    same = {said.pair for said in judgements.holding if said.verdict == "SAME"}
    spoken = set(judged)
    clusters: Clusters = judgements.clusters

    def holds(merge: Merge) -> bool:
        if merge["pair"] in spoken:
            return merge["pair"] in same
        return clusters.admit(*ends_of(merge))

    return holds


def follow(
    statements: Statements, label: str, wishes: list[Wish], holds: Callable[[Merge], bool], reason: MergeReason
) -> Followed:
    """Undo the merges of a kind that do not hold, and make those that are wished for and missing."""
    merges = read_merges(statements, label)
    borne = [merge for merge in merges if holds(merge)]
    wished = {wish.reason.pair for wish in wishes} - {None}
    every = [*wishes, *(_wish(merge) for merge in borne if merge["pair"] not in wished)]
    # Merges join whoever answered for the two at their time: without those undone, that may be somebody else.
    one = Clusters()
    for merge in borne:
        one.join(*ends_of(merge))
    kept = [merge for merge in borne if one.are_one(merge["absorbed"], merge["into"])]
    asked = _asked(statements, label, every, merges, kept)
    aim = Roots()
    deque(grant(asked.wishes, aim, asked.sides), maxlen=0)
    into = {
        merge["absorbed"]: str(merge["into"])
        for merge in kept
        if merge["absorbed"] not in asked.nodes or aim.are_one(merge["absorbed"], merge["into"])
    }
    undone = [merge for merge in merges if merge["absorbed"] not in into]
    for merge in undone:
        unmerge(statements, merge["absorbed"], MergeReason(reason.by, reason.why, merge["pair"]))
    if undone or any(merge["hides"] for merge in merges):
        for merge in part_hidden(statements, label):
            into.pop(merge["absorbed"], None)
    wanted = (wish for wish in asked.wishes if aim.are_one(wish.one, wish.other))
    followed = _merge(statements, label, list(grant(wanted, Roots(into), asked.sides)))
    return Followed(followed.merged, len(merges) - len(into), [*asked.skipped, *followed.skipped])


@dataclass(frozen=True)
class _Asked:
    """What has to be looked at: wishes that are not met, and all that hangs together with them or with what goes."""

    nodes: set[str]
    wishes: list[Wish]
    skipped: list[Wish]  # of which one node is gone
    sides: Sides


def _asked(statements: Statements, label: str, wishes: list[Wish], merges: list[Merge], kept: list[Merge]) -> _Asked:
    together = Clusters()
    for one, other in [(wish.one, wish.other) for wish in wishes] + [(row["absorbed"], row["into"]) for row in merges]:
        together.join(one, other)
    met = Roots({merge["absorbed"]: str(merge["into"]) for merge in kept if not merge["hides"]})
    roots = {together.root(wish.one) for wish in wishes if not met.are_one(wish.one, wish.other)}
    roots |= {together.root(row["absorbed"]) for row in merges if not met.are_one(row["absorbed"], row["into"])}
    asked = [wish for wish in wishes if together.root(wish.one) in roots]
    around = [merge for merge in merges if together.root(merge["absorbed"]) in roots]
    sides = _sides(statements, label, asked, around)
    nodes = {uid for wish in asked for uid in (wish.one, wish.other)} | {merge["absorbed"] for merge in around}
    return _Asked(nodes, *_of_both(asked, sides), sides)


def part_hidden(statements: Statements, label: str, uids: list[str] | None = None) -> list[Merge]:
    """Undo the merges of a kind, or those into some nodes, that hide a record from its readers, and return them."""
    undone: list[Merge] = []
    while hidden := [merge for merge in read_merges(statements, label, uids) if merge["hides"]]:
        # From above: what was merged into it before may stay with a node that goes.
        under = {merge["absorbed"] for merge in hidden}
        top = [merge for merge in hidden if merge["into"] not in under]
        for merge in top:
            unmerge(statements, merge["absorbed"], MergeReason(MACHINE, _HIDING, merge["pair"]))
        undone += top
        uids = uids and [*uids, *(merge["absorbed"] for merge in top)]
    return undone


def follow_load(statements: Statements) -> None:
    """Undo the merges that hide records since a load changed readers, and let survivors show what others lend now.

    What people judged to be one is merged the other way round at once, where readers allow it; the machine asks again.
    """
    for label, uids in lacking(statements):
        undone = part_hidden(statements, label, uids)
        if wishes := [_wish(merge) for merge in undone if merge["by"] != MACHINE]:
            kept = read_merges(statements, label)
            sides = _sides(statements, label, wishes, kept)
            roots = Roots({merge["absorbed"]: str(merge["into"]) for merge in kept})
            _merge(statements, label, list(grant(_of_both(wishes, sides)[0], roots, sides)))
    refold_lacking(statements)


def _wish(merge: Merge) -> Wish:
    return Wish(*ends_of(merge), MergeReason(merge["by"], merge["why"], merge["pair"]))


def _of_both(wishes: Iterable[Wish], sides: Sides) -> tuple[list[Wish], list[Wish]]:
    """Return the wishes of which both nodes are there, and the others."""
    granted: list[Wish] = []
    skipped: list[Wish] = []
    for wish in wishes:
        (granted if wish.one in sides and wish.other in sides else skipped).append(wish)
    return granted, skipped


def _merge(statements: Statements, label: str, joins: list[Join]) -> Followed:
    rows = [merging(join.absorbed, join.survivor, join.wish.reason) for join in joins]
    done = merge_all(statements, label, rows)
    if done:
        refold(statements, label, sorted({uid for join in joins for uid in (join.absorbed, join.survivor)}))
    return Followed(len(done), skipped=[join.wish for join in joins if join.absorbed not in done])


def _sides(statements: Statements, label: str, wishes: Iterable[Wish], merges: Iterable[Merge]) -> Sides:
    uids = {uid for wish in wishes for uid in (wish.one, wish.other)}
    uids |= {merge[end] for merge in merges for end in ("absorbed", "into")}
    found = statements.run_read(with_identifiers("sides", label), uids=sorted(uids))[0] if uids else []
    return {
        row["uid"]: Side(row["uid"], frozenset(row["readers"] or ()), len(row["identifiers"]), tuple(row["stated"]))
        for row in found
    }


def with_identifiers(name: str, label: str) -> str:
    """Return a statement of identity for one kind."""
    identifiers = "[" + ", ".join(f"'{field}'" for field in KINDS[label].IDENTIFIERS) + "]"
    return filled(query(f"identity/{name}").body, (("LABEL_", label), ("IDENTIFIERS_", identifiers)))


def machine_wishes(pairs: Iterable[Any]) -> Iterator[Wish]:
    """Yield what the machine holds for one, with what was found."""
    for pair in pairs:
        found = "; ".join(f"{each['field']}: {each['found']}" for each in pair.fields)
        yield Wish(pair.loose, pair.known, MergeReason(MACHINE, f"{pair.score:.3f}: {found}", pair.uid))
