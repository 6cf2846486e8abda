"""Counts what an officer asks for in vain, in the graph, so that every worker knows; over the bound it is refused.

Source of the bound: the security bar, row 11 (locked after 20 misses an hour, the owner told within a minute). What is hidden and
what is nowhere cost the same one write before the answer; which matters were touched is found out behind the answer.
"""

import asyncio
import hmac
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from uuid import uuid4

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.errors import GraphServiceError, TooManyMisses
from graph_service.graph import Statements, Writer
from graph_service.rights.viewer import Viewer
from schema import MATTER

_MOST_TOUCHED = 200
_log = logging.getLogger("leadlink.probing")


@dataclass(frozen=True)
class Aim:
    """What a question was after: a value of a field of a kind, the uid or a number."""

    label: str
    field: str
    value: str


@dataclass
class Probing:
    """The bound of one installation; one for all who ask through this service. Without a writer nothing is counted."""

    writer: Writer | None = None
    key: bytes = b""
    most: int = 20
    _telling: set[asyncio.Task[None]] = field(default_factory=set)

    def require(self, viewer: Viewer) -> None:
        """Refuse a look-up of an officer who is over the bound."""
        if viewer.locked_until:
            raise _too_many(viewer.locked_until)

    async def missed(
        self, viewer: Viewer, question: str, aims: Sequence[Aim] = (), beginnings: Sequence[str] = ()
    ) -> None:
        """Count a question that found nothing, in place of its beginnings as they were typed; refuse where that is more than the bound."""
        if self.writer is None or not viewer.officer:
            return
        digest, *others = map(self._digest, [question, *beginnings])
        asked = {"officer": viewer.officer, "digest": digest, "beginnings": others, "most": self.most}
        rows, _ = await asyncio.to_thread(partial(self.writer.run_write, query("probing/miss").body, **asked))
        task = asyncio.create_task(self._tell(viewer, aims, rows[0]["misses"] > self.most))
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)
        if rows[0]["misses"] > self.most:
            raise _too_many(rows[0]["until"])

    def _digest(self, question: str) -> str:
        return hmac.digest(self.key, question.encode(), sha256)[:12].hex()

    async def _tell(self, viewer: Viewer, aims: Sequence[Aim], is_over: bool) -> None:
        """Find out what was touched and tell of it, behind the answer; a fault is logged and stops no answer."""
        if self.writer is None:
            return
        work = partial(_touch_and_tell, viewer, tuple(aims), is_over)
        try:
            await asyncio.to_thread(self.writer.run_together, work)
        except GraphServiceError as error:
            _log.error("owners were not told of probing: %s", error.code)


def _touch_and_tell(viewer: Viewer, aims: Sequence[Aim], is_over: bool, statements: Statements) -> None:
    common = {"viewer_audiences": list(viewer.audiences), "officer": viewer.officer}
    shut = sorted(viewer.tiers.shut)
    for each in aims:
        labels = MATTER if each.label == "Matter" else (each.label,)
        for label in labels:
            given = {"values": [each.value], "shut": shut, "most": _MOST_TOUCHED, **common}
            words = ("LABEL_", label), ("KEY_", each.field)
            statements.run_write(filled(query("probing/touch").body, words), **given)
    if is_over:
        uid = f"probing_{uuid4().hex[:24]}"
        told = {"officer": viewer.officer, "uid": uid, "at": datetime.now(UTC).isoformat()}
        statements.run_write(filled(query("probing/tell").body), **told)


def _too_many(until: str) -> TooManyMisses:
    moment = datetime.fromisoformat(until.partition("[")[0]).astimezone(UTC)
    return TooManyMisses(
        "you asked too often for what gave nothing", "look-ups", f"ask again after {moment:%Y-%m-%d %H:%M} UTC"
    )
