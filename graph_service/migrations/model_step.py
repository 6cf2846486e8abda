"""The step of the model: what the present kinds and links need beyond the numbered steps is found and made."""

from dataclasses import dataclass

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.errors import Conflict
from graph_service.graph import Writer
from graph_service.migrations.marking import mark_kinds, marks_told
from graph_service.migrations.numbered import names_made
from graph_service.migrations.state import FORMAT, MODEL_STEP, Held, State, is_newer, program_version
from schema.ddl import Form, Wanted, digest, search_keys, wanted

_NOTHING_CHANGED = "the graph; nothing was changed in it"


@dataclass(frozen=True)
class Difference:
    """What lies between a graph and the model: what is ours and stands in the way or serves nothing, and what lacks."""

    drop: tuple[Held, ...]
    make: tuple[Wanted, ...]
    record: dict[str, object] | None  # None where the record is the present one, or that of a newer version

    @property
    def is_none(self) -> bool:
        """Return whether nothing is to be done."""
        return not (self.drop or self.make or self.record)

    @property
    def statements(self) -> list[str]:
        """Return what is to be run, in one transaction."""
        kinds = ("CONSTRAINT" if each.form == Form.UNIQUE else "INDEX" for each in self.drop)
        drops = [f"DROP {kind} {each.name} IF EXISTS" for kind, each in zip(kinds, self.drop, strict=True)]
        return drops + [each.statement for each in self.make]


def difference(state: State) -> Difference:
    """Return what is to be done to the graph; `close` does it, or refuses what only a person can decide."""
    newer = bool(state.model) and is_newer(state.model["program"], program_version())
    needs = wanted()
    make = tuple(need for need in needs if not any(held.serves(need, newer) for held in state.held))
    ours = set(state.model["made"]) if state.model else names_made() | {"migration_lock", search_keys().name}
    lacking = {each.name for each in make}
    drop = tuple(held for held in state.held if held.name in ours and _is_stale(held, lacking, needs, newer))
    made = sorted({held.name for held in state.held if held.name in ours and held not in drop} | lacking)
    record = {"digest": digest(), "format": FORMAT, "program": program_version(), "made": made, "marks": marks_told()}
    known = newer or all(state.model.get(name) == value for name, value in record.items())
    return Difference(drop, make, None if known else record)


def _is_stale(held: Held, lacking: set[str], needs: list[Wanted], newer: bool) -> bool:
    """Return whether it is in the way, or an index that serves nothing.

    A constraint that the model has given up stays: it guards data that may still be there. What a newer version has made
    stays too.
    """
    if held.name in lacking:
        return True
    return not newer and held.form != Form.UNIQUE and not any(held.serves(need) for need in needs)


def _require_room(state: State, found: Difference) -> None:
    staying = [held for held in state.held if held not in found.drop]
    for need in found.make:
        for held in staying:
            same = (held.on, held.labels, held.fields) == (need.on, frozenset(need.labels), frozenset(need.fields))
            if held.name == need.name or (same and need.form is Form.UNIQUE and held.form == Form.RANGE):
                what = f"{held.name} on {', '.join(sorted(held.labels))} is not ours and stands where {_told(need)} must be"
                raise Conflict(what, _NOTHING_CHANGED, "drop it in Neo4j, then start again")


def close(writer: Writer, state: State) -> list[str]:
    """Make what lacks, drop what is stale, record it, and return what was done; all of it or nothing.

    The caller has the turn: a constraint that another process is making stands there as an index first, like a foreign one.
    """
    found = difference(state)
    _require_room(state, found)
    if found.drop or found.make:
        try:
            writer.run_schema(*found.statements)
        except Conflict as error:
            raise _doubled(writer, found.make) or error from error
    marked = mark_kinds(writer) if found.record and state.model.get("marks") != found.record["marks"] else 0
    if found.record:
        writer.run_write(query("migrations/model").body, name=MODEL_STEP, properties=found.record)
    done = [f"dropped {each.name}" for each in found.drop] + [f"made {each.name}" for each in found.make]
    return [*done, f"marked {marked} nodes with the classes of data of their kinds"] if marked else done


def _doubled(writer: Writer, make: tuple[Wanted, ...]) -> Conflict | None:
    """Return the refusal that names the first constraint that the data breaks."""
    for need in make:
        if need.form is Form.UNIQUE:
            doubled = _count_doubled(writer, need)
            if doubled:
                what = f"{doubled:,} values of {need.fields[0]} are held by more than one {need.labels[0]}, so {_told(need)} cannot be made"
                return Conflict(
                    what, _NOTHING_CHANGED, "keep one of each (docs/upgrades.md lists them), then start again"
                )
    return None


def _count_doubled(writer: Writer, need: Wanted) -> int:
    name, piece = ("loading/doubled_nodes", "LABEL_") if need.on == "NODE" else ("loading/doubled_ties", "TYPE_")
    text = filled(query(name).body, ((piece, need.labels[0]),))
    return int(writer.run_read(text, field=need.fields[0])[0][0]["doubled"])


def _told(need: Wanted) -> str:
    kind = "constraint" if need.form is Form.UNIQUE else "index"
    return f"the {kind} {need.name} on {', '.join(need.labels)}"
