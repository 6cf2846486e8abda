"""`leadlink keys`: brings what people are found by up to date, after a change of how it is made."""

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(keys)


def keys() -> None:
    """Give nodes the keys that search finds them by; loads and the service do it by themselves."""
    from rich.console import Console
    from rich.progress import Progress

    from graph_service.search.keeping import keep_search_keys
    from graph_service.settings import read_settings
    from loaders.session import leased_keys

    with leased_keys(read_settings()) as environment, Progress(console=Console(stderr=True)) as bar:
        if environment is None:
            return
        task = bar.add_task("nodes", total=None)
        given = keep_search_keys(environment.writer, lambda done: bar.update(task, completed=done))
    print(f"{given:,} nodes have new search keys")
