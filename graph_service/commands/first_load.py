"""`leadlink import SOURCE.yaml… --data DIR`: the first load of a province, into an empty graph."""

import json
from pathlib import Path

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(name="import")(import_sources)


def import_sources(
    sources: list[Path] = typer.Argument(..., help="Declarations of the sources, loaders/sources/NAME.yaml."),
    data: Path = typer.Option(..., "--data", help="Folder of the exported files."),
    processes: int = typer.Option(0, "--processes", min=0, max=64, help="Processes that map; 0: one for each core."),
    dry_run: bool = typer.Option(False, "--dry-run", help="Read and map everything, count it, write nothing."),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object per source, then one for the whole."),
) -> None:
    """Import the sources into a stopped, empty embedded graph; what comes out is what `leadlink load` makes of them.

    Exit code 0 if every row was taken, 1 if some were rejected, 2 if it could not run; then the graph is as it was.
    """
    from graph_service.settings import read_settings
    from loaders.bulk.session import ImportOptions, import_all
    from loaders.show import Shown

    with Shown(as_json) as shown:
        result = import_all(ImportOptions(sources, data, dry_run, processes), read_settings(), shown)
    if result.finished_earlier:
        typer.echo("The import that was broken off at its last step is complete.", err=as_json)
    elif as_json:
        print(json.dumps(result.summary()))
    else:
        shown.table(result.outcomes, dry_run)
        shown.told(result.lines())
    raise typer.Exit(1 if any(outcome.rejected for outcome in result.outcomes) else 0)
