"""The graph follows what was judged and found: merges that nothing bears out are undone, those that are missing made."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.graph import Statements
from graph_service.identity.clusters import Clusters, Judgements
from graph_service.identity.merges import MACHINE, MergeReason, covers, label_of, merge_all, merging, refold, unmerge
from schema import KINDS

Merge = dict[str, Any]  # a merge that holds, as queries/identity/merges.cypher tells it


@dataclass(frozen=True)
class Wish:
    """Two nodes that are to answer as one, and why."""

    one: str
    other: str
    reason: MergeReason


@dataclass
class Followed:
    """What had to be done."""

    merged: int = 0
    skipped: list[Wish] = field(default_factory=list)  # one of the two is gone, or nothing speaks of it any more


def read_merges(statements: Statements, label: str) -> list[Merge]:
    """Return the merges of one kind that hold."""
    rows = statements.run_read(query("identity/merges").body)[0]
    return sorted((row for row in rows if label_of(row["absorbed"]) == label), key=lambda row: str(row["absorbed"]))


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


@dataclass(frozen=True)
class Standing:
    """The merges that stay, the number of those undone, and what has to be merged anew, another way round."""

    kept: list[Merge]
    undone: int
    anew: list[Wish]


def undo(statements: Statements, merges: list[Merge], holds: Callable[[Merge], bool], by: str, why: str) -> Standing:
    """Undo the merges that do not hold, and those that do but ran through them."""
    borne = [merge for merge in merges if holds(merge)]
    # Merges join whoever answered for the two at their time: without those undone, that may be somebody else.
    one = Clusters()
    for merge in borne:
        one.join(*ends_of(merge))
    kept = [merge for merge in borne if one.are_one(merge["absorbed"], merge["into"])]
    staying = {merge["absorbed"] for merge in kept}
    for merge in merges:
        if merge["absorbed"] not in staying:
            unmerge(statements, merge["absorbed"], MergeReason(by, why, merge["pair"]))
    anew = [
        Wish(*ends_of(merge), MergeReason(merge["by"], merge["why"], merge["pair"]))
        for merge in borne
        if merge["absorbed"] not in staying
    ]
    return Standing(kept, len(merges) - len(kept), anew)


def fulfil(statements: Statements, label: str, wishes: Iterable[Wish], kept: Iterable[Merge]) -> Followed:
    """Merge what is not one yet; where not everybody who may read the one may read the other, both stay."""
    into = {merge["absorbed"]: str(merge["into"]) for merge in kept}
    waiting = [(wish, _root(wish.one, into), _root(wish.other, into)) for wish in wishes]
    waiting = [each for each in waiting if each[1] != each[2]]
    followed = Followed()
    if not waiting:
        return followed
    sides = _sides(statements, label, {root for _, *roots in waiting for root in roots})
    rows: list[dict[str, Any]] = []
    planned: dict[str, Wish] = {}
    for wish, first, second in waiting:
        if first not in sides or second not in sides:
            followed.skipped.append(wish)
            continue
        if (pair := _ordered(sides, _root(first, into), _root(second, into))) is None:
            continue
        survivor, absorbed = pair
        rows.append(merging(absorbed, survivor, wish.reason))
        planned[absorbed], into[absorbed] = wish, survivor
    done = merge_all(statements, label, rows)
    followed.merged = len(done)
    followed.skipped += [wish for absorbed, wish in planned.items() if absorbed not in done]
    if done:
        refold(statements, label, sorted({uid for row in rows for uid in (row["absorbed"], row["survivor"])}))
    return followed


def _ordered(sides: dict[str, Any], one: str, other: str) -> tuple[str, str] | None:
    """Return the node that is to answer for both and the one that is to be absorbed, or nothing if both stay."""
    if one == other:
        return None
    both = [sides[one], sides[other]]
    widest = {side["uid"]: sum(covers(side["readers"], each["readers"]) for each in both) for side in both}
    first, second = sorted(
        both, key=lambda side: (-widest[side["uid"]], -len(side["identifiers"]), side["stated"], side["uid"])
    )
    return (first["uid"], second["uid"]) if covers(first["readers"], second["readers"]) else None


def _root(uid: str, into: dict[str, str]) -> str:
    while uid in into:
        uid = into[uid]
    return uid


def _sides(statements: Statements, label: str, uids: Iterable[str]) -> dict[str, Any]:
    text = with_identifiers("sides", label)
    return {row["uid"]: row for row in statements.run_read(text, uids=sorted(uids))[0]}


def with_identifiers(name: str, label: str) -> str:
    """Return a statement of identity for one kind."""
    identifiers = "[" + ", ".join(f"'{field}'" for field in KINDS[label].IDENTIFIERS) + "]"
    return filled(query(f"identity/{name}").body, (("LABEL_", label), ("IDENTIFIERS_", identifiers)))


def machine_wishes(pairs: Iterable[Any]) -> Iterator[Wish]:
    """Yield what the machine holds for one, with what was found."""
    for pair in pairs:
        found = "; ".join(f"{each['field']}: {each['found']}" for each in pair.fields)
        yield Wish(pair.loose, pair.known, MergeReason(MACHINE, f"{pair.score:.3f}: {found}", pair.uid))
