"""`leadlink`: finds the commands in `commands/` and turns every refusal into one line and exit code 2."""

import importlib
import pkgutil
import sys

import typer

from graph_service import commands
from graph_service.errors import GraphServiceError
from graph_service.terminal import settle_streams


def build_app() -> typer.Typer:
    """Return the application with every command that `commands/` holds."""
    app = typer.Typer(
        name="leadlink",
        help="Linked findings across four kinds of supervision.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    app.callback()(_version)
    for module in sorted(pkgutil.iter_modules(commands.__path__), key=lambda found: found.name):
        importlib.import_module(f"{commands.__name__}.{module.name}").register(app)
    return app


def main() -> None:
    """Run the command line of this process."""
    settle_streams()
    try:
        build_app()()
    except GraphServiceError as error:
        line = " ".join(f"{error} {error.zh}".split())
        print(f"error [{error.code}]: {line}", file=sys.stderr)
        raise SystemExit(2) from error


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(version("leadlink"))
        except PackageNotFoundError:
            print("unknown (not installed)")
        raise typer.Exit


def _version(
    version: bool = typer.Option(
        False, "--version", callback=_show_version, is_eager=True, help="Show the version and end."
    ),
) -> None:
    """Linked findings across four kinds of supervision."""


if __name__ == "__main__":
    main()
