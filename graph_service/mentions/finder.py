"""Finds what the text of a matter mentions: spans first, then what each of them means."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from graph_service.mentions.alike.outings import PlaceName
from graph_service.mentions.days.dates import find_dates
from graph_service.mentions.find.addresses import find_addresses
from graph_service.mentions.find.amounts import find_amounts
from graph_service.mentions.find.chain import Chain, chain_before
from graph_service.mentions.find.documents import find_documents
from graph_service.mentions.find.eateries import find_eateries
from graph_service.mentions.find.firms import find_firms
from graph_service.mentions.find.names import NameSpan, TextSetting, again, beside, find_names
from graph_service.mentions.find.numbers import find_numbers
from graph_service.mentions.find.plates import find_plates
from graph_service.mentions.find.problems import find_problems
from graph_service.mentions.find.reporters import names_reporter, without_reporter
from graph_service.mentions.find.spoken_amounts import find_spoken_amounts
from graph_service.mentions.find.view import View
from graph_service.mentions.find.words import find_words
from graph_service.mentions.lexicon.known import MatterText
from graph_service.mentions.lexicon.lexicon import Lexicon
from graph_service.mentions.mean.kin import kin_spans
from graph_service.mentions.mean.masked import mean_masked, mean_masked_number, mean_title
from graph_service.mentions.mean.people import mean_person
from graph_service.mentions.mean.projects import tell_project
from graph_service.mentions.mean.public_numbers import is_public, is_service
from graph_service.mentions.mean.scene import Scene
from graph_service.mentions.mean.units import Meaning, about, mean_thing, normal_thing, referents, resolve_units
from graph_service.mentions.text.folded import Folded, fold_name, fold_text
from graph_service.mentions.text.mention import Because, Mention, MentionKind
from graph_service.mentions.text.span import Span, TakenSpans, choose
from graph_service.rights.mention_audiences import Rights

_THINGS = (MentionKind.UNIT, MentionKind.PLACE, MentionKind.PROJECT, MentionKind.CONTRACT, MentionKind.OTHER)
_WHOLE_ID = 18
_TITLE_STRENGTH = 20.0
_BY_SENSE = 0.75  # 局长 alone: likely the head of the unit that is spoken of
_NO_TITLE = ("办公", "信箱", "会议", "热线", "助理", "职务", "职位", "岗位", "候选")


class Finder:
    """Built once from what the graph knows; pure, so that the same text and knowledge give the same mentions."""

    def __init__(self, lexicon: Lexicon, rights: Rights) -> None:
        self._lexicon = lexicon
        self._rights = rights

    def find(self, matter: MatterText) -> list[Mention]:
        """Return the mentions of the matter's text in order; they rest on nothing that a reader of theirs may not know."""
        audience, _ = self._rights.insiders(matter.audience)
        folded = fold_text(matter.text)
        scene = _scene(folded, View(self._lexicon, self._rights.open_to(audience)), matter)
        resolve_units(scene)
        found = sorted(_mentions(scene), key=lambda mention: mention.start)
        return [_placed(mention, *folded.original(mention.start, mention.end), matter.text) for mention in found]

    def named_places(self, matter: MatterText) -> list[PlaceName]:
        """Return the units and places that the columns of the matter name, as far as every reader of its text may know."""
        audience, _ = self._rights.insiders(matter.audience)
        may_know, lexicon = self._rights.open_to(audience), self._lexicon
        found = [lexicon.places.get(one.uid) for one in matter.names if one.label in ("Unit", "Place")]
        return [
            PlaceName(fold_name(lexicon.names[one]), lexicon.uids[one])
            for one in found
            if one is not None and lexicon.audiences[one] in may_know and lexicon.names[one]
        ]

    def prefecture(self, matter: MatterText) -> str:
        """Return the first four digits of the area code of a matter, else of the one area of its units; empty if unknown."""
        units = {self._lexicon.areas.get(entity, "")[:4] for entity in self._named(matter, "Unit")} - {""}
        return matter.area[:4] if matter.area else units.pop() if len(units) == 1 else ""

    def ids(self, matter: MatterText) -> list[tuple[str, str]]:
        """Return id and name of the people whom the matter's own entry names and whom all its readers may know."""
        named = self._named(matter, "Person")
        numbers = ((self._lexicon.identifiers[entity], self._lexicon.names[entity]) for entity in named)
        return sorted((number, name) for number, name in numbers if len(number) == _WHOLE_ID)

    def _named(self, matter: MatterText, label: str) -> list[int]:
        audience, _ = self._rights.insiders(matter.audience)
        may_know = self._rights.open_to(audience)
        entities = (self._lexicon.places.get(naming.uid) for naming in matter.names if naming.label == label)
        return [one for one in entities if one is not None and self._lexicon.audiences[one] in may_know]


