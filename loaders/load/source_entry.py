"""What the ledger keeps of a declaration."""

from loaders.declare.parts import SourceMapping, mapping_hash
from loaders.declare.source import Source
from loaders.ledger.receipts import SourceEntry
from loaders.mapping.lookups import loose_ends
from loaders.mapping.witnesses import witnesses


def entry_of(source: Source) -> SourceEntry:
    """Return the source as the ledger knows it."""
    seals = any(rule.then == "seal" for rule in source.sealed)
    return SourceEntry(
        source.name,
        source.title,
        source.holder,
        source.classification,
        source.rank,
        tuple(witnesses(SourceMapping.of(source))),
        tuple(sorted({f"{end.kind}:{end.source or ''}" for end in loose_ends(source.links)})),
        mapping_hash(source),
        tuple(source.known_columns()),
        () if seals else tuple(sorted(set(source.readers.teams))),
        seals,
    )
