"""Readers of rows: CSV, xlsx, JSON lines and SQL, each streamed, each with its header checked.

Files from outside are parsed in a child process, which starts with this package: so what is heavy is found on first use.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from loaders.readers.opened import Opened, open_inputs

__all__ = ["Opened", "open_inputs"]


def __getattr__(name: str) -> Any:
    """Return what this package offers, imported now."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from loaders.readers import opened

    return getattr(opened, name)
