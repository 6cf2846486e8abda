"""Who may read the metrics: who has the token of the settings, and without one only this machine itself."""

import hmac
import ipaddress

from starlette.requests import Request

from graph_service.settings import Settings

_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")


def may_read_metrics(request: Request, settings: Settings) -> bool:
    """Return whether the request bears the token, or, where none is set, comes from this machine and through no proxy."""
    if settings.metrics_token:
        kind, _, given = request.headers.get("authorization", "").partition(" ")
        wanted = settings.metrics_token.get_secret_value().encode()
        return kind.lower() == "bearer" and hmac.compare_digest(given.strip().encode(), wanted)
    # A gate on this machine hands on what others ask.
    if request.client is None or any(name in request.headers for name in _FORWARDED):
        return False
    try:
        return ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False
