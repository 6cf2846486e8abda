"""Writes a guess as a declaration to be corrected: what was seen stands in comments, no value of a row does."""

from collections.abc import Iterator, Sequence

from loaders.drafting.column import DATES, Column
from loaders.drafting.fields import Filled
from loaders.drafting.guess import UNKNOWN, Part
from loaders.drafting.leads import End, Lead, Table
from loaders.drafting.look import Look
from loaders.drafting.quoting import listed, quoted, text_of
from loaders.drafting.reporters import reporter_columns, reporter_line
from loaders.drafting.words import export_part, has_word
from loaders.reporters import names_reporter
from schema import KINDS
from schema.identifiers.money_headers import money_of_header, unread_unit

_CHOICES = 6
_IN_DOUBT = "  # ? no column looks like the number of a row, and two rows may have the same value here"
_TO_NAME = "COLUMN"  # no table has it, so that a draft with it is refused
_HINTS = {
    "date_either": "days with the year last: as date_dmy or date_mdy, the values do not tell which",
    "date_dmy": "days with the day first: as date_dmy",
    "date_mdy": "days with the month first: as date_mdy",
}


def draft_of(table: Table) -> str:
    """Return the text of the declaration."""
    return "\n".join([*_head(table), *_nodes(table), *_links(table), *_rest(table)]) + "\n"


def _head(table: Table) -> Iterator[str]:
    look = table.look
    rows = f"{look.rows:,} rows" if look.sample.whole else f"the first {look.rows:,} rows"
    of = f"table {look.sample.table} of {look.path.name}" if look.sample.table else look.path.name
    yield f"# Draft made by `leadlink source draft` from {of} ({rows}). Correct what is marked with `?`."
    yield f"name: {look.name}"
    yield f"title: {quoted(look.sample.table or look.path.stem)}  # ? what a reader of an answer should see as its source"
    yield "holder: IT  # ? team that owns what the source brings"
    yield "classification: INTERNAL  # ? PUBLIC, INTERNAL or WORK_SECRET"
    yield "readers: [CASE_MGMT]  # ? teams that may read it, or [EVERYONE]"
    yield f"read: {{{_read(look)}}}"
    if (single := look.key_column()) is not None:
        yield f"key: {listed(look.key)}{_doubts(look, single)}"
    elif look.key:
        yield f"key: {listed(look.key)}  # ? no column alone names a row; these do together"
    else:
        yield f"key: {_keys_to_choose(look)}"
    yield from _version(look)


def _version(look: Look) -> Iterator[str]:
    if (column := look.version()) is not None:
        yield f"version: {quoted(column.name)}  # ? of two statements of one row the later holds; {_seen(column, look)}"


def _doubts(look: Look, key: Column) -> str:
    repeated, blank = look.key_slips()
    told = [f"{repeated:,} repeated"] * bool(repeated) + [f"{blank:,} blank"] * bool(blank)
    if told:
        return f"  # ? {', '.join(told)}: of rows with one number one is taken, those without a number are refused"
    return _IN_DOUBT if key.is_described() else ""


def _read(look: Look) -> str:
    read = look.sample.read
    parts = [
        f"{name}: {value if name in ('format', 'encoding', 'header_row', 'header_lines') else text_of(str(value))}"
        for name, value in read.items()
    ]
    if read["format"] == "jsonl":
        parts.append(f"columns: {listed(look.sample.names, always=True)}")
    if look.absent:
        parts.append(f"absent: {listed(look.absent, always=True)}")
    return ", ".join(parts)


def _full(look: Look) -> list[str]:
    """Return the columns that tell rows apart as well as anything here does, the likeliest keys first."""
    full = [column for column in look.columns if column.filled == look.rows] or list(look.columns)
    return [column.name for column in sorted(full, key=Column.as_key)]


def _keys_to_choose(look: Look) -> str:
    return f"{listed(_full(look), always=True)}  # ? rows that are alike in all columns come twice; take those that name a row"


def _nodes(table: Table) -> Iterator[str]:
    if not table.parts:
        return
    yield "nodes:"
    for part in table.parts:
        yield from _node(part, table)


def _node(part: Part, table: Table) -> Iterator[str]:
    look = table.look
    yield f"  {quoted(part.alias)}:"
    if part.kind == UNKNOWN:
        yield f"    kind: {UNKNOWN}  # ? choose one of docs/reference.md, or draft again with --kind {look.name}=…"
    else:
        yield f"    kind: {part.kind}  # ? other kinds: docs/reference.md"
    if part.each:
        yield f"    each: {quoted(part.each)}"
    if part.label[0]:
        yield f"    when: {{column: {quoted(part.label[0])}, is: [{quoted(part.label[1])}]}}"
    elif part.when:
        yield f"    when: {quoted(part.when)}"
    missing = [] if part.kind == UNKNOWN else part.missing()
    if not part.fields and not missing:
        yield "    fields: {}"
        return
    yield "    fields:"
    for name in missing:
        yield f"      {name}: {_needed(part, name, look)}"
    for name in (each for each in KINDS[part.kind].model_fields if each in part.fields):
        yield f"      {name}: {_filled(part.fields[name])}  # ? {_why(part.fields[name], look)}"


def _needed(part: Part, name: str, look: Look) -> str:
    """Return what a required field is filled by until somebody says better; nothing stands for what identifies a thing."""
    if name in KINDS[part.kind].IDENTIFIERS or not look.key:
        return f"{_TO_NAME}  # ? a {part.kind} is known by it: put its column here, or several that make it"
    return f"{_filled(Filled(look.key, join='-' if len(look.key) > 1 else ' '))}  # ? a {part.kind} needs it; the key stands for it"


