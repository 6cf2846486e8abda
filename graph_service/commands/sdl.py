"""`leadlink sdl`: exports the schema of the API."""

from pathlib import Path

import typer

SDL = Path(__file__).resolve().parent.parent.parent / "schema" / "api.graphql"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(sdl)


def sdl(check: bool = typer.Option(False, "--check", help="Only tell whether the exported file is fresh.")) -> None:
    """Write schema/api.graphql from the declarations."""
    from graph_service.api.schema import build_schema
    from graph_service.errors import Conflict

    text = build_schema().as_str() + "\n"
    if not check:
        SDL.write_text(text, encoding="utf-8")
        print(f"schema/api.graphql: {text.count(chr(10))} lines")
    elif not SDL.is_file() or SDL.read_text(encoding="utf-8") != text:
        raise Conflict("the exported schema is not what the declarations give", "schema/api.graphql", "run `make sdl`")