def _placed(mention: Mention, start: int, end: int, text: str) -> Mention:
    return Mention(
        start,
        end,
        mention.kind,
        text[start:end],
        mention.normal,
        mention.certainty,
        mention.because,
        mention.referents,
        mention.namesakes,
    )


def _scene(folded: Folded, view: View, matter: MatterText) -> Scene:
    text = folded.text
    dated = list(find_dates(text, matter.learnt_on))
    signs = [*find_plates(text, view), *find_documents(text)]
    words = find_words(text, view, about(view, matter))
    numbers = find_numbers(text, view, TakenSpans([*signs, *(span for span, _ in dated)]))
    hard = [
        *(span for span, _ in dated),
        *signs,
        *numbers,
        *find_amounts(text),
        *find_spoken_amounts(text),
        *words.things,
        *find_addresses(text, view),
        *find_firms(text),
        *find_eateries(text),
    ]
    things = choose(hard)
    kept = set(things)
    scene = Scene(folded, view, matter, words, things, {}, [days for span, days in dated if span in kept])
    units = {span.end: span for span in things if span.kind is MentionKind.UNIT}
    starts = frozenset(span.start for span in things)
    setting = TextSetting(text, view, words, units, scene.own_people, starts)
    named = {each.span: each for each in find_names(setting)}
    chosen = choose([*things, *named])
    for look in (beside, again):
        further = {each.span: each for each in look(setting, [named[span] for span in chosen if span in named])}
        if further:
            named |= further
            chosen = choose([*chosen, *further])
    scene.spans = without_reporter(text, chosen)
    told = set(scene.spans)
    scene.left_out = [span for span in chosen if span not in told]
    scene.named = {span: named[span] for span in scene.spans if span in named}
    return scene


def _mentions(scene: Scene) -> Iterator[Mention]:
    by_name: defaultdict[str, list[NameSpan]] = defaultdict(list)
    for named in scene.named.values():
        by_name[named.span.normal].append(named)
    for occurrences in by_name.values():
        yield from _people(scene, occurrences)
    for span in scene.spans:
        if span.kind in _THINGS:
            meaning = mean_thing(scene, span)
            yield _mention(span, meaning, normal_thing(scene, span, meaning[2]))
        elif span.kind is not MentionKind.PERSON:
            is_masked = span.because is Because.MASKED
            yield _mention(span, mean_masked_number(scene, span) if is_masked else _plain(scene, span))
    yield from (_mention(span, meaning) for span, meaning in kin_spans(scene))
    yield from _project(scene)
    yield from _titles(scene)
    yield from _problems(scene)


def _project(scene: Scene) -> Iterator[Mention]:
    """Yield the project that the text tells by whose it is and what it costs, its number or its work."""
    told = tell_project(scene)
    if told:
        span = Span(told.start, told.end, MentionKind.PROJECT, "", told.certainty)
        meant = referents(scene, (told.project,), told.certainty)
        yield _mention(span, (told.certainty, Because.OWN_PROJECT, meant), normal_thing(scene, span, meant))


