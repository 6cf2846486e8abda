"""What the checker finds."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Fault:
    """What is not as it was written, where it stands, and the first and the last entry that it may concern."""

    what: str
    file: str
    line: int
    first: int
    last: int


@dataclass
class Report:
    """What was found; `signed` entries are under a checkpoint, `anchored` under a head that was kept outside."""

    entries: int = 0
    checkpoints: int = 0
    signed: int = 0
    anchored: int = 0
    root: str = ""
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
