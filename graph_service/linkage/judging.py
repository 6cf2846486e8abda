"""People's judgements on links; they are kept for ever, and no rule undoes one."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from uuid import uuid4

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.errors import Conflict, NotFound
from graph_service.graph import Statements, Writer


class LinkVerdict(StrEnum):
    """What a person says of a link."""

    CONFIRMED = "CONFIRMED"
    REJECTED = "REJECTED"
    UNSURE = "UNSURE"


@dataclass(frozen=True)
class LinkJudgement:
    """Who says what of a link, and why."""

    link: str
    verdict: LinkVerdict
    by: str
    why: str


def judge_link(writer: Writer, judgement: LinkJudgement) -> str:
    """Keep a judgement, retire the earlier one, tell both owners, and return the uid of the link; refuse one without reason or link."""
    if not judgement.why.strip():
        raise Conflict("a judgement needs a reason", "why", "say what you know")
    writer.run_together(partial(_judge, judgement))
    return judgement.link


def _judge(judgement: LinkJudgement, statements: Statements) -> None:
    found = statements.run_write(
        query("links/judge").body, uid=judgement.link, verdict=judgement.verdict.value, by=judgement.by,
        why=judgement.why, judgement=f"judgement_{uuid4().hex[:24]}",
    )[0]  # fmt: skip
    if not found:
        raise NotFound("the link is not there", judgement.link, "look at it again")
    at = datetime.now(UTC).isoformat()
    statements.run_write(filled(query("notices/tell").body), uids=[judgement.link], kind="LINK_JUDGED", at=at)
