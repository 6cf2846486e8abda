"""Parameters that no log spells out."""

from collections.abc import Mapping
from typing import Any


class QuietMap(dict[str, Any]):
    """A map whose values the driver does not spell out."""

    def __repr__(self) -> str:
        """Return how many keys there are."""
        return f"{{{len(self)} keys}}"


class QuietList(list[Any]):
    """A list whose items the driver does not spell out: for every call it makes the text of a debug line, shown or not."""

    def __repr__(self) -> str:
        """Return how many values there are; what they say belongs in no log."""
        return f"[{len(self)} values]"


def quiet(params: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters with their lists and maps made quiet."""
    return {name: _quiet(value) for name, value in params.items()}


def _quiet(value: Any) -> Any:
    if type(value) is list:
        return QuietList(value)
    return QuietMap(value) if type(value) is dict else value
