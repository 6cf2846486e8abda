"""`leadlink desk`: builds the desk's pages, which the service then serves under /."""

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(desk)


def desk() -> None:
    """Build the desk from its npm packages, once per user and per state of its sources."""
    from graph_service.progress import ShownSteps
    from graph_service.settings import read_settings
    from graph_service.web.build import ensure_built
    from graph_service.web.desk import DESK

    with ShownSteps() as steps:
        ensure_built(read_settings().kept_cache, steps, DESK)
    print("the desk is built; `leadlink serve` and `leadlink demo` show it under /")
