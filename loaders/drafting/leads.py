"""Which links a table states: columns with keys of other tables, tables that only tie others, parts of one row."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from rapidfuzz import fuzz

from loaders.declare.field_types import default_of_label
from loaders.drafting.fields import Filled, filled_by, last_words, likenesses
from loaders.drafting.guess import UNKNOWN, Part
from loaders.drafting.look import DATES, Column, Look
from loaders.drafting.words import ENDS, LINKS_CALLED, STARTS, called, export_part, id_space, plain, says
from schema import KINDS, RELATIONSHIP_TYPES, RELATIONSHIPS

_REFERS = 0.9  # part of a column's values that must be keys of the other table
_REFERS_BY_NAME = 0.5  # enough where both columns have one name
_FEW = 2  # a column with fewer distinct values is a word of a vocabulary, not a reference
_ALIKE = 80.0
_ONE_KIND = 0.99  # of the ids that a column names


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


def find_leads(tables: Sequence[Table]) -> None:
    """Find what each table says of the others, and make tables of ties of those that do nothing else."""
    for table in tables:
        others = [other for other in tables if other is not table and not _ends_named(other.look)]
        ends = _ends(table, others)
        leads = _tied(table, ends, tables) if ends else []
        # Two columns that lead elsewhere may as well be those of an event: what it ties has to be plain.
        table.is_ties = bool(_ends_named(table.look)) or any(lead.type for lead in leads)
        if ends and table.is_ties:
            table.parts, table.leads = [], leads
            table.look = replace(table.look, key=_key_of_ties(table.look, ends))
        else:
            table.leads = [*_inner(table), *_references(table, others)]


def joining(start: str, end: str) -> list[tuple[str, bool]]:
    """Return the link types that join two kinds, each with whether it leads from the first to the second."""
    ahead = [(link.type, True) for link in RELATIONSHIPS if start in link.start and end in link.end]
    back = [(link.type, False) for link in RELATIONSHIPS if end in link.start and start in link.end and start != end]
    return [each for each in (*ahead, *back) if each[0] not in ("FIRED_ON", "STATED_OF")]


def chosen(start: End, end: End, words: Sequence[str]) -> Lead:
    """Return the link that words speak of, or the only one that can join two kinds; else one without a type."""
    types = joining(start.kind, end.kind)
    told = [kind for word in words for kind in called(word, LINKS_CALLED)]
    spoken = next((each for kind in told for each in types if each[0] == kind), None)
    alone = types[0] if len(types) == 1 and start.kind != end.kind else None
    if (found := spoken or alone) is None:
        about = "" if types else "no link type joins the two kinds"
        return Lead(start, end, choices=tuple(kind for kind, _ in types), about=about)
    ahead = found[1]
    if start.kind == end.kind and found[0] == "UNDER":
        ahead = True
    return Lead(start if ahead else end, end if ahead else start, found[0], tuple(kind for kind, _ in types))


def _ends_named(look: Look) -> tuple[str, str] | None:
    names = [column.name for column in look.columns]
    exported = {export_part(name): name for name in names}
    if "START_ID" in exported and "END_ID" in exported:
        return exported["START_ID"], exported["END_ID"]
    start = next((name for name in names if plain(name) in STARTS), None)
    end = next((name for name in names if plain(name) in ENDS), None)
    return (start, end) if start and end else None


def _ends(table: Table, others: Sequence[Table]) -> tuple[str, str] | None:
    if named := _ends_named(table.look):
        return named
    if table.kind != UNKNOWN:
        return None
    leading = [column.name for column in table.look.columns if any(_leads(column, other.look) for other in others)]
    return (leading[0], leading[1]) if len(leading) == 2 else None


def _references(table: Table, others: Sequence[Table]) -> list[Lead]:
    if table.parts[0].label[0]:
        return []
    own = {*table.look.key, *(column for part in table.parts for column in part.identified_by())}
    row = End(table.kind, alias="row")
    found = []
    for other in others:
        for column in table.look.columns:
            if column.name in own or not _leads(column, other.look):
                continue
            end = _end_in(table.look, column, other)
            lead = chosen(row, end, (last_words(column.name),)) if end.kind != UNKNOWN else Lead(row, end)
            found.append(lead)
    return found


def _leads(column: Column, other: Look) -> bool:
    key = other.key_column()
    if key is None or column.distinct < _FEW or column.reads in DATES:
        return False
    share = len(column.digests & key.digests) / max(len(column.digests), 1)
    if share < (_REFERS_BY_NAME if column.name == key.name else _REFERS):
        return False
    return column.reads != "integer" or column.longest > 6 or _is_called_like(column, key, other)


def _is_called_like(column: Column, key: Column, look: Look) -> bool:
    # Small numbers are among the keys of every other table; a name tells.
    own = last_words(column.name)
    return any(
        fuzz.partial_ratio(own, word) >= _ALIKE
        for word in (last_words(key.name), plain(look.name), plain(look.path.stem))
        if word
    )


def _end_in(look: Look, column: Column, other: Table) -> End:
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


def _tied(table: Table, ends: tuple[str, str], tables: Sequence[Table]) -> list[Lead]:
    look, leads = table.look, []
    for words, places in _rows_by_type(look):
        name = next(iter(words[1]), "") if len(words[1]) == 1 else ""
        start, end = (_end_of(table, each, places, tables) for each in ends)
        spoken = (name, look.sample.table or look.path.stem) if name else (look.sample.table or look.path.stem,)
        if UNKNOWN in (start.kind, end.kind):
            leads.append(Lead(start, end, when=words, about="it is not clear what its ends are"))
            continue
        lead = chosen(start, end, spoken)
        lead.when = words
        leads.append(lead)
    for lead in leads:
        _carry(lead, table, ends)
    return leads


def _key_of_ties(look: Look, ends: tuple[str, str]) -> tuple[str, ...]:
    """Return the key of a table of ties: an id of its own, or both ends, and what else tells them apart."""
    if look.key and not {*look.key} & {*ends} and look.column(look.key[0]).as_key() == 0:
        return look.key
    typed = [column.name for column in look.columns if export_part(column.name) == "TYPE" and len(column.words) > 1]
    further = [
        column.name for column in look.columns if column.name not in (*ends, *typed) and column.filled == look.rows
    ]
    key = [*ends, *typed]
    for name in (None, *further):
        key += [name] if name else []
        if len(set(zip(*map(look.cells, key), strict=True))) == look.rows:
            return tuple(key)
    return ()


def _rows_by_type(look: Look) -> list[tuple[tuple[str, tuple[str, ...]], list[int]]]:
    everything = list(range(look.rows))
    column = next((each for each in look.columns if export_part(each.name) == "TYPE"), None)
    if column is None or len(column.words) < _FEW:
        return [(("", ()), everything)]
    cells = [cell.strip() for cell in look.cells(column.name)]
    return [
        ((column.name, (word,)), [place for place in everything if cells[place] == word])
        for word in sorted(column.words)
    ]


def _end_of(table: Table, column: str, places: Sequence[int], tables: Sequence[Table]) -> End:
    cells = table.look.cells(column)
    ids = {cells[place].strip() for place in places} - {""}
    digests = {blake2b(each.encode(errors="replace"), digest_size=8).digest() for each in ids}
    space = id_space(column)
    fitting = []
    for other in tables:
        key = other.look.key_column()
        if other is table or key is None or _ends_named(other.look) or not digests:
            continue
        if space and id_space(key.name) and id_space(key.name) != space:
            continue
        if len(digests & key.digests) >= _REFERS * len(digests):
            fitting.append(other)
    if len(fitting) > 1:
        words = plain(f"{column} {space}")
        like = [other for other in fitting if fuzz.partial_ratio(words, plain(other.look.path.stem)) >= _ALIKE]
        fitting = like if len(like) == 1 else []
    if not fitting:
        return End(UNKNOWN, column=column)
    return _end_in(_only(table.look, places), table.look.column(column), fitting[0])


def _only(look: Look, places: Sequence[int]) -> Look:
    rows = [look.sample.rows[place] for place in places]
    return replace(look, sample=replace(look.sample, rows=rows))


def _carry(lead: Lead, table: Table, ends: tuple[str, str]) -> None:
    """Give a link what the further columns of its table say of it."""
    if not lead.type:
        return
    ties = RELATIONSHIP_TYPES[lead.type].ties
    typed = next((column.name for column in table.look.columns if export_part(column.name) == "TYPE"), "")
    further = [
        column
        for column in table.look.columns
        if column.name not in (*ends, typed) and column.name not in table.look.key
    ]
    further += [
        column for column in table.look.columns if column.name in table.look.key and column.name not in (*ends, typed)
    ]
    for _, name, column in likenesses(further, ties):
        found = filled_by(column, ties, name)
        if found and name not in lead.fields and not any(column.name in each.columns for each in lead.fields.values()):
            lead.fields[name] = found
    if "word" in ties.model_fields and "word" not in lead.fields:
        told = next(
            (
                column.name
                for column in further
                if says(column.name, ("rel", "relation", "kind", "关系", "称谓", "rel type"))
            ),
            typed,
        )
        if told:
            lead.fields["word"] = Filled((told,))


def _inner(table: Table) -> list[Lead]:
    """Return how the parts of one row are linked."""
    if not table.parts or table.parts[0].label[0] or table.kind == UNKNOWN:
        return []
    row = End(table.kind, alias="row")
    return [chosen(row, End(part.kind, alias=part.alias), (last_words(part.alias),)) for part in table.parts[1:]]
