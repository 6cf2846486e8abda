"""Ranges of a folded text that may be mentions, and the choice among those that overlap."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph_service.mentions.text.mention import Because, MentionKind


@dataclass(frozen=True, slots=True, eq=False)  # each range is its own: hashing by identity is what makes choosing fast
class Span:
    """A range of a folded text with what it would be; the strength decides between overlapping ones."""

    start: int
    end: int
    kind: MentionKind
    normal: str
    strength: float
    certainty: float = 0.0
    because: Because = Because.UNKNOWN
    entities: tuple[int, ...] = ()  # of the lexicon, where the words alone tell


class TakenSpans:
    """Which signs of a text are taken."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._taken = bytearray()
        for span in spans:
            self.take(span.start, span.end)

    def is_free(self, start: int, end: int) -> bool:
        """Return whether no sign of the range is taken."""
        return self._taken.find(1, start, end) < 0

    def free_parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield what is left of the range between the signs that are taken."""
        if self.is_free(start, end):
            yield start, end
            return
        for at in range(start, end + 1):
            is_taken = at == end or not self.is_free(at, at + 1)
            if is_taken and start < at:
                yield start, at
            start = at + 1 if is_taken else start

    def take(self, start: int, end: int) -> None:
        """Take the range."""
        self._taken.extend(bytes(max(0, end - len(self._taken))))
        self._taken[start:end] = b"\1" * (end - start)


def choose(spans: Iterable[Span]) -> list[Span]:
    """Return the strongest spans of which no two overlap, in the order of the text."""
    taken = TakenSpans()
    chosen: list[Span] = []
    for span in sorted(spans, key=lambda span: (-span.strength, span.start - span.end, span.start)):
        if taken.is_free(span.start, span.end):
            taken.take(span.start, span.end)
            chosen.append(span)
    return sorted(chosen, key=lambda span: span.start)
