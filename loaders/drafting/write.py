"""Writes a guess as a declaration to be corrected: what was seen stands in comments, no value of a row does."""

from collections.abc import Iterator

from loaders.declare.field_types import default_normaliser, terms
from loaders.drafting.guess import UNKNOWN, Guess, Reference
from loaders.drafting.look import Column
from schema import KINDS

_PLAIN = {"text", "integer", "decimal", "boolean", "date", "datetime", "term_end"}


def draft_of(guess: Guess) -> str:
    """Return the text of the declaration."""
    return "\n".join([*_head(guess), *_node(guess), *_links(guess), *_rest(guess)]) + "\n"


def _head(guess: Guess) -> Iterator[str]:
    look = guess.look
    rows = f"{look.rows:,} rows" if look.whole else f"the first {look.rows:,} rows"
    yield f"# Draft made by `leadlink source draft` from {look.path.name} ({rows}). Correct what is marked with `?`."
    yield f"name: {look.name}"
    yield f"title: {look.name}  # ? what a reader of an answer should see as its source"
    yield "holder: IT  # ? team that owns what the source brings"
    yield "classification: INTERNAL  # ? PUBLIC, INTERNAL or WORK_SECRET"
    yield "readers: [IT]  # ? teams that may read it, or [EVERYONE]"
    yield f"read: {{{_read(guess)}}}"
    if len(guess.key) == 1:
        yield f"key: {_list(guess.key)}"
    elif guess.key:
        yield f"key: {_list(guess.key)}  # ? no column alone names a row; these do together"
    else:
        yield f"key: {_keys_to_choose(guess)}"


def _read(guess: Guess) -> str:
    look = guess.look
    parts = ["format: csv", f"files: {_quoted(look.path.name)}"]
    if look.encoding != "utf-8":
        parts.append(f"encoding: {look.encoding}")
    if look.delimiter != ",":
        parts.append(f'delimiter: "{look.delimiter}"'.replace("\t", "\\t"))
    if look.absent:
        parts.append(f"absent: {_list(look.absent, always=True)}")
    return ", ".join(parts)


def _keys_to_choose(guess: Guess) -> str:
    names = [column.name for column in guess.look.columns if column.filled == guess.look.rows]
    return f"{_list(names[:1])}  # ? nothing names a row, some come twice; the columns that are always filled: {', '.join(names)}"


def _node(guess: Guess) -> Iterator[str]:
    yield "nodes:"
    yield "  row:"
    if guess.kind == UNKNOWN:
        yield f"    kind: {UNKNOWN}  # ? choose one of docs/reference.md, or draft again with --kind {guess.look.name}=…"
    else:
        yield f"    kind: {guess.kind}  # ? other kinds: docs/reference.md"
    missing = [] if guess.kind == UNKNOWN else guess.missing()
    if not guess.placed() and not missing:
        yield "    fields: {}"
        return
    kind = KINDS[guess.kind]
    yield "    fields:"
    for name in missing:
        yield f"      {name}: {_quoted((*guess.key, guess.look.columns[0].name)[0])}  # ? a {guess.kind} needs it; give its column"
    for name, (columns, between) in guess.joined.items():
        join = f", join: {_quoted(between)}" if between != " " else ""
        yield f"      {name}: {{columns: {_list(columns)}{join}}}  # ? their filled cells, one after the other"
    seen = {column.name: column for column in guess.look.columns}
    for name in (each for each in kind.model_fields if each in guess.fields):
        column = seen[guess.fields[name]]
        accepted = terms(kind, name)
        if accepted is not None:
            words = ", ".join(sorted(set(accepted.values()))[:6])
            stated = f"{{column: {_quoted(column.name)}, map: {{}}, default: {_last(accepted)}}}"
            yield f"      {name}: {stated}  # ? map its words to {words} …"
        elif name.endswith("_fen"):
            unit = default_normaliser(kind, name, column.name)
            told = unit if unit != "money" else "money_yuan"
            yield f"      {name}: {{column: {_quoted(column.name)}, as: {told}}}  # ? or money_wan, money_fen; {_seen(column, guess)}"
        elif default_normaliser(kind, name) not in (*_PLAIN, column.reads, *column.also):
            yield f"      {name}: {{column: {_quoted(column.name)}, as: text}}  # ? {_seen(column, guess)}"
        else:
            yield f"      {name}: {_quoted(column.name)}  # ? {_seen(column, guess)}"


def _last(accepted: dict[str, str]) -> str:
    values = list(accepted.values())
    return next((value for value in values if value in ("OTHER", "UNKNOWN")), values[-1])


def _links(guess: Guess) -> Iterator[str]:
    if not guess.references:
        return
    if any(reference.types for reference in guess.references):
        yield "links:"
    for reference in guess.references:
        yield from _link(reference)


def _link(reference: Reference) -> Iterator[str]:
    end = f"{{kind: {reference.kind}, source: {reference.file}, column: {_quoted(reference.column)}}}"
    if not reference.types:
        yield f"  # {reference.column} holds keys of {reference.file}, but no link type joins the two kinds"
        return
    name, _, direction = reference.types[0].partition(" ")
    others = f"; or {', '.join(reference.types[1:5])}" if len(reference.types) > 1 else ""
    ends = f"from: row, to: {end}" if direction == "(from here)" else f"from: {end}, to: row"
    yield f"  - {{type: {name}, {ends}}}  # ? its values are keys of {reference.file}{others}"


def _rest(guess: Guess) -> Iterator[str]:
    unused = guess.unused()
    if unused:
        yield "ignored:  # ? columns that nothing was found for; those that must be readable all the same go under checked"
        yield from (f"  - {_quoted(column.name)}  # {_seen(column, guess)}" for column in unused)


def _seen(column: Column, guess: Guess) -> str:
    rows = guess.look.rows
    full = "always filled" if column.filled == rows else f"filled in {column.filled:,} of {rows:,}"
    unique = "no value twice" if column.is_unique(rows) else f"{column.distinct:,} values"
    return f"reads as {column.reads}, {full}, {unique}"


def _list(names: tuple[str, ...] | list[str], always: bool = False) -> str:
    if len(names) == 1 and not always:
        return _quoted(names[0])
    return f"[{', '.join(map(_quoted, names))}]"


def _quoted(text: str) -> str:
    if text.replace("_", "").replace("-", "").isalnum() and not text[0].isdigit() and text.lower() not in _WORDS:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "na", "nan"})
