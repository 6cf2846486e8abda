"""Whom a name means that no register knows as it is written: a holder of the post whose name sounds or looks the same."""

from graph_service.mentions.find.names import NameSpan
from graph_service.mentions.mean.scene import DIFFERENT, Scene, fits_post
from graph_service.mentions.mean.units import Meaning, referents
from graph_service.mentions.text.mention import Because
from schema.identifiers.name_fold import variant_name
from schema.identifiers.pinyin import pinyin_keys

OTHER_SPELLING = 0.75  # below what is sure: complaints are taken down by ear, but two people may bear the two names
_OUT_OF_TERM = 0.5


def mean_other_spelling(scene: Scene, occurrences: list[NameSpan]) -> Meaning:
    """Return the people of the units beside the name, or of the register entry, whose names sound or look like it."""
    span = occurrences[0].span
    near: dict[int, float] = {}
    for one in scene.own_people:
        near[one] = OTHER_SPELLING
    for named in occurrences:
        for unit in scene.units_of(named.chain):
            for held in scene.view.holders(unit):
                if not named.chain.posts or fits_post(named.chain.posts, held.post) is not DIFFERENT:
                    certainty = OTHER_SPELLING if scene.in_office(held) else _OUT_OF_TERM
                    near[held.person] = max(certainty, near.get(held.person, 0.0))
    alike = {one: certainty for one, certainty in near.items() if _alike(span.normal, scene.view.lexicon.names[one])}
    if not alike:
        return span.certainty, Because.UNKNOWN, ()
    certainty = round(max(alike.values()) / len(alike), 3)
    return certainty, Because.VARIANT, referents(scene, tuple(alike), certainty)


def _alike(said: str, registered: str) -> bool:
    if len(said) != len(registered):
        return False
    return variant_name(said) == variant_name(registered) or not set(pinyin_keys(said)).isdisjoint(
        pinyin_keys(registered)
    )
