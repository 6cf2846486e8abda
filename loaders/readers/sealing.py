"""Keeps out the rows that must not come in, where they are read: before them nobody has seen their content."""

from collections.abc import Iterator

from graph_service.errors import BadInput
from loaders.declare.job import CLASSIFIED, ReadingJob
from loaders.readers.marks import Seal, secret
from loaders.readers.row import Row
from loaders.rejection import Rejection, Sealed
from schema.uid import joined_key

KEPT_OUT = "the file holds rows that the source's contract keeps out of this system"
Item = Row | Rejection | Sealed


def sealed_rows(job: ReadingJob, items: Iterator[Row | Rejection]) -> Iterator[Item]:
    """Return the rows that may come in, and a receipt for each other; refuse a file with one that refuses it."""
    return _guarded(job, items) if job.rules else items


def _guarded(job: ReadingJob, items: Iterator[Row | Rejection]) -> Iterator[Item]:
    seal = Seal(job.rules, job.columns)
    key = [job.columns.index(name) for name in job.key]
    for item in items:
        if isinstance(item, Rejection):
            # It cannot be told what a broken row says, so nothing of it is kept.
            yield Rejection(item.row, item.reason, [])
            continue
        cells = [*item[1], *([None] * (len(job.columns) - len(item[1])))]
        rule = seal.broken(cells)
        if rule is None:
            yield item
        elif rule.refuses:
            raise _refusal(job.path, rule.kind)
        else:
            yield Sealed(item[0], rule.kind, _key(cells, key))


def _key(cells: list[object], places: list[int]) -> str:
    parts = [_text(cells[place]) for place in places]
    return joined_key(parts) if all(parts) else ""


def _text(cell: object) -> str:
    # As the mapping spells the parts of a key, so that what the row said before is found and taken back.
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = "" if cell is None else str(cell).strip()
    if text.isascii() and text.isprintable():
        return text
    # Loaded at first use: the process that reads starts without the tables of characters.
    from schema.identifiers.characters import plain_key

    return plain_key(text)


def _refusal(path: str, kind: str) -> BadInput:
    if kind == CLASSIFIED:
        return secret(path)
    # Which rule it was stays untold: whom a complaint is about is part of its content.
    return BadInput(
        KEPT_OUT,
        path,
        "take it to the officer in charge of sealed matters; nothing of it was kept",
        zh="文件含有按来源约定不得进入本系统的内容，未保留任何内容，请交专人办理",
    )
