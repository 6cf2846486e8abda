"""What is made of the facts of a pack: for each part what shows it, with where its nodes stand; counts and sums beside."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from graph_service.packs.bounds import TOLD_OF_ROW
from graph_service.packs.reading import PUT_RIGHT, PackFacts, PackQuestion, Row
from graph_service.packs.reasons import focuses
from graph_service.packs.rows import is_overdue, lacks_echo, open_fen
from graph_service.packs.totals import by_problem, by_year, totals


@dataclass
class _Pack:
    """The facts of a pack with what its rows are looked up by."""

    facts: PackFacts
    on: str
    shown: dict[str, list[str]] = field(init=False)  # addresses of the matters of the pack, by uid
    holders: dict[str, list[Row]] = field(init=False)  # terms in which a problem fell, by its uid
    later: set[str] = field(init=False)  # uids of what came back

    def __post_init__(self) -> None:
        """Look up once what each row needs."""
        self.shown = {row["at"][1]: row["at"] for row in self.facts.matters}
        self.later = {each["at"][1] for later in self.facts.back.values() for each in later}
        self.holders = {}
        for term in self.facts.holders:
            for uid in term["in_term"]:
                self.holders.setdefault(uid, []).append(term)

    def known(self, uids: Iterable[str]) -> list[list[str]]:
        """Return where those of these matters stand that are in the pack."""
        return [self.shown[uid] for uid in uids if uid in self.shown][:TOLD_OF_ROW]

    def unit(self, row: Row) -> list[str]:
        """Return where the unit of a row stands."""
        return self.facts.units[row["place"]]


def made_of(facts: PackFacts, question: PackQuestion) -> dict[str, Any]:
    """Return the pack: what is shown of each part, at most so many rows as were asked for."""
    pack, first = _Pack(facts, question.on), question.first
    parts = {
        "focuses": focuses(facts, question.on),
        "findings": [_finding(pack, row) for row in facts.findings[:first]],
        "issues": [_issue(pack, row) for row in facts.issues[:first]],
        "transfers": [_transfer(pack, row) for row in facts.transfers[:first]],
        "clues": [{"matter": row["at"], "unit": pack.unit(row)} for row in facts.clues[:first]],
        "alerts": [{"matter": row["at"], "unit": pack.unit(row)} for row in facts.alerts[:first]],
        "holders": [_holder(pack, row) for row in facts.holders[:first]],
        "connected": [
            {"matter": row["at"], "joins": [{**each, "matter": each["to"]} for each in row["joins"]]}
            for row in facts.connected[:first]
        ],
    }  # fmt: skip
    told = {
        "on": question.on, "is_whole": not facts.cut, "totals": totals(facts, question),
        "by_problem": by_problem(facts), "by_year": by_year(facts),
    }  # fmt: skip
    return {"unitPack": {"units": facts.units, "pack": told}, **{name: {"rows": rows} for name, rows in parts.items()}}


def _problem(pack: _Pack, row: Row) -> Row:
    uid = row["at"][1]
    return {
        "matter": row["at"], "unit": pack.unit(row), "open_fen": open_fen(row), "is_overdue": is_overdue(row, pack.on),
        "is_open": row["rectification"] not in PUT_RIGHT,
        "back": [each["at"] for each in pack.facts.back.get(uid, ())][:TOLD_OF_ROW],
        "holders": [
            {"person": term["at"], "unit": pack.unit(term), **_term(term)} for term in pack.holders.get(uid, ())
        ][:TOLD_OF_ROW],
    }  # fmt: skip


def _finding(pack: _Pack, row: Row) -> Row:
    linked = pack.facts.linked.get(row["at"][1], {"issues": [], "clues": [], "repeated": False, "reason": ""})
    return {
        **_problem(pack, row), "repeated": linked["repeated"], "reason": linked["reason"],
        "issues": pack.known(linked["issues"]), "clues": pack.known(linked["clues"]),
    }  # fmt: skip


def _issue(pack: _Pack, row: Row) -> Row:
    return {**_problem(pack, row), "repeats": pack.known(row["repeats"]), "is_back": row["at"][1] in pack.later}


def _transfer(pack: _Pack, row: Row) -> Row:
    return {
        "clue": row["at"], "handed_over": pack.known(row["handed_over"]), "alert": row["alert"],
        "lacks_echo": lacks_echo(pack.facts, row),
        "waiting_since": row["day"] if not (row["registered"] or row["answered_on"]) else None,
    }  # fmt: skip


def _holder(pack: _Pack, row: Row) -> Row:
    return {
        "person": row["at"], "unit": pack.unit(row), **_term(row), "is_there": row["is_there"],
        "in_term": pack.known(row["in_term"]), "in_term_count": len(row["in_term"]),
        "against": [each["at"] for each in row["against"]],
    }  # fmt: skip


def _term(row: Row) -> Row:
    return {
        "post": row["post"],
        "is_top_leader": row["is_top"],
        "valid_from": row["valid_from"],
        "valid_to": row["valid_to"],
    }
