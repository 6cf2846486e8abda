"""`leadlink hash`: one hash of what the graph holds, to compare two graphs or a graph before and after."""

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(name="hash")(show_hash)


def show_hash() -> None:
    """Print the hash of the graph; two graphs that say the same have the same, whatever their keys and orders."""
    from graph_service import embedded
    from graph_service.cypher.content_hash import graph_hash
    from graph_service.graph import Writer
    from graph_service.progress import ShownSteps
    from graph_service.settings import read_settings

    settings = read_settings()
    with (
        ShownSteps() as steps,
        embedded.ensure(settings, steps) as running,
        Writer(running, settings.neo4j_database) as writer,
    ):
        digest = graph_hash(writer)
    print(digest)
