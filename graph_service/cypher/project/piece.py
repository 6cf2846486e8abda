"""Pieces of a projection: Cypher expressions with the shapes of what they return, put together to objects."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

from graph_service.cypher.project import shape


@dataclass(frozen=True)
class Piece:
    """A Cypher expression and the shape of what it returns; no expression where the value is a constant."""

    text: str | None
    shape: shape.Shape

    @property
    def expression(self) -> str:
        """Return the expression, `null` for a constant."""
        return self.text or "null"


def constant(value: Any) -> Piece:
    """Return the piece of what does not depend on the data, such as the name of a type."""
    return Piece(None, shape.constant(value))


def one_object(pieces: list[tuple[str, Piece]], noted: str | None = None) -> Piece:
    """Return the piece of an object with these keys; `noted` is the expression of the uids that it shows."""
    texts: list[str] = []
    parts: list[shape.ShapePart] = []
    for key, piece in pieces:
        parts.append(shape.ShapePart(key, None if piece.text is None else len(texts), piece.shape))
        if piece.text is not None:
            texts.append(piece.text)
    return _noting(texts, shape.record(parts), noted)


def _noting(texts: list[str], shown: shape.Shape, noted: str | None) -> Piece:
    """Return the piece of these texts; what is noted comes last, unless it is among them anyway."""
    if noted is None:
        return Piece(f"[{', '.join(texts)}]", shown)
    place = texts.index(noted) if noted in texts else len(texts)
    all_texts = texts if noted in texts else [*texts, noted]
    return Piece(f"[{', '.join(all_texts)}]", shape.noting(shown, place))


@dataclass
class Several:
    """A node that may be of several kinds: what they select alike is projected once, not once for each kind."""

    var: str
    labels: tuple[str, ...]
    _looks: dict[str, list[tuple[str, Any]]] = field(default_factory=dict)  # per kind: keys with what stands there
    _pieces: dict[Hashable, tuple[Piece, list[str]]] = field(default_factory=dict)  # with the kinds that select it

    def fix(self, label: str, key: str, value: str) -> None:
        """Add a constant to one kind."""
        self._looks.setdefault(label, []).append((key, value))

    def add(self, label: str, key: str, same: Hashable, make: Callable[[], Piece]) -> None:
        """Add a field to one kind; fields of other kinds that are the same share its expression."""
        if same not in self._pieces:
            self._pieces[same] = (make(), [])
        self._pieces[same][1].append(label)
        self._looks.setdefault(label, []).append((key, _Place(list(self._pieces).index(same))))

    def piece(self) -> Piece:
        """Return the projection; where the kinds differ, the number of the way to read it comes first."""
        ways: dict[tuple[tuple[str, Any], ...], list[str]] = {}
        for label in self.labels:
            ways.setdefault(tuple(self._looks.get(label, ())), []).append(label)
        texts = [self._guarded(piece, labels) for piece, labels in self._pieces.values()]
        if len(ways) == 1:
            return _noting(texts, self._read(next(iter(ways)), 0), f"{self.var}.uid")
        ordered = sorted(ways.items(), key=lambda way: len(way[1]))
        cases = " ".join(f"WHEN {self.var}:{'|'.join(labels)} THEN {at}" for at, (_, labels) in enumerate(ordered[:-1]))
        number = f"CASE {cases} ELSE {len(ordered) - 1} END"
        shown = shape.choice([self._read(looks, 1) for looks, _ in ordered])
        return _noting([number, *texts], shown, f"{self.var}.uid")

    def _guarded(self, piece: Piece, labels: list[str]) -> str:
        text = piece.expression
        if "COLLECT" not in text or len(labels) == len(self.labels):
            return text  # a property that a kind has not costs nothing and is not read
        return f"CASE WHEN {self.var}:{'|'.join(labels)} THEN {text} END"

    def _read(self, looks: tuple[tuple[str, Any], ...], offset: int) -> shape.Shape:
        pieces = [piece for piece, _ in self._pieces.values()]
        return shape.record([
            shape.ShapePart(key, look.number + offset, pieces[look.number].shape)
            if isinstance(look, _Place)
            else shape.ShapePart(key, None, shape.constant(look))
            for key, look in looks
        ])  # fmt: skip


@dataclass(frozen=True)
class _Place:
    """Which of the pieces a key shows."""

    number: int
