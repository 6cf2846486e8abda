"""What whoever runs an installation for others types: the list of operations, backups, the reporter's vault, packs, the desk."""

import typer

from graph_service.commands.production import backup, desk, operations, pack, vault


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    operations.register(app)
    backup.register(app)
    vault.register(app)
    pack.register(app)
    desk.register(app)
