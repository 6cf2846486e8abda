"""The finder's memory: every name and number that the graph knows, and what tells namesakes apart."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

import ahocorasick  # type: ignore[import-not-found]

from graph_service.mentions.lexicon.aliases import firm_names, person_forms, under_parent, unit_names
from graph_service.mentions.lexicon.kin import KinTies
from graph_service.mentions.lexicon.known import KnownEntity, KnownTie
from graph_service.mentions.lexicon.projects import KnownSum, ProjectFacts
from graph_service.mentions.lexicon.titles import POSTS, ROLES
from graph_service.mentions.lexicon.unit_posts import ends_in_post
from graph_service.mentions.text.folded import fold_name
from graph_service.unit_forms.areas import AUTONOMOUS, CITY_NAME, COUNTY, is_one_city
from graph_service.unit_forms.bare import bare_bodies, bare_cores
from graph_service.unit_forms.firm_names import is_firm_name
from graph_service.unit_forms.forms import Closeness
from graph_service.unit_forms.parts import place_names
from graph_service.unit_forms.project_names import project_forms
from schema import KINDS
from schema.record import InText

_AREA = re.compile(rf"((?:{CITY_NAME}市|{AUTONOMOUS}))(?:{COUNTY})?")
_LAND_LINE = re.compile(r"0\d{2,3}-(\d{7,8}(?:-\d{1,6})?)")
_FIRM_TIES = frozenset({"OFFICER_OF", "HOLDS_SHARE", "INFORMS_FOR"})
_TELLING_UNIT = 3  # signs of a unit's name in a project's
_OF_THEIR_OWN = ("KIN_OF", "TENDERED_BY", "AWARDED_TO")  # kept apart from the others
_USE_TIES = frozenset({"USES_PHONE", "USES_ACCOUNT"})


class Held(NamedTuple):
    """A post that somebody holds or held in a unit."""

    person: int
    unit: int
    post: str
    audience: int
    valid_from: date | None
    valid_to: date | None


class Sense(NamedTuple):
    """What a name may mean: an entity, how close the name is, and who may know that it is so called."""

    entity: int
    how: Closeness
    audience: int


class Lexicon:
    """Entities by number, found by name or identifier; read-only once it is made.

    `bare` has registered units by what they are, without area or ending, `bare_cores` those of these names that are everyday
    words; `stubs` are units of which no more than a name is known.
    """

    def __init__(self, known: Iterable[KnownEntity], ties: Iterable[KnownTie], sums: Iterable[KnownSum] = ()) -> None:
        self.uids: list[str] = []
        self.labels: list[str] = []
        self.audiences: list[int] = []
        self.names: list[str] = []  # the full name as registered, or the number
        self.identifiers: list[str] = []  # the first strong identifier, empty without one
        self.places: dict[str, int] = {}
        self.people: dict[str, tuple[int, ...]] = {}
        self.things: dict[str, tuple[Sense, ...]] = {}
        self.bare: dict[str, tuple[int, ...]] = {}
        self.bare_cores: set[str] = set()
        self.stubs: set[int] = set()
        self.numbers: dict[str, dict[str, int]] = {}
        self.local_phones: dict[str, tuple[int, ...]] = {}  # by the number without its area
        self.posts: dict[int, tuple[Held, ...]] = {}  # by person
        self.holders: dict[int, tuple[Held, ...]] = {}
        self.firms: dict[int, tuple[tuple[int, int], ...]] = {}  # by person: unit and audience
        self.users: dict[int, tuple[tuple[int, int], ...]] = {}  # by phone, account or vehicle: person and audience
        self.post_words: dict[str, set[int]] = {
            word: set() for word in POSTS
        }  # with the audiences of the posts so called
        self.area_prefixes: set[str] = set()  # 云江市, 云江市渝水区: what addresses leave out
        self.further_names: dict[int, tuple[str, ...]] = {}  # of people: former ones
        self.areas: dict[int, str] = {}  # by unit: the area code
        self.above: dict[int, tuple[tuple[int, int], ...]] = {}  # by unit: the one above it and an audience
        self.projects = ProjectFacts()
        self.kin = KinTies()
        self.place_names: set[str] = set()  # that the names of public units tell: 云江, 云水区, 良村
        self._short: dict[int, str] = {}
        self._named_firms: list[tuple[int, tuple[str, ...]]] = []
        for one in known:
            self._learn(one)
        self._learn_firms()
        for tie in ties:
            self._tie(tie)
        self.is_one_city = is_one_city(self.areas.values())
        self._automaton = self._words()
        self._learn_projects(sums)

    def called(self, entity: int) -> tuple[str, str, str]:
        """Return what sorts entities alike in every home: name, identifier, and the uid where both are the same."""
        return self.names[entity], self.identifiers[entity], self.uids[entity]

    def find(self, folded: str) -> Iterator[tuple[int, str]]:
        """Yield every known word in a folded text with the place of its last sign."""
        found: Iterator[tuple[int, str]] = self._automaton.iter(folded)
        return found

    def number(self, label: str, value: str) -> int | None:
        """Return the entity of this kind that the number identifies."""
        return self.numbers.get(label, {}).get(value)

    def _learn(self, one: KnownEntity) -> None:
        entity = len(self.uids)
        self.uids.append(one.uid)
        self.labels.append(one.label)
        self.audiences.append(one.audience)
        self.names.append(next(iter((*filter(None, one.names), *one.numbers)), ""))
        self.identifiers.append(one.numbers[0] if one.numbers else "")
        self.places[one.uid] = entity
        for number in one.numbers:
            self.numbers.setdefault(one.label, {})[number] = entity
            if one.label == "Phone" and (local := _LAND_LINE.fullmatch(number)):
                self.local_phones[local[1]] = (*self.local_phones.get(local[1], ()), entity)
        if one.label == "Person":
            self._learn_person(one.names, entity)
        elif one.label == "Unit":
            self._learn_unit(one, entity)
        else:
            words = one.names if KINDS[one.label].IN_TEXT is InText.NUMBER else (*one.names, *one.numbers)
            for word in words:
                self._learn_thing(fold_name(word), entity, Closeness.FULL)
            if one.label == "Project":
                for form in project_forms(fold_name(one.names[0] if one.names else "")):
                    self._learn_thing(form, entity, Closeness.SHORT)
            if one.label == "Place":
                area = _AREA.match(one.names[0] if one.names else "")
                self.area_prefixes |= {area[1], area[0]} if area else set()

    def _learn_person(self, names: tuple[str, ...], entity: int) -> None:
        if len(names) > 1:
            self.further_names[entity] = names[1:]
        for name in {form for each in names for form in person_forms(fold_name(each))}:
            if len(name) > 1:
                self.people[name] = (*self.people.get(name, ()), entity)

    def _learn_unit(self, one: KnownEntity, entity: int) -> None:
        """Learn its names; one that ends in a post only where its credit code says that it is so called, as an inn 老村长."""
        if len(one.names) > 1 and one.names[1]:
            self._short[entity] = one.names[1]
        if one.area:
            self.areas[entity] = one.area
        names = one.names if one.numbers else tuple("" if ends_in_post(name) else name for name in one.names)
        for word, how in unit_names(names).items():
            self._learn_thing(word, entity, how)
        if not (one.numbers or one.area or any(one.names[1:])):
            self.stubs.add(entity)
        elif names:
            self._learn_bare(fold_name(names[0]), entity)
        if any(map(is_firm_name, one.names)):
            self._named_firms.append((entity, one.names))
        else:
            self.place_names.update(place for name in one.names for place in place_names(fold_name(name)))

    def _learn_bare(self, name: str, entity: int) -> None:
        cores = set(bare_cores(name))
        self.bare_cores |= cores
        for word in cores.union(bare_bodies(name)):
            self.bare[word] = (*self.bare.get(word, ()), entity)

    def _learn_firms(self) -> None:
        """Learn short names of firms, once all places are known."""
        for entity, names in self._named_firms:
            for word, how in firm_names(names, self.place_names).items():
                senses = self.things.get(word, ())
                closer = [one.how for one in senses if one.entity == entity and one.how is not Closeness.LOOSE]
                if not closer:
                    self.things[word] = tuple(one for one in senses if one.entity != entity)
                    self._learn_thing(word, entity, how)
        self._named_firms.clear()

    def _learn_thing(self, word: str, entity: int, how: Closeness, audience: int | None = None) -> None:
        senses = self.things.get(word, ())
        if len(word) > 1 and all(entity != sense.entity for sense in senses):
            self.things[word] = (*senses, Sense(entity, how, self.audiences[entity] if audience is None else audience))

    def _tie(self, tie: KnownTie) -> None:
        start, end = self.places.get(tie.start), self.places.get(tie.end)
        if start is None or end is None:
            return
        if tie.type == "HOLDS_POST":
            post = fold_name(tie.post or "")
            held = Held(start, end, post, tie.audience, tie.valid_from, tie.valid_to)
            self.posts[start] = (*self.posts.get(start, ()), held)
            self.holders[end] = (*self.holders.get(end, ()), held)
            for part in split_post(post):
                if len(part) > 1 and part not in POSTS:
                    self.post_words.setdefault(part, set()).add(tie.audience)
        elif tie.type in _OF_THEIR_OWN:
            self._tie_else(tie, start, end)
        elif tie.type in _FIRM_TIES:
            self.firms[start] = (*self.firms.get(start, ()), (end, tie.audience))
        elif tie.type in _USE_TIES:
            self.users[end] = (*self.users.get(end, ()), (start, tie.audience))
        elif tie.type == "OWNED_BY":
            self.users[start] = (*self.users.get(start, ()), (end, tie.audience))
        elif tie.type == "UNDER":
            self.above[start] = (*self.above.get(start, ()), (end, tie.audience))
            self._join(start, end, tie.audience)

    def _tie_else(self, tie: KnownTie, start: int, end: int) -> None:
        if tie.type == "KIN_OF":
            self.kin.learn(start, end, tie.post or "", tie.audience)
        else:
            self.projects.tie(start, end, tie.audience)

    def _learn_projects(self, sums: Iterable[KnownSum]) -> None:
        """Learn what projects cost, and whose name they bear: 第六小学综合教学楼 is the school's, whoever puts it out."""
        for uid, fen, audiences in sums:
            if uid in self.places:
                self.projects.cost(self.places[uid], fen, audiences)
        for project in (entity for entity, label in enumerate(self.labels) if label == "Project"):
            for _, word in self.find(fold_name(self.names[project])):
                for one in self.things.get(word, ()) if len(word) >= _TELLING_UNIT else ():
                    if self.labels[one.entity] == "Unit" and one.how <= Closeness.BY_RULE:
                        self.projects.tie(project, one.entity, one.audience)

    def _join(self, unit: int, superior: int, audience: int) -> None:
        if unit in self._short and superior in self._short:
            joined = under_parent(self._short[superior], self._short[unit])
            if joined:
                self._learn_thing(joined, unit, Closeness.PLAIN, audience)

    def _words(self) -> Any:
        automaton = ahocorasick.Automaton(ahocorasick.STORE_ANY)
        for words in (self.people, self.things, self.bare, self.post_words, ROLES):
            for word in words:
                automaton.add_word(word, word)
        automaton.make_automaton()
        return automaton


def split_post(post: str) -> list[str]:
    """Return the posts that one entry joins, such as 党组书记、局长."""
    return [part for part in post.replace("兼", "、").replace(",", "、").replace("和", "、").split("、") if part]
