"""Everything that is planted on purpose: matters, events, ties, and what the truth says of them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from loaders.city.cases.fuel import Drive, Refuel
from loaders.city.cases.matter import CityMatter
from loaders.city.cases.registers.rows import PlantedRows
from loaders.city.world.people import Inhabitant
from loaders.city.world.vehicles import PrivateCar


@dataclass(frozen=True)
class Table:
    """How many hosts and guests sat down together."""

    hosts: int
    guests: int


class Bill(NamedTuple):
    """A reception bill."""

    number: str
    unit: int
    at: datetime
    fen: int
    hosts: int
    guests: int
    items: str
    letter: str
    trader: int
    present: tuple[tuple[str, Inhabitant, str], ...]  # role, person, name and post as on the bill
    purpose: str = ""  # the writer says an ordinary one where there is none
    guests_of: int = -1  # the unit that the guests came from, where nobody is named
    papers: "Papers | None" = None


class Papers(NamedTuple):
    """The slip of the card machine and the invoice of a bill."""

    paid: datetime
    invoiced: date
    fen: int


class Payment(NamedTuple):
    """A subsidy payment; where the scheme pays for land, with its mu."""

    number: str
    person: Inhabitant
    account: str
    scheme: str
    period: str
    day: date
    fen: int
    unit: int
    area: float | None = None


class CityProject(NamedTuple):
    """A tender section with the code of the unit that tendered it and, for works in a compound, its address."""

    number: str
    name: str
    method: str
    ceiling_fen: int
    opened: date
    tenderer: str
    place: str


class CityBid(NamedTuple):
    """One firm's offer."""

    number: str
    project: str
    firm: str
    at: datetime
    fen: int
    won: bool
    machine: str
    phone: str = ""
    account: str = ""


class CityContract(NamedTuple):
    """A contract between a public unit and a supplier."""

    number: str
    name: str
    fen: int
    signed: date
    project: str
    buyer: str
    supplier: str


@dataclass
class CityPlan:
    """What is planted, in lists that the writers add to the ordinary rows."""

    matters: list[CityMatter] = field(default_factory=list)
    refuellings: list[Refuel] = field(default_factory=list)
    trips: list[Drive] = field(default_factory=list)
    cars: list[PrivateCar] = field(default_factory=list)
    bills: list[Bill] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    accounts: dict[str, Inhabitant] = field(default_factory=dict)  # accounts in use by somebody beside their own
    phones: dict[int, str] = field(default_factory=dict)  # people registered with another number than their own
    projects: list[CityProject] = field(default_factory=list)
    bids: list[CityBid] = field(default_factory=list)
    contracts: list[CityContract] = field(default_factory=list)
    pairs: list[tuple[str, CityMatter, CityMatter, str]] = field(
        default_factory=list
    )  # rule, the two matters, what they share
    near_misses: list[tuple[str, CityMatter, CityMatter, str]] = field(
        default_factory=list
    )  # rule, the two matters, why not
    stories: list[dict[str, Any]] = field(default_factory=list)
    models: list[dict[str, Any]] = field(default_factory=list)  # planted hits and near misses of comparison models
    namesakes: list[dict[str, Any]] = field(default_factory=list)
    rows: PlantedRows = field(default_factory=PlantedRows)

    def add(self, *matters: CityMatter) -> None:
        """Plant matters."""
        self.matters.extend(matters)

    def model(self, name: str, is_hit: bool, keys: str | list[str], **facts: object) -> None:
        """Write down a planted hit or near miss of a comparison model: the keys by which its rows go."""
        self.models.append({"model": name, "hit": is_hit, "keys": [keys] if isinstance(keys, str) else keys, **facts})
