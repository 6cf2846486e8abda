"""Checks the header of an input against the contract: what drifts stops the source, or passes and is told."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.errors import BadInput
from loaders.declare.nearest import nearest, unknown
from loaders.declare.parts import SourceReading
from schema.identifiers.characters import without_blanks

_DELIMITERS = ",;\t|；，"
_SHOWN = 8
# What a cell has and the name of a column hardly: a number of five digits, or a sentence.
_LIKE_CELL = re.compile(r"[0-9０-９]{5}|.{41}")


@dataclass(frozen=True)
class Header:
    """The columns as the mapping knows them, and what the header has changed that the contract lets pass."""

    columns: tuple[str, ...]
    lost: int = 0  # columns at the end that the input does not have: their cells are empty
    drift: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()  # columns that the declaration does not know, as they may be told


@dataclass(frozen=True)
class HeaderFault:
    """One thing in a header that the contract does not let pass."""

    en: str
    zh: str


_NO_HEADER = HeaderFault(
    "none of its columns is as declared: is the header missing?", "没有一列与声明相符，可能缺少表头"
)


def checked_header(source: SourceReading, cells: list[object], where: str) -> Header:
    """Return the columns under the names of the declaration, or refuse a header that does not fit."""
    found = tuple("" if cell is None else str(cell).strip().lstrip("\ufeff") for cell in cells)
    while found and not found[-1]:
        found = found[:-1]
    found = _as_declared(source, found)
    names, renamed = _renamed(source, found)
    lost = tuple(name for name in source.optional if name not in names)
    if faults := _faults(source, names, lost):
        raise _refusal(source, faults, where)
    drift = [f"renamed: '{other}' to '{name}'" for name, other in renamed.items()]
    drift += [f"lost: '{name}'" for name in lost]
    added = strange_columns(source, names)
    drift += [f"added: {name}" for name in added]
    return Header((*names, *lost), len(lost), tuple(drift), tuple(name.strip("'") for name in added))


def strange_columns(source: SourceReading, names: Sequence[str]) -> list[str]:
    """Return the columns that the declaration does not know, as they may be told."""
    known = source.known_columns
    shown = zip(names, shown_names(source, names), strict=True)
    return [text for name, text in shown if name and name not in known]


def _as_declared(source: SourceReading, found: tuple[str, ...]) -> tuple[str, ...]:
    # People space the names of columns and break their lines for the eye; only one column may be meant, and only by one.
    declared = dict.fromkeys(
        (*source.known_columns, *(other for others in source.renamed.values() for other in others))
    )
    here, there = Counter(map(without_blanks, found)), Counter(map(without_blanks, declared))
    meant = {bare: name for name in declared if there[bare := without_blanks(name)] == 1 and here[bare] == 1}
    return tuple(meant.get(without_blanks(name), name) for name in found)


def _renamed(source: SourceReading, found: tuple[str, ...]) -> tuple[tuple[str, ...], dict[str, str]]:
    # An accepted other name counts only where the declared one is missing.
    meant = {
        other: name
        for name, others in source.renamed.items()
        for other in others
        if name not in found and other in found
    }
    return tuple(meant.get(name, name) for name in found), {name: other for other, name in meant.items()}


def shown_names(source: SourceReading, names: Sequence[str]) -> list[str]:
    """Return the columns as they may be told: a name that the declaration does not know only where it surely is one."""
    # Where a header is missing its first row stands in its place; of a guarded source not even a guess is told.
    known = source.known_columns
    told = not source.sealed and is_header(source, names)
    return [
        f"'{name}'" if name in known or (told and not _LIKE_CELL.search(name)) else f"column {number}"
        for number, name in enumerate(names, 1)
    ]


def is_header(source: SourceReading, names: Sequence[str]) -> bool:
    """Return whether half of the columns that are needed, or half of those that are there, are as declared."""
    needed = source.used_columns
    fitting = {name for name in names if name in source.known_columns}
    return 2 * len(fitting) >= min(len([name for name in names if name]), len(needed)) and bool(fitting)


def _refusal(source: SourceReading, faults: list[HeaderFault], where: str) -> BadInput:
    more = "; …" if len(faults) > _SHOWN else ""
    return BadInput(
        f"the header does not fit source {source.name}: {'; '.join(each.en for each in faults[:_SHOWN])}{more}",
        where,
        "correct the file, or the declaration if the source has changed; nothing of it was loaded",
        zh=f"表头与来源{source.name}的声明不符：{'；'.join(each.zh for each in faults[:_SHOWN])}{'；…' if more else ''}"
        "；请更正文件，来源确有变化的请更正声明，未装载任何内容",
    )


def _faults(source: SourceReading, names: tuple[str, ...], lost: tuple[str, ...]) -> list[HeaderFault]:
    if not any(names):
        return [HeaderFault("it is empty", "表头为空")]
    known = list(source.known_columns)
    needed = [name for name in source.used_columns if name not in lost]
    missing = [name for name in needed if name not in names]
    if len(missing) == len(needed) and len(names) == 1 and (fault := _one_column(source, names[0])):
        return [fault]
    shown = shown_names(source, names)
    told = {name: text for name, text in zip(names, shown, strict=True) if text == f"'{name}'"}
    faults = [] if set(known) & set(names) else [_NO_HEADER]
    faults += [_twice(name, told.get(name, ""), count) for name, count in Counter(names).items() if count > 1]
    faults += [_missing(name, [each for each in told if each and each not in known]) for name in missing]
    if source.columns == "strict" and _NO_HEADER not in faults:
        free = [name for name in known if name not in names] or known
        strange = [(number, name) for number, name in enumerate(names, 1) if name not in known]
        faults += [_strange(number, name, name in told, free) for number, name in strange]
    return faults


def _one_column(source: SourceReading, name: str) -> HeaderFault | None:
    other = next((each for each in _DELIMITERS if each in name), "")
    if not other:
        return None
    stated = source.read.delimiter
    return HeaderFault(
        f"it is one column with {other!r} in it; read.delimiter is {stated!r}",
        f"表头只有一列，其中含有{other!r}，而read.delimiter为{stated!r}",
    )


def _twice(name: str, shown: str, count: int) -> HeaderFault:
    if not name:
        return HeaderFault(f"{count} columns have no name", f"有{count}列没有列名")
    if not shown:
        return HeaderFault(f"a column stands {count} times", f"有列出现{count}次")
    return HeaderFault(f"column {shown} stands {count} times", f"列“{shown[1:-1]}”出现{count}次")


def _strange(number: int, name: str, is_told: bool, free: list[str]) -> HeaderFault:
    if not name:
        return HeaderFault(f"column {number} has no name", f"第{number}列没有列名")
    if not is_told:
        return HeaderFault(f"column {number} is not declared", f"第{number}列未声明")
    near = nearest(name, free)
    hint = f"，是否为“{near[0]}”？" if near else ""
    return HeaderFault(unknown("column", name, free), f"列“{name}”未声明{hint}")


def _missing(name: str, others: list[str]) -> HeaderFault:
    # A declared column is not what this one was misspelt as.
    near = nearest(name, others)
    en = f"; the header has '{near[0]}'" if near else ""
    zh = f"，表头中有“{near[0]}”" if near else ""
    return HeaderFault(f"column '{name}' missing{en}", f"缺少列“{name}”{zh}")
