"""`leadlink resolve`: finds who is the same, merges what is certain, queues what is not."""

import json
import time
from dataclasses import asdict

import typer

from graph_service.identity.thresholds import DEFAULT_THRESHOLD


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(resolve)


def resolve(
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object."),
    threshold: float = typer.Option(DEFAULT_THRESHOLD, min=0.5, max=1.0, help="Score from which no person is asked."),
) -> None:
    """Merge who is certainly the same, queue who may be, undo what no longer holds; a second run writes nothing."""
    from graph_service.identity.engine import Engine
    from graph_service.identity.resolve import resolve as run
    from graph_service.progress import ShownSteps, Silent
    from graph_service.settings import read_settings
    from loaders.session import leased_environment

    settings = read_settings()
    began = time.monotonic()
    with ShownSteps() as shown:
        steps = Silent() if as_json else shown
        with leased_environment(settings, steps=steps) as environment:
            engine = Engine(settings.match_engine, settings.match_spark_master)
            outcome = run(environment.writer, environment.uid_key, threshold, steps, engine)
    seconds = round(time.monotonic() - began, 3)
    if as_json:
        print(json.dumps({**asdict(outcome), "seconds": seconds}))
        return
    print(
        f"{outcome.same:,} of {outcome.people + outcome.units:,} people and units without a strong identifier are known: "
        f"{outcome.merged:,} merged now, {outcome.undone:,} undone; {outcome.queued:,} pairs wait for a person, "
        f"in {seconds:.1f} s"
    )
