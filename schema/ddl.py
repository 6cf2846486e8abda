"""Constraints and indexes that the model needs, derived from the kinds and links; what a graph lacks of them is made."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from schema import KINDS, RELATIONSHIPS
from schema.record import SEARCH_KEYS, is_sought


class Form(StrEnum):
    """What a constraint or an index is for."""

    UNIQUE = "UNIQUE"  # no two may have the same value; it is sought by as well
    RANGE = "RANGE"  # sought and sorted by
    FULLTEXT = "FULLTEXT"  # words are sought


@dataclass(frozen=True)
class Wanted:
    """A constraint or an index that the model needs, in the words in which Neo4j tells what a graph has."""

    name: str
    form: Form
    labels: tuple[str, ...]
    fields: tuple[str, ...]
    on: str = "NODE"
    analyzer: str = "cjk"  # of words, which reads Chinese

    @property
    def statement(self) -> str:
        """Return the statement that makes it."""
        (label, *_), (field, *_) = self.labels, self.fields
        if self.form is Form.UNIQUE:
            pattern, var = (f"(n:{label})", "n") if self.on == "NODE" else (f"()-[r:{label}]-()", "r")
            return f"CREATE CONSTRAINT {self.name} IF NOT EXISTS FOR {pattern} REQUIRE {var}.{field} IS UNIQUE"
        if self.form is Form.RANGE:
            return f"CREATE INDEX {self.name} IF NOT EXISTS FOR (n:{label}) ON (n.{field})"
        on = ", ".join(f"n.{field}" for field in self.fields)
        return (
            f"CREATE FULLTEXT INDEX {self.name} IF NOT EXISTS FOR (n:{'|'.join(self.labels)}) ON EACH [{on}] "
            f"OPTIONS {{indexConfig: {{`fulltext.analyzer`: '{self.analyzer}', `fulltext.eventually_consistent`: true}}}}"
        )


def wanted() -> list[Wanted]:
    """Return everything that the present model needs in a graph."""
    return [lock(), *work_constraints(), *work_indexes(), *constraints(), *indexes(), fulltext(), search_keys()]


def digest() -> str:
    """Return what tells the needs of two models apart."""
    return sha256("\n".join(sorted(each.statement for each in wanted())).encode()).hexdigest()[:16]


def constraints() -> list[Wanted]:
    """Return one uniqueness constraint per kind and per link type, on the uid."""
    nodes = [_unique(f"{kind.PREFIX}_uid", label) for label, kind in KINDS.items()]
    ties = [
        Wanted(f"{link.type.lower()}_uid", Form.UNIQUE, (link.type,), ("uid",), "RELATIONSHIP")
        for link in RELATIONSHIPS
    ]
    return nodes + ties


def indexes() -> list[Wanted]:
    """Return the range indexes of every kind's seek and sort fields."""
    return [
        Wanted(f"{kind.PREFIX}_{field}", Form.RANGE, (label,), (field,))
        for label, kind in KINDS.items()
        for field in kind.INDEXED
    ]


def fulltext() -> Wanted:
    """Return the full-text index over what is prose, with the analyzer that reads Chinese."""
    labels = tuple(label for label, kind in KINDS.items() if kind.TEXT)
    fields = dict.fromkeys(field for kind in KINDS.values() for field in kind.TEXT)
    return Wanted("words", Form.FULLTEXT, labels, tuple(fields))


def search_keys() -> Wanted:
    """Return the full-text index over the keys by which nodes are found, which are made of tokens between blanks."""
    labels = tuple(label for label, kind in KINDS.items() if is_sought(kind))
    return Wanted("search_keys", Form.FULLTEXT, labels, SEARCH_KEYS, analyzer="whitespace")


