"""Whom a name means: never surely by the name alone.

Of 154 names with one bearer in the registers, in texts of two cities by other hands, all meant that bearer (docs/mentions.md); a name of
two signs is more easily somebody else's.
"""

from collections.abc import Iterator
from itertools import islice

from graph_service.mentions.find.chain import Chain
from graph_service.mentions.find.names import NameSpan
from graph_service.mentions.mean.owners import called_owner
from graph_service.mentions.mean.scene import DIFFERENT, EXACT, PARTLY, Scene, fits_post
from graph_service.mentions.mean.spellings import IN_THAT_POST, OTHER_SPELLING, mean_other_spelling
from graph_service.mentions.mean.units import MOST_REFERENTS, Meaning
from graph_service.mentions.text.mention import SURE_FROM, Because, MentionKind, Referent
from schema.identifiers.name_fold import fold_name as spelling

_NAME_ALONE = 0.5
_ONE_BEARER, _OF_TWO_SIGNS = 0.75, 0.6
_LONG_NAME = 3  # signs
_CLOSE = 0.02  # certainties that are this near do not tell namesakes apart
_Evidence = tuple[float, Because]
# By how the post fits: beside the unit itself, and where only the text or the register entry names the unit.
_BESIDE = {EXACT: 0.95, PARTLY: 0.9, DIFFERENT: 0.7}
_AROUND = {EXACT: 0.88, PARTLY: 0.82, DIFFERENT: 0.65}
_BARELY_BESIDE = 0.85  # the unit alone, no post
_BARELY_AROUND = 0.8  # works in the unit that is spoken of, no post is said
_WITH_ROLE = 0.75  # 工作人员 of a unit may be a namesake of somebody who has a post there
_OUT_OF_TERM = 0.7
_MOST_USERS = 10
# For which a mention settles whom the register entry means (queries/identity/loose.cypher).
BY_THE_TEXT = (Because.ID_IN_TEXT, Because.POST_AND_UNIT, Because.NUMBER_IN_TEXT, Because.UNIT_BESIDE)
_OF_ITS_OWN = (Because.NAMED_BY_MATTER, Because.ID_IN_TEXT, Because.NAME_ALONE)  # however the name is written


def mean_person(scene: Scene, occurrences: list[NameSpan]) -> Meaning:
    """Return certainty, reason and referents of a full name, by everything that the text says beside it."""
    people = occurrences[0].span.entities
    if not people:
        return mean_other_spelling(scene, occurrences)
    alone = (_by_name_alone(scene, people), Because.NAME_ALONE)
    numbers = _users_of_numbers(scene)
    owner = _the_one_with_a_firm(scene, people)
    as_owner = called_owner(scene, occurrences) if owner is not None else 0.0
    found = {one: _best(list(_evidence(scene, one, occurrences, numbers)), alone) for one in people}
    written = frozenset(spelling(_written(scene, named)) for named in occurrences)
    if owner is not None and found[owner][0] < as_owner:
        found[owner] = (as_owner, Because.HAS_A_FIRM)
    told = {one: each if _is_spelled(scene, one, written) else _asked(each) for one, each in found.items()}
    return _decided(scene, told)


def _written(scene: Scene, named: NameSpan) -> str:
    """Return the name as the text writes it; of one that it takes apart (姓罗，名敏菊) the name that it makes."""
    span = named.span
    return scene.written(span) if span.end - span.start == len(span.normal) else span.normal


def _best(evidence: list[_Evidence], alone: _Evidence) -> _Evidence:
    """Return the surest evidence, with the text's own reason where that would do by itself.

    What the text settles for the register entry stays settled by it: were the entry the reason then, the next `leadlink resolve` would
    find nothing in the text that speaks for the two being one.
    """
    certainty, because = max(evidence, default=alone, key=lambda each: each[0])
    if because is Because.NAMED_BY_MATTER:
        told = [each for each in evidence if each[1] in BY_THE_TEXT and each[0] >= SURE_FROM]
        because = max(told, key=lambda each: each[0])[1] if told else because
    return certainty, because


def _the_one_with_a_firm(scene: Scene, people: tuple[int, ...]) -> int | None:
    """Return the only one of several namesakes who leads or holds a firm that a reader may know of."""
    if len(people) < 2:
        return None
    having = [one for one in people if any(True for _ in scene.view.firms(one))]
    return having[0] if len(having) == 1 else None


