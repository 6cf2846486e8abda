"""What a person, or a program, sees of a load."""

import json
import sys
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from graph_service.progress import ShownSteps, Steps
from loaders.load.one_source import Outcome
from loaders.rejection import Reason

_SHOWN = 20
_NARROW = 24  # cells of a terminal


class Shown:
    """Progress on the error stream; results on the output: a table, or one JSON object per source."""

    def __init__(self, as_json: bool) -> None:
        self._json = as_json
        self._console = Console(stderr=True)
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TextColumn("{task.completed:,} rows"),
            TextColumn("{task.fields[rejected]:,} rejected"),
            TimeElapsedColumn(),
            console=self._console,
            disable=not self._console.is_terminal,
        )
        self._steps = ShownSteps()
        self._tasks: dict[str, int] = {}

    def __enter__(self) -> Self:
        """Start showing."""
        self._steps.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop showing."""
        self._steps.__exit__(kind, error, trace)
        self._progress.stop()

    @property
    def steps(self) -> Steps:
        """Return who hears what happens before the first row."""
        return self._steps

    def advance(self, source: str, rows: int, rejected: int) -> None:
        """Show how far a source is."""
        if source not in self._tasks:
            self._steps.__exit__(None, None, None)
            self._progress.start()
            self._tasks[source] = self._progress.add_task(source, total=None, rejected=0)
        self._progress.update(self._tasks[source], completed=rows, rejected=rejected)  # type: ignore[arg-type]

    def finished(self, outcome: Outcome) -> None:
        """Print the JSON object of a source."""
        if self._json:
            print(json.dumps(outcome.summary(), ensure_ascii=False), flush=True)

    def told(self, lines: list[str]) -> None:
        """Print lines below the table."""
        for line in lines:
            Console(file=sys.stdout).print(line, markup=False, highlight=False, soft_wrap=True)

    def table(self, outcomes: list[Outcome], dry_run: bool) -> None:
        """Print the table of the sources and the first rejected rows."""
        console = Console(file=sys.stdout)
        console.print(_summary(outcomes, dry_run))
        for outcome in outcomes:
            _print_notes(console, outcome)
            _print_rejects(console, outcome)


def _summary(outcomes: list[Outcome], dry_run: bool) -> Table:
    table = Table(title="Dry run: nothing was written" if dry_run else None)
    table.add_column("source", overflow="fold")
    for name in ("read", "would merge" if dry_run else "merged", "unchanged", "rejected", "seconds", "rows/s"):
        table.add_column(name, justify="right")
    for one in outcomes:
        counts = [f"{count:,}" for count in (one.read, one.merged, one.unchanged, one.rejected)]
        table.add_row(one.source, *counts, f"{one.seconds:.2f}", f"{one.read / max(one.seconds, 0.001):,.0f}")
    return table


def _print_notes(console: Console, outcome: Outcome) -> None:
    for file, drift in outcome.drift:
        console.print(
            f"{outcome.source}: {file} differs from its declaration, which lets it pass: {drift}", markup=False
        )
    if outcome.unused:
        console.print(f"{outcome.source}: columns that fill nothing: {', '.join(outcome.unused)}", markup=False)
    if outcome.silent:
        console.print(f"{outcome.source}: {outcome.silent:,} of the rows that were taken state nothing")
    if outcome.sealed:
        console.print(f"{outcome.source}: {outcome.sealed:,} of the rejected rows were sealed; only receipts remain")
    if outcome.removed is not None and outcome.unreadable:
        console.print(f"{outcome.source}: nothing was taken as gone, because {outcome.unreadable} rows cannot be read")
    elif outcome.removed:
        console.print(f"{outcome.source}: {outcome.removed:,} rows that are gone were taken back")


def _print_rejects(console: Console, outcome: Outcome) -> None:
    if not outcome.rejected:
        return
    first = outcome.rejects[:_SHOWN]
    which = (
        f"the first {len(first)} of {outcome.rejected:,} rejected rows"
        if outcome.rejected > len(first)
        else "rejected rows"
    )
    table = Table(title=f"{outcome.source}: {which}")
    table.add_column("file, rows", overflow="fold", max_width=_NARROW)
    table.add_column("column, value", overflow="fold", max_width=_NARROW)
    # The reason is what the table is for: it keeps its room in a narrow terminal.
    table.add_column("reason 原因", overflow="fold", min_width=_NARROW)
    alike: dict[tuple[str, Reason], list[str]] = {}
    for file, one in first:
        alike.setdefault((file, one.reason), []).append(str(one.row))
    for (file, reason), rows in alike.items():
        at = "\n".join(filter(None, (reason.column, reason.value_class)))
        table.add_row(*map(Text, (f"{file}\n{', '.join(rows)}", at, f"{reason.en}\n{reason.zh}")))
    console.print(table)
    for path in outcome.kept_in:
        console.print(f"All rejected rows with their cells: {path}", highlight=False, soft_wrap=True)
