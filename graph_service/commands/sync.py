"""`leadlink sync SOURCE.yaml… --data DIR` brings sources up to date, `leadlink withdraw SOURCE` takes back what one brought."""

import inspect
import json
from pathlib import Path
from typing import Any

import typer

# Flags of the command beside its arguments; they reach it together, as the manner of the sync.
_MANNER: dict[str, Any] = {
    "dry_run": typer.Option(False, "--dry-run", help="Tell what would change, write nothing."),
    "due": typer.Option(
        False, "--due", help="Only sources whose time (sync.every) has come and that nobody else runs."
    ),
    "even_most": typer.Option(False, "--even-most", help="Go on even if most rows of a source are gone."),
    "sweep": typer.Option(False, "--sweep", help="Compare all keys of tables now, to see deleted rows."),
}


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command()(sync)
    app.command()(withdraw)


def sync(
    sources: list[Path] = typer.Argument(..., help="Declarations of the sources, loaders/sources/NAME.yaml."),
    data: Path = typer.Option(..., "--data", help="Folder of the exported files, complete."),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object per source, with `removed`."),
    **options: bool,
) -> None:
    """Load what has changed and take back rows and files that are gone; exit codes as for load."""
    from graph_service.settings import read_settings
    from loaders.session import sync_all
    from loaders.show import Shown
    from loaders.sync.syncing import SyncOptions

    with Shown(as_json) as shown:
        outcomes = sync_all(sources, data, read_settings(), SyncOptions(**options), shown)
    if not as_json:
        shown.table(outcomes, options["dry_run"])
    raise typer.Exit(1 if any(outcome.rejected for outcome in outcomes) else 0)


def _signature() -> inspect.Signature:
    own = inspect.signature(sync)
    stated = [each for each in own.parameters.values() if each.kind is not inspect.Parameter.VAR_KEYWORD]
    flags = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=option, annotation=bool)
        for name, option in _MANNER.items()
    ]
    return own.replace(parameters=[*stated, *flags])


sync.__signature__ = _signature()  # type: ignore[attr-defined]


def withdraw(
    source: str = typer.Argument(..., help="Name of the source."),
    file: str = typer.Option(None, "--file", help="Only what this file of the source brought last."),
    load: str = typer.Option(None, "--load", help="Roll this load back: the graph becomes as if it had never been."),
    dry_run: bool = typer.Option(False, "--dry-run", help="Tell how many rows would be taken back, change nothing."),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object."),
) -> None:
    """Take back exactly what nothing else supports; what other sources say of the same things stays."""
    from graph_service.settings import read_settings
    from loaders.session import leased_environment
    from loaders.sync.syncing import Withdrawal
    from loaders.sync.syncing import withdraw as take

    with leased_environment(read_settings(), dry_run) as environment:
        rows = take(environment, Withdrawal(source, file, load))
    if as_json:
        print(json.dumps({"source": source, "removed": rows}))
    else:
        print(f"{rows:,} rows of {source} {'would be' if dry_run else 'are'} taken back")
