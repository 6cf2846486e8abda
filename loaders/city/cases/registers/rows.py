"""Rows of the registers that comparison models read: orders, repairs, claims, stays, invoices and the like."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from loaders.city.world.people import Inhabitant
from schema.vocabulary import KinRelation


class Order(NamedTuple):
    """A dispatch order."""

    number: str
    plate: str
    unit: int
    begin: datetime
    end: datetime
    goal: str


class Repair(NamedTuple):
    """A car in a repair shop."""

    number: str
    plate: str
    begin: date
    end: date
    part: str
    fen: int
    shop: str


class Claim(NamedTuple):
    """A journey that was paid back."""

    number: str
    person: Inhabitant
    unit: int
    goal: str
    begin: date
    end: date
    fen: int


class Presence(NamedTuple):
    """A day on which somebody was at work."""

    number: str
    person: Inhabitant
    begin: datetime
    end: datetime


class Filing(NamedTuple):
    """What an official filed about a relative who draws aid."""

    number: str
    official: Inhabitant
    relative: Inhabitant
    relation: KinRelation
    day: date


class Stay(NamedTuple):
    """A stay in a hospital."""

    number: str
    person: Inhabitant
    hospital: int
    begin: date
    end: date
    fen: int
    own_fen: int
    diagnosis: str


class Invoice(NamedTuple):
    """An invoice, with the codes of seller and buyer."""

    number: str
    day: date
    seller: str
    buyer: str
    items: str
    fen: int


class Transfer(NamedTuple):
    """A letter by which the auditors handed a finding over, and what became of it."""

    number: str
    day: date
    finding: str
    accepted: str
    answered: date | None


@dataclass
class PlantedRows:
    """What is planted in these registers, in lists that the writers add to the ordinary rows."""

    orders: list[Order] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    presences: list[Presence] = field(default_factory=list)
    filings: list[Filing] = field(default_factory=list)
    stays: list[Stay] = field(default_factory=list)
    invoices: list[Invoice] = field(default_factory=list)
    transfers: list[Transfer] = field(default_factory=list)
    states: dict[str, tuple[str, date]] = field(default_factory=dict)  # of plates out of use, and since when
    moves: dict[int, date] = field(default_factory=dict)  # day on which a person moved into the household
    land: dict[int, float] = field(default_factory=dict)  # mu of a household where a case needs them
    shops: list[str] = field(default_factory=list)  # codes of the repair shops
