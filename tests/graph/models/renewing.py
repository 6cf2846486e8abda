"""Models of one's own over small sources, each reading other kinds, and their alerts brought up to date as the command does."""

from pathlib import Path

from graph_service.graph import Writer
from graph_service.mentions.reading import read_rights
from graph_service.models.model_file import Model, read_models
from graph_service.models.renewing import Renewal, renew_alerts
from graph_service.models.run import ModelRun
from graph_service.rights.roles import Roles, read_roles
from tests.graph.models.keeping import KEY

_HEAD = """// title: {id} 样本
// model: {id}
// version: 1
// severity: LOW
// channel: VEHICLES
// problem: OTHER
// team: CONDUCT
// innocent: Nothing
// innocent_zh: 无
// because: {{what}}
// because_zh: {{what}}
// params: none
// returns: key, facts, records, ties, named
// scope: system
"""
TEXTS = {
    "X1": "MATCH (p:Person)\nRETURN p.uid AS key, [p] AS records, [] AS ties, [['SUBJECT', p, null]] AS named, {what: p.name} AS facts",
    "X2": "MATCH (c:Clue)-[n:NAMES]->(u:Unit)\nRETURN c.uid + u.uid AS key, [c] AS records, [n] AS ties, [['SUBJECT_UNIT', u, n]] AS named, {what: c.title + coalesce(u.name, '')} AS facts",
    "X3": "MATCH (u:Unit)-[r:UNDER]->(over:Unit)\nRETURN u.uid AS key, [u] AS records, [r] AS ties, [] AS named, {what: coalesce(over.name, '')} AS facts",
    "X4": "MATCH (c)-[n:NAMES]->(p:Phone)\nWHERE NOT c:Alert\nWITH p, collect(c) AS cs, collect(n) AS ns\nRETURN p.uid AS key, cs AS records, ns AS ties, [['CONTACT', p, null]] AS named, {what: p.phone_number} AS facts",
    "X5": "MATCH (c:Clue)-[n:NAMES_IN_TEXT]->(e)\nRETURN c.uid + n.uid AS key, [c] AS records, [] AS ties, [['SUBJECT', e, n]] AS named, {what: n.as_named} AS facts",
}  # fmt: skip


def write_models(folder: Path) -> dict[str, Model]:
    """Write the models into a new folder and return them beside the product's."""
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.cypher").write_text(_HEAD.format(id=name) + text + "\n", encoding="utf-8")
    return read_models(folder)


def renew(writer: Writer, model: Model, roles: Roles | None = None, runs_all: bool = False, **given: float) -> ModelRun:
    """Bring the alerts of a model up to date as the command does."""
    roles = roles or read_roles()
    return renew_alerts(writer, model, given, Renewal(read_rights(writer, roles), roles, KEY, runs_all))
