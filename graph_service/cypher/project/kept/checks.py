"""What came of an alert at a desk, as fields of the alert: its state, why it has to be looked at again, its checks.

Rights: a check is told with its alert to whoever may read that, the matter that the alert became to whoever may read that.
"""

from graph_service.cypher.project import shape
from graph_service.cypher.project.listed import Listed, list_of
from graph_service.cypher.project.mentions import Projecting
from graph_service.cypher.project.piece import Piece
from graph_service.cypher.project.selection import SelectedField
from graph_service.cypher.states import alert_review, alert_state

ALERT, CHECK = "Alert", "AlertCheck"
CHECKS, REVIEW = "checks", "review"
_OF_A_CHECK = {CHECKS, REVIEW, "state"}
_LIST = Listed("alerts/checks", "a", CHECK)


def comes_of_checks(owner: str, name: str) -> bool:
    """Return whether a field of a kind says what people made of an alert."""
    return owner == ALERT and name in _OF_A_CHECK


def of_alert(projector: Projecting, chosen: SelectedField, alert: str) -> Piece:
    """Return the projection of one of these fields."""
    if chosen.name == CHECKS:
        return list_of(projector, ALERT, chosen, alert, _LIST)
    if chosen.name == "state":
        return Piece(alert_state(alert), shape.leaf)
    return Piece(alert_review(alert), shape.leaf)
