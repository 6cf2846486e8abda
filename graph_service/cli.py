"""`leadlink`: finds the commands in `commands/`; a refusal becomes one line and exit code 2, a fault one line and 70."""

import importlib
import pkgutil
import sys

import typer

from graph_service import commands
from graph_service.errors import GraphServiceError, places_of, told
from graph_service.terminal import settle_streams

_REFUSED = 2
_FAULT = 70  # 1 says that rows were rejected


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
        print(told(error), file=sys.stderr)
        raise SystemExit(_REFUSED) from error
    except Exception as error:
        places = places_of(error)
        # The text of a fault may hold what a cell holds.
        print(
            f"error [INTERNAL]: a fault of leadlink ({places['kind']} at {' > '.join(places['at'])})", file=sys.stderr
        )
        raise SystemExit(_FAULT) from error


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
