"""Graphs that this version must leave alone: made with another key, by a changed step, or by a newer version."""

from graph_service.errors import Conflict
from graph_service.migrations.numbered import numbered_steps
from graph_service.migrations.state import FORMAT, State, is_newer, program_version
from schema.ddl import wanted


def require_known(state: State, fingerprint: str) -> None:
    """Return when this version knows everything that the graph was made with, or refuse before anything is changed."""
    if fingerprint and state.uid_key and state.uid_key != fingerprint:
        what = "this graph's uids were made with another key, so every record would be loaded twice"
        raise Conflict(what, "LEADLINK_UID_KEY", "give the key that made the graph, or load into an empty graph")
    _require_known_steps(state)
    _require_known_model(state)


def _require_known_steps(state: State) -> None:
    known = {step.version: step for step in numbered_steps()}
    for version, record in sorted(state.steps.items()):
        step = known.get(version)
        if step is None:
            raise _too_new(f"step {version} ({record['name']})", record.get("program"))
        if record["checksum"] not in (step.checksum, *step.earlier):
            what = f"migration {version} ({step.name}) was applied with other statements"
            raise Conflict(what, "the graph", "use the version that made this graph, or load into an empty graph")


def _require_known_model(state: State) -> None:
    if not state.model:
        return
    program = state.model["program"]
    if state.model["format"] > FORMAT:
        raise _too_new(f"a model's step of format {state.model['format']}", program)
    names = {each.name for each in wanted()}
    unknown = sorted(held.name for held in state.held if held.form == "UNIQUE" and held.name in state.model["made"])
    unknown = [name for name in unknown if name not in names]
    # An older version gave kinds up that a later one no longer has; only what is newer can hold what is not known yet.
    if unknown and is_newer(program, program_version()):
        raise _too_new(f"kinds or links that this version does not know ({', '.join(unknown)})", program)


def _too_new(made: str, program: str | None) -> Conflict:
    what = f"this graph has {made}, made by leadlink {program or 'of a later version'}; this is {program_version()}"
    mend = f"use leadlink {program} or newer" if program else "use the version that made this graph, or a newer one"
    return Conflict(what, "the graph", mend)
