"""Parameters that no log spells out."""

from typing import Any


class QuietList(list[Any]):
    """A list whose items the driver does not spell out: for every call it makes the text of a debug line, shown or not."""

    def __repr__(self) -> str:
        """Return how many values there are; what they say belongs in no log."""
        return f"[{len(self)} values]"
