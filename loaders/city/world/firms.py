"""Firms of the company register, derived from their index, and the few that stories need."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from loaders.city.world.draws import Draws, scattered
from loaders.city.world.numbers import account_number, credit_code, mobile_number
from loaders.city.world.officials import OWNER_BLOCKS
from loaders.city.world.people import Inhabitant, Population
from loaders.city.world.places import street_address, words_of
from schema.vocabulary import UnitKind

_PREFIXES = ("云江市", "江西", "云江", "分岭县", "赣西", "云水")
_PHONES_FROM = 20_000_000
_PLANTED_FROM = 500_000
_ACCOUNTS_FROM = 70_000_000
_STAFF = (3, 4, 5, 6, 8, 9, 12, 15, 18, 24, 36, 60)


class Holder(NamedTuple):
    """Somebody with a share or a role in a firm."""

    id_number: str
    name: str
    what: str  # share in per cent, or role
    since: date


@dataclass(slots=True)
class Firm:
    """One firm or sole trader."""

    index: int
    name: str
    uscc: str
    kind: UnitKind
    area: str
    address: str
    phone: str
    founded: date
    capital_wan: int
    shares: tuple[Holder, ...]
    posts: tuple[Holder, ...]
    staff: int = 0  # told by the property below where nothing is planted
    is_idle: bool = False  # has hardly any staff and pays no tax

    @property
    def account(self) -> str:
        """The firm's own bank account."""
        return account_number(_ACCOUNTS_FROM + self.index)

    @property
    def size(self) -> tuple[int, float]:
        """The people whom the firm employs, and the tax of last year in 10,000 yuan."""
        draws = Draws(0, "firm size", self.index)
        staff = draws.pick(_STAFF)
        return (1, 0.0) if self.is_idle else (self.staff or staff, staff * draws.between(40, 260) / 100)


def firm_name(index: int) -> str:
    """Return the name of the firm with this index; no two are equal."""
    words, more, lines = words_of("firm_words"), words_of("firm_more"), words_of("firm_lines")
    place = scattered(index, len(_PREFIXES) * len(words) * len(more) * len(lines), 41)
    place, prefix = divmod(place, len(_PREFIXES))
    place, word = divmod(place, len(words))
    place, second = divmod(place, len(more))
    return f"{_PREFIXES[prefix]}{words[word]}{more[second]}{lines[place]}有限公司"


class Firms:
    """The firms that nobody planted: every one has owners of its own."""

    def __init__(self, people: Population, count: int) -> None:
        self.people = people
        self.count = count

    @cached_property
    def _blocks(self) -> list[int]:
        return [block for block in range(self.people.count // 12) if block % 8 in OWNER_BLOCKS]

    def owner(self, slot: int) -> Inhabitant:
        """Return the owner in this place: of each block the heads of three households, then their spouses."""
        turn, place = divmod(slot, len(self._blocks))
        households: dict[int, list[Inhabitant]] = {}
        for person in self.people.block(self._blocks[place]):
            households.setdefault(person.household, []).append(person)
        spouse, house = divmod(turn % 6, 3)
        return list(households.values())[house][spouse]

    def firm(self, index: int) -> Firm:
        """Return the firm with this index."""
        draws = Draws(self.people.seed, "firm", index)
        area = draws.pick(["360502", "360502", "360521"])
        founded = draws.day(date(2005, 1, 1), date(2024, 6, 30))
        legal = self.owner(index)
        partner = self.owner(index + self.count) if draws.chance(500) else None
        ratio = draws.pick(["51", "60", "70", "80"]) if partner else "100"
        shares = [Holder(legal.id_number, legal.name, ratio, founded)]
        posts = [Holder(legal.id_number, legal.name, "法定代表人", founded)]
        if partner:
            shares.append(
                Holder(
                    partner.id_number, partner.name, str(100 - int(ratio)), founded + timedelta(days=draws.below(400))
                )
            )
            posts.append(Holder(partner.id_number, partner.name, "监事", founded))
        return Firm(
            index,
            firm_name(index),
            credit_code("91", area, index),
            UnitKind.FIRM,
            area,
            street_address(index, 2),
            mobile_number(_PHONES_FROM + index),
            founded,
            draws.pick([50, 100, 200, 500, 1000, 2000]),
            tuple(shares),
            tuple(posts),
        )


class FirmMaker:
    """Makes firms with chosen owners, for stories and planted links."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.made: list[Firm] = []

    def make(
        self, owners: list[tuple[Inhabitant, str]], name: str = "", founded: date | None = None, **given: str
    ) -> Firm:
        """Return a new firm; the first owner is its legal person."""
        index = _PLANTED_FROM + len(self.made)
        draws = Draws(self.seed, "planted firm", len(self.made))
        begin = founded or draws.day(date(2012, 1, 1), date(2021, 12, 1))
        shares = tuple(Holder(one.id_number, one.name, ratio, begin) for one, ratio in owners if ratio != "0")
        legal = owners[0][0]
        firm = Firm(
            index,
            name or firm_name(30_000 + len(self.made)),
            credit_code("91", "360502", index),
            UnitKind.FIRM,
            "360502",
            given.get("address", street_address(len(self.made), 3)),
            given.get("phone", mobile_number(_PHONES_FROM + index)),
            begin,
            draws.pick([200, 500, 1000, 3000]),
            shares,
            (Holder(legal.id_number, legal.name, "法定代表人", begin),),
        )
        self.made.append(firm)
        return firm

    def make_trader(self, owner: Inhabitant, name: str) -> Firm:
        """Return a new sole trader, such as a restaurant."""
        firm = self.make([(owner, "0")], name)
        code = credit_code("92", "360502", firm.index)
        self.made[-1] = replace(firm, kind=UnitKind.SOLE_TRADER, uscc=code, capital_wan=10)
        return self.made[-1]
