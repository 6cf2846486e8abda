"""`leadlink city`: writes the fictional city as its source systems would export it."""

from pathlib import Path
from typing import Literal

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(city)


def city(
    size: Literal["small", "medium", "full"] = typer.Option(
        "small", help="5 thousand, 100 thousand or 1.2 million people."
    ),
    seed: int = typer.Option(7, min=0, help="The same seed and size give the same bytes."),
    out: Path = typer.Option(..., file_okay=False, help="Folder to write into; made if it is not there."),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object."),
) -> None:
    """Write a fictional city as its source systems would export it, with truth.json."""
    import json
    from dataclasses import asdict

    from graph_service.errors import BadInput
    from loaders.city.making import make_city

    said = (lambda _: None) if as_json else (lambda step: print(f"{step} …", flush=True))
    try:
        made = make_city(size, seed, out, said)
    except OSError as error:
        raise BadInput(
            f"the city cannot be written ({error.strerror or error})", str(out), "give a folder that can be written to"
        ) from error
    if as_json:
        print(json.dumps(asdict(made)))
    else:
        print(f"{sum(made.rows.values()):,} rows of {len(made.rows)} sources and truth.json are in {out}")
