"""How people sign in at the desk: at their OIDC issuer, or in demo mode by choosing an officer."""

import ipaddress
from json import JSONDecodeError
from urllib.parse import urlsplit

from fastapi import FastAPI
from fastapi.responses import JSONResponse, Response
from starlette.requests import Request

from graph_service.cypher.files import query
from graph_service.graph import Graph
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings

_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")
_HERE = {"127.0.0.1", "localhost", "::1"}
_FRESH = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def issuer_of(settings: Settings) -> str | None:
    """Return the site of the issuer that the desk's page has to reach, None where nobody signs in there."""
    if settings.demo or not (settings.oidc_issuer and settings.oidc_client_id):
        return None
    parts = urlsplit(settings.oidc_issuer)
    return f"{parts.scheme}://{parts.netloc}"


def add_sign_in(app: FastAPI, graph: Graph, settings: Settings) -> None:
    """Add the routes that tell the desk how its people sign in, and in demo mode those that let them choose."""

    @app.get("/desk/session")
    async def session() -> Response:
        """Return how people sign in here."""
        oidc = {"issuer": settings.oidc_issuer, "client": settings.oidc_client_id, "scope": settings.oidc_scope}
        told = {
            "demo": settings.demo,
            "idleMinutes": settings.desk_idle_minutes,
            "oidc": oidc if issuer_of(settings) else None,
        }
        return JSONResponse(told, headers=_FRESH)

    if settings.demo:
        _add_choice(app, graph, Tokens(settings))


def _add_choice(app: FastAPI, graph: Graph, tokens: Tokens) -> None:
    async def known() -> list[dict[str, str | None]]:
        file = query("rights/officers_to_choose")
        found: list[dict[str, str | None]] = (await graph.fetch(file.body, {}, file.name))[0]
        return found

    @app.get("/desk/officers")
    async def officers(request: Request) -> Response:
        """Return whom one may choose to be."""
        if not is_of_this_machine(request):
            return _refused()
        return JSONResponse(await known(), headers=_FRESH)

    @app.post("/desk/token")
    async def token(request: Request) -> Response:
        """Return a token of the chosen officer."""
        if not is_of_this_machine(request):
            return _refused()
        try:
            chosen = (await request.json())["officer"]
        except (JSONDecodeError, UnicodeDecodeError, KeyError, TypeError):
            chosen = None
        if chosen not in {each["id"] for each in await known()}:
            return JSONResponse({"status": "there is no such officer"}, 404, _FRESH)
        return JSONResponse({"token": tokens.sign(chosen)}, headers=_FRESH)


def is_of_this_machine(request: Request) -> bool:
    """Return whether a page of this service asks, in a browser of this machine and through no gate.

    The name by which it was called is looked at too: a foreign name may have been led to loopback.
    """
    if request.client is None or any(name in request.headers for name in _FORWARDED):
        return False
    host = request.headers.get("host", "")
    origin = request.headers.get("origin")
    if urlsplit(f"//{host}").hostname not in _HERE or (origin and urlsplit(origin).netloc != host):
        return False
    try:
        return ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _refused() -> Response:
    return JSONResponse({"status": "officers are chosen on the machine of the demo only"}, 403, _FRESH)