def _people(scene: Scene, occurrences: list[NameSpan]) -> Iterator[Mention]:
    if occurrences[0].is_masked:
        for named in occurrences:
            yield _mention(named.span, mean_masked(scene, named))
        return
    meaning = mean_person(scene, occurrences)
    for named in occurrences:
        mention = _mention(named.span, meaning, namesakes=len(named.span.entities))
        if mention.referents and mention.state == "SURE":
            scene.people[named.span] = scene.view.lexicon.places[mention.referents[0].uid]
        yield mention


def _plain(scene: Scene, span: Span) -> Meaning:
    if span.kind is MentionKind.PHONE and is_public(scene.text, span.start, span.end, span.normal):
        # A hotline that is known stays what it is; a person's number that serves a trade names nobody.
        known = span.entities if is_service(span.normal) else ()
        return span.certainty, Because.PUBLIC_NUMBER, referents(scene, known, span.certainty)
    return span.certainty, span.because, referents(scene, span.entities, span.certainty)


def _mention(span: Span, meaning: Meaning, normal: str | None = None, namesakes: int | None = None) -> Mention:
    certainty, because, meant = meaning
    return Mention(span.start, span.end, span.kind, "", normal or span.normal, certainty, because, meant, namesakes)


def _titles(scene: Scene) -> Iterator[Mention]:
    """Yield posts that stand for a person: 渝水区教育局局长 or 该局副局长 without a name after it."""
    covered = [(named.chain.start, named.span.end) for named in scene.named.values()]
    units = {span.end: span for span in scene.of_kind(MentionKind.UNIT)}
    ends = sorted(scene.words.posts, reverse=True)
    for end in ends:
        chain = chain_before(scene.text, end, scene.words, units)
        begin = scene.words.posts[end]
        is_free = not any(start < end and begin < stop for start, stop in covered)
        if not is_free or not chain.posts or scene.text.startswith(_NO_TITLE, end):
            continue
        placed = chain if scene.units_of(chain) else replace(chain, of=scene.led_by(chain))
        if scene.units_of(placed):
            covered.append((placed.start, end))
            yield _title(scene, placed, end)


def _title(scene: Scene, chain: Chain, end: int) -> Mention:
    start = (
        chain.anaphor[0]
        if chain.anaphor
        else chain.unit.end
        if chain.unit and chain.unit.end < end
        else end - len(chain.posts[0])
    )
    certainty, because, meant = mean_title(scene, chain)
    units = scene.units_of(chain)
    unit = scene.view.lexicon.names[units[0]] if len(units) == 1 else ""
    if chain.unit and not scene.own_units.issuperset(units):
        certainty = min(certainty, chain.unit.certainty)
    if chain.of:
        certainty = min(certainty, _BY_SENSE)
    span = Span(start, end, MentionKind.TITLE, f"{unit} {chain.posts[0]}".strip(), _TITLE_STRENGTH)
    return _mention(
        span, (certainty, because, tuple(replace(each, certainty=min(each.certainty, certainty)) for each in meant))
    )


def _problems(scene: Scene) -> Iterator[Mention]:
    """Yield the words that tell of a kind of problem; a name's own words do not, and none quotes the reporter."""
    names = scene.of_kind(*_THINGS)
    for found in find_problems(scene.text):
        is_name = any(span.start <= found.start and found.end <= span.end for span in names)
        is_reporter = any(span.start < found.end and found.start < span.end for span in scene.left_out)
        if not is_name and not is_reporter and not names_reporter(scene.text[found.start : found.end]):
            span = Span(found.start, found.end, MentionKind.PROBLEM, found.kind.value, found.certainty)
            because = Because.LIKE_STATEMENTS if found.is_learnt else Because.TRADE_WORDS
            yield _mention(span, (found.certainty, because, ()))
