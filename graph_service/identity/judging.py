"""People's judgements on whether two nodes are the same; they are kept, and the graph follows them."""

from dataclasses import dataclass
from functools import partial
from uuid import uuid4

from graph_service.cypher.files import query
from graph_service.errors import Conflict, NotFound
from graph_service.graph import Statements, Writer
from graph_service.identity.clusters import Verdict
from graph_service.identity.following import borne_out, ends_of, follow, read_merges, with_identifiers
from graph_service.identity.merges import MergeReason, label_of
from graph_service.identity.spoken import Spoken, mark_overruled
from schema.uid import edge_uid

__all__ = ["Judgement", "Verdict", "judge", "pair_uid", "take_back"]


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
    """Keep a judgement, retire the earlier one, let the graph follow, all or nothing; return the uid of the pair."""
    label = label_of(judgement.one)
    uid = pair_uid(judgement.one, judgement.other, uid_key)
    if judgement.one == judgement.other or label != label_of(judgement.other):
        raise Conflict("two different nodes of one kind can be judged", judgement.other, "choose another pair")
    if not judgement.why.strip():
        raise Conflict("a judgement needs a reason", "why", "say what you know")
    writer.run_together(partial(_judge, label=label, uid=uid, judgement=judgement))
    return uid


def _judge(statements: Statements, label: str, uid: str, judgement: Judgement) -> None:
    found = statements.run_write(
        with_identifiers("judge", label), uid=uid, one=judgement.one, other=judgement.other,
        verdict=judgement.verdict.value, by=judgement.by, why=judgement.why, judgement=f"judgement_{uuid4().hex[:24]}",
    )[0]  # fmt: skip
    if not found:
        raise NotFound("one of the two is not there", f"{judgement.one}, {judgement.other}", "look at both again")
    spoken = Spoken.of(statements.run_read(query("judging/judged").body, kind=label)[0][0]["rows"])
    said = spoken.together()
    mark_overruled(statements, spoken, said)
    reason = MergeReason(judgement.by, judgement.why)
    followed = follow(statements, label, spoken.wishes(said), borne_out(said, spoken.pairs), reason)
    if any(wish.reason.pair == uid for wish in followed.skipped):
        what = "one of the two is gone or was merged into another"
        raise Conflict(what, f"{judgement.one}, {judgement.other}", "look at both again")


def take_back(writer: Writer, uid_key: bytes, absorbed: str, by: str, why: str) -> str:
    """Judge a merged record to be another than the one it went into, and return the uid of the pair."""
    merges = {row["absorbed"]: row for row in read_merges(writer, label_of(absorbed))}
    if absorbed not in merges:
        raise Conflict("it is not merged into anything", absorbed, "look at it again")
    return judge(writer, uid_key, Judgement(*ends_of(merges[absorbed]), Verdict.DIFFERENT, by, why))
