"""Is anything that speaks Bolt on this port? And which port is free?"""

import socket
import struct

_HELLO = bytes.fromhex("6060b017") + struct.pack(">4I", 0x00080805, 0x00000404, 0, 0)
_SECONDS = 2.0


def answers_bolt(port: int) -> bool:
    """Return whether a server on the loopback port completes the Bolt handshake."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=_SECONDS) as connection:
            connection.sendall(_HELLO)
            return len(connection.recv(4)) == 4
    except OSError:
        return False


def bound(port: int, host: str) -> socket.socket:
    """Return a socket that is bound to the port at this address, a name, IPv4 or IPv6; else raise OSError."""
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    listener = socket.socket(family, kind, protocol)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError:
        listener.close()
        raise
    return listener


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Return whether the port can be listened on at this address."""
    try:
        bound(port, host).close()
    except OSError:
        return False
    return True


def free_port() -> int:
    """Return a loopback port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
