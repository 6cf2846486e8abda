"""What speaks for which focus of an inspection, as data (`focuses.yaml`): kinds of problem, signs, what each counts."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from graph_service.work.stated import Stated, read_stated
from schema.vocabulary import InspectionFocus, Problem

_FILE = Path(__file__).with_name("focuses.yaml")


class Sign(Stated):
    """One sign: what it is called and says, how many points each of what it counts has, and how many it has at most."""

    weight: int = Field(ge=1)
    most: int = Field(ge=1)
    zh: str
    en: str
    because: str
    because_zh: str
    focus: InspectionFocus | None = None  # none of a sign that every focus has for its own kinds

    def points(self, count: int) -> int:
        """Return the points of so many."""
        return min(self.weight * count, self.most)


class FocusSigns(Stated):
    """The kinds of problem of each focus, and the signs."""

    kinds: Mapping[InspectionFocus, tuple[Problem, ...]]
    by_kind: Mapping[str, Sign]
    of_focus: Mapping[str, Sign]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        told = [kind for kinds in self.kinds.values() for kind in kinds]
        if sorted(told) != sorted(set(Problem) - {Problem.OTHER}):
            raise ValueError("every kind of problem but OTHER belongs to one focus")
        if any(sign.focus is None for sign in self.of_focus.values()):
            raise ValueError("a sign of one focus says which")
        return self

    @property
    def signs(self) -> dict[str, Sign]:
        """Return every sign by its name."""
        return {**self.by_kind, **self.of_focus}

    def focus_of(self, problem: str | None) -> str | None:
        """Return the focus that a kind of problem belongs to, nothing where it belongs to none."""
        return next((focus.value for focus, kinds in self.kinds.items() if problem in kinds), None)


@cache
def read_signs() -> FocusSigns:
    """Return the signs as the file states them; refuse a file in which a kind of problem is missing or stands twice."""
    return read_stated(FocusSigns, _FILE, "what speaks for a focus", _FILE)
