"""The gate as the settings of an installation have it."""

from pathlib import Path

from graph_service.api.gate.gate import Gate
from graph_service.api.gate.listed import OperationList, read_list
from graph_service.settings import Settings
from graph_service.web.desk import OPERATIONS

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"  # the list that comes with the product


def list_of(settings: Settings) -> OperationList:
    """Return the list that the settings name, else that of the product, and what the desk asks; refuse what is no operation."""
    desk = (OPERATIONS,) if settings.desk else ()
    return read_list((*(settings.listed_folders or (EXAMPLES,)), *desk))


def gate_of(settings: Settings) -> Gate:
    """Return the gate; outside demo mode no text of a library leaves."""
    return Gate(list_of(settings) if settings.is_listed_only else None, is_masked=not settings.demo)
