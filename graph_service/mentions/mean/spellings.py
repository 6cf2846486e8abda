"""Whom a name means that no register knows as it is written: a holder of the post whose name sounds or looks the same."""

from graph_service.mentions.find.names import NameSpan
from graph_service.mentions.mean.scene import DIFFERENT, EXACT, Scene, fits_post
from graph_service.mentions.mean.units import Meaning, referents
from graph_service.mentions.text.mention import Because
from schema.identifiers.name_fold import variant_name
from schema.identifiers.pinyin import sound_keys

OTHER_SPELLING = 0.75  # below what is sure: complaints are taken down by ear, but two people may bear the two names
IN_THAT_POST = 0.82  # who alone sounds so in the very unit and post on the day
_AROUND = 0.6  # of a unit that only the text or the register entry names
_OUT_OF_TERM = 0.5


def mean_other_spelling(scene: Scene, occurrences: list[NameSpan]) -> Meaning:
    """Return the people of the units beside the name, or of the register entry, whose names sound or look like it."""
    span = occurrences[0].span
    near: dict[int, float] = dict.fromkeys(scene.own_people, OTHER_SPELLING)
    for named in occurrences:
        for person, certainty in _holders(scene, named).items():
            near[person] = max(certainty, near.get(person, 0.0))
    alike = {one: certainty for one, certainty in near.items() if _alike(span.normal, scene.view.lexicon.names[one])}
    if not alike:
        return span.certainty, Because.UNKNOWN, ()
    certainty = max(alike.values())
    if len(alike) > 1:
        certainty = round(min(certainty, OTHER_SPELLING) / len(alike), 3)
    return certainty, Because.VARIANT, referents(scene, tuple(alike), certainty)


def _holders(scene: Scene, named: NameSpan) -> dict[int, float]:
    """Return who held the stated post, or any where none is stated, with how sure one of them is meant.

    Of the units that are only spoken of those with the post; all of them where the name was taken down by ear.
    """
    posts, beside = named.chain.posts, scene.units_of(named.chain)
    is_open = not beside and (bool(posts) or named.is_heard) and not named.chain.is_anchored
    found: dict[int, float] = {}
    for unit in beside or (tuple(scene.units_around) if is_open else ()):
        for held in scene.view.holders(unit):
            fit = fits_post(posts, held.post)
            if posts and fit is DIFFERENT:
                continue
            certainty = _AROUND if is_open else OTHER_SPELLING
            if fit is EXACT and len(beside) == 1 and scene.interval is not None:
                certainty = IN_THAT_POST
            if not scene.in_office(held):
                certainty = _OUT_OF_TERM
            found[held.person] = max(certainty, found.get(held.person, 0.0))
    return found


def _alike(said: str, registered: str) -> bool:
    if len(said) != len(registered):
        return False
    return variant_name(said) == variant_name(registered) or not sound_keys(said).isdisjoint(sound_keys(registered))
