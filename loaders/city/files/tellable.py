"""Which subjects without an id number the registers tell: somebody who reads them all finds one person who fits."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import chain

from loaders.city.cases.matter import CityMatter, CityNaming
from loaders.city.files.naming import hidden_number
from loaders.city.world.names import masked_name
from loaders.city.world.officials import Official, former_posts
from loaders.city.world.people import Inhabitant
from loaders.city.world.world import World

_BEFORE = timedelta(days=400)  # a matter speaks of what happened up to so long before it came in


class Registers:
    """What the registers of posts and of people say, as far as it tells who is meant."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._holders: dict[tuple[int, str], list[Official]] = defaultdict(list)
        for one in chain(world.officials, former_posts(world.officials, world.units, world.seed)):
            self._holders[one.unit, one.post].append(one)
        self._numbers: dict[tuple[str, str], set[str]] = {}

    def tell(self, matter: CityMatter, one: CityNaming) -> bool:
        """Return whether one person alone fits what the ledger shows of the subject."""
        since = (matter.day - _BEFORE).year
        held = self._holders[-1 if matter.unit is None else matter.unit, matter.post]
        fitting = {
            each.person.key for each in held if _fits(each.person, one.words) and _overlaps(each, since, matter.day)
        }
        if not one.hidden:
            return fitting == {one.ref}
        alike = self._hidden()[one.words, one.hidden]
        return alike == {one.ref} or alike & fitting == {one.ref}

    def _hidden(self) -> dict[tuple[str, str], set[str]]:
        if not self._numbers:
            found = defaultdict(set)
            for person in self._world.people:
                found[masked_name(person.name), hidden_number(person.id_number)].add(person.key)
            self._numbers = found
        return self._numbers


def _fits(person: Inhabitant, words: str) -> bool:
    return words in (person.name, masked_name(person.name))


def _overlaps(post: Official, since: int, until: date) -> bool:
    return post.since.year <= until.year and (post.until is None or post.until.year >= since)
