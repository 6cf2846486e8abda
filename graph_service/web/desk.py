"""The desk's pages from disk: one page for every address that a person opens, its assets to be kept, or why there is none."""

import secrets
from collections.abc import Callable
from os import PathLike, stat_result
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from graph_service.web.build import Recipe

DESK = Recipe(Path(__file__).resolve().parents[2] / "desk", "the desk", with_tools=False)
OPERATIONS = DESK.sources / "src"  # the desk's part of the list of operations
_NONCE = "%NONCE%"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml"}
_GUARDS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
_KEPT = {**_GUARDS, "Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
_MISSING = (
    "<!doctype html><html lang=zh><meta charset=utf-8><title>leadlink</title>"
    "<h1>工作台尚未构建 The desk is not built</h1>"
    "<p>运行 <code>leadlink desk</code> 后刷新本页。Run <code>leadlink desk</code>, then load this page again.</p>"
    "<p>接口照常工作 The API answers at <code>/graphql</code> as usual.</p>"
)


class DeskAssets(StaticFiles):
    """Serves the built files, packed for who can unpack them; a name carries the digest of its content."""

    def file_response(
        self, full_path: str | PathLike[str], stat_result: stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """Return the file, or its packed twin, with the headers of a file that never changes."""
        path = Path(full_path)
        packed, headers = path.with_name(f"{path.name}.gz"), dict(_KEPT)
        if packed.is_file() and "gzip" in Request(scope).headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            return FileResponse(packed, status_code, headers, _TYPES.get(path.suffix))
        return FileResponse(path, status_code, headers, _TYPES.get(path.suffix), stat_result=stat_result)


class DeskPages:
    """The desk as it is built now; until then a page that says what to do."""

    def __init__(self, find: Callable[[], Path | None], issuer: str | None = None) -> None:
        self._find = find
        self._issuer = issuer
        self._page: Path | None = None

    @property
    def page(self) -> Path | None:
        """Return the folder of the built desk; one that is built later is found without a new start."""
        self._page = self._page or self._find()
        return self._page

    def assets(self) -> "LateAssets":
        """Return what serves the built files."""
        return LateAssets(self)

    def is_asked(self, request: Request) -> bool:
        """Return whether a person opens an address, which the desk tells apart by itself."""
        return request.method in {"GET", "HEAD"} and "text/html" in request.headers.get("accept", "")

    def index(self) -> Response:
        """Return the desk's page with a fresh nonce for its styles."""
        nonce = secrets.token_urlsafe(18)
        headers = {**_GUARDS, "Cache-Control": "no-store", "Content-Security-Policy": self._policy(nonce)}
        if self.page is None:
            return HTMLResponse(_MISSING, 503, headers)
        text = (self.page / "index.html").read_text(encoding="utf-8")
        return HTMLResponse(text.replace(_NONCE, nonce), headers=headers)

    def _policy(self, nonce: str) -> str:
        asked = f"'self' {self._issuer}" if self._issuer else "'self'"
        return (
            f"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; "
            f"font-src 'self'; connect-src {asked}; worker-src 'self'; object-src 'none'; base-uri 'none'; "
            "form-action 'none'; frame-ancestors 'none'"
        )


class LateAssets:
    """Serves the assets of a desk that may be built while the service runs."""

    def __init__(self, pages: DeskPages) -> None:
        self._pages = pages
        self._files: DeskAssets | None = None

    async def __call__(self, scope: Scope, receive: object, send: object) -> None:
        """Answer one request for a file."""
        if self._files is None and (page := self._pages.page):
            self._files = DeskAssets(directory=page / "assets")
        answer = self._files or Response(status_code=404)
        await answer(scope, receive, send)  # type: ignore[arg-type]
