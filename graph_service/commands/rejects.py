"""`leadlink rejects export|retry`: rejected rows to a workbook for a clerk, and the repaired rows back in."""

from pathlib import Path

import typer


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(no_args_is_help=True)
    group.command()(export)
    group.command()(retry)
    app.add_typer(group, name="rejects", help="Rejected rows: to a workbook with the reasons, and repaired back in.")


def export(
    source: str = typer.Argument(..., help="Name of the source."),
    out: Path = typer.Option(..., "--out", help="Workbook to write, NAME.xlsx."),
) -> None:
    """Write the rows that the newest loads of a source rejected, each with its reason beside the cell."""
    from graph_service.settings import read_settings
    from loaders.session import leased_environment
    from loaders.sync.rejects import export_rejects

    with leased_environment(read_settings()) as environment:
        count = export_rejects(environment, source, out)
    print(f"{count} rejected rows are in {out}; repair them there, then run `leadlink rejects retry`")


def retry(
    declaration: Path = typer.Argument(..., help="Declaration of the source, loaders/sources/NAME.yaml."),
    repaired: Path = typer.Argument(..., help="The workbook, repaired."),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object."),
) -> None:
    """Load the repaired rows alone; exit code 1 if some are still rejected."""
    from graph_service.settings import read_settings
    from loaders.declare.source_file import read_source
    from loaders.session import leased_environment
    from loaders.show import Shown
    from loaders.sync.rejects import retry_rejects

    source = read_source(declaration)
    with Shown(as_json) as shown, leased_environment(read_settings(), steps=shown.steps) as environment:
        outcome = retry_rejects(source, repaired, environment, shown.advance)
        shown.finished(outcome)
    if not as_json:
        shown.table([outcome], False)
    raise typer.Exit(1 if outcome.rejected else 0)
