"""Which links a table states of its rows: columns with keys of other tables or with what identifies a thing, parts of one row."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from loaders.declare.field_types import default_of_label
from loaders.drafting.column import DATES, Column
from loaders.drafting.fields import Filled, last_words
from loaders.drafting.guess import UNKNOWN, Part
from loaders.drafting.look import Look
from loaders.drafting.words import ALSO_CALLED, LINKS_CALLED, OF_ONE_KIND, called, plain, says
from loaders.reporters import names_reporter
from schema import KINDS, RELATIONSHIPS
from schema.record import Family

REFERS = 0.9  # part of a column's values that must be keys of the other table
_REFERS_BY_NAME = 0.5  # enough where both columns have one name
FEW = 2  # a column with fewer distinct values is a word of a vocabulary, not a reference
ALIKE = 80.0
_ONE_KIND = 0.99  # of the ids that a column names
IDENTIFYING = {
    "resident_id": ("Person", "id_number"), "uscc": ("Unit", "uscc"), "plate": ("Vehicle", "plate"),
    "phone": ("Phone", "phone_number"), "bank_account": ("Account", "account_number"),
}  # fmt: skip


@dataclass
class Table:
    """A table with what it is about."""

    look: Look
    parts: list[Part]
    leads: list["Lead"] = field(default_factory=list)
    is_ties: bool = False  # whether its rows only tie what others describe

    @property
    def kind(self) -> str:
        """Return the kind of what a row is, where all rows are one."""
        return self.parts[0].kind if len(self.parts) > 0 and not self.parts[0].label[0] else UNKNOWN


@dataclass(frozen=True)
class End:
    """One end of a link: a part of the row, or what another table describes."""

    kind: str
    alias: str = ""
    table: str = ""
    column: str = ""
    by: str = ""
    each: bool = False  # whether the column holds a list


@dataclass
class Lead:
    """A link that a table seems to state; without a type it is told and not stated."""

    start: End
    end: End
    type: str = ""
    choices: tuple[str, ...] = ()  # link types that may join the two kinds
    when: tuple[str, tuple[str, ...]] = ("", ())
    fields: dict[str, Filled] = field(default_factory=dict)
    about: str = ""  # why nothing is stated


def joining(start: str, end: str) -> list[tuple[str, bool]]:
    """Return the link types that join two kinds, each with whether it leads from the first to the second."""
    ahead = [(link.type, True) for link in RELATIONSHIPS if start in link.start and end in link.end]
    back = [(link.type, False) for link in RELATIONSHIPS if end in link.start and start in link.end and start != end]
    return [each for each in (*ahead, *back) if each[0] not in ("FIRED_ON", "STATED_OF")]


def chosen(start: End, end: End, words: Sequence[str]) -> Lead:
    """Return the link that words speak of, or the only one that can join two kinds; else one without a type."""
    types = joining(start.kind, end.kind)
    told = [kind for word in words for kind in called(word, LINKS_CALLED)]
    if start.kind == end.kind and start.alias:
        types = [each for each in types if each[0] in OF_ONE_KIND]
    spoken = next((each for kind in told for each in types if each[0] == kind), None)
    alone = types[0] if len(types) == 1 and start.kind != end.kind else None
    if (found := spoken or alone) is None:
        about = "" if types else "no link type joins the two kinds"
        return Lead(start, end, choices=tuple(kind for kind, _ in types), about=about)
    ahead = found[1]
    return Lead(start if ahead else end, end if ahead else start, found[0], tuple(kind for kind, _ in types))


def references(table: Table, others: Sequence[Table]) -> list[Lead]:
    """Return which columns of a table hold keys of others, and what they say by it."""
    if table.parts[0].label[0]:
        return []
    own = {*table.look.key, *(column for part in table.parts for column in part.identified_by())}
    row = End(table.kind, alias="row")
    found = []
    for other in others:
        for column in table.look.columns:
            if column.name in own or not leads_to(column, other.look):
                continue
            end = end_in(table.look, column, other)
            lead = chosen(row, end, (last_words(column.name),)) if end.kind != UNKNOWN else Lead(row, end)
            found.append(lead)
    return found


def identified(table: Table) -> list[Lead]:
    """Return what columns say of things that their form identifies, such as a phone, where their name says the link."""
    if table.parts[0].label[0] or table.kind == UNKNOWN:
        return []
    taken = {*(column for part in table.parts for column in part.placed()), *(lead.end.column for lead in table.leads)}
    found = []
    for column in table.look.columns:
        form = next((each for each in IDENTIFYING if column.reads == each), "")
        if not form and "bank_account" in column.also and says(column.name, ALSO_CALLED["account_number"]):
            form = "bank_account"
        if not form or column.name in taken or column.name in table.look.key or names_reporter(column.name):
            continue
        kind, by = IDENTIFYING[form]
        end = End(kind, column=column.name, by=by, each=column.name in table.look.sample.lists)
        lead = chosen(End(table.kind, alias="row"), end, (last_words(column.name),))
        is_event = KINDS[table.kind].FAMILY is Family.EVENT
        # What is the only link of the two kinds is not yet what this column says, but for an event.
        lead.type = lead.type if is_event or lead.type in called(last_words(column.name), LINKS_CALLED) else ""
        inside = any(column.name.startswith(f"{part.alias}.") for part in table.parts[1:])
        if lead.type and not inside:
            found.append(lead)
    return found


def leads_to(column: Column, other: Look) -> bool:
    """Return whether the values of a column are keys of the other table."""
    key = other.key_column()
    if key is None or column.distinct < FEW or column.reads in DATES:
        return False
    share = len(column.digests & key.digests) / max(len(column.digests), 1)
    if share < (_REFERS_BY_NAME if column.name == key.name else REFERS):
        return False
    return column.reads != "integer" or column.longest > 6 or column.is_padded or _is_called_like(column, key, other)


def _is_called_like(column: Column, key: Column, look: Look) -> bool:
    # Small numbers are among the keys of every other table; a name tells.
    own = last_words(column.name)
    return any(
        fuzz.partial_ratio(own, word) >= ALIKE
        for word in (last_words(key.name), plain(look.name), plain(look.path.stem))
        if word
    )


def end_in(look: Look, column: Column, other: Table) -> End:
    """Return what a column of a table names in another one."""
    kind = other.kind
    if other.parts and other.parts[0].label[0]:
        kind = _kind_of(look.cells(column.name), other)
    record = KINDS.get(kind)
    for name in record.IDENTIFIERS if record else ():
        if column.reads == default_of_label(kind, name) and column.reads in ("uscc", "resident_id", "plate", "phone"):
            return End(kind, column=column.name, by=name)
    return End(kind, table=other.look.name, column=column.name)


def _kind_of(ids: Sequence[str], other: Table) -> str:
    """Return the kind of what these ids name in a table of several kinds."""
    key = other.look.key_column()
    if key is None:
        return UNKNOWN
    kinds = {part.label[1]: part.kind for part in other.parts}
    labels = other.look.cells(other.parts[0].label[0])
    known = {
        each.strip(): kinds.get(label.strip(), UNKNOWN)
        for each, label in zip(other.look.cells(key.name), labels, strict=True)
    }
    found = Counter(known.get(each.strip(), UNKNOWN) for each in ids if each.strip())
    kind, times = found.most_common(1)[0] if found else (UNKNOWN, 0)
    return kind if times >= _ONE_KIND * max(found.total(), 1) else UNKNOWN


def of_parts(table: Table) -> list[Lead]:
    """Return how the parts of one row are linked."""
    if not table.parts or table.parts[0].label[0] or table.kind == UNKNOWN:
        return []
    row = End(table.kind, alias="row")
    return [chosen(row, End(part.kind, alias=part.alias), (last_words(part.alias),)) for part in table.parts[1:]]
