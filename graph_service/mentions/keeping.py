"""Keeps mentions in the graph: what is new or changed is written, what is gone is taken back, the rest is left alone."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain
from typing import Any

from graph_service.cypher.editions import FROM_TEXTS, change
from graph_service.cypher.files import query
from graph_service.cypher.score import HUB_CAP
from graph_service.graph import Writer
from graph_service.mentions.alike.circumstances import circumstances
from graph_service.mentions.alike.defects import defects
from graph_service.mentions.alike.keeping import keep_alike
from graph_service.mentions.alike.nicknames import nicknames
from graph_service.mentions.alike.outings import Outing, outings
from graph_service.mentions.alike.pairs import SaidIn, pairs
from graph_service.mentions.alike.place_days import place_days
from graph_service.mentions.alike.said import known_id, registered, said
from graph_service.mentions.alike.similar import similar
from graph_service.mentions.alike.texts import TextOf, text_of
from graph_service.mentions.finder import Finder
from graph_service.mentions.lexicon.known import MatterText
from graph_service.mentions.reading import KeptMention, read_finder, read_matters, read_rights
from graph_service.mentions.text.mention import Mention, MentionKind, MentionState, naming_certainty
from graph_service.model import label_in
from graph_service.rights.mention_audiences import Rights
from graph_service.rights.roles import Roles
from schema.uid import edge_uid

_FORM = 3  # raised whenever the graph is told something else of a mention, so that the next run writes it again
TextProgress = Callable[[int], None]  # texts read so far


@dataclass
class MentionCounts:
    """What came of one run over all texts."""

    texts: int = 0
    mentions: int = 0
    sure: int = 0
    candidates: int = 0
    written: int = 0
    removed: int = 0
    alike: int = 0  # pairs of texts that say something alike, written or taken back
    kinds: Counter[str] = field(default_factory=Counter)

    def count(self, mentions: list[Mention]) -> None:
        """Add the mentions of one text."""
        sure = sum(mention.state is MentionState.SURE for mention in mentions)
        self.texts += 1
        self.mentions += len(mentions)
        self.sure += sure
        self.candidates += len(mentions) - sure
        self.kinds.update(mention.kind.value for mention in mentions)


@dataclass(frozen=True)
class MentionRun:
    """What every text of a run is read with, and what has come of it so far."""

    finder: Finder
    rights: Rights
    uid_key: bytes
    outcome: MentionCounts
    said: list[SaidIn] = field(default_factory=list)
    texts: list[TextOf] = field(default_factory=list)
    outings: list[Outing] = field(default_factory=list)


def keep_mentions(writer: Writer, uid_key: bytes, roles: Roles, progress: TextProgress) -> MentionCounts:
    """Find the mentions of every text and keep them; a repeat writes nothing."""
    outcome = MentionCounts()
    rights = read_rights(writer, roles)
    run = MentionRun(read_finder(writer, rights), rights, uid_key, outcome)
    outcome.removed = change(writer, query("mentions/orphans").body, FROM_TEXTS)[0][0]["gone"]
    for batch in read_matters(writer, rights):
        rows = [row for matter, kept in batch if (row := _row(run, matter, kept))]
        if rows:
            _keep_audiences(writer, rights, rows)
            change(writer, query("mentions/write").body, FROM_TEXTS, rows=rows)
        progress(outcome.texts)
    texts = (find(run.texts, rights.open_to, HUB_CAP) for find in (similar, defects, circumstances, nicknames))
    days = place_days(run.outings, rights.open_to, HUB_CAP)
    alike = chain(pairs(run.said, rights.open_to, HUB_CAP), days, *texts)
    outcome.alike = keep_alike(writer, alike, uid_key)
    return outcome


def _keep_audiences(writer: Writer, rights: Rights, rows: list[dict[str, Any]]) -> None:
    numbers = {kept["p"]["audience"] for row in rows for kept in row["keep"]}
    writer.run_write(
        query("rights/audiences_merge").body,
        rows=[{"number": number, "readers": rights.insiders(number)[1]} for number in sorted(numbers)],
    )


def _row(run: MentionRun, matter: MatterText, kept: list[KeptMention]) -> dict[str, Any] | None:
    mentions = run.finder.find(matter)
    run.outcome.count(mentions)
    audience, _ = run.rights.insiders(matter.audience)
    told = said(matter.text, mentions, run.finder.prefecture(matter))
    told += (known_id(*each) for each in run.finder.ids(matter))
    run.said.extend(SaidIn(matter.uid, audience, each) for each in told)
    places = run.finder.named_places(matter)
    run.outings.extend(outings(matter, audience, mentions, places))
    units = [place for place in places if place.uid and label_in(place.uid) == "Unit"]
    if text := text_of(matter.uid, audience, matter.text, mentions, units):
        run.texts.append(text)
    for each in matter.numbers:
        narrowest = run.rights.narrowest(each.audiences)
        if narrowest is not None and (own := registered(each.number)):
            run.said.append(SaidIn(matter.uid, narrowest, own))
    before = {one.uid: (one.hash, one.meant) for one in kept}
    now = [properties(mention, matter.uid, audience, run.uid_key) for mention in mentions]
    uids = {each["uid"] for each in now}
    changed = [
        {"p": each, "meant": [_meant(one.uid, one.certainty) for one in mention.referents]}
        for each, mention in zip(now, mentions, strict=True)
        if before.get(each["uid"]) != (each["hash"], tuple(sorted(one.uid for one in mention.referents)))
    ]
    gone = [uid for uid in before if uid not in uids]
    run.outcome.written += len(changed)
    run.outcome.removed += len(gone)
    return {"matter": matter.uid, "keep": changed, "drop": gone} if changed or gone else None


def _meant(uid: str, certainty: float) -> dict[str, Any]:
    return {"uid": uid, "certainty": certainty, "naming": naming_certainty(certainty)}


def properties(mention: Mention, matter: str, audience: int, uid_key: bytes) -> dict[str, Any]:
    """Return a mention as it is kept; its digest covers everything that the graph says of it."""
    place = f"{matter}|{mention.kind}|{mention.start}|{mention.end}|{mention.text}"
    if mention.kind is MentionKind.PROBLEM:  # the same words can tell of two kinds: 亲友承包工程
        place += f"|{mention.normal}"
    said: dict[str, Any] = {
        "uid": f"mention_{edge_uid('Mention', place, uid_key)}",
        "start": mention.start,
        "end": mention.end,
        "kind": mention.kind.value,
        "text": mention.text,
        "normal": mention.normal,
        "certainty": mention.certainty,
        "because": mention.because.value,
        "namesakes": mention.namesakes,
        "state": mention.state.value,
        "audience": audience,
    }
    meant = [(one.uid, one.certainty) for one in mention.referents]
    return said | {"hash": blake2b(repr((said, meant, _FORM)).encode(), digest_size=12).hexdigest()}
