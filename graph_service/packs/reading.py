"""Reads what a pack is made of, part by part: each part is one short text, and those that do not need each other are read at once."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled_whole
from graph_service.cypher.stand_ins import Words
from graph_service.graph import Graph
from graph_service.packs.bounds import MOST_CONNECTED, MOST_HOLDERS, MOST_READ, MOST_UNITS, SURE
from graph_service.rights.audiences import evened

Row = dict[str, Any]
TRANSFERRED = ("AUDIT_TRANSFER", "INSPECTION_TRANSFER", "JUDICIAL_TRANSFER", "LAW_ENFORCEMENT_TRANSFER")
PUT_RIGHT = ("DONE", "CHECKED_OFF")
KINDS = ("findings", "issues", "clues", "alerts")
FURTHER = ("linked", "back", "transfers", "holders", "connected")
FILES = tuple(f"read/pack/{part}" for part in ("units", *KINDS, *FURTHER))


@dataclass(frozen=True)
class PackQuestion:
    """Which pack is asked for: the unit, how many levels under it, as of which day, and when an echo is late."""

    unit: str
    words: Words
    levels: int
    on: str
    echo_days: int
    first: int


@dataclass
class PackFacts:
    """What was read: units by their addresses, and the rows of each part in the order of the pack."""

    units: list[list[str]]
    findings: list[Row] = field(default_factory=list)
    issues: list[Row] = field(default_factory=list)
    clues: list[Row] = field(default_factory=list)
    alerts: list[Row] = field(default_factory=list)
    linked: dict[str, Row] = field(default_factory=dict)  # by the uid of the finding
    back: dict[str, list[Row]] = field(default_factory=dict)  # later matters, by the uid of what was put right
    transfers: list[Row] = field(default_factory=list)
    holders: list[Row] = field(default_factory=list)
    connected: list[Row] = field(default_factory=list)
    answers_are_noted: bool = False
    cut: set[str] = field(default_factory=set)  # parts of which there is more than was read

    @property
    def problems(self) -> list[Row]:
        """Return what audit and inspection found, in the order of the pack."""
        return [*self.findings, *self.issues]

    @property
    def matters(self) -> list[Row]:
        """Return every matter of the pack, in its order."""
        return [*self.findings, *self.issues, *self.clues, *self.alerts]


@dataclass(frozen=True)
class Reader:
    """Reads parts for one viewer: with the viewer's parameters and what every part of this pack takes."""

    graph: Graph
    params: Mapping[str, Any]

    async def read(self, part: str, words: Words = (), **given: Any) -> list[Any]:
        """Return the columns of the one record of a part, nothing where there is none."""
        name = f"read/pack/{part}"
        file = query(name)
        known = {**self.params, **given}
        stated = evened({param: known[param] for param in file.params})
        return await self.graph.fetch(filled_whole(file.body, words, name), stated, name)


async def read_pack(graph: Graph, viewer: Mapping[str, Any], question: PackQuestion) -> PackFacts | None:
    """Return what the pack is made of for this viewer, or nothing where there is no such unit for the viewer."""
    reader = Reader(graph, {**viewer, "on": question.on, "sure": SURE, "most": MOST_READ})
    found = await reader.read("units", question.words, unit=question.unit, levels=question.levels, most=MOST_UNITS)
    if not found:
        return None
    facts = PackFacts(found[0], cut={"units"} if found[1] else set())
    reader = Reader(graph, {**reader.params, "units": facts.units})
    for kind, (rows,) in zip(KINDS, await asyncio.gather(*map(reader.read, KINDS)), strict=True):
        setattr(facts, kind, _cut(facts, kind, rows, MOST_READ))
    await _read_further(reader, facts, question)
    return facts


async def _read_further(reader: Reader, facts: PackFacts, question: PackQuestion) -> None:
    """Read what needs the matters of the pack."""
    problems, shown = facts.problems, question.first
    findings = [{"at": row["at"], "unit": facts.units[row["place"]]} for row in facts.findings[:shown]]
    right = [row["at"] for row in problems if row["rectification"] in PUT_RIGHT]
    letters = [row["at"] for row in facts.clues if row["came_by"] in TRANSFERRED]
    linked, back, transfers, holders, connected = await asyncio.gather(
        reader.read("linked", findings=findings),
        reader.read("back", earlier=right),
        reader.read("transfers", matters=_at(problems), clues=letters, echo_days=question.echo_days),
        reader.read("holders", dated=_dated(problems), most=MOST_HOLDERS),
        reader.read(
            "connected", matters=_at(facts.matters), uids=[row["at"][1] for row in facts.matters], most=MOST_CONNECTED
        ),
    )
    facts.linked = {row["of"]: row for row in linked[0]}
    facts.back = {row["of"]: row["later"] for row in back[0]}
    facts.transfers, facts.answers_are_noted = _cut(facts, "transfers", transfers[0], MOST_READ), transfers[1]
    facts.holders = _cut(facts, "holders", holders[0], MOST_HOLDERS)
    facts.connected = _cut(facts, "connected", connected[0], MOST_CONNECTED)


def _cut(facts: PackFacts, part: str, rows: list[Row], most: int) -> list[Row]:
    if len(rows) > most:
        facts.cut.add(part)
    return rows[:most]


def _at(rows: Sequence[Row]) -> list[list[str]]:
    return [row["at"] for row in rows]


def _dated(rows: Sequence[Row]) -> list[Row]:
    """Return what says in whose term a problem falls."""
    return [
        {"at": row["at"][1], "place": row["place"], "found_on": row["day"], "occurred_from": row["occurred_from"],
         "occurred_to": row["occurred_to"]}
        for row in rows
    ]  # fmt: skip
