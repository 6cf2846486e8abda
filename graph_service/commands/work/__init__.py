"""`leadlink work`: the daily job of officers' work, circulars as files, the register of interventions checked, a clue's chain of custody."""

import json
from dataclasses import asdict
from pathlib import Path

import typer

from graph_service.commands.work.custody import custody


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(help="Officers' daily work: who is told of what is due or late.", no_args_is_help=True)
    group.command()(daily)
    group.command()(interventions)
    group.command()(circular)
    group.command()(custody)
    group.callback()(lambda: None)
    app.add_typer(group, name="work")


def daily(as_json: bool = typer.Option(False, "--json", help="Print one JSON object.")) -> None:
    """Tell officers what of clues, tasks and tickets is due soon, late, or to be looked at again; run it each morning, a second run tells nothing."""
    from graph_service.embedded import ensure
    from graph_service.graph import Writer
    from graph_service.rights.roles import read_roles
    from graph_service.settings import read_settings
    from graph_service.tasks.daily import run_daily

    settings = read_settings()
    with ensure(settings) as running, Writer(running, settings.neo4j_database) as writer:
        done = run_daily(writer, read_roles(settings.roles_file))
    if as_json:
        print(json.dumps(asdict(done) | {"told": done.told}))
    else:
        looked = f"{done.clues.looked_at:,} clues, {done.tasks.looked_at:,} tasks, {done.tickets.looked_at:,} tickets"
        print(f"{done.day}: {looked} looked at; {done.told:,} notices")


def interventions(as_json: bool = typer.Option(False, "--json", help="Print one JSON object.")) -> None:
    """Check the register of interventions: every record as it was written, none missing; exit code 1 where it is not so."""
    from graph_service.embedded import ensure
    from graph_service.graph import Writer
    from graph_service.interventions.chain import verify
    from graph_service.settings import read_settings

    settings = read_settings()
    with ensure(settings) as running, Writer(running, settings.neo4j_database) as writer:
        found = verify(writer, settings.read_uid_key())
    if as_json:
        print(json.dumps({"records": found.records, "wrong": found.wrong}, ensure_ascii=False))
    else:
        many = "1 record, as it was" if found.records == 1 else f"{found.records:,} records, as they were"
        print(found.wrong or f"{many} written")
    if found.wrong:
        raise typer.Exit(1)


def circular(
    period: str = typer.Argument(..., help="First and last day that are counted, such as 2026-10-01..2026-12-31."),
    out: Path = typer.Option(..., "--out", help="Folder for the files."),
    purpose: str = typer.Option(
        ..., "--purpose", help="To whom it goes; it stands in the access log and in the circular."
    ),
    officer: str = typer.Option(
        ..., "--as", help="For whom: @FILE with the officer's token, or in demo mode the staff number."
    ),
    given: str = typer.Option("", "--with", help="More: forms=docx+pdf, unit=ID, team=CODE, language=en."),
) -> None:
    """Write the circular of a period as its officer may count it; each file stands in the access log before it is written."""
    from graph_service.api.exports.wanted import CircularWanted, read_wanted
    from graph_service.commands.production.packing import Asking, make_files
    from graph_service.settings import read_settings

    told = dict(each.partition("=")[::2] for each in given.split(",") if each)
    since, _, until = period.partition("..")
    forms = told.pop("forms", "docx+pdf").split("+")
    wanted = [read_wanted(CircularWanted, {"since": since, "until": until, **told, "form": form}) for form in forms]
    for path in make_files(read_settings(), Asking(officer, purpose), wanted, out):
        print(path)
