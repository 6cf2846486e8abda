"""`leadlink sync SOURCE.yaml… --data DIR`: loads full listings and takes back what they no longer hold."""

from pathlib import Path

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(sync)


def sync(
    sources: list[Path] = typer.Argument(..., help="Declarations of the sources, loaders/sources/NAME.yaml."),
    data: Path = typer.Option(..., "--data", help="Folder of the exported files, complete."),
    even_most: bool = typer.Option(False, "--even-most", help="Go on even if most rows of a source are gone."),
    dry_run: bool = typer.Option(False, "--dry-run", help="Tell what would change, write nothing."),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object per source, with `removed`."),
) -> None:
    """Load the sources and take back rows and files that are gone; exit codes as for load."""
    from graph_service.settings import read_settings
    from loaders.session import sync_all
    from loaders.show import Shown

    with Shown(as_json) as shown:
        outcomes = sync_all(sources, data, read_settings(), (dry_run, even_most), shown)
    if not as_json:
        shown.table(outcomes, dry_run)
    raise typer.Exit(1 if any(outcome.rejected for outcome in outcomes) else 0)
