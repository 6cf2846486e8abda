"""What every export has in common: for whom and why it is made, its head, its watermark, and how a table is declared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_service.reports.report import Column, Plot, Report, Shows, Table, Value, plain
from graph_service.reports.words import Words

Row = list[Value]


@dataclass(frozen=True)
class Maker:
    """For whom, when and why an export is made, under which number it stands in the access log, and with how many levels of units."""

    officer: str
    name: str
    made_at: str
    purpose: str
    request: str
    levels: int = 1


@dataclass(frozen=True)
class Head:
    """What stands above the tables: the title, facts of the export itself, a note on what it holds, for whom it is made."""

    title: str
    facts: Sequence[tuple[str, str]]
    note: str
    maker: Maker


def made_report(say: Words, head: Head, tables: Sequence[Table], plots: Sequence[Plot] = ()) -> Report:
    """Return a report with the facts of its making, its watermark and the numbers of its pages."""
    maker = head.maker
    facts = [
        *head.facts, (say("made_for"), f"{maker.name}（{maker.officer}）"), (say("made_at"), maker.made_at),
        (say("purpose"), maker.purpose), (say("request"), maker.request),
    ]  # fmt: skip
    told = [(name, plain(value)) for name, value in facts]
    mark = plain(f"{maker.name} {maker.officer}  {maker.made_at}")
    pages = (f"{say('page')} ", f" {say('of_pages')} ", f" {say('pages')}")
    return Report(say.language, head.title, told, (say("secret"), head.note), tables, mark, say("none"), pages, plots)


def table_of(say: Words, name: str, columns: str, rows: Iterable[Row]) -> Table:
    """Return a table; `columns` are words of the catalogue, each with its width and `#` for numbers or `¥` for amounts."""
    made = []
    for each in columns.split():
        key, _, width = each.partition(":")
        shows = {"#": Shows.NUMBER, "¥": Shows.MONEY}.get(width[-1], Shows.TEXT)
        made.append(Column(say(key), int(width.rstrip("#¥")), shows))
    cleaned = [[plain(value) if isinstance(value, str) else value for value in row] for row in rows]
    return Table(name, say(name), made, cleaned)
