"""What the finder is told: the entities and ties that the graph knows, and the matters whose texts it reads."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class KnownEntity(NamedTuple):
    """An entity with its names and strong identifiers, a unit with its area code."""

    uid: str
    label: str
    audience: int
    names: tuple[
        str, ...
    ] = ()  # of a unit: full, short, former, each empty where there is none; of others the usual one first
    numbers: tuple[str, ...] = ()  # strong identifiers in normal form
    area: str | None = None


class KnownTie(NamedTuple):
    """A relationship that tells namesakes apart: a post, a firm office, a number in use, a superior, kin with their relation as post."""

    type: str
    start: str
    end: str
    audience: int
    post: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None


class RegisteredNaming(NamedTuple):
    """An entity that the matter's own register entry names."""

    uid: str
    label: str


@dataclass(frozen=True, slots=True)
class MatterNumber:
    """A number under which a matter is registered or was handed over, and the audiences that must be read to know it."""

    number: str
    audiences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MatterText:
    """A matter with its text, its days, its area code and what its register entry names."""

    uid: str
    text: str
    audience: int
    learnt_on: date | None = None  # when it was received, found, asked or raised: what 去年 is counted from
    happened_from: date | None = None
    happened_to: date | None = None
    names: tuple[RegisteredNaming, ...] = ()
    area: str | None = None
    numbers: tuple[MatterNumber, ...] = ()  # its own in the register, and those it was handed over under
