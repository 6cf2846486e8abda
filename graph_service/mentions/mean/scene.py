"""One text in the course of resolution: its spans, its days, and what its matter names."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from graph_service.mentions.days.day_words import Days
from graph_service.mentions.find.chain import Chain
from graph_service.mentions.find.names import NameSpan
from graph_service.mentions.find.view import View
from graph_service.mentions.find.words import Words
from graph_service.mentions.lexicon.boundaries import STOPS
from graph_service.mentions.lexicon.known import MatterText
from graph_service.mentions.lexicon.lexicon import Held, split_post
from graph_service.mentions.lexicon.titles import ANAPHORS
from graph_service.mentions.lexicon.vocabulary import read_words
from graph_service.mentions.text.folded import Folded
from graph_service.mentions.text.mention import MentionKind
from graph_service.mentions.text.span import Span

EXACT, PARTLY, DIFFERENT = 2, 1, 0
_SHORT_POSTS = {
    "总": ("总经理", "董事长"),
    "局": ("局长",),
    "科": ("科长",),
    "处": ("处长",),
    "院": ("院长",),
    "校": ("校长",),
    "所": ("所长",),
    "队": ("队长",),
    "村长": ("村委会主任", "村民委员会主任", "村主任"),
    **dict.fromkeys(read_words("leaders"), read_words("leading")),
}
_HEADS = frozenset(read_words("heads"))
_BEFORE_HEADS = read_words("before_heads")


@dataclass
class Scene:
    """Everything that resolution looks at; units are resolved first, people with their help."""

    folded: Folded
    view: View
    matter: MatterText
    words: Words
    spans: list[Span]
    named: dict[Span, NameSpan]
    days: list[Days]
    left_out: list[Span] = field(default_factory=list)  # of the person who reports
    meant: dict[Span, tuple[int, ...]] = field(default_factory=dict)  # by unit span: the units it may mean
    people: dict[Span, int] = field(default_factory=dict)  # by name span: the person, where that is sure

    @property
    def text(self) -> str:
        """Return the folded text."""
        return self.folded.text

    def written(self, span: Span) -> str:
        """Return the words of a range as the matter writes them."""
        start, end = self.folded.original(span.start, span.end)
        return self.matter.text[start:end]

    def own(self, *labels: str) -> tuple[int, ...]:
        """Return the entities of these kinds that the matter's register entry names and its readers may know."""
        lexicon = self.view.lexicon
        found = (lexicon.places.get(naming.uid) for naming in self.matter.names if naming.label in labels)
        return tuple(one for one in found if one is not None and lexicon.audiences[one] in self.view.open)

    @cached_property
    def own_people(self) -> frozenset[int]:
        """Return the people whom the matter's register entry names."""
        return frozenset(self.own("Person"))

    @cached_property
    def own_units(self) -> frozenset[int]:
        """Return the units that the matter's register entry names."""
        return frozenset(self.own("Unit"))

    @cached_property
    def units_around(self) -> frozenset[int]:
        """Return the units that the text or the register entry speaks of."""
        return self.own_units.union(*self.meant.values()) if self.meant else self.own_units

    @cached_property
    def interval(self) -> tuple[date, date] | None:
        """Return the first day that the matter speaks of and the last one on which it can have been told."""
        matter = self.matter
        first = [day for day in (matter.happened_from, *(days.first for days in self.days)) if day]
        last = [day for day in (matter.learnt_on, matter.happened_to, *(days.last for days in self.days)) if day]
        if not first and not last:
            return None
        return min(first or last), max(matter.learnt_on or max(last or first), min(first or last))

    def of_kind(self, *kinds: MentionKind) -> list[Span]:
        """Return the spans of these kinds in order."""
        return [span for span in self.spans if span.kind in kinds]

    def units_of(self, chain: Chain) -> tuple[int, ...]:
        """Return the units that the posts of a chain can belong to, by what the chain itself says."""
        if chain.unit is not None:
            return self.meant.get(chain.unit, chain.unit.entities)
        if chain.anaphor is not None:
            found = self.antecedent(*chain.anaphor)
            return self.meant.get(found, found.entities) if found else self._entered(ANAPHORS[chain.anaphor[1]])
        return self._spoken_of(chain.start) if chain.is_then else chain.of

    def _spoken_of(self, at: int) -> tuple[int, ...]:
        """Return the unit that is last named before this place, else the only one that the register entry names."""
        before = [span for span in self.of_kind(MentionKind.UNIT) if span.end <= at]
        if before:
            return self.meant.get(before[-1], before[-1].entities)
        return self._entered()

    def _entered(self, endings: tuple[str, ...] = ("",)) -> tuple[int, ...]:
        """Return the only unit that the register entry names, of those whose names end so."""
        found = tuple(unit for unit in self.own_units if self.view.lexicon.names[unit].endswith(endings))
        return found if len(found) == 1 else ()

    def led_by(self, chain: Chain) -> tuple[int, ...]:
        """Return the one unit, of those that the text and the register entry speak of, whose head 局长 alone can mean."""
        if chain.is_anchored or chain.is_then or len(chain.posts) != 1 or chain.posts[0] not in _HEADS:
            return ()
        at = chain.start
        if not self.text.startswith(chain.posts[0], at):  # 原局长 was it once
            return ()
        if at and self.text[at - 1] not in STOPS and not self.text.endswith(_BEFORE_HEADS, 0, at):
            return ()
        led = [
            unit
            for unit in sorted(self.units_around)
            if any(
                fits_post(chain.posts, held.post) == EXACT and self.in_office(held) for held in self.view.holders(unit)
            )
        ]
        return tuple(led) if len(led) == 1 else ()

    def antecedent(self, at: int, kind: str) -> Span | None:
        """Return the last unit before this place that 该局, 该院 … can stand for."""
        names, endings = self.view.lexicon.names, ANAPHORS[kind]
        for span in reversed([span for span in self.of_kind(MentionKind.UNIT) if span.end <= at]):
            said = [self.text[span.start : span.end], *(names[one] for one in self.meant.get(span, ()))]
            if any(name.endswith(endings) for name in said):
                return span
        return None

    def in_office(self, held: Held, is_then: bool = False) -> bool:
        """Return whether the term of office touches the days of the matter; `is_then` asks for those its text tells."""
        interval = self.interval
        if is_then and self.days:
            interval = min(days.first for days in self.days), max(days.last for days in self.days)
        if interval is None:
            return True
        first, last = interval
        return (held.valid_from is None or held.valid_from <= last) and (
            held.valid_to is None or held.valid_to >= first
        )

    def gone(self, held: Iterable[Held]) -> list[Held]:
        """Return the terms of office that had ended when the matter was told; where no day is known, all that have an end."""
        told = self.interval[1] if self.interval else date.max
        return [each for each in held if each.valid_to is not None and each.valid_to < told]


def last_to_leave(gone: list[Held]) -> list[Held]:
    """Return the terms of office that ended last, of those that have an end."""
    last = max((each.valid_to for each in gone if each.valid_to), default=None)
    return [each for each in gone if each.valid_to == last]


def long_posts(word: str) -> tuple[str, ...]:
    """Return the posts that a short one or one of many names stands for, 局长 for 局; any other as it is."""
    return _SHORT_POSTS.get(word, (word,))


def fits_post(said: tuple[str, ...], held: str) -> int:
    """Return how well the words of a text fit a registered post: 科长 fits 综合科科长 partly, 副科长 not at all."""
    parts = split_post(held)
    words = [long for word in said for long in long_posts(word)]
    if any(word in parts for word in words):
        return EXACT
    for word in words:
        if any(part.endswith(word) and not part.removesuffix(word).endswith("副") for part in parts):
            return PARTLY
    return DIFFERENT
