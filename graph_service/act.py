"""What every act of a person has in common: it counts once by its client's key, and what cannot be done is refused by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import orjson

from graph_service.errors import Conflict


class ActRefused(Exception):
    """What cannot be done: the name of the reason, which is its type in the API, and what to do about it."""

    def __init__(self, name: str, mend: str) -> None:
        self.name = name
        self.mend = mend
        super().__init__(name)


@dataclass(frozen=True)
class ClientRequest:
    """One request of a client: the key that it is found again by, if the client gave one, and the digest of what it asks."""

    key: str | None
    digest: str

    def require_same(self, earlier: str) -> None:
        """Refuse a key that was used before for a request of another digest."""
        if earlier != self.digest:
            what = "this clientKey has been used for another request"
            raise Conflict(what, "argument clientKey", "give every request a key of its own")


def client_request(officer: str, client_key: str | None, asked: Sequence[Any]) -> ClientRequest:
    """Return the request of an officer; the keys of two officers never meet."""
    digest = blake2b(orjson.dumps(list(asked)), digest_size=12).hexdigest()
    return ClientRequest(None if client_key is None else f"{officer}|{client_key}", digest)
