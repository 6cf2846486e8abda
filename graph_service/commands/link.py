"""`leadlink link`: proposes links between matters, over what has changed or over everything."""

import json
import time
from dataclasses import asdict

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(link)


def link(
    anew: bool = typer.Option(False, help="Look at every matter, not only at what has changed since the last run."),
    due: bool = typer.Option(
        False, help="Only if something has changed and nobody else runs it; texts are read before."
    ),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object."),
) -> None:
    """Propose links between matters; a second run writes nothing."""
    from rich.console import Console
    from rich.progress import Progress

    from graph_service.linkage.propose import propose_links
    from graph_service.settings import read_settings
    from loaders.session import leased_environment, leased_where_due

    settings = read_settings()
    began = time.monotonic()
    with (
        (leased_where_due if due else leased_environment)(settings) as environment,
        Progress(console=Console(stderr=True), disable=as_json) as bar,
    ):
        if environment is None:
            return
        task = bar.add_task("matters")
        outcome = propose_links(
            environment.writer,
            environment.uid_key,
            lambda done, total: bar.update(task, completed=done, total=total),
            anew=anew,
        )
    seconds = round(time.monotonic() - began, 3)
    if as_json:
        print(json.dumps({**asdict(outcome), "seconds": seconds}))
    else:
        looked_at = "all matters" if outcome.everything else "what has changed"
        print(
            f"{looked_at}: {outcome.links:,} links over {outcome.matters:,} matters: {outcome.new:,} new, "
            f"{outcome.withdrawn:,} withdrawn, {outcome.notices:,} notices, in {seconds:.1f} s"
        )
