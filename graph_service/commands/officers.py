"""`leadlink officers` and `leadlink token`: who there is, and a token for trying things."""

import json

import typer


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command()(officers)
    app.command()(token)


def officers(as_json: bool = typer.Option(False, "--json", help="Print a JSON list.")) -> None:
    """List the officers with their team and role; demo mode only."""
    from graph_service.cypher.files import query
    from graph_service.embedded import ensure
    from graph_service.graph import Writer
    from graph_service.settings import read_settings

    settings = read_settings()
    _demo_only(settings.demo, "officers")
    with ensure(settings) as running, Writer(running, settings.neo4j_database) as writer:
        found = writer.run_read(query("rights/officers").body)[0]
    if as_json:
        print(json.dumps(found, ensure_ascii=False))
        return
    for each in found:
        print(f"{each['id']:<16}{each['team']:<20}{each['role'] or '':<14}{each['name']}")


def token(
    officer: str = typer.Option(..., help="Staff number, as `leadlink officers` lists it."),
    hours: float = typer.Option(12, min=-24, max=24 * 30, help="How long the token is good for."),
) -> None:
    """Print a token for the officer, and nothing else; demo mode only."""
    from graph_service.cypher.files import query
    from graph_service.embedded import ensure
    from graph_service.errors import NotFound
    from graph_service.graph import Writer
    from graph_service.rights.viewer import Tokens
    from graph_service.settings import read_settings

    settings = read_settings()
    _demo_only(settings.demo, "token")
    with ensure(settings) as running, Writer(running, settings.neo4j_database) as writer:
        known = {each["id"] for each in writer.run_read(query("rights/officers").body)[0]}
    if officer not in known:
        raise NotFound(f"there is no officer {officer}", "--officer", "see `leadlink officers`")
    print(Tokens(settings).sign(officer, int(hours * 3600)))


def _demo_only(demo: bool, command: str) -> None:
    from graph_service.errors import NotAllowed

    if not demo:
        raise NotAllowed(
            f"`leadlink {command}` works in demo mode only", "LEADLINK_DEMO", "set LEADLINK_DEMO=true for a demo"
        )
