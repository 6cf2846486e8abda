"""`leadlink link`: proposes links between matters over the whole graph."""

import json
import time
from dataclasses import asdict

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(link)


def link(as_json: bool = typer.Option(False, "--json", help="Print one JSON object.")) -> None:
    """Propose links between matters; a second run writes nothing."""
    from rich.console import Console
    from rich.progress import Progress

    from graph_service.embedded import ensure
    from graph_service.graph import Writer
    from graph_service.linkage.propose import propose_links
    from graph_service.settings import read_settings

    settings = read_settings()
    began = time.monotonic()
    with (
        ensure(settings) as running,
        Writer(running, settings.neo4j_database) as writer,
        Progress(console=Console(stderr=True), disable=as_json) as bar,
    ):
        task = bar.add_task("matters")
        outcome = propose_links(
            writer, settings.read_uid_key(), lambda done, total: bar.update(task, completed=done, total=total)
        )
    seconds = round(time.monotonic() - began, 3)
    if as_json:
        print(json.dumps({**asdict(outcome), "seconds": seconds}))
    else:
        print(
            f"{outcome.links:,} links over {outcome.matters:,} matters: {outcome.new:,} new, "
            f"{outcome.withdrawn:,} withdrawn, in {seconds:.1f} s"
        )
