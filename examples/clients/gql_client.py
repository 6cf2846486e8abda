"""gql: operations over httpx by POST, subscriptions over a WebSocket."""

from gql import Client
from gql.transport.httpx import HTTPXAsyncTransport
from gql.transport.websockets import WebsocketsTransport


def over_http(url: str, token: str) -> Client:
    """Return a client for `http://…/graphql`; the service checks every operation, so that no schema is fetched."""
    headers = {"Authorization": f"Bearer {token}"}
    return Client(transport=HTTPXAsyncTransport(url, headers=headers, timeout=60), execute_timeout=60)


def over_websocket(url: str, token: str) -> Client:
    """Return a client that hears subscriptions; the token goes with `connection_init`."""
    address = url.replace("http", "ws", 1)
    return Client(transport=WebsocketsTransport(address, init_payload={"Authorization": f"Bearer {token}"}))
