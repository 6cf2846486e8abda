"""What whoever runs an installation for others types: the list of operations, backups."""

import typer

from graph_service.commands.production import backup, operations


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    operations.register(app)
    backup.register(app)
