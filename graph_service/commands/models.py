"""`leadlink models`: runs the comparison models and keeps what they find as alerts."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from graph_service.models.model_file import Model
    from graph_service.models.run import ModelRun


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(models)


def models(
    only: str = typer.Option("", help="Models to run, such as V1,T5; all of them without this."),
    parameters: Path | None = typer.Option(None, help="YAML file with parameters by model: `V1: {tank_factor: 1.1}`."),
    folder: Path | None = typer.Option(None, help="Folder with models of one's own, one .cypher file each."),
    keep_all: bool | None = typer.Option(
        None,
        "--all/--dry-run",
        help="All: run also the models of whose input nothing has changed. Dry run: tell what all would find, write nothing.",
    ),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object, with every alert and its rows."),
) -> None:
    """Run the comparison models over the graph, those alone of whose input something changed; a second run writes nothing."""
    from graph_service.embedded import ensure
    from graph_service.graph import Writer
    from graph_service.mentions.reading import read_rights
    from graph_service.models.model_file import read_models
    from graph_service.models.parameters import read_parameters
    from graph_service.models.renewing import Renewal, renew_alerts
    from graph_service.models.run import run_model
    from graph_service.rights.roles import read_roles
    from graph_service.settings import read_settings

    known = read_models(folder)
    given = read_parameters(parameters, known)
    chosen = _chosen(only, known)
    settings, is_dry = read_settings(), keep_all is False
    runs = []
    with ensure(settings) as running, Writer(running, settings.neo4j_database) as writer:
        roles = read_roles(settings.roles_file)
        renewal = Renewal(read_rights(writer, roles), roles, settings.read_uid_key(), bool(keep_all))
        for model in chosen:
            stated = given.get(model.id, {})
            runs.append(run_model(writer, model, stated) if is_dry else renew_alerts(writer, model, stated, renewal))
    print(json.dumps({"models": [_told(run) for run in runs]}, ensure_ascii=False)) if as_json else _show(runs, is_dry)


def _chosen(only: str, known: "dict[str, Model]") -> "list[Model]":
    from graph_service.errors import BadInput

    wanted = [each.strip() for each in only.split(",") if each.strip()] or list(known)
    if unknown := [each for each in wanted if each not in known]:
        raise BadInput(f"there is no model {unknown[0]!r}", "--only", f"use one of {', '.join(known)}")
    return [known[each] for each in wanted]


def _told(run: "ModelRun") -> dict[str, Any]:
    return {
        "model": run.model.id, "version": run.model.version, "title": run.model.title, "parameters": run.parameters,
        "found": len(run.hits), "new": run.new, "withdrawn": run.withdrawn, "unread": run.unread,
        "skipped": run.skipped or None, "seconds": round(run.seconds, 3),
        "alerts": [
            {"key": hit.key, "rows": [{"source": row.source, "key": row.key} for row in hit.rows], "facts": dict(hit.facts)}
            for hit in run.hits
        ],
    }  # fmt: skip


def _show(runs: "list[ModelRun]", dry_run: bool) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title="Dry run: nothing was written" if dry_run else None)
    for name, side in (
        ("model", "left"),
        ("", "left"),
        ("alerts", "right"),
        ("new", "right"),
        ("withdrawn", "right"),
        ("s", "right"),
    ):
        table.add_column(name, justify=side)  # type: ignore[arg-type]
    for run in runs:
        counts = (len(run.hits), run.new, run.withdrawn)
        lasted = "skipped" if run.skipped else f"{run.seconds:.2f}"
        table.add_row(run.model.id, run.model.title, *(f"{count:,}" for count in counts), lasted)
    console = Console()
    console.print(table)
    if skipped := sum(bool(run.skipped) for run in runs):
        console.print(f"{skipped:,} models did not run: nothing that they read has changed; --all runs them")
    if unread := sum(run.unread for run in runs):
        console.print(f"{unread:,} alerts rest on rows that no one team may read all of: nobody sees them")
