"""`leadlink work`: the daily job of officers' work, and the check of the register of interventions."""

import json
from dataclasses import asdict

import typer


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(help="Officers' daily work: who is told of what is due or late.", no_args_is_help=True)
    group.command()(daily)
    group.command()(interventions)
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