def _by_name_alone(scene: Scene, people: tuple[int, ...]) -> float:
    if len(people) > 1:
        return round(_NAME_ALONE / len(people), 3)
    return _OF_TWO_SIGNS if len(scene.view.lexicon.names[people[0]]) < _LONG_NAME else _ONE_BEARER


def _is_spelled(scene: Scene, person: int, written: frozenset[str]) -> bool:
    # Texts are simplified sign by sign for finding: that 於伟 finds 于伟 does not make them one name.
    lexicon = scene.view.lexicon
    names = (lexicon.names[person], *lexicon.further_names.get(person, ()))
    return any(spelling(name) in written for name in names)


def _asked(evidence: _Evidence) -> _Evidence:
    certainty, because = evidence
    most = IN_THAT_POST if because is Because.POST_AND_UNIT and certainty >= _BESIDE[EXACT] else OTHER_SPELLING
    return evidence if because in _OF_ITS_OWN else (min(certainty, most), Because.VARIANT)


def _decided(scene: Scene, found: dict[int, _Evidence]) -> Meaning:
    uids = scene.view.lexicon.uids
    order = sorted(found, key=lambda one: (-found[one][0], scene.view.lexicon.called(one)))
    best, because = found[order[0]]
    rivals = [one for one in order if found[one][0] >= best - _CLOSE]
    if len(rivals) > 1:
        share = round(best / len(rivals), 3) if because is not Because.NAME_ALONE else best
        reason = Because.SEVERAL if because is not Because.NAME_ALONE else because
        return share, reason, tuple(Referent(uids[one], share) for one in _few(rivals))
    likely = [one for one in order if found[one][1] is not Because.NAME_ALONE] or order
    kept = order[:1] if best >= SURE_FROM else _few(likely)
    return best, because, tuple(Referent(uids[one], found[one][0]) for one in kept)


def _few(people: list[int]) -> list[int]:
    # The first ten of sixty namesakes would be any ten: their number says more.
    return people if len(people) <= MOST_REFERENTS else []


def _evidence(
    scene: Scene, person: int, occurrences: list[NameSpan], numbers: dict[int, Because]
) -> Iterator[_Evidence]:
    if person in scene.own_people:
        yield 0.98, Because.NAMED_BY_MATTER
    if person in numbers:
        yield (0.98 if numbers[person] is Because.ID_IN_TEXT else 0.92), numbers[person]
    for named in occurrences:
        yield from _by_chain(scene, person, named.chain)
    around = scene.units_around
    if any(unit in around for unit in scene.view.firms(person)):
        yield 0.65, Because.UNIT_IN_TEXT


def _by_chain(scene: Scene, person: int, chain: Chain) -> Iterator[_Evidence]:
    beside = scene.units_of(chain)
    for held in scene.view.posts(person):
        is_beside = held.unit in beside
        if not is_beside and (chain.is_anchored or held.unit not in scene.units_around):
            if held.unit in scene.units_around:
                yield _AROUND[DIFFERENT], Because.UNIT_IN_TEXT
            continue
        fit = fits_post(chain.posts, held.post)
        certainty = (_BESIDE if is_beside else _AROUND)[fit]
        if is_beside and not chain.posts:
            certainty = _WITH_ROLE if chain.has_role else _BARELY_BESIDE
        elif not chain.posts and not chain.has_role:
            certainty = _BARELY_AROUND
        if not scene.in_office(held):
            certainty = min(certainty, _OUT_OF_TERM)
        because = Because.POST_AND_UNIT if fit else Because.UNIT_BESIDE if is_beside else Because.UNIT_IN_TEXT
        yield certainty, because
    if any(unit in beside for unit in scene.view.firms(person)):
        yield _BARELY_BESIDE, Because.UNIT_BESIDE


def _users_of_numbers(scene: Scene) -> dict[int, Because]:
    found: dict[int, Because] = {}
    for span in scene.of_kind(MentionKind.PHONE, MentionKind.ACCOUNT, MentionKind.VEHICLE):
        for entity in span.entities:
            users = list(islice(scene.view.users(entity), _MOST_USERS + 1))
            if len(users) <= _MOST_USERS:  # what many share, a hotline say, tells nobody from anybody
                found |= dict.fromkeys(users, Because.NUMBER_IN_TEXT)
    for span in scene.of_kind(MentionKind.RESIDENT_ID):
        found |= dict.fromkeys(span.entities, Because.ID_IN_TEXT)
    return found
