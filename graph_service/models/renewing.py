"""Brings the alerts of a comparison model up to date; where nothing that it reads has changed, the model does not run."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from graph_service.cypher.files import query
from graph_service.graph import Writer
from graph_service.models.inputs import state_of_inputs
from graph_service.models.model_file import Model
from graph_service.models.run import ModelRun, keep_alerts, run_model, standing
from graph_service.rights.mention_audiences import Rights
from graph_service.rights.roles import Roles


@dataclass(frozen=True)
class Renewal:
    """Whose rights alerts follow, the key of their uids, and whether every model has to run."""

    rights: Rights
    roles: Roles
    uid_key: bytes
    runs_all: bool = False


def renew_alerts(writer: Writer, model: Model, given: Mapping[str, Any], renewal: Renewal) -> ModelRun:
    """Return what a model found now, or at its last run where nothing that it reads has changed since."""
    # Read before the records: what is written meanwhile is newer than this says, and has the model run once more.
    seen = state_of_inputs(writer, model, model.with_parameters(given), renewal.roles)
    known = writer.run_read(query("alerts/run_of").body, model=model.id)[0]
    if seen is not None and not renewal.runs_all and known and known[0]["seen"] == seen:
        run = standing(writer, model, given, f"nothing that it reads has changed since {known[0]['at'][:19]}")
        run.unread = known[0]["unread"]
        return run
    # A run that was killed, or that goes on beside this one, may have left other alerts than this run knows of.
    turn = {"model": model.id, "turn": uuid4().hex}
    in_doubt = writer.run_write(query("alerts/running").body, **turn)[0][0]["was_under_way"]
    run = run_model(writer, model, given)
    keep_alerts(writer, run, renewal.rights, renewal.uid_key)
    writer.run_write(query("alerts/ran").body, **turn, seen=None if in_doubt else seen, unread=run.unread)
    return run
