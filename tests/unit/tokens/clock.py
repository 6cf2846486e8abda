"""A clock that a test moves."""

NOW = 1_700_000_000.0


class Clock:
    """The time of day, which the test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def time(self) -> float:
        return self.now
