"""Reads from the graph what the finder has to know, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.paging import read_pages, read_rows
from graph_service.cypher.rules import filled
from graph_service.graph import Writer
from graph_service.mentions.finder import Finder
from graph_service.mentions.lexicon.known import KnownEntity, KnownTie, MatterNumber, MatterText, RegisteredNaming
from graph_service.mentions.lexicon.lexicon import Lexicon
from graph_service.mentions.lexicon.projects import KnownSum
from graph_service.model import label_in
from graph_service.rights.mention_audiences import Rights
from graph_service.rights.roles import Roles
from schema import ENTITY, KINDS, MATTER
from schema.record import InText

_MATTERS_PAGE = 500
_MOST_NAMED = 200
_OF_THEIR_OWN = ("Person", "Unit")  # what they are called takes more than one field
_TIES = (
    "UNDER", "HOLDS_POST", "OFFICER_OF", "HOLDS_SHARE", "INFORMS_FOR", "USES_PHONE", "USES_ACCOUNT", "OWNED_BY",
    "TENDERED_BY", "AWARDED_TO", "KIN_OF",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeptMention:
    """A mention as the graph has it: its digest and the entities that it refers to."""

    uid: str
    hash: str
    meant: tuple[str, ...]


def read_rights(writer: Writer, roles: Roles) -> Rights:
    """Return who may read which audience."""
    rows, _ = writer.run_read(query("rights/audiences_known").body)
    return Rights({row["number"]: row["readers"] for row in rows}, roles)


def read_finder(writer: Writer, rights: Rights) -> Finder:
    """Return the finder that knows every name and number of the graph."""
    return Finder(Lexicon(_known(writer), _ties(writer), _sums(writer)), rights)


def _known(writer: Writer) -> Iterator[KnownEntity]:
    sources = [("Person", query("mentions/people").body), ("Unit", query("mentions/units").body)]
    entities = query("mentions/entities").body
    sources += [(label, filled(entities, _named_by(label))) for label in ENTITY if label not in _OF_THEIR_OWN]
    for label, text in sources:
        for uid, audience, names, numbers, *area in read_rows(writer, text):
            yield KnownEntity(uid, label, audience, tuple(names), tuple(numbers), *area)


def _named_by(label: str) -> tuple[tuple[str, str], ...]:
    kind = KINDS[label]
    names = [] if kind.IN_TEXT is InText.NUMBER else [kind.CAPTION]
    numbers = [field for field in kind.IDENTIFIERS if field not in names]
    return ("LABEL_", label), ("NAMES_", str(names)), ("NUMBERS_", str(numbers))


def _ties(writer: Writer) -> Iterator[KnownTie]:
    for kind in _TIES:
        text = filled(query("mentions/ties").body, (("TYPE_", kind),))
        for _, start, end, audience, post, valid_from, valid_to in read_rows(writer, text):
            yield KnownTie(kind, start, end, audience, post, _day(valid_from), _day(valid_to))


def _sums(writer: Writer) -> Iterator[KnownSum]:
    for _, project, fen, audiences in read_rows(writer, query("mentions/sums").body):
        yield KnownSum(project, fen, tuple(audiences))


def read_matters(writer: Writer, rights: Rights) -> Iterator[list[tuple[MatterText, list[KeptMention]]]]:
    """Yield every matter with the mentions that are kept for it, in batches."""
    for label in MATTER:
        text = filled(query("mentions/matters").body, (("LABEL_", label),))
        for page in read_pages(writer, text, bound=_MATTERS_PAGE):
            yield [_matter(uid, row, rights) for uid, row in page]


def _matter(uid: str, row: dict[str, Any], rights: Rights) -> tuple[MatterText, list[KeptMention]]:
    may_read = rights.open_to(rights.insiders(row["audience"])[0])
    # Rights come before the cut: what not all may read takes nobody's place.
    names = tuple(
        RegisteredNaming(uid, label_in(uid))
        for uid in islice((named["uid"] for named in row["names"] if named["audience"] in may_read), _MOST_NAMED)
    )
    kept = [KeptMention(one["uid"], one["hash"], tuple(one["meant"])) for one in row["kept"]]
    learnt, first, last = (_day(row[name]) for name in ("learnt_on", "happened_from", "happened_to"))
    numbers = (
        MatterNumber(row["number"], (row["audience"],)),
        *(MatterNumber(each["number"], tuple(each["audiences"])) for each in row["letters"]),
    )
    return MatterText(
        uid,
        row["text"],
        row["audience"],
        learnt,
        first,
        last,
        names,
        row["area"],
        numbers,
    ), kept


def _day(value: Any) -> date | None:
    return value.to_native() if value is not None else None