def work_constraints() -> list[Wanted]:
    """Return the uniqueness constraints of what the service itself keeps, from audiences and loads to series and checks."""
    by_uid = (
        "Load", "RejectedRow", "SourceRecord", "SealedReceipt",
        "Link", "LinkJudgement", "IdentityCandidate", "IdentityJudgement", "IdentityChange",
        "Notice", "NoticeBook", "LinkRun",
        "Series", "SeriesMember", "SeriesEntry", "SeriesBook", "AlertCheck", "CheckBook", "Change", "ChangeBook",
        "AccessRequest", "AccessBook", "ClueStep", "ClueBook", "Recusal", "RecusalBook", "Probing",
        "Task", "TaskItem", "TaskStep", "TaskBook", "Intervention", "InterventionBook",
        "SavedView", "ViewAct", "ViewBook",
    )  # fmt: skip
    return [
        _unique("migration_version", "Migration", "version"),
        _unique("audience_number", "Audience", "number"),
        *(_unique(f"{label.lower()}_uid", label) for label in by_uid),
        _unique("source_name", "Source", "name"),
        _unique("edition_name", "Edition", "name"),
        _unique("modelrun_model", "ModelRun", "model"),
        _unique("source_state_name", "SourceState", "name"),
        _unique("source_row_uid", "SourceRow"),
        _unique("mention_uid", "Mention"),
        _unique("series_client_key", "SeriesEntry", "client_key"),
        _unique("accessrequest_client_key", "AccessRequest", "client_key"),
        _unique("misses_officer", "Misses", "officer"),
        _unique("recusal_client_key", "Recusal", "client_key"),
        _unique("alertcheck_client_key", "AlertCheck", "client_key"),
        _unique("alertcheck_standing", "AlertCheck", "standing"),
        _unique("cluestep_client_key", "ClueStep", "client_key"),
        _unique("cluestep_standing", "ClueStep", "standing"),
        _unique("taskstep_client_key", "TaskStep", "client_key"),
        _unique("taskstep_standing", "TaskStep", "standing"),
        _unique("intervention_client_key", "Intervention", "client_key"),
        _unique("intervention_number", "Intervention", "number"),
        _unique("viewact_client_key", "ViewAct", "client_key"),
        _unique("notice_once", "Notice", "once"),
    ]


def work_indexes() -> list[Wanted]:
    """Return the range indexes of what the service itself keeps: series and checks are sought by their matter, links sorted."""
    return [
        Wanted("seriesmember_matter", Form.RANGE, ("SeriesMember",), ("matter",)),
        Wanted("series_survivor", Form.RANGE, ("Series",), ("survivor",)),
        Wanted("alertcheck_alert", Form.RANGE, ("AlertCheck",), ("alert",)),
        Wanted("cluestep_clue", Form.RANGE, ("ClueStep",), ("clue",)),
        Wanted("cluestep_held_by", Form.RANGE, ("ClueStep",), ("held_by",)),
        Wanted("cluestep_other", Form.RANGE, ("ClueStep",), ("other",)),
        Wanted("cluestep_stands_at", Form.RANGE, ("ClueStep",), ("stands_at",)),
        Wanted("cluebook_owes_beside", Form.RANGE, ("ClueBook",), ("owes_beside",)),
        Wanted("link_place", Form.RANGE, ("Link",), ("place",)),
        Wanted("accessrequest_state", Form.RANGE, ("AccessRequest",), ("state",)),
        Wanted("recusal_by", Form.RANGE, ("Recusal",), ("by",)),
        Wanted("task_kind", Form.RANGE, ("Task",), ("kind",)),
        Wanted("task_parent", Form.RANGE, ("Task",), ("parent",)),
        Wanted("taskitem_of", Form.RANGE, ("TaskItem",), ("of",)),
        Wanted("taskstep_of", Form.RANGE, ("TaskStep",), ("of",)),
        Wanted("taskstep_held_by", Form.RANGE, ("TaskStep",), ("held_by",)),
        Wanted("taskstep_stands_at", Form.RANGE, ("TaskStep",), ("stands_at",)),
        Wanted("savedview_by", Form.RANGE, ("SavedView",), ("by",)),
        Wanted("change_number", Form.RANGE, ("Change",), ("number",)),
        Wanted("change_of", Form.RANGE, ("Change",), ("of",)),
    ]


def lock() -> Wanted:
    """Return the constraint that lets only one process change the schema at a time."""
    return _unique("migration_lock", "MigrationLock")


def _unique(name: str, label: str, field: str = "uid") -> Wanted:
    return Wanted(name, Form.UNIQUE, (label,), (field,))
