"""What a person sees while something slow happens."""

from typing import Protocol, Self

from rich.console import Console
from rich.status import Status


class Steps(Protocol):
    """Hears which step is under way."""

    def say(self, text: str) -> None:
        """Take notice of the step."""


class Silent:
    """Shows nothing: for programs and tests."""

    def say(self, text: str) -> None:
        """Ignore the step."""


class ShownSteps:
    """Shows the step on the terminal's error stream: a spinner for people, plain lines in a log."""

    def __init__(self) -> None:
        self._console = Console(stderr=True)
        self._status = Status("", console=self._console)
        self._last = ""

    def __enter__(self) -> Self:
        """Start showing."""
        if self._console.is_terminal:
            self._status.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Clear the line."""
        self._status.stop()

    def say(self, text: str) -> None:
        """Show the step."""
        if self._console.is_terminal:
            self._status.update(text)
        elif text.split(" ")[0] != self._last:
            # In a log, one line per step is enough: the counts of a download would fill it.
            self._console.print(text, highlight=False)
        self._last = text.split(" ")[0]
