"""Runs comparison models over the graph and keeps what they find as alerts; a repeat writes nothing."""

import json
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

from graph_service.cypher.editions import change
from graph_service.cypher.files import query
from graph_service.cypher.rules import model_text
from graph_service.cypher.sentences import told_of
from graph_service.graph import Writer
from graph_service.models.inputs import RAISED
from graph_service.models.model_file import Model
from graph_service.rights.mention_audiences import Rights
from schema import KINDS
from schema.uid import edge_uid, node_uid

SOURCE = "models"  # what alerts of models state as their source
_BATCH = 500


@dataclass(frozen=True)
class Row:
    """A row of a source that fired: where it stands, and who may read it."""

    uid: str
    source: str
    key: str
    audience: int


@dataclass(frozen=True)
class Hit:
    """One finding of a model: its natural key, the rows that fired, whom it names, and the facts of its sentence."""

    key: str
    rows: tuple[Row, ...]
    named: tuple[Mapping[str, Any], ...]
    facts: Mapping[str, Any]


@dataclass
class ModelRun:
    """What one model found, and what came of it."""

    model: Model
    parameters: dict[str, Any]
    hits: list[Hit] = field(default_factory=list)
    new: int = 0
    withdrawn: int = 0
    unread: int = 0  # alerts whose rows no one team may read all of
    skipped: str = ""  # why the model did not run
    seconds: float = 0.0


def run_model(writer: Writer, model: Model, given: Mapping[str, Any]) -> ModelRun:
    """Return what a model finds with these parameters; nothing is written."""
    began = time.monotonic()
    run = ModelRun(model, model.with_parameters(given))
    found = writer.run_read(model_text(model.file.body), **run.parameters)[0]
    run.hits = [_hit(row) for row in found]
    run.seconds = time.monotonic() - began
    return run


def standing(writer: Writer, model: Model, given: Mapping[str, Any], skipped: str) -> ModelRun:
    """Return what the last run of a model found, as its alerts tell it; the model does not run."""
    run = ModelRun(model, model.with_parameters(given), skipped=skipped)
    for row in writer.run_read(query("alerts/standing").body, source=SOURCE, model=model.id)[0]:
        fired = tuple(Row(**each) for each in row["rows"])
        run.hits.append(Hit(row["key"], fired, (), json.loads(row["facts"])))
    return run


def _hit(found: Mapping[str, Any]) -> Hit:
    records, ties = ([Row(**each) for each in found[name]] for name in ("records", "ties"))
    # A tie from the row of a record, with the same readers, adds nothing to it.
    told = {(row.source, row.key, row.audience) for row in records}
    ties = [row for row in ties if (row.source, row.key, row.audience) not in told]
    rows = {(row.source, row.key, row.uid): row for row in [*records, *ties]}
    ordered = tuple(rows[place] for place in sorted(rows, key=lambda place: tuple(map(str, place))))
    named = sorted(found["named"], key=lambda each: (each["uid"], each["role"], each["by"] or 0))
    return Hit(str(found["key"]), ordered, tuple(named), found["facts"])


def keep_alerts(writer: Writer, run: ModelRun, rights: Rights, uid_key: bytes) -> None:
    """Write the alerts of a run that are new or changed, and take back those that fire no more; checked ones are marked."""
    model_id = run.model.id
    known = {
        row["uid"]: row for row in writer.run_read(query("alerts/known").body, source=SOURCE, models=[model_id])[0]
    }
    rows = {row["p"]["uid"]: row for row in _rows(run, rights, uid_key)}
    changed = [row for uid, row in rows.items() if uid not in known or _differs(known[uid], row)]
    readers = {row["p"]["audience"]: row.pop("readers") for row in rows.values()}
    if used := {row["p"]["audience"] for row in changed}:
        audiences = [{"number": number, "readers": readers[number]} for number in sorted(used)]
        writer.run_write(query("rights/audiences_merge").body, rows=audiences)
    at = datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    for batch in _batches(changed):
        change(writer, query("alerts/write").body, {RAISED}, rows=batch, at=at)
    gone = sorted(uid for uid, each in known.items() if uid not in rows and not each["is_gone"])
    for batch in _batches(gone):
        change(writer, query("alerts/drop").body, {RAISED}, uids=batch)
    run.new = sum(row["p"]["uid"] not in known for row in changed)
    run.withdrawn = sum(not known[uid]["is_checked"] for uid in gone)
    run.unread = sum(not readers[row["p"]["audience"]] for row in rows.values())


def _differs(known: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    return bool(known["hash"] != row["p"]["hash"] or known["is_gone"])


def _batches(items: list[Any]) -> Iterator[list[Any]]:
    for at in range(0, len(items), _BATCH):
        yield items[at : at + _BATCH]


def _rows(run: ModelRun, rights: Rights, uid_key: bytes) -> Iterable[dict[str, Any]]:
    head, parameters = run.model.file.head, json.dumps(run.parameters, ensure_ascii=False, sort_keys=True)
    for hit in run.hits:
        place = "|".join([run.model.id, hit.key, *(f"{row.source}:{row.key}" for row in hit.rows)])
        uid = node_uid(KINDS["Alert"], f"{SOURCE}:{place}", uid_key)
        audience, readers = rights.common(_rests_on(hit))
        alert = {
            "uid": uid, "number": f"{run.model.id}-{uid[-8:]}", "title": run.model.title,
            "text": told_of(head["because_zh"], hit.facts, "zh"), "channel": head["channel"],
            "problem": head.get("problem"), "model": run.model.id, "model_version": run.model.version,
            "parameters": parameters, "severity": head["severity"], "amount_fen": hit.facts.get("amount_fen"),
            "source": SOURCE, "source_key": f"{run.model.id}|{hit.key}", "audience": audience,
            "facts": json.dumps(hit.facts, ensure_ascii=False, sort_keys=True),
        }  # fmt: skip
        fired = [_fired(row, uid, uid_key) for row in hit.rows]
        named = list({each["uid"] + each["role"]: _named(each, uid, uid_key) for each in hit.named}.values())
        alert["hash"] = blake2b(repr((alert, fired, named)).encode(), digest_size=8).hexdigest()
        yield {"p": alert, "fired": fired, "named": named, "readers": readers}


def _rests_on(hit: Hit) -> Iterator[int]:
    """Yield the audiences of everything that an alert tells of: rows, whom it names, and the ties by which it names them."""
    yield from (row.audience for row in hit.rows)
    for each in hit.named:
        yield each["audience"]
        if each["by"] is not None:
            yield each["by"]


def _fired(row: Row, alert: str, uid_key: bytes) -> dict[str, Any]:
    uid = edge_uid("FIRED_ON", f"{alert}|{row.source}|{row.key}|{row.uid}", uid_key)
    return {
        "uid": row.uid,
        "p": {"uid": uid, "row_source": row.source, "row_key": row.key, "audience": row.audience},
    }


def _named(each: Mapping[str, Any], alert: str, uid_key: bytes) -> dict[str, Any]:
    uid = edge_uid("NAMES", f"{alert}|{each['uid']}|{each['role']}", uid_key)
    return {"uid": each["uid"], "p": {"uid": uid, "role": each["role"], "audience": each["audience"]}}
