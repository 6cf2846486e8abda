"""`leadlink withdraw SOURCE`: takes back what a source or one of its files brought, or rolls one load back."""

import json

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(withdraw)


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
