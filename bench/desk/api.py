"""The API of a demo that runs, as one officer asks it: what the browser shows is prepared and checked by it."""

import json
import urllib.request
from typing import Any


class Api:
    """The API of the demo as one officer asks it."""

    def __init__(self, url: str, officer: str) -> None:
        self._url = url
        self._token = self._post("/desk/token", {"officer": officer}, {"Origin": url})["token"]

    def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        """Return the data of an answer; refuse one with errors."""
        answer = self._post(
            "/graphql", {"query": query, "variables": variables}, {"Authorization": f"Bearer {self._token}"}
        )
        if answer.get("errors"):
            raise SystemExit(f"the API refuses what the bench asks: {answer['errors'][0]}")
        return dict(answer["data"])

    def _post(self, path: str, body: object, headers: dict[str, str]) -> dict[str, Any]:
        head = {"Content-Type": "application/json", "Accept": "application/json", **headers}
        request = urllib.request.Request(self._url + path, json.dumps(body).encode(), head)  # noqa: S310 - the demo
        with urllib.request.urlopen(request, timeout=240) as answer:  # noqa: S310
            return dict(json.load(answer))
