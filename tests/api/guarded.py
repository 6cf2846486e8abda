"""A service in production for tests of its gate: what it lists, and who may ask what is not listed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from graph_service.api.types.results import ErrorCode
from graph_service.app import create_app
from graph_service.embedded import Running
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from tests.api.conftest import Caller
from tests.api.test_websocket import listening

WHO = "query Who($withTeams: Boolean = false) {\n  viewer { officerId teams @include(if: $withTeams) { team { teamCode } } }\n}\n"
FIND = "query Find($text: String!, $first: Int) { search(text: $text, first: $first) { nodes { __typename caption } } }"
TWO = "query One { viewer { id } }\nquery Other($id: ID!) { node(id: $id) { ...N } }\nfragment N on Node { id caption }"
LONG = "query Long { people(first: 1000) { nodes { id caption provenance { source row } } } }"
HEAR = "subscription Hear { notices(first: 1) { nodes { kind } } }"
_SEEN = "whole: [D0, D1, D2, D3, D5, D6, D7, D8, D9]"
ROLES = (
    f"teams: {{TOUR_1: EXPLORER, '*': INVESTIGATOR}}\nroles: {{EXPLORER: {{may: [READ_SHARED, ASK_FREELY], {_SEEN}}}, "
    f"INVESTIGATOR: {{may: [READ_SHARED, JUDGE], {_SEEN}}}}}\n"
)
CODES = {code.value for code in ErrorCode}
# Words that only a library says, or that tell of the schema.
TELLING = (
    "Did you mean",
    "Cannot query",
    "Syntax Error",
    "Unknown",
    "Expected",
    "officerName",
    "subfields",
    "Traceback",
)


@dataclass(frozen=True)
class Production:
    """A service in production on a socket and without one, and a caller by officer."""

    client: httpx.AsyncClient
    address: str
    tokens: Tokens

    def by(self, officer: str) -> Caller:
        return Caller(self.client, self.tokens.sign(officer))

    def init(self, officer: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.tokens.sign(officer)}"}


@asynccontextmanager
async def guarded(settings: Settings, server: Running, tokens: Tokens, folder: Path) -> AsyncIterator[Production]:
    """Run a service in production whose list lies in the folder until the block ends."""
    for name, text in {"who": WHO, "find": FIND, "two": TWO, "hear": HEAR, "deep/long": LONG}.items():
        (folder / f"{name}.graphql").parent.mkdir(exist_ok=True)
        (folder / f"{name}.graphql").write_text(text, encoding="utf-8")
    (folder / "roles.yaml").write_text(ROLES, encoding="utf-8")
    changed = {
        "demo": False, "operations_folders": str(folder), "roles_file": folder / "roles.yaml", "link_seconds": 0,
        "viewer_cache_seconds": 0.0, "read_timeout_seconds": 120.0,
    }  # fmt: skip
    app = create_app(settings.model_copy(update=changed), server)
    transport = httpx.ASGITransport(app=app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://leadlink") as client,
        listening(app) as address,
    ):
        yield Production(client, address, tokens)


def mute(response: httpx.Response, code: str | None = None) -> str:
    """Return the code of a refusal that tells nothing."""
    told = response.json()
    assert told.get("data") is None
    found = [each["extensions"]["code"] for each in told["errors"]]
    assert set(found) <= ({code} if code else CODES)
    assert [word for word in TELLING if word in response.text] == []
    return str(found[0])
