"""`leadlink source draft FILE…`: a first declaration for files that nobody has described yet."""

from pathlib import Path

import typer


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(no_args_is_help=True)
    group.command()(draft)
    group.callback()(_group)
    app.add_typer(group, name="source", help="Declarations of sources: a first draft from the files themselves.")


def _group() -> None:
    """Declarations of sources."""


def draft(
    files: list[Path] = typer.Argument(..., help="Files that belong together: CSV, xlsx, JSON or JSON lines, SQLite."),
    out: Path = typer.Option(..., "--out", help="Folder for the drafts, NAME.yaml for each table."),
    kind: list[str] = typer.Option([], "--kind", help="FILE=Kind, where it is known what a file is about."),
    force: bool = typer.Option(False, "--force", help="Write over drafts that are there."),
) -> None:
    """Look at files and write a declaration of each, with guesses to be corrected; nothing is loaded."""
    from loaders.drafting.session import draft_all

    drafts = draft_all(files, out, kind, force)
    for path, words in drafts.written:
        print(f"{path}: {words}")
    if drafts.written:
        print("Correct what is marked with `?`, then try it: leadlink load DRAFT… --data FOLDER --dry-run")
    drafts.require_all()
