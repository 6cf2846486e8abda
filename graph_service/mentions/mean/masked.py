"""Who is compatible with a masked name, a title or a masked number: candidates, hardly ever more."""

from graph_service.mentions.find.chain import Chain
from graph_service.mentions.find.names import NameSpan
from graph_service.mentions.lexicon.surname_list import surname_size
from graph_service.mentions.mean.kin import mean_kin
from graph_service.mentions.mean.scene import DIFFERENT, EXACT, Scene, fits_post, last_to_leave, long_posts
from graph_service.mentions.mean.units import Meaning, referents
from graph_service.mentions.text.folded import fold_name
from graph_service.mentions.text.mention import Because, MentionKind
from graph_service.mentions.text.span import Span
from schema.identifiers import mask_fits

_LIKELY = 0.75  # below what is sure: compatible is not the same
_DEPUTY = 0.7
_UNLIKELY = 0.5
_LONGEST_OF_HAN = 4  # signs
_FAINT = 0.3
_ONE_HOLDER = 0.88
_UNDATED = 0.6


def mean_masked(scene: Scene, named: NameSpan) -> Meaning:
    """Return the people whom 张某某 or 张局长 can stand for, by the posts around."""
    if kin := mean_kin(scene, named):
        return kin
    size = surname_size(named.span.normal, 0) or 1
    surname, rest = named.span.normal[:size], named.span.normal[size:]
    said = named.chain.posts if "某" in rest else (rest, *named.chain.posts)
    units = scene.units_of(named.chain) or tuple(sorted(scene.units_around))
    own = {one for one in scene.own_people if _compatible(scene, one, surname, rest)}
    of_the_name = [
        held for unit in units for held in scene.view.holders(unit) if _compatible(scene, held.person, surname, rest)
    ]
    fitting = [held for held in of_the_name if fits_post(said, held.post)]
    # The register may date a post later than the text does: those outside their term come only where nobody else fits.
    found = own or {held.person for held in fitting if scene.in_office(held)}
    best = _LIKELY if found else _UNLIKELY
    if not fitting and not own:  # a deputy is called as the head is: 阎局 for a 副局长
        fitting = [held for held in of_the_name if fits_post(_deputies(said), held.post)]
        found = {held.person for held in fitting if scene.in_office(held)}
        best = _DEPUTY if found else _UNLIKELY
    found = found or {held.person for held in fitting}
    if not found:
        return _FAINT, Because.MASKED, ()
    certainty = round(best / len(found), 3)
    return certainty, Because.MASKED, referents(scene, tuple(found), certainty)


def _deputies(said: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"副{long}" for post in said for long in long_posts(post) if not long.startswith("副"))


def _compatible(scene: Scene, person: int, surname: str, rest: str) -> bool:
    name = fold_name(scene.view.lexicon.names[person])
    given = name[surname_size(name, 0) or 1 :]
    if rest.strip("某") and "某" in rest:  # 王□明: the open signs are in their places
        fits = (sign in ("某", own) for sign, own in zip(rest, given, strict=False))
        return name.startswith(surname) and len(rest) == len(given) and all(fits)
    # 某某 says two signs by custom, of a name of other languages any number; one 某 may stand for any.
    is_open = not rest.startswith("某某") or len(given) == 2 or "·" in name or len(name) > _LONGEST_OF_HAN
    return name.startswith(surname) and len(name) > len(surname) and is_open


def mean_title(scene: Scene, chain: Chain) -> Meaning:
    """Return who held the post at the time: one is sure, several or an unknown time are not; who still has it is no former one."""
    fitting = [
        held
        for unit in scene.units_of(chain)
        for held in scene.view.holders(unit)
        if fits_post(chain.posts[:1], held.post) is not DIFFERENT
    ]
    among = scene.gone(fitting) if chain.is_former else fitting
    there = [held for held in among if scene.in_office(held, chain.is_then)]
    if chain.is_former and not there:
        there = last_to_leave(among)
    leading = [held for held in there if chain.part and chain.part in held.post]
    holders = {held.person: EXACT if leading else fits_post(chain.posts[:1], held.post) for held in leading or there}
    best = max(holders.values(), default=EXACT)
    found = tuple(person for person, fit in holders.items() if fit == best)
    if not found:
        return _FAINT, Because.UNKNOWN, ()
    if len(found) > 1:
        certainty = round(_ONE_HOLDER / len(found), 3)
        return certainty, Because.SEVERAL, referents(scene, found, certainty)
    is_dated = scene.interval is not None and len(scene.units_of(chain)) == 1 and best == EXACT
    certainty = _ONE_HOLDER if is_dated else _UNDATED
    return certainty, Because.HOLDER_OF_POST, referents(scene, found, certainty)


def mean_masked_number(scene: Scene, span: Span) -> Meaning:
    """Return whose number a masked one can be, among those that the text or the register entry names."""
    lexicon = scene.view.lexicon
    is_phone = span.kind is MentionKind.PHONE
    among = set(scene.own("Phone")) if is_phone else scene.own_people.union(scene.people.values())
    found = tuple(one for one in among if mask_fits(span.normal, lexicon.identifiers[one]))
    if not found:
        return span.certainty, span.because, ()
    certainty = round(_LIKELY / len(found), 3)
    return certainty, Because.MASKED, referents(scene, found, certainty)
