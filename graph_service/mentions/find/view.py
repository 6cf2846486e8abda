"""The lexicon as every reader of one matter may know it."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph_service.mentions.lexicon.lexicon import Held, Lexicon, Sense
from graph_service.mentions.lexicon.projects import visible
from graph_service.unit_forms.forms import Closeness

_DISTRICT, _CITY = 6, 4  # digits of their codes


@dataclass(frozen=True, slots=True)
class View:
    """The lexicon without what some reader of the mentions may not read."""

    lexicon: Lexicon
    open: frozenset[int]

    def number(self, label: str, value: str) -> int | None:
        """Return the entity of this kind that the number identifies."""
        found = self.lexicon.number(label, value)
        return found if found is not None and self.lexicon.audiences[found] in self.open else None

    def local_phone(self, local: str) -> int | None:
        """Return the one land line of this number whose area the text leaves out; None where several areas have it."""
        found = [one for one in self.lexicon.local_phones.get(local, ()) if self.lexicon.audiences[one] in self.open]
        return found[0] if len(found) == 1 else None

    def people(self, name: str) -> tuple[int, ...]:
        """Return the people of this name."""
        audiences = self.lexicon.audiences
        return tuple(one for one in self.lexicon.people.get(name, ()) if audiences[one] in self.open)

    def things(self, word: str) -> tuple[Sense, ...]:
        """Return the units, places, projects and contracts of this name, with how close the name is."""
        audiences, senses = self.lexicon.audiences, self.lexicon.things.get(word, ())
        seen = tuple(one for one in senses if one.audience in self.open and audiences[one.entity] in self.open)
        if len(seen) < 2 or self.lexicon.stubs.isdisjoint(one.entity for one in seen):
            return seen
        # What a row calls 公交集团 proves no unit of that name where the register knows whose short name it is.
        known = [one for one in seen if one.entity not in self.lexicon.stubs]
        best = min((one.how for one in known), default=Closeness.FULL)
        stubs = (one._replace(how=best) for one in seen if one.entity in self.lexicon.stubs and best is Closeness.LOOSE)
        return (*known, *stubs) if known else seen

    def bare(self, word: str, area: str) -> tuple[int, ...]:
        """Return the units of the area, else of its city, that are called so without area or ending; all without an area."""
        lexicon = self.lexicon
        found = tuple(one for one in lexicon.bare.get(word, ()) if lexicon.audiences[one] in self.open)
        own = area[:_DISTRICT]
        inside = tuple(one for one in found if lexicon.areas.get(one, "")[:_DISTRICT] == own)
        city = tuple(one for one in found if lexicon.areas.get(one, "")[:_DISTRICT] == own[:_CITY] + "00")
        return (inside or city) if own else found

    def kin(self, person: int) -> Iterator[tuple[int, str, bool]]:
        """Yield the registered kin of a person, the relation, and whether it is told from their side."""
        audiences = self.lexicon.audiences
        for other, relation, is_from_other, audience in self.lexicon.kin.of.get(person, ()):
            if audience in self.open and audiences[other] in self.open:
                yield other, relation, is_from_other

    def projects(self, unit: int) -> list[int]:
        """Return the projects that the unit puts out or carries out."""
        audiences = self.lexicon.audiences
        found = visible(self.lexicon.projects.of_unit.get(unit, []), self.open)
        return [project for project in dict.fromkeys(found) if audiences[project] in self.open]

    def sums(self, project: int) -> list[int]:
        """Return the sums of the project in fen."""
        return visible(self.lexicon.projects.sums.get(project, []), self.open)

    def is_post(self, word: str) -> bool:
        """Return whether the word is a post in general or in some unit."""
        audiences = self.lexicon.post_words.get(word)
        return audiences is not None and (not audiences or not audiences.isdisjoint(self.open))

    def posts(self, person: int) -> Iterator[Held]:
        """Yield the posts of a person."""
        return (held for held in self.lexicon.posts.get(person, ()) if held.audience in self.open)

    def holders(self, unit: int) -> Iterator[Held]:
        """Yield the posts in a unit whose holders may be known."""
        audiences = self.lexicon.audiences
        return (
            held
            for held in self.lexicon.holders.get(unit, ())
            if held.audience in self.open and audiences[held.person] in self.open
        )

    def above(self, unit: int) -> Iterator[int]:
        """Yield the units that a unit is under."""
        return (higher for higher, audience in self.lexicon.above.get(unit, ()) if audience in self.open)

    def firms(self, person: int) -> Iterator[int]:
        """Yield the units that a person owns, leads or informs for."""
        return (unit for unit, audience in self.lexicon.firms.get(person, ()) if audience in self.open)

    def users(self, thing: int) -> Iterator[int]:
        """Yield who uses a phone or an account, or owns a vehicle."""
        return (user for user, audience in self.lexicon.users.get(thing, ()) if audience in self.open)
