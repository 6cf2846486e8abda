"""Constraints and indexes, derived from the kinds and links; migrations run them in order."""

from schema import KINDS, RELATIONSHIPS


def constraints() -> list[str]:
    """Return one uniqueness constraint per kind and per link type, on the uid."""
    nodes = [
        f"CREATE CONSTRAINT {kind.PREFIX}_uid IF NOT EXISTS FOR (n:{label}) REQUIRE n.uid IS UNIQUE"
        for label, kind in KINDS.items()
    ]
    edges = [
        f"CREATE CONSTRAINT {link.type.lower()}_uid IF NOT EXISTS FOR ()-[r:{link.type}]-() REQUIRE r.uid IS UNIQUE"
        for link in RELATIONSHIPS
    ]
    return nodes + edges


def indexes() -> list[str]:
    """Return the range indexes of every kind's seek and sort fields."""
    return [
        f"CREATE INDEX {kind.PREFIX}_{field} IF NOT EXISTS FOR (n:{label}) ON (n.{field})"
        for label, kind in KINDS.items()
        for field in kind.INDEXED
    ]


def fulltext() -> str:
    """Return the one full-text index over captions and texts, with the analyzer that reads Chinese."""
    labels = "|".join(label for label, kind in KINDS.items() if kind.TEXT)
    fields = dict.fromkeys(field for kind in KINDS.values() for field in kind.TEXT)
    on = ", ".join(f"n.{field}" for field in fields)
    return (
        f"CREATE FULLTEXT INDEX words IF NOT EXISTS FOR (n:{labels}) ON EACH [{on}] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk', `fulltext.eventually_consistent`: true}}"
    )


def work_constraints() -> list[str]:
    """Return the uniqueness constraints of what the service itself keeps: audiences, loads, rejects, links."""
    unique = {
        "Migration": "version", "Audience": "number", "Load": "uid", "RejectedRow": "uid", "SourceRecord": "uid", "Link": "uid",
    }  # fmt: skip
    return [
        f"CREATE CONSTRAINT {label.lower()}_{field} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{field} IS UNIQUE"
        for label, field in unique.items()
    ]


def identity_constraints() -> list[str]:
    """Return the uniqueness constraints of what identity keeps: pairs of nodes, and judgements on them."""
    return [
        f"CREATE CONSTRAINT {label.lower()}_uid IF NOT EXISTS FOR (n:{label}) REQUIRE n.uid IS UNIQUE"
        for label in ("IdentityCandidate", "IdentityJudgement")
    ]


def intake_constraints() -> list[str]:
    """Return the uniqueness constraint of the receipts that sealed rows leave."""
    return ["CREATE CONSTRAINT sealedreceipt_uid IF NOT EXISTS FOR (n:SealedReceipt) REQUIRE n.uid IS UNIQUE"]


def later_constraints() -> list[str]:
    """Return the uniqueness constraints of what came later: states of sources, versions of their rows, mentions."""
    unique = {
        "source": ("Source", "name"), "source_state": ("SourceState", "name"), "source_row": ("SourceRow", "uid"),
        "mention": ("Mention", "uid"),
    }  # fmt: skip
    return [
        f"CREATE CONSTRAINT {name}_{field} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{field} IS UNIQUE"
        for name, (label, field) in unique.items()
    ]


def lock_constraint() -> str:
    """Return the constraint that lets only one process migrate at a time."""
    return "CREATE CONSTRAINT migration_lock IF NOT EXISTS FOR (n:MigrationLock) REQUIRE n.uid IS UNIQUE"
