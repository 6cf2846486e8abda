"""The life of a clue as its fields: stage, holder, steps, time limits, and what this viewer may do next.

Rights: all of it is told with the clue to whoever may read that; what was written with a step to who sees data of its class.
Time limits and next acts are worked out from what the graph says by the same rules that allow or refuse an act.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from graph_service.cypher.project import shape
from graph_service.cypher.project.bounds import MOST
from graph_service.cypher.project.listed import Listed, list_of
from graph_service.cypher.project.mentions import Projecting
from graph_service.cypher.project.piece import Piece
from graph_service.cypher.project.selection import SelectedField
from graph_service.cypher.states import TODAY, clue_facts, clue_holder, clue_stage
from graph_service.model import snake
from graph_service.work.acting import next_acts, owed_now
from graph_service.work.custody import custody

CLUE, STEP, DEADLINE, ESCALATION, ACTION = "Clue", "ClueStep", "ClueDeadline", "ClueEscalation", "AllowedAction"
KEEPING, ROUTE, TAKEN_IN = "ClueKeeping", "ClueRoute", "ClueTakenIn"
STAGE, HELD_BY, STEPS, DEADLINES, ACTIONS = "stage", "heldBy", "steps", "deadlines", "allowedActions"
CUSTODY, ROUTES, TOOK_IN = "custody", "routes", "tookIn"
ESCALATION_OF = "escalation"  # of a deadline
_LISTED = {
    STEPS: Listed("work/steps", "c", STEP),
    ROUTES: Listed("work/routes", "c", ROUTE),
    TOOK_IN: Listed("work/taken_in", "c", TAKEN_IN),
}
_OF_LIFE = {STAGE, HELD_BY, DEADLINES, ACTIONS, CUSTODY, *_LISTED}
_VIEWER = "[$viewer_officer, $viewer_teams, $viewer_grants, $viewer_classes]"


def is_of_life(owner: str, name: str) -> bool:
    """Return whether a field of a kind tells of the life of a clue."""
    return owner == CLUE and name in _OF_LIFE


def of_clue(projector: Projecting, chosen: SelectedField, clue: str) -> Piece:
    """Return the projection of one of these fields."""
    if chosen.name in _LISTED:
        return list_of(projector, CLUE, chosen, clue, _LISTED[chosen.name])
    if chosen.name == STAGE:
        return Piece(clue_stage(clue), shape.leaf)
    if chosen.name == CUSTODY:
        return Piece(clue_facts(clue), _worked(_kept, projector, chosen, KEEPING))
    if chosen.name == HELD_BY:
        return Piece(clue_holder(clue), shape.leaf)
    if chosen.name == DEADLINES:
        return Piece(f"[{clue_facts(clue)}, toString({TODAY})]", _worked(_owed, projector, chosen, DEADLINE))
    return Piece(f"[{clue_facts(clue)}, {_VIEWER}]", _worked(_next, projector, chosen, ACTION))


def _worked(
    work: Callable[[Any], Sequence[Mapping[str, Any]]], projector: Projecting, chosen: SelectedField, row_type: str
) -> shape.Shape:
    """Return the shape that works rows out of the facts and gives each its selected keys."""

    most, row_of = MOST[f"{CLUE}.{chosen.name}"], _row(projector, chosen, row_type)

    def build(value: Any) -> list[dict[str, Any]] | None:
        return None if value is None else [row_of(row) for row in work(value)[:most]]

    return build


def _row(projector: Projecting, chosen: SelectedField, row_type: str) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """Return what picks the selected keys out of a row, and of the rows in it."""
    fields = projector.scope.fields(chosen.sets, row_type)
    plain = [(each.key, each.name) for each in fields if each.name != ESCALATION_OF]
    within = [(each.key, _row(projector, each, ESCALATION)) for each in fields if each.name == ESCALATION_OF]

    def pick(row: Mapping[str, Any]) -> dict[str, Any]:
        told = {key: row_type if name == "__typename" else row[snake(name)] for key, name in plain}
        return told | {key: [inner(each) for each in row[ESCALATION_OF]] for key, inner in within}

    return pick


def _owed(value: Any) -> Sequence[Mapping[str, Any]]:
    facts, day = value
    return [asdict(each) for each in owed_now(facts, date.fromisoformat(day))]


def _kept(value: Any) -> Sequence[Mapping[str, Any]]:
    return [asdict(each) for each in custody(value)]


def _next(value: Any) -> Sequence[Mapping[str, Any]]:
    facts, viewer = value
    return [asdict(each) for each in next_acts(facts, viewer)]
