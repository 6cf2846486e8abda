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
    from graph_service.progress import ShownSteps
    from graph_service.serving import prepared, run
    from graph_service.settings import read_settings

    settings = read_settings(host=host, port=port, workers=workers)
    with ShownSteps() as steps:
        running = prepared(settings, steps)
    with running:
        print(f"leadlink answers at http://{settings.host}:{settings.port}/graphql", flush=True)
        run(settings, running)
