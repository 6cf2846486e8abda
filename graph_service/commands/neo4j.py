"""`leadlink neo4j start|stop|status`: the embedded Neo4j of this home."""

import json
from dataclasses import asdict

import typer


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(no_args_is_help=True)
    group.command()(start)
    group.command()(stop)
    group.command()(status)
    group.command()(warm)
    app.add_typer(group, name="neo4j", help="The embedded Neo4j: a real server on loopback, data in LEADLINK_HOME.")


def start() -> None:
    """Start the server; it lives until `leadlink neo4j stop`."""
    from graph_service import embedded
    from graph_service.progress import ShownSteps
    from graph_service.settings import read_settings

    with ShownSteps() as steps:
        running = embedded.start(read_settings(), steps, owned=False)
    print(f"Neo4j answers at {running.uri} (pid {running.pid})")


def stop() -> None:
    """Stop the server of this home."""
    from graph_service import embedded
    from graph_service.settings import read_settings

    ended = embedded.stop(read_settings())
    print("Neo4j is stopped" if ended else "Neo4j was not running")


def status(as_json: bool = typer.Option(False, "--json", help="Print one JSON object.")) -> None:
    """Tell whether the server of this home runs; exit code 1 if it does not."""
    from graph_service import embedded
    from graph_service.settings import read_settings

    found = embedded.status(read_settings())
    if as_json:
        print(json.dumps(asdict(found)))
    elif found.running and found.state:
        ready = "" if found.ready else ", not ready yet"
        print(f"Neo4j runs at {found.uri} (pid {found.state.pid}), started by `{found.state.owner}`{ready}")
    else:
        print("Neo4j is not running")
    raise typer.Exit(0 if found.running else 1)


def warm() -> None:
    """Make every later start about three times faster: half a minute of work, once per user and version."""
    from graph_service.progress import ShownSteps
    from graph_service.server.warm import warm as make_warm
    from graph_service.settings import read_settings

    with ShownSteps() as steps:
        file = make_warm(read_settings(), steps)
    print(f"Neo4j starts warm from {file}")