def _why(filled: Filled, look: Look) -> str:
    if len(filled.columns) > 1:
        return "their filled cells, one after the other"
    return _seen(look.column(filled.columns[0]), look)


def _filled(filled: Filled) -> str:
    if len(filled.columns) > 1:
        join = f", join: {text_of(filled.join)}" if filled.join != " " else ""
        read = f", as: {filled.as_}" if filled.as_ else ""
        return f"{{columns: {listed(filled.columns)}{join}{read}}}"
    if not filled.as_ and not filled.map:
        return quoted(filled.columns[0])
    parts = [f"column: {quoted(filled.columns[0])}"]
    if filled.as_:
        parts.append(f"as: {filled.as_}")
    if filled.map:
        parts.append("map: {" + ", ".join(f"{quoted(word)}: {value}" for word, value in filled.map) + "}")
    return "{" + ", ".join(parts) + "}"


def _links(table: Table) -> Iterator[str]:
    stated = [lead for lead in table.leads if lead.type]
    if stated:
        yield "links:"
        for lead in _joined(stated):
            yield from _link(lead)
    elif table.is_ties:
        yield "links: []  # ? what a row ties; one that fits goes here"
    for lead in table.leads:
        if not lead.type:
            yield _untyped(lead)


def _joined(leads: Sequence[Lead]) -> list[Lead]:
    """Return links of one type between the same ends as one, for all the words of their table's types."""
    found: dict[str, Lead] = {}
    for lead in leads:
        same = f"{lead.type} {lead.start} {lead.end}"
        if same in found:
            column, words = found[same].when
            found[same].when = (column, (*words, *lead.when[1]))
        else:
            found[same] = lead
    return list(found.values())


def _link(lead: Lead) -> Iterator[str]:
    others = [kind for kind in lead.choices if kind != lead.type]
    more = f"; or {', '.join(others[:_CHOICES])}" if others else ""
    yield (
        f"  - type: {lead.type}  # ? as its name says{more}"
        if others
        else f"  - type: {lead.type}  # ? the only link of the two kinds"
    )
    if lead.when[0]:
        yield f"    when: {{column: {quoted(lead.when[0])}, is: {listed(lead.when[1], always=True)}}}"
    yield f"    from: {_end(lead.start)}"
    yield f"    to: {_end(lead.end)}"
    if lead.fields:
        yield "    fields: {" + ", ".join(f"{name}: {_filled(filled)}" for name, filled in lead.fields.items()) + "}"


def _untyped(lead: Lead) -> str:
    column = lead.start.column or lead.end.column or lead.end.alias
    where = f", rows with {', '.join(lead.when[1])} in {lead.when[0]}" if lead.when[0] else ""
    if lead.choices:
        ends = f"from: {_end(lead.start)}, to: {_end(lead.end)}"
        return f"  # ? {column}{where}: nothing says which link it is: {', '.join(lead.choices[:_CHOICES])}; {ends}"
    told = lead.about or "it leads to what has no kind yet"
    leads = f" leads to {lead.end.table}" if lead.end.table else ""
    return f"  # {column}{where}{leads}: {told}"


def _end(end: End) -> str:
    if end.alias:
        return quoted(end.alias)
    way = f"by: {end.by}" if end.by else f"source: {end.table or '?'}"
    each = ", each: true" if end.each else ""
    return f"{{kind: {end.kind}, {way}, column: {quoted(end.column)}{each}}}"


def _rest(table: Table) -> Iterator[str]:
    look = table.look
    used = {
        *(look.key or _full(look)),
        *(column for part in table.parts for column in (*part.placed(), part.when, part.label[0])),
    }
    for lead in (each for each in table.leads if each.type):
        used |= {lead.start.column, lead.end.column, lead.when[0]}
        used |= {name for filled in lead.fields.values() for name in filled.columns}
    unused = [column for column in look.columns if column.name not in used and column != look.version()]
    if told := reporter_columns(unused, table.parts):
        yield reporter_line(told)
        unused = [column for column in unused if not any(column.name in names for names in told.values())]
    if unused:
        yield "ignored:  # ? nothing was found for these; what is to be kept as written goes under facts of the node,"
        yield "          # what must be readable all the same under checked"
        yield from (f"  - {quoted(column.name)}  # {_hint(column, look)}" for column in unused)


def _hint(column: Column, look: Look) -> str:
    if names_reporter(column.name):
        return "about who made a report: it never comes in, or under reporter, which goes to the vault"
    if export_part(column.name):
        return "a part of the export"
    seen = _seen(column, look)
    if column.reads in DATES and column.reads in _HINTS:
        return f"{_HINTS[column.reads]}; {seen}"
    if unit := unread_unit(column.name):
        return f"an amount in {unit}, which nothing reads: give yuan or 10,000 yuan in the source; {seen}"
    if column.reads in ("integer", "decimal", "money_yuan") and money_of_header(column.name) != "money":
        return f"money by its name: as {money_of_header(column.name)}; {seen}"
    if column.reads in ("integer", "decimal") and has_word("amount", column.name):
        return f"an amount whose unit nobody says: as money_yuan, money_wan or money_fen; {seen}"
    return seen


def _seen(column: Column, look: Look) -> str:
    full = "always filled" if column.filled == look.rows else f"filled in {column.filled:,} of {look.rows:,}"
    unique = "no value twice" if column.is_unique(look.rows) else f"{column.distinct:,} values"
    return f"reads as {column.reads.replace('date_either', 'date')}, {full}, {unique}"
