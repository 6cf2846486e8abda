"""Which unit, or which other thing with a name, a name means."""

from graph_service.mentions.find.view import View
from graph_service.mentions.find.words import About
from graph_service.mentions.lexicon.known import MatterText
from graph_service.mentions.mean.scene import Scene
from graph_service.mentions.text.mention import Because, MentionKind, Referent
from graph_service.mentions.text.span import Span

MOST_REFERENTS = 10
_BY_MATTER = 0.99
_BESIDE = 0.9
_ONLY_VILLAGE = 0.85
_SHORTEST = 2
_AREA = 6  # digits of a district's code

Meaning = tuple[float, Because, tuple[Referent, ...]]  # certainty, reason, what may be meant


def about(view: View, matter: MatterText) -> About:
    """Return area and units of the matter's register entry; the area is its own, else the one area of those units."""
    lexicon = view.lexicon
    named = (lexicon.places.get(naming.uid) for naming in matter.names if naming.label == "Unit")
    units = frozenset(one for one in named if one is not None and lexicon.audiences[one] in view.open)
    areas = {lexicon.areas[one][:_AREA] for one in units if one in lexicon.areas}
    return About(matter.area or (areas.pop() if len(areas) == 1 else ""), units)


def resolve_units(scene: Scene) -> None:
    """Tell for every unit span which units it may mean: one where the matter or a person beside it decides."""
    for span in scene.of_kind(MentionKind.UNIT):
        own = tuple(one for one in span.entities if one in scene.own_units)
        scene.meant[span] = (
            own or _beside(scene, span) or _part_of_own(scene, span) or _in_area(scene, span) or span.entities
        )


def _beside(scene: Scene, span: Span) -> tuple[int, ...]:
    if len(span.entities) < 2:
        return ()
    for named in scene.named.values():
        if named.chain.unit is span and named.span in scene.spans and named.span.entities:
            posts = (
                held for person in named.span.entities for held in scene.view.posts(person) if scene.in_office(held)
            )
            found = {held.unit for held in posts if held.unit in span.entities}
            if len(found) == 1:
                return tuple(found)
    return ()


def _part_of_own(scene: Scene, span: Span) -> tuple[int, ...]:
    """Return the one unit of that name, known without its area, that lies under a unit of the matter or one step lower."""
    if span.because is not Because.OTHER_NAME or not scene.own_units:
        return ()
    found = []
    for one in span.entities:
        above = set(scene.view.above(one))
        higher = {each for unit in above for each in scene.view.above(unit)}
        if not scene.own_units.isdisjoint(above | higher):
            found.append(one)
    return tuple(found) if len(found) == 1 else ()


def _in_area(scene: Scene, span: Span) -> tuple[int, ...]:
    # 区教育局 in a matter of one district is that district's.
    area, areas = about(scene.view, scene.matter).area, scene.view.lexicon.areas
    if not area or span.because is not Because.OTHER_NAME:
        return ()
    found = tuple(one for one in span.entities if areas.get(one, "")[:_AREA] == area[:_AREA])
    return found if len(found) == 1 else ()


def mean_thing(scene: Scene, span: Span) -> Meaning:
    """Return certainty, reason and referents of a name of a unit or of another thing that is not a person."""
    entities = scene.meant.get(span, span.entities)
    if not entities:
        return span.certainty, span.because, ()
    own = set(scene.own(scene.view.lexicon.labels[entities[0]]))
    named = tuple(one for one in entities if one in own)
    if len(named) == 1:
        return _BY_MATTER, Because.NAMED_BY_MATTER, referents(scene, named, _BY_MATTER)
    if len(entities) > 1:
        certainty = round(0.9 / len(entities), 3)
        return certainty, Because.SEVERAL, referents(scene, entities, certainty)
    if entities == _part_of_own(scene, span):
        return _BESIDE, Because.PART_OF_UNIT, referents(scene, entities, _BESIDE)
    if entities == _in_area(scene, span):
        return _BESIDE, Because.AREA_OF_MATTER, referents(scene, entities, _BESIDE)
    if len(span.entities) > 1:
        return _BESIDE, Because.PERSON_BESIDE, referents(scene, entities, _BESIDE)
    certainty = max(span.certainty, _ONLY_VILLAGE) if _is_only_village(scene, span, entities[0]) else span.certainty
    return certainty, span.because, referents(scene, entities, certainty)


def _is_only_village(scene: Scene, span: Span, unit: int) -> bool:
    # A register of one city holds all its villages; of several cities, another one may have the name.
    lexicon = scene.view.lexicon
    is_named = (
        span.because is Because.OTHER_NAME and span.normal.endswith(("村", "社区")) and len(span.normal) > _SHORTEST
    )
    return is_named and lexicon.is_one_city and unit in lexicon.areas and unit not in lexicon.stubs


def referents(scene: Scene, entities: tuple[int, ...], certainty: float) -> tuple[Referent, ...]:
    """Return the entities as referents of one certainty, in the order of their names, at most ten."""
    lexicon = scene.view.lexicon
    kept = sorted(entities, key=lexicon.called)[:MOST_REFERENTS]
    return tuple(Referent(lexicon.uids[one], certainty) for one in kept)


def normal_thing(scene: Scene, span: Span, mention_of: tuple[Referent, ...]) -> str:
    """Return the registered name where there is one meaning, else the words as they stand."""
    if len(mention_of) != 1:
        return span.normal
    lexicon = scene.view.lexicon
    entity = lexicon.places[mention_of[0].uid]
    code = "" if span.kind is MentionKind.UNIT else lexicon.identifiers[entity]
    return code or lexicon.names[entity]
