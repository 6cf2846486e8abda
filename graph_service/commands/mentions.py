"""`leadlink mentions`: finds what the texts of matters name and keeps it beside them."""

import json
import time
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from graph_service.mentions.keeping import MentionCounts


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(mentions)


def mentions(as_json: bool = typer.Option(False, "--json", help="Print one JSON object.")) -> None:
    """Find names, posts, numbers, amounts and days in the texts of matters; a second run writes nothing."""
    from rich.console import Console
    from rich.status import Status

    from graph_service.mentions.keeping import keep_mentions
    from graph_service.rights.roles import read_roles
    from graph_service.settings import read_settings
    from loaders.session import leased_environment

    settings = read_settings()
    roles = read_roles(settings.roles_file)
    began = time.monotonic()
    console = Console(stderr=True, quiet=as_json)
    with leased_environment(settings) as environment, Status("reading names", console=console) as status:
        found = keep_mentions(
            environment.writer, environment.uid_key, roles, lambda texts: status.update(f"{texts:,} texts")
        )
    report(found, time.monotonic() - began, as_json)


def report(found: "MentionCounts", seconds: float, as_json: bool) -> None:
    """Print what came of a run."""
    if as_json:
        print(json.dumps({**vars(found), "seconds": round(seconds, 3)}))
        return
    print(
        f"{found.mentions:,} mentions in {found.texts:,} texts: {found.sure:,} sure, {found.candidates:,} candidates; "
        f"{found.written:,} written, {found.removed:,} removed, in {seconds:.1f} s"
    )
    for kind, count in found.kinds.most_common():
        print(f"  {kind:<12} {count:>9,}")
