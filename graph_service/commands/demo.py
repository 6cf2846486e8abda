"""`leadlink demo`: from nothing to connected matters, served."""

from typing import Literal

import typer

_CASE_MGMT = "the case supervision office sees every channel"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(demo)


def demo(
    size: Literal["small", "medium", "full"] = typer.Option("small", help="Size of the fictional city."),
    port: int | None = typer.Option(None, min=0, max=65535, help="Port to listen on; LEADLINK_PORT otherwise."),
    once: bool = typer.Option(False, "--once", help="Tell the stories and end, without serving."),
) -> None:
    """Write, load and link the fictional city, tell its stories, and serve the desk, the API and GraphiQL."""
    import asyncio

    from graph_service.app import create_app
    from graph_service.demo.city import bring_city
    from graph_service.demo.desk import desk_built_beside
    from graph_service.demo.telling import tell_all
    from graph_service.operation.kept_neo4j import kept
    from graph_service.progress import ShownSteps
    from graph_service.serving import begin_journal, ended_in_order, listen_at, prepared, require_settings, serve_app
    from graph_service.settings import read_settings

    settings = read_settings(demo=True, port=port)
    require_settings(settings)
    with listen_at(settings) as listener, ended_in_order():
        with ShownSteps() as steps:
            running = prepared(settings, steps)
        with kept(settings, running):
            with ShownSteps() as steps:
                with desk_built_beside(settings, steps):
                    truth = bring_city(settings, running, size, steps)
                    steps.say("building the pages …")
                app = create_app(settings, running)
            asyncio.run(tell_all(settings, running, truth))
            if not once:
                begin_journal(settings, running)
                serve_app(app, settings, listener)
