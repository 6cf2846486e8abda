"""The registered kin of people."""

from collections import defaultdict
from typing import NamedTuple


class Kin(NamedTuple):
    """A relative of somebody: who, what the register calls it, and whether it tells it from the relative's side."""

    person: int
    relation: str
    is_from_other: bool
    audience: int


class KinTies:
    """Relatives by person; entities are those of the lexicon."""

    def __init__(self) -> None:
        self.of: defaultdict[int, list[Kin]] = defaultdict(list)

    def learn(self, person: int, relative: int, relation: str, audience: int) -> None:
        """Learn that the second is such a relative of the first."""
        self.of[person].append(Kin(relative, relation, False, audience))
        self.of[relative].append(Kin(person, relation, True, audience))
