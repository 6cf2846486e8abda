"""`leadlink work custody NUMBER`: whose hands a clue was in, as a table and a picture, as one officer may read it."""

import json
from pathlib import Path
from typing import Any

import typer

_AS = typer.Option(
    ..., "--as", help="As whom: @FILE with the officer's token, or in demo mode the officer's staff number."
)
_PICTURE = typer.Option(None, "--picture", help="Write the chain as an SVG picture into this file.")


def custody(
    number: str = typer.Argument(..., help="Number of the clue."),
    officer: str = _AS,
    picture: Path | None = _PICTURE,
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object."),
) -> None:
    """Print every keeper of a clue from its receipt on; the answer is that of the API, and stands in the access log."""
    import asyncio

    from graph_service.errors import NotFound
    from graph_service.reports.custody_picture import custody_picture
    from graph_service.settings import read_settings

    clue = asyncio.run(_asked(read_settings(), number, officer))
    if clue is None:
        raise NotFound("there is no such clue", number, "check the number, or ask as somebody who may read it")
    rows: list[dict[str, Any]] = clue["custody"]
    if picture:
        picture.write_text(custody_picture(number, rows), encoding="utf-8")
    if as_json:
        print(json.dumps(clue, ensure_ascii=False))
    else:
        _print(number, rows, picture)


async def _asked(settings: Any, number: str, officer: str) -> Any:
    import httpx

    from graph_service.api.gate.installed import EXAMPLES
    from graph_service.app import create_app
    from graph_service.embedded import ensure

    query = (EXAMPLES / "work" / "custody_of_clue.graphql").read_text(encoding="utf-8")
    told = settings.model_copy(update={"warm_start": False, "log_requests": False, "link_seconds": 0, "desk": False})
    with ensure(settings) as running:
        app = create_app(told, running)
        async with app.router.lifespan_context(app):
            head = {"Authorization": f"Bearer {_token(settings, officer)}"}
            transport = httpx.ASGITransport(app=app)
            async with httpx.AsyncClient(
                transport=transport, base_url="http://leadlink", headers=head, timeout=120
            ) as client:
                reply = (await client.post("/graphql", json={"query": query, "variables": {"number": number}})).json()
    return _data(reply)


def _data(reply: dict[str, Any]) -> Any:
    from graph_service.errors import NotAllowed

    if reply.get("errors"):
        raise NotAllowed(reply["errors"][0]["message"], "--as", "ask with the token of an officer who may read clues")
    return reply["data"]["clue"]


def _token(settings: Any, officer: str) -> str:
    from graph_service.errors import BadInput, NotAllowed
    from graph_service.rights.viewer import Tokens

    if officer.startswith("@"):
        try:
            return Path(officer[1:]).read_text(encoding="ascii").strip()
        except (OSError, ValueError) as error:
            raise BadInput(
                "the token cannot be read", officer, "give a file that holds nothing but the token"
            ) from error
    if not settings.demo:
        raise NotAllowed(
            "officers are taken by name in demo mode only", "--as", "give a file with the token: --as @FILE"
        )
    return Tokens(settings).sign(officer)


def _print(number: str, rows: list[dict[str, Any]], picture: Path | None) -> None:
    from rich.console import Console
    from rich.table import Table

    from graph_service.reports.custody_picture import act_of, keeper_of

    table = Table(title=f"{number}: custody 线索经手链条")
    for name in ("since", "until", "keeper", "by which act", "signed for"):
        table.add_column(name, overflow="fold")
    for row in rows:
        signed = f"{row['signedForBy']} {row['signedForOn']}" if row["signedForBy"] else ""
        table.add_row(row["since"] or "?", row["until"] or "…", keeper_of(row), act_of(row), signed)
    console = Console()
    console.print(table)
    if picture:
        console.print(f"picture: {picture}", markup=False)
