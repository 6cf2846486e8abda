"""`leadlink operations list|check`: the operations that an installation answers, for whoever keeps the list."""

import json
from pathlib import Path

import typer

_JSON = typer.Option(False, "--json", help="Print JSON, one object a file.")


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(no_args_is_help=True)
    group.command("list")(list_operations)
    group.command()(check)
    app.add_typer(
        group, name="operations", help="The operations that are answered in production: the list, and what fits it."
    )


def list_operations(as_json: bool = _JSON) -> None:
    """Show each file of the list with its digest and the operations in it."""
    from graph_service.api.gate.installed import list_of
    from graph_service.settings import read_settings

    settings = read_settings()
    for each in list_of(settings).operations:
        told = {"file": str(each.path), "digest": each.digest, "operations": list(each.names)}
        print(json.dumps(told) if as_json else f"{each.digest[:16]}  {', '.join(each.names)}  {each.path}")
    if not settings.is_listed_only:
        typer.echo(
            "this installation answers any operation: LEADLINK_OPERATIONS is open, or it is in demo mode", err=True
        )


def check(
    files: list[Path] | None = typer.Argument(None, help="Files of operations; without any, those of the list."),
    as_json: bool = _JSON,
) -> None:
    """Tell whether operations fit the schema of this version and are on the list; exit code 1 if one is not."""
    from graph_service.api.gate.checked import checked
    from graph_service.api.gate.installed import list_of
    from graph_service.api.gate.listed import read_operation
    from graph_service.api.schema import build_schema
    from graph_service.settings import read_settings

    known = list_of(read_settings())
    given = [read_operation(path) for path in files] if files else known.operations
    found = [checked(each, known, build_schema()._schema) for each in given]
    for each in found:
        if as_json:
            print(json.dumps(each.told))
        else:
            print(
                f"{'good' if each.is_good else 'WRONG'}  {', '.join(each.names)}  {each.path}",
                *each.faults,
                sep="\n      ",
            )
    raise typer.Exit(0 if all(each.is_good for each in found) else 1)
