"""Models that are run and kept in the graph of a test, and the alerts that are there then."""

from typing import Any

from graph_service.cypher.macros import written_out
from graph_service.graph import Writer
from graph_service.mentions.reading import read_rights
from graph_service.models.model_file import read_models
from graph_service.models.run import ModelRun, keep_alerts, run_model
from graph_service.rights.roles import read_roles

KEY = b"k" * 43
_ALERTS = """MATCH (a:Alert {source: 'models'})
RETURN a.uid AS uid, a.source_key AS key, alert_state(a) AS state, a.text AS text, a.parameters AS parameters, readers_in(a.audience) AS audience,
  toString(a.raised_at) AS raised, COLLECT { MATCH (a)-[r:FIRED_ON]->(n) RETURN r.row_key + '>' + n.uid ORDER BY r.row_key, n.uid } AS fired,
  COLLECT { MATCH (a)-[r:NAMES]->(n) RETURN r.role + '>' + n.uid ORDER BY r.role, n.uid } AS named
ORDER BY key, uid"""


def keep(writer: Writer, model: str, **given: Any) -> ModelRun:
    """Run a model with these parameters and keep what it finds."""
    run = run_model(writer, read_models()[model], given)
    keep_alerts(writer, run, read_rights(writer, read_roles()), KEY)
    return run


def alerts(writer: Writer) -> list[dict[str, Any]]:
    """Return the alerts of models with what they fired on and whom they name."""
    return writer.run_read(written_out(_ALERTS))[0]


def checks(writer: Writer) -> list[dict[str, Any]]:
    """Return what people said of alerts, as it was kept."""
    return writer.run_read("MATCH (k:AlertCheck) RETURN properties(k) AS said ORDER BY k.number")[0]


def review(writer: Writer) -> str | None:
    """Return why the one alert that is there has to be looked at again."""
    (row,) = writer.run_read(written_out("MATCH (a:Alert) RETURN alert_review(a) AS review"))[0]
    return None if row["review"] is None else str(row["review"])
