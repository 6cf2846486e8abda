"""Near kin, told from a chain of kinships: spouse, blood relatives within three generations, near in-laws.

The bounds are those of the rules on recusal of civil servants 公务员回避规定, article 5: oneself is the first generation, so the
common forebear is a grandparent at the farthest. Near in-laws are the spouse's parents and siblings, these siblings' spouses, the
spouses of one's blood relatives, and the parents of a child's spouse; steps of one family, who came by marriage, count with them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_TURNED = {"PARENT": "CHILD", "CHILD": "PARENT"}  # what the first is to the second, where that is another word
_GENERATIONS = 2  # above and below oneself
LONGEST = 5  # steps of the longest chain of near kin: a cousin's spouse, where no siblings are registered
_IN_LAW = "IN_LAW"
# A kinship of which the source states no relation, or none but that it is by marriage, counts as near and leads no farther.
_STATED = {"IN_LAW": _IN_LAW, None: "UNSTATED"}
_BY_SPOUSE = {"PARENT": "PARENT_IN_LAW", "SIBLING": "SIBLING_IN_LAW", "CHILD": "STEP_CHILD"}
_FURTHER = {("PARENT_IN_LAW", "CHILD"): "SIBLING_IN_LAW", ("PARENT_IN_LAW", "SPOUSE"): "PARENT_IN_LAW",
            ("SIBLING_IN_LAW", "SPOUSE"): _IN_LAW, ("STEP_CHILD", "SIBLING"): "STEP_CHILD",
            ("CHILDS_SPOUSE", "PARENT"): _IN_LAW}  # fmt: skip
SPOUSE, BLOOD, UNSTATED = "SPOUSE", "BLOOD", "UNSTATED"


Part = tuple[str, int]  # a node or relationship that a ground rests on: its uid and the number of its readers


@dataclass(frozen=True)
class Kinship:
    """One kinship as it is stored: the relative is `relation` of the person, or nothing is stated; its uid, and what it rests on."""

    person: str
    relative: str
    relation: str | None
    uid: str
    parts: tuple[Part, ...] = ()

    def step(self, start: str) -> tuple[str, str | None]:
        """Return whom it leads to from one of its ends, and what they are to that end."""
        if start == self.person:
            return self.relative, self.relation
        return self.person, _TURNED.get(self.relation or "", self.relation)


@dataclass(frozen=True)
class Relative:
    """A near relative: of which kind (SPOUSE, BLOOD, IN_LAW, UNSTATED), and what the way there rests on."""

    uid: str
    kind: str
    via: tuple[Part, ...]


# (0, 0) is the officer; other pairs are generations up to the common forebear and down again.
_State = str | tuple[int, int]


def _next(state: _State, step: str | None) -> _State | None:
    """Return what somebody is whose kin a relative is, or nothing where they are not near any more."""
    if state == (0, 0) and step in _STATED:
        return _STATED[step]
    if step is None or step == _IN_LAW:
        return None
    if isinstance(state, tuple):
        return _of_blood(*state, step)
    if state == SPOUSE:
        return _BY_SPOUSE.get(step)
    return _FURTHER.get((state, step))


def _of_blood(up: int, down: int, step: str) -> _State | None:
    if step == "SPOUSE":
        return SPOUSE if (up, down) == (0, 0) else "CHILDS_SPOUSE" if (up, down) == (0, 1) else _IN_LAW
    if step == "SIBLING" and down:
        return (up, down)
    if step == "PARENT" and down:  # a forebear of both, or who is married to one
        return SPOUSE if (up, down) == (0, 1) else _IN_LAW
    reached = (up + (step != "CHILD"), down + (step != "PARENT"))
    return reached if max(reached) <= _GENERATIONS else None


def near_kin(people: Iterable[str], kinships: Iterable[Kinship]) -> list[Relative]:
    """Return the near kin of somebody who is these people of the graph, each once by the shortest chain, by their uids."""
    around: dict[str, list[Kinship]] = {}
    for each in sorted(kinships, key=lambda kinship: kinship.uid):
        around.setdefault(each.person, []).append(each)
        around.setdefault(each.relative, []).append(each)
    found: dict[str, Relative] = {}
    own = frozenset(people)
    reached: dict[tuple[str, _State], tuple[Part, ...]] = {(uid, (0, 0)): () for uid in sorted(own)}
    seen = set(reached)
    for _ in range(LONGEST):
        reached = _farther(reached, around, seen)
        for (uid, state), via in reached.items():
            if uid not in own:
                found.setdefault(uid, Relative(uid, _kind(state), via))
    return [found[uid] for uid in sorted(found)]


def _farther(
    reached: Mapping[tuple[str, _State], tuple[Part, ...]],
    around: Mapping[str, Sequence[Kinship]],
    seen: set[tuple[str, _State]],
) -> dict[tuple[str, _State], tuple[Part, ...]]:
    """Return who is one step farther, as what; each person as each thing once."""
    found: dict[tuple[str, _State], tuple[Part, ...]] = {}
    for (uid, state), via in reached.items():
        for each in around.get(uid, ()):
            other, step = each.step(uid)
            after = _next(state, step)
            if after is not None and (other, after) not in seen:
                seen.add((other, after))
                found[other, after] = (*via, *each.parts)
    return found


def _kind(state: _State) -> str:
    if isinstance(state, tuple):
        return BLOOD
    return state if state in (SPOUSE, UNSTATED) else _IN_LAW
