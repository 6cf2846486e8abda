"""`leadlink backup` and `leadlink restore`: one encrypted file, made of a stopped home and brought back into another."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from graph_service.backup.restoring import Verified

_JSON = typer.Option(False, "--json", help="Print one JSON object.")


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command()(backup)
    app.command()(restore)


def backup(
    to: Path = typer.Option(..., "--to", help="File to write; a new one."),
    dump: Path | None = typer.Option(None, help="Dump that the neo4j-admin of your own Neo4j has made."),
    as_json: bool = _JSON,
) -> None:
    """Write the database, the keys, the access log and the kept rows of this home into one encrypted file."""
    from graph_service.backup.making import back_up
    from graph_service.progress import ShownSteps
    from graph_service.settings import read_settings

    with ShownSteps() as steps:
        made = back_up(read_settings(), to, dump, steps)
    _tell(made, as_json)


def restore(
    source: Path = typer.Option(..., "--from", help="File that `leadlink backup` has written."),
    check: bool = typer.Option(False, help="Only read it through, and tell what it holds."),
    overwrite: bool = typer.Option(False, help="Replace the database and the keys that this home holds."),
    dump_to: Path | None = typer.Option(
        None, help="File for the dump, for the neo4j-admin of your own Neo4j; keys and log come into this home."
    ),
    as_json: bool = _JSON,
) -> None:
    """Bring a backup back; nothing is touched unless every byte of it is as it was written."""
    from graph_service.backup.contents import secret_of
    from graph_service.backup.restoring import restore as restored
    from graph_service.backup.restoring import verify
    from graph_service.progress import ShownSteps
    from graph_service.settings import read_settings

    settings = read_settings()
    if check:
        found = verify(source, secret_of(settings))
    else:
        with ShownSteps() as steps:
            found = restored(settings, source, dump_to, overwrite, steps)
    _tell(found, as_json)


def _tell(found: "Verified", as_json: bool) -> None:
    if as_json:
        print(json.dumps({**found.manifest, "bytes": sum(found.sizes.values()), "entries": len(found.sizes)}))
        return
    told = found.manifest
    print(
        f"made {told['at']} by {told['program']} of Neo4j {told['neo4j']}: {sum(found.sizes.values()):,} bytes in {len(found.sizes)} entries"
    )
    print(f"keys in it: {', '.join(told['keys']) or 'none'}")
    print(f"keys not in it: {'; '.join(told['keys_not_in_it'])}")
    print(f"entries of the reporter's vault: {told.get('vault_entries', 0):,}")
    if told["access_log"]:
        print(f"access log up to entry {told['access_log']['seq']}, SHA-256 {told['access_log']['sha256']}")
