"""Tables that only tie what other tables describe: link tables of graph exports, and plain ones with two keys of others."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import NamedTuple

from rapidfuzz import fuzz

from loaders.drafting.fields import Filled, filled_by, likenesses
from loaders.drafting.guess import UNKNOWN
from loaders.drafting.leads import ALIKE, FEW, IDENTIFYING, REFERS, End, Lead, Table, chosen, end_in, leads_to
from loaders.drafting.look import Look
from loaders.drafting.words import ENDS, LINKS_CALLED, STARTS, export_part, id_space, plain, says
from schema import RELATIONSHIP_TYPES


class EndColumns(NamedTuple):
    """The columns of a table that hold what its rows tie."""

    start: str
    end: str


_EITHER_WAY = ("KNOWS", "KIN_OF")  # true of both ends; of others a table must say which end comes first
_OF_EVERY_LINK = frozenset({"valid_from", "valid_to", "word", "as_named", "role"})


def is_exported(look: Look) -> bool:
    """Return whether a graph export says that the table holds relationships."""
    return {"START_ID", "END_ID"} <= {export_part(column.name) for column in look.columns}


def named_ends(look: Look) -> EndColumns | None:
    """Return the columns that are called the ends of a link."""
    names = [column.name for column in look.columns]
    exported = {export_part(name): name for name in names}
    if "START_ID" in exported and "END_ID" in exported:
        return EndColumns(exported["START_ID"], exported["END_ID"])
    start = next((name for name in names if _begins(name, STARTS)), None)
    end = next((name for name in names if _begins(name, ENDS)), None)
    return EndColumns(start, end) if start and end else None


def _begins(name: str, words: Sequence[str]) -> bool:
    text = plain(name)
    return text in words or (
        not text.isascii() and text.startswith(tuple(word for word in words if not word.isascii()))
    )


def ends_of(table: Table, others: Sequence[Table]) -> EndColumns | None:
    """Return the columns that may be the ends of what a table ties: by their names, or the only two that lead elsewhere."""
    if named := named_ends(table.look):
        return named
    if table.kind != UNKNOWN:
        return None
    leading = [column.name for column in table.look.columns if any(leads_to(column, other.look) for other in others)]
    return EndColumns(*leading) if len(leading) == 2 else None


def ties_of(table: Table, ends: EndColumns, tables: Sequence[Table]) -> list[Lead]:
    """Return what a table ties, for each of the types that it names; those without a type are told and not stated."""
    look, leads = table.look, []
    for words, places in _rows_by_type(look):
        name = next(iter(words[1]), "") if len(words[1]) == 1 else ""
        start, end = (_end_of(table, each, places, tables) for each in ends)
        spoken = (name, look.sample.table or look.path.stem) if name else (look.sample.table or look.path.stem,)
        if UNKNOWN in (start.kind, end.kind):
            leads.append(Lead(start, end, when=words, about="it is not clear what its ends are"))
            continue
        lead = chosen(start, end, spoken)
        if not lead.type and (told := _told_by_columns(lead, table, ends)):
            lead = chosen(start, end, LINKS_CALLED[told][:1])
        if start.kind == end.kind and lead.type not in _EITHER_WAY and named_ends(look) is None:
            lead = Lead(start, end, choices=lead.choices, about="")
        lead.when = words
        leads.append(lead)
    for lead in leads:
        _carry(lead, table, ends)
    return leads


def key_of_ties(look: Look, ends: EndColumns) -> tuple[str, ...]:
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


def _told_by_columns(lead: Lead, table: Table, ends: EndColumns) -> str:
    """Return the one link that can carry what the further columns say, such as a post; empty where several or none can."""
    further = [column for column in table.look.columns if column.name not in ends]
    found = []
    for kind in lead.choices:
        ties = RELATIONSHIP_TYPES[kind].ties
        carried = {name for like, name, column in likenesses(further, ties) if filled_by(column, ties, name)}
        if carried - _OF_EVERY_LINK:
            found.append(kind)
    return found[0] if len(found) == 1 and found[0] in LINKS_CALLED else ""


def _rows_by_type(look: Look) -> list[tuple[tuple[str, tuple[str, ...]], list[int]]]:
    everything = list(range(look.rows))
    column = next((each for each in look.columns if export_part(each.name) == "TYPE"), None)
    if column is None or len(column.words) < FEW:
        return [(("", ()), everything)]
    cells = [cell.strip() for cell in look.cells(column.name)]
    return [
        ((column.name, (word,)), [place for place in everything if cells[place] == word])
        for word in sorted(column.words)
    ]


def _end_of(table: Table, column: str, places: Sequence[int], tables: Sequence[Table]) -> End:
    seen = table.look.column(column)
    if seen.reads in IDENTIFYING:
        kind, by = IDENTIFYING[seen.reads]
        return End(kind, column=column, by=by)
    cells = table.look.cells(column)
    ids = {cells[place].strip() for place in places} - {""}
    digests = {blake2b(each.encode(errors="replace"), digest_size=8).digest() for each in ids}
    space = id_space(column)
    fitting = []
    for other in tables:
        key = other.look.key_column()
        if other is table or key is None or named_ends(other.look) or not digests:
            continue
        if space and id_space(key.name) and id_space(key.name) != space:
            continue
        if len(digests & key.digests) >= REFERS * len(digests):
            fitting.append(other)
    if len(fitting) > 1:
        words = plain(f"{column} {space}")
        like = [other for other in fitting if fuzz.partial_ratio(words, plain(other.look.path.stem)) >= ALIKE]
        fitting = like if len(like) == 1 else []
    if not fitting:
        return End(UNKNOWN, column=column)
    return end_in(_only(table.look, places), table.look.column(column), fitting[0])


def _only(look: Look, places: Sequence[int]) -> Look:
    rows = [look.sample.rows[place] for place in places]
    return replace(look, sample=replace(look.sample, rows=rows))


def _carry(lead: Lead, table: Table, ends: EndColumns) -> None:
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
