"""What came of a story: its figures, worked out of what the API tells afterwards, and the sentence that it ends in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph_service.clock import BEIJING
from graph_service.demo.acted.stage import Stage


@dataclass(frozen=True)
class Outcome:
    """The number of the matter that a story is about, its figures, and a sentence."""

    number: str
    figures: Mapping[str, Any]
    sentence: str


@dataclass(frozen=True)
class ClueLife:
    """A clue's stage and its steps as the API tells them."""

    stage: str
    steps: list[dict[str, Any]]
    deadlines: list[dict[str, Any]]

    def moment(self, action: str) -> datetime:
        """Return when an act was done first."""
        found = next(each for each in self.steps if each["action"] == action)
        return datetime.fromisoformat(found["at"]).astimezone(BEIJING)

    def hours(self, one: str, other: str) -> float:
        """Return the hours from the first of one act to the first of another."""
        return round((self.moment(other) - self.moment(one)).total_seconds() / 3600, 2)

    def day_of(self, step: Mapping[str, Any]) -> str:
        """Return the day of a step in Beijing."""
        return datetime.fromisoformat(step["at"]).astimezone(BEIJING).date().isoformat()


async def life_of(stage: Stage, number: str) -> ClueLife:
    """Return a clue's life as the chief sees it."""
    told = await stage.one_of("CHIEF").looks("life_of_clue", number=number)
    return ClueLife(told["stage"], told["steps"], told["deadlines"])
