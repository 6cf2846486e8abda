"""The table of roles and Cedar's policies, written apart from each other, decide alike; a changed rule is noticed."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from graph_service.errors import BadInput, NotAllowed
from graph_service.rights.roles import _FILE, Grant, Roles, read_roles, roles_of
from schema.record import DataClass
from tests.unit.rights.second_decider import CLASSES, GRANTS, TEAMS, Person, SecondDecider, everybody

# Each reader alone, which is all that a decision about several is made of.
READERS = [frozenset({each}) for each in ("EVERYONE", *TEAMS)]
ASKED = [
    *((action, f"class {name}") for action in ("whole", "part") for name in CLASSES),
    *(("read", f"readers {place}") for place in range(len(READERS))),
    *((grant, "class D0") for grant in GRANTS),
    ("enter", "class D0"),
]
Decisions = tuple[bool, ...]
# No team and no post of the city has it: whoever gives it to somebody says so in a file of his own, or it is a mark.
UNUSED = {"EXPLORER", "SEALED"}
_OF_TIERS = {"hits", "conceals", "rounds"}  # not by readers: tests/api/test_hits.py, tests/api/test_rounds.py


def by_roles(roles: Roles, person: Person) -> Decisions:
    """Return what the table decides on everything that is asked."""
    try:
        held = roles.of(person.teams, person.posts)
        sight = roles.sight(person.teams, person.posts)
        tokens = set(roles.tokens(person.teams, person.posts))
    except NotAllowed:
        return (False,) * len(ASKED)
    whole = [DataClass(name) in sight.whole for name in CLASSES]
    part = [DataClass(name) in sight.whole | sight.masked for name in CLASSES]
    return (*whole, *part, *(bool(tokens & each) for each in READERS), *(Grant(each) in held for each in GRANTS), True)


@pytest.fixture(scope="module")
def by_cedar() -> dict[Person, Decisions]:
    people = everybody()
    decider = SecondDecider(people, READERS)
    found = iter(decider.allowed([(person, *asked) for person in people for asked in ASKED]))
    return {person: tuple(next(found) for _ in ASKED) for person in people}


def _differing(roles: Roles, by_cedar: dict[Person, Decisions]) -> Iterator[tuple[Person, list[tuple[str, str]]]]:
    for person, decided in by_cedar.items():
        found = by_roles(roles, person)
        if found != decided:
            yield person, [asked for asked, one, other in zip(ASKED, found, decided, strict=True) if one != other]


def test_both_decide_alike_on_everybody(by_cedar: dict[Person, Decisions]) -> None:
    assert list(_differing(read_roles(), by_cedar)) == []
    allowed = sum(sum(each) for each in by_cedar.values())
    assert 0.2 < allowed / (len(by_cedar) * len(ASKED)) < 0.6, "both answers are there"


def _mutants() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every table with one rule deleted, added or turned round."""
    stated = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    for name, role in stated["roles"].items():
        for what, said in _changes(role) if name not in UNUSED else ():
            yield f"{name} {what}", {**stated, "roles": {**stated["roles"], name: {**role, **said}}}
    yield from _teams_changed(stated)
    yield "no posts", {**stated, "posts": {}}


def _changes(role: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    whole, masked, may = (role.get(each, []) for each in ("whole", "masked", "may"))
    for each in CLASSES:
        rest, left = [one for one in whole if one != each], [one for one in masked if one != each]
        for more, part in (([each], []), ([], [each]), ([], [])):
            said = {"whole": [*rest, *more], "masked": [*left, *part]}
            if {name: set(names) for name, names in said.items()} != {"whole": set(whole), "masked": set(masked)}:
                yield f"{each} {said}", said
    for grant in GRANTS:
        yield grant, {"may": [each for each in may if each != grant] if grant in may else [*may, grant]}
    if "administers" in role:
        yield "runs nothing", {"administers": None}


def _teams_changed(stated: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    teams = {pattern: name for pattern, name in stated["teams"].items() if name not in UNUSED}
    roles = {
        name: {key: said for key, said in role.items() if key not in _OF_TIERS}
        for name, role in stated["roles"].items()
    }
    for pattern, name in teams.items():
        rest = {each: role for each, role in teams.items() if each != pattern}
        for other in sorted(roles.keys() - UNUSED):
            if roles[name] != roles[other]:
                yield f"{pattern} is {other}", {**stated, "teams": {**teams, pattern: other}}
        if pattern == "*" or roles[name] != roles[rest["*"]]:
            yield f"no {pattern}", {**stated, "teams": rest}


def test_every_changed_rule_is_noticed(by_cedar: dict[Person, Decisions]) -> None:
    lived, count = [], 0
    for name, mutant in _mutants():
        count += 1
        try:
            roles = roles_of(mutant, "a mutant")
        except BadInput:
            continue
        if next(_differing(roles, by_cedar), None) is None:
            lived.append(name)

    assert count > 500
    assert lived == []
