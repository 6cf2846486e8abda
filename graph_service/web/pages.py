"""GraphiQL's routes: the built page from disk, or the reason why there is none."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from html import escape
from os import PathLike, stat_result
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from graph_service.errors import GraphServiceError
from graph_service.web.examples import Example

# Monaco writes style attributes and starts workers; both come from this page's own files.
CSP = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; img-src 'self' data:; "
    "font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_GUARDS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
_FRESH = {**_GUARDS, "Cache-Control": "no-store"}
# The names of the built files carry their digest, so a name never changes its content.
_KEPT = {**_GUARDS, "Cache-Control": "public, max-age=31536000, immutable"}
# Named here because a machine's own table may miss or misname them, and `nosniff` then stops the page.
_TYPES = {".js": "text/javascript", ".css": "text/css", ".ttf": "font/ttf", ".woff2": "font/woff2"}


class Assets(StaticFiles):
    """Serves the files of one folder, never outside it, to be kept by the browser."""

    def file_response(
        self, full_path: str | PathLike[str], stat_result: stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """Return the file with its type and the headers of a file that never changes."""
        path = Path(full_path)
        return FileResponse(path, status_code, _KEPT, _TYPES.get(path.suffix), stat_result=stat_result)


def graphiql_routes(page: Path, examples: list[Example]) -> list[BaseRoute]:
    """Return the routes of the built page, its assets and the list of examples."""
    listed = [asdict(example) for example in examples]

    async def index(request: Request) -> Response:
        return FileResponse(page / "index.html", headers=_FRESH, media_type="text/html")

    async def list_examples(request: Request) -> Response:
        return JSONResponse(listed, headers=_FRESH)

    return [
        *_at_root(index),
        Route("/graphiql/examples.json", list_examples, methods=["GET"]),
        Mount("/graphiql/assets", Assets(directory=page / "assets"), name="graphiql-assets"),
    ]


def missing_graphiql_routes(reason: GraphServiceError) -> list[BaseRoute]:
    """Return the routes that say why there is no GraphiQL; everything else of the service works."""
    text = (
        f"<!doctype html><title>GraphiQL is not there</title><h1>GraphiQL is not there 图查询台不可用</h1>"
        f"<p>{escape(str(reason))}</p><p>The API answers at <code>/graphql</code> as usual.</p>"
    )

    async def explain(request: Request) -> Response:
        return HTMLResponse(text, 503, _FRESH)

    return _at_root(explain)


def _at_root(endpoint: Callable[[Request], Awaitable[Response]]) -> list[BaseRoute]:
    return [Route(path, endpoint, methods=["GET"]) for path in ("/graphiql", "/graphiql/")]
