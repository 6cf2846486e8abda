"""By what each kind of task lives: one file of YAML per kind, with its life and its time limits."""

from functools import cache
from pathlib import Path
from typing import Self

from pydantic import model_validator

from graph_service.work.life import Life
from graph_service.work.limits import RECEIVED, Limits, Rules
from graph_service.work.stated import Stated, read_stated

_FOLDER = Path(__file__).parent
RECOMMENDATION, SWEEP, LIST = "Recommendation", "Sweep", "SupervisionList"
CONSULTATION, CONSULTATION_TASK = "Consultation", "ConsultationTask"
TASKS = (RECOMMENDATION, SWEEP, LIST, CONSULTATION, CONSULTATION_TASK)
TICKET = "Ticket"  # which a source brings
MAKE = "MAKE"  # the act by which a task begins
OF_ITEM = "ITEM"  # the limit that single items have by their own day


class TaskRules(Stated):
    """The rules of one kind of task; the day that a task sets itself counts for the limit `own_day`; one that is `shared` may rest on no matter."""

    life: Life
    limits: Limits
    own_day: str | None = None
    shared: bool = False

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.own_day and self.own_day not in self.limits.limits:
            raise ValueError(f"no limit is called {self.own_day}")
        for limit in self.limits.limits.values():
            if strange := {*limit.starts, *limit.met_by, *limit.dropped_by} - {*self.life.acts, RECEIVED}:
                raise ValueError(f"no act is called {min(strange)}")
        return self

    @property
    def both(self) -> Rules:
        """Return life and limits as facts carry them."""
        return Rules(self.life, self.limits)


def word_of(kind: str) -> str:
    """Return what a kind of task is called where words are joined, such as `supervision_list`."""
    return "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in kind).removeprefix("_")


@cache
def read_task_rules(kind: str) -> TaskRules:
    """Return the rules of a kind of task; refuse a file that says nonsense."""
    path = _FOLDER / f"{word_of(kind)}.yaml"
    return read_stated(TaskRules, path, f"the rules of a {word_of(kind)}", path)
