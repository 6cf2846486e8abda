"""What an officer does who was asked about a matter: it is registered, once, and never changed."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import uuid4

from graph_service.act import ActRefused, client_request
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.graph import Statements, Writer
from graph_service.interventions.chain import FIRST, seal
from graph_service.rights.viewer import Viewer


@dataclass(frozen=True)
class Intervention:
    """Who asked, about which matter, when and how, what was asked and what was answered."""

    as_named: str
    way: str
    on: date
    text: str
    as_post: str | None = None
    person: str | None = None
    matter: str | None = None
    answer: str | None = None

    @property
    def said(self) -> dict[str, Any]:
        """Return it as it is kept."""
        return {
            "as_named": self.as_named.strip(), "as_post": self.as_post, "person": self.person, "matter": self.matter, "way": self.way,
            "on": self.on.isoformat(), "text": self.text.strip(), "answer": self.answer,
        }  # fmt: skip


@dataclass(frozen=True)
class Recorder:
    """The officer who was asked, the key of this installation, and the client's key by which the record counts once."""

    viewer: Viewer
    key: bytes
    client_key: str | None = None


def record_intervention(writer: Writer, recorder: Recorder, intervention: Intervention) -> str:
    """Return the uid of a new record; refuse one without words, and one on a matter or a person that the officer does not read."""
    if not (intervention.as_named.strip() and intervention.text.strip()):
        raise ActRefused("InterventionWordsMissing", "say who asked, and what was asked 请填写过问人和过问内容")
    return writer.run_together(partial(_record, recorder, intervention))


def _record(recorder: Recorder, intervention: Intervention, statements: Statements) -> str:
    viewer, said = recorder.viewer, intervention.said
    request = client_request(viewer.officer, recorder.client_key, ["intervention", said])
    turn = statements.run_write(query("interventions/turn").body, key=request.key)[0][0]
    if turn["known"] is not None:
        request.require_same(turn["known"]["request"])
        return str(turn["known"]["uid"])
    _require_read(viewer, intervention, statements)
    uid = f"intervention_{uuid4().hex[:24]}"
    record = {
        **said, "uid": uid, "number": turn["number"], "at": turn["at"], "by": viewer.officer, "teams": list(viewer.teams),
        "previous": turn["previous"] or FIRST,
    }  # fmt: skip
    kept = record | {"seal": seal(recorder.key, record), "client_key": request.key, "request": request.digest}
    statements.run_write(query("interventions/keep").body, record=kept)
    return uid


def _require_read(viewer: Viewer, intervention: Intervention, statements: Statements) -> None:
    text = viewer.view.text(filled(query("interventions/named").body))
    given = {"matter": intervention.matter, "person": intervention.person}
    found = statements.run_read(text, **viewer.params, **viewer.view.params, **given)[0][0]
    for what, is_read in ((intervention.matter, found["matter"]), (intervention.person, found["person"])):
        if what is not None and not is_read:
            raise ActRefused(
                "InterventionMatterNotVisible",
                f"check {what}, or register it without the id 请核对标识，或不填标识登记",
            )
