"""Proposes links between matters: over what has changed since the last run, or over everything; judgements are never touched."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import Any, TypeVar

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.cypher.score import DEMOTED_BELOW, DEMOTED_FROM, HUB_CAP, PROPOSED_FROM, score_of, strength_of
from graph_service.cypher.sentences import in_english_uncounted
from graph_service.graph import Statements, Writer
from graph_service.linkage.stirring import between_entities, edition_of_rules
from graph_service.rights.audiences import evened, of_every_kind
from schema import MATTER
from schema.uid import edge_uid

_BATCH = 500
_STIRRED_BATCH = 10_000
_ONE_IN = 2  # of all matters affected, everything is looked at: each pair from one side only
_PROPOSED = "PROPOSED"
_Ground = tuple[str, frozenset[str], frozenset[str]]  # rule, both matters, and what they share
_Row = dict[str, Any]
_T = TypeVar("_T")
LinkProgress = Callable[[int, int], None]  # matters done, matters in all


@dataclass
class Proposed:
    """What came of one run: matters looked at, links that hold among them, those that are new, withdrawn, notices written."""

    matters: int = 0
    links: int = 0
    new: int = 0
    withdrawn: int = 0
    notices: int = 0
    everything: bool = True  # whether all matters were looked at


def propose_links(writer: Writer, uid_key: bytes, progress: LinkProgress, anew: bool = False) -> Proposed:
    """Propose every link that would be shown alone, withdraw proposals that no longer hold; a repeat writes nothing.

    After the first run over a graph its cost follows what has changed since (graph_service/linkage/stirring.py); `anew`, or
    another edition of the rules, has everything looked at. The teams of both matters get one notice for each new link, in
    the transaction that makes it; the first run of an edition, to which all is new, tells nobody.
    """
    before = writer.run_read(query("links/run").body)[0]
    same_rules = bool(before) and before[0]["edition"] == edition_of_rules()
    while writer.run_write(query("links/stirred").body, bound=_STIRRED_BATCH)[0][0]["taken"]:
        pass
    some = None if anew or not same_rules else _affected(writer)
    if some is not None and _are_most(writer, len(some)):
        some = None
    demoted = writer.run_read(query("links/demoted").body, least=DEMOTED_FROM, floor=DEMOTED_BELOW)[0][0]["rules"]
    audiences = of_every_kind(row["number"] for row in writer.run_read(query("rights/audiences_known").body)[0])
    proposing = _Proposing(writer, uid_key, same_rules, some is None, frozenset(demoted), audiences)
    proposing.run(_matters(writer) if some is None else some, progress)
    if some is None or proposing.outcome.matters:
        writer.run_write(query("links/run_done").body, edition=edition_of_rules(), demoted=sorted(demoted))
    while writer.run_write(query("links/settled").body, bound=_STIRRED_BATCH)[0][0]["settled"]:
        pass
    return proposing.outcome


def _matters(writer: Writer) -> list[str]:
    text = query("mentions/matters_of_kind").body
    kinds = [writer.run_read(filled(text, (("LABEL_", label),)))[0][0]["uids"] for label in MATTER]
    return [uid for uids in kinds for uid in uids]


def _are_most(writer: Writer, affected: int) -> bool:
    return affected > _BATCH and affected > len(_matters(writer)) // _ONE_IN


def _affected(writer: Writer) -> list[str]:
    text = filled(query("links/affected").body, (("TYPES_", between_entities()),))
    found: set[str] = set()
    for batch in _parts(writer.run_read(query("links/stirring").body)[0][0]["uids"]):
        found |= set(writer.run_read(text, uids=batch, hub_cap=HUB_CAP)[0][0]["uids"])
    return sorted(found)


def _parts(items: list[_T]) -> Iterator[list[_T]]:
    return (items[start : start + _BATCH] for start in range(0, len(items), _BATCH))


@dataclass
class _Proposing:
    """One run over some matters or all of them."""

    writer: Writer
    uid_key: bytes
    tells: bool
    everything: bool
    demoted: frozenset[str]  # rules that people mostly reject: what they propose is told to nobody
    audiences: list[int]
    outcome: Proposed = field(default_factory=Proposed)
    # One time for all: no link is newer for its place in the run.
    at: str = field(default_factory=lambda: datetime.now(UTC).isoformat())

    def run(self, matters: list[str], progress: LinkProgress) -> None:
        """Look at the matters, write what is new of their links, take back what no longer holds."""
        there = self._known(matters)
        known = {row["uid"] for row in there if row["state"] == _PROPOSED}
        # A judged link whose entity was merged into another since stands for the one that would be proposed now.
        judged = {_ground(row) for row in there if row["state"] != _PROPOSED}
        seen: set[str] = set()
        held: set[_Ground] = set()
        for batch in _parts(matters):
            found = self._found(batch, both=not self.everything)
            held |= {_ground(row) for row in found}
            rows = {row["uid"]: row for row in found if _ground(row) not in judged}
            self._keep(self._told_from_first([row for uid, row in rows.items() if uid not in known | seen]))
            self.writer.run_write(query("links/place").body, uids=batch)
            seen |= rows.keys()
            self.outcome.matters += len(batch)
            progress(self.outcome.matters, len(matters))
        lonely = self._lonely()
        self._withdraw(sorted((known - seen) | {row["uid"] for row in lonely if row["state"] == _PROPOSED}))
        if mended := [row["uid"] for row in there if row["review"] and _ground(row) in held]:
            self.writer.run_write(query("links/hold").body, uids=mended)
        self._doubt([row for row in there if row["state"] != _PROPOSED and _ground(row) not in held] + lonely)
        self.outcome.links, self.outcome.everything = len(held), self.everything

    def _known(self, matters: list[str]) -> list[_Row]:
        if self.everything:
            return self.writer.run_read(query("links/known").body)[0]
        text = query("links/known_of").body
        rows = {row["uid"]: row for part in _parts(matters) for row in self.writer.run_read(text, uids=part)[0]}
        return list(rows.values())

    def _found(self, uids: list[str], both: bool) -> list[_Row]:
        """Return what the rules find for matters, each pair from either of its sides or from the first alone."""
        # One text for every kind and number of matters: it holds all rules, and to plan it takes seconds.
        text = filled(query("links/find").body, (("LABEL_", "|".join(MATTER)),))
        # How many share a thing does not count: a link that went with the crowd would tell its readers of matters hidden from them.
        given = {"uids": uids, "least": strength_of(PROPOSED_FROM), "both": both}
        asked = evened({"viewer_audiences": self.audiences, "hub_cap": HUB_CAP, "given": given})
        rows = self.writer.run_read(text, **asked)[0][0]["rows"]
        return [
            {
                **row,
                "uid": _uid(row, self.uid_key),
                "sentence": in_english_uncounted(row.pop("told")),
                "score": round(score_of(row["strength"]), 6),
            }
            for row in rows
        ]

    def _told_from_first(self, rows: list[_Row]) -> list[_Row]:
        """Return new links as the matter that comes first tells them, whichever of the two was looked at."""
        turned = {row["uid"]: row for row in rows if not row["first"]}
        told = {row["uid"]: row for row in rows if row["first"]}
        for part in _parts(sorted({row["other"] for row in turned.values()})):
            told |= {row["uid"]: row for row in self._found(part, both=False) if row["uid"] in turned}
        return list((turned | told).values())

    def _keep(self, rows: list[_Row]) -> None:
        for part in _parts(rows):
            self.outcome.notices += self.writer.run_together(partial(self._merge, part))
            self.outcome.new += len(part)

    def _merge(self, rows: list[_Row], statements: Statements) -> int:
        created = statements.run_write(query("links/merge").body, rows=rows, at=self.at)[0][0]["created"]
        trusted = {row["uid"] for row in rows if row["rule"] not in self.demoted}
        told = [uid for uid in created if uid in trusted]
        return self._notify(statements, "notices/tell", told, kind="LINK_PROPOSED")

    def _withdraw(self, uids: list[str]) -> None:
        for part in _parts(uids):
            self.outcome.notices += self.writer.run_together(partial(self._take_back, part))
        self.outcome.withdrawn = len(uids)

    def _take_back(self, uids: list[str], statements: Statements) -> int:
        told = self._notify(statements, "notices/tell_withdrawn", uids)
        statements.run_write(query("links/withdraw").body, uids=uids)
        return told

    def _doubt(self, rows: list[_Row]) -> None:
        for part in _parts([row["uid"] for row in rows if row["state"] != _PROPOSED and row["review"] is None]):
            self.outcome.notices += self.writer.run_together(partial(self._mark, part))

    def _mark(self, uids: list[str], statements: Statements) -> int:
        statements.run_write(query("links/groundless").body, uids=uids)
        return self._notify(statements, "notices/tell", uids, kind="LINK_IN_DOUBT")

    def _notify(self, statements: Statements, name: str, uids: list[str], **params: str) -> int:
        if not (self.tells and uids):
            return 0
        told = statements.run_write(filled(query(name).body), uids=uids, at=self.at, **params)[0]
        return int(told[0]["told"]) if told else 0

    def _lonely(self) -> list[_Row]:
        links = "Link" if self.everything else "Link&Stirring"
        return self.writer.run_read(filled(query("links/lonely").body, (("LABEL_", links),)))[0]


def _ground(row: _Row) -> _Ground:
    return row["rule"], frozenset((row["one"], row["other"])), frozenset(row["via"])


def _uid(row: _Row, uid_key: bytes) -> str:
    # The same link whichever end it is told from.
    one, other, via = row["one"], row["other"], row["via"]
    if one > other:
        one, other, via = other, one, via[::-1]
    return "link_" + edge_uid("Link", "|".join([row["rule"], one, other, *via]), uid_key)
