"""The client that ariadne-codegen makes of `operations.graphql`: a method for each operation, typed."""

import httpx
from leadlink_client import Client


def connected(url: str, token: str) -> Client:
    """Return a client for `http://…/graphql`: operations by POST, subscriptions over a WebSocket."""
    headers = {"Authorization": f"Bearer {token}"}
    return Client(
        url,
        http_client=httpx.AsyncClient(headers=headers, timeout=60),
        ws_url=url.replace("http", "ws", 1),
        ws_connection_init_payload=headers,
    )
