"""What all rows together say of one node, found at once: the claims that loading them one after the other would leave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph_service.rights.audiences import Audiences
from loaders.mapping.claims import NodeClaim
from loaders.mapping.statement import Statement


@dataclass(frozen=True)
class Brought:
    """A statement with the source, rank and load that brought it."""

    source: str
    rank: int
    load: str
    statement: Statement


@dataclass
class _Said:
    first: Brought
    rows: dict[str, int] = field(default_factory=dict)  # every row that says it -> audience
    own: set[str] = field(default_factory=set)  # those without a link to show for it


def gathered(brought: Sequence[Brought], audiences: Audiences) -> list[NodeClaim]:
    """Return the claims on a node, from its statements in the order of their rows."""
    by_source: dict[str, list[Brought]] = {}
    for each in brought:
        by_source.setdefault(each.source, []).append(each)
    return [claim for own in by_source.values() for claim in _claims(own, audiences)]


def _claims(brought: Sequence[Brought], audiences: Audiences) -> Iterable[NodeClaim]:
    # What a row says last of a node is what it says.
    last = {each.statement.key: each.statement.hash for each in brought}
    # As soon as a source says two things, be it within one row, the keys of each are complete.
    is_complete = len({each.statement.hash for each in brought}) > 1
    said: dict[str, _Said] = {}
    for each in brought:
        statement = each.statement
        if last[statement.key] != statement.hash:
            continue
        what = said.get(statement.hash)
        if what is None:
            what = said[statement.hash] = _Said(each)
        what.rows[statement.key] = statement.audience
        if statement.own:
            what.own.add(statement.key)
    for what in said.values():
        first = what.first
        keys = what.rows if is_complete else {key: who for key, who in what.rows.items() if key in what.own}
        yield NodeClaim(
            first.source, first.rank, first.statement.hash, first.statement.values,
            audiences.union(what.rows.values()), first.statement.source_key, keys, first.load, first.statement.row,
        )  # fmt: skip
