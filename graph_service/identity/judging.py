"""People's judgements on whether two nodes are the same; they are kept, and the graph follows them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import uuid4

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.errors import Conflict, NotFound
from graph_service.graph import Writer
from graph_service.identity.merges import MergeReason, covers, label_of, merge, unmerge
from schema import KINDS
from schema.uid import edge_uid


class Verdict(StrEnum):
    """What a person says of two nodes."""

    SAME = "SAME"
    DIFFERENT = "DIFFERENT"
    UNSURE = "UNSURE"


@dataclass(frozen=True)
class Judgement:
    """Who says what of two nodes, and why."""

    one: str
    other: str
    verdict: Verdict
    by: str
    why: str


def pair_uid(one: str, other: str, uid_key: bytes) -> str:
    """Return the uid of the pair, the same whichever of the two comes first."""
    return "same_" + edge_uid("IdentityCandidate", "|".join(sorted((one, other))), uid_key)


def judge(writer: Writer, uid_key: bytes, judgement: Judgement) -> str:
    """Keep a judgement, retire the earlier one, let the graph follow, and return the uid of the pair."""
    label = label_of(judgement.one)
    uid = pair_uid(judgement.one, judgement.other, uid_key)
    if judgement.one == judgement.other or label != label_of(judgement.other):
        raise Conflict("two different nodes of one kind can be judged", judgement.other, "choose another pair")
    if not judgement.why.strip():
        raise Conflict("a judgement needs a reason", "why", "say what you know")
    text = _text("judge", label)
    found = writer.run_write(
        text, uid=uid, one=judgement.one, other=judgement.other, verdict=judgement.verdict.value,
        by=judgement.by, why=judgement.why, judgement=f"judgement_{uuid4().hex[:24]}",
    )[0]  # fmt: skip
    if not found:
        raise NotFound("one of the two is not there", f"{judgement.one}, {judgement.other}", "look at both again")
    follow(writer, uid, judgement)
    return uid


def take_back(writer: Writer, uid_key: bytes, absorbed: str, said: tuple[str, str]) -> str:
    """Judge a merged record (said: by whom, why) to be another than the one it went into, and return the uid of the pair."""
    merges = {row["absorbed"]: row for row in writer.run_read(query("identity/merges").body)[0]}
    if absorbed not in merges:
        raise Conflict("it is not merged into anything", absorbed, "look at it again")
    row = merges[absorbed]
    one, other = row["ends"] or (absorbed, row["into"])
    return judge(writer, uid_key, Judgement(one, other, Verdict.DIFFERENT, *said))


def follow(writer: Writer, uid: str, judgement: Judgement) -> bool:
    """Merge or undo what a judgement asks for, and return whether anything had to be done."""
    ends = {judgement.one, judgement.other}
    merges = {row["absorbed"]: row for row in writer.run_read(query("identity/merges").body)[0]}
    theirs = [row for row in merges.values() if row["pair"] == uid or {row["absorbed"], row["into"]} == ends]
    if judgement.verdict is not Verdict.SAME:
        for row in theirs:
            unmerge(writer, row["absorbed"], MergeReason(judgement.by, judgement.why, uid))
        return bool(theirs)
    roots = {_root(end, merges) for end in ends}
    if len(roots) == 1:
        return False
    sides = _sides(writer, label_of(judgement.one), sorted(roots))
    if len(sides) != 2 or not covers(sides[0]["readers"], sides[1]["readers"]):
        # Both stay, known as the same: whoever may read only the one would lose it.
        return False
    merge(writer, sides[1]["uid"], sides[0]["uid"], MergeReason(judgement.by, judgement.why, uid))
    return True


def _root(uid: str, merges: dict[str, Any]) -> str:
    while uid in merges:
        uid = merges[uid]["into"]
    return uid


def _sides(writer: Writer, label: str, uids: list[str]) -> list[dict[str, Any]]:
    """Return the two nodes, the one that is to answer for both first."""
    found = writer.run_read(_text("sides", label), uids=uids)[0]
    widest = {side["uid"]: sum(covers(side["readers"], other["readers"]) for other in found) for side in found}
    return sorted(
        found, key=lambda side: (-widest[side["uid"]], -len(side["identifiers"]), side["stated"], side["uid"])
    )


def _text(name: str, label: str) -> str:
    identifiers = "[" + ", ".join(f"'{field}'" for field in KINDS[label].IDENTIFIERS) + "]"
    return filled(query(f"identity/{name}").body, (("LABEL_", label), ("IDENTIFIERS_", identifiers)))
