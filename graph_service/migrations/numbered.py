"""The numbered steps, each frozen in a file of `steps/`: what a released step did never follows the model."""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

STEPS = Path(__file__).with_name("steps")
_HEAD = re.compile(r"// (title|earlier): (.+)")
_NAME = re.compile(r"(?:CONSTRAINT|INDEX) (\w+) IF NOT EXISTS")


@dataclass(frozen=True)
class Step:
    """One numbered step; a step that has been released is never changed, a further one is added.

    The statements run in one transaction, so a step changes the schema or the data, not both; a step that was broken
    off before it was recorded runs again.
    """

    version: int
    name: str
    statements: tuple[str, ...]
    earlier: tuple[str, ...] = ()  # checksums under which builds recorded this number that must go on loading

    @property
    def checksum(self) -> str:
        """Return the digest of the statements."""
        return hashlib.sha256("\n".join(self.statements).encode()).hexdigest()[:16]


@cache
def numbered_steps() -> tuple[Step, ...]:
    """Return every step in order."""
    return tuple(_read(path) for path in sorted(STEPS.glob("*.cypher")))


@cache
def names_made() -> frozenset[str]:
    """Return the names of the constraints and indexes that the numbered steps make."""
    return frozenset(name for step in numbered_steps() for name in _NAME.findall("\n".join(step.statements)))


def _read(path: Path) -> Step:
    lines = path.read_text(encoding="utf-8").splitlines()
    head = {match[1]: match[2] for line in lines if (match := _HEAD.fullmatch(line))}
    statements = tuple(line for line in lines if line and not line.startswith("//"))
    earlier = tuple(filter(None, head.get("earlier", "").split(", ")))
    return Step(int(path.stem.partition("_")[0]), head["title"], statements, earlier)
