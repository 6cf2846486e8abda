"""`leadlink load SOURCE.yaml… --data DIR`: brings what source systems exported into the graph."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from loaders.load.one_source import Outcome


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(load)


def load(
    sources: list[Path] = typer.Argument(..., help="Declarations of the sources, loaders/sources/NAME.yaml."),
    data: Path = typer.Option(..., "--data", help="Folder of the exported files."),
    dry_run: bool = typer.Option(
        False, "--dry-run", help="Read and map everything, tell what would change, write nothing."
    ),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object per source."),
) -> None:
    """Load the sources; exit code 0 if every row was taken, 1 if some were rejected, 2 if it could not run."""
    from graph_service.settings import read_settings
    from loaders.session import load_all
    from loaders.show import Shown

    with Shown(as_json) as shown:
        outcomes = load_all(sources, data, read_settings(), dry_run, shown)
    if not as_json:
        shown.table(outcomes, dry_run)
    raise typer.Exit(_code(outcomes))


def _code(outcomes: "list[Outcome]") -> int:
    return 1 if any(outcome.rejected for outcome in outcomes) else 0
