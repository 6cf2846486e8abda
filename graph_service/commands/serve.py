"""`leadlink serve`: the API."""

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(serve)


def serve(
    host: str | None = typer.Option(None, help="Address to listen on; LEADLINK_HOST otherwise."),
    port: int | None = typer.Option(None, min=0, max=65535, help="Port to listen on; LEADLINK_PORT otherwise."),
    workers: int | None = typer.Option(None, min=1, max=64, help="Worker processes; LEADLINK_WORKERS otherwise."),
) -> None:
    """Serve the API until it is interrupted."""
    from graph_service.operation.kept_neo4j import kept
    from graph_service.progress import ShownSteps
    from graph_service.serving import ended_in_order, listen_at, prepared, require_settings, run
    from graph_service.settings import read_settings

    settings = read_settings(host=host, port=port, workers=workers)
    require_settings(settings)
    with listen_at(settings) as listener, ended_in_order():
        with ShownSteps() as steps:
            running = prepared(settings, steps)
        with kept(settings, running):
            run(settings, running, listener)
