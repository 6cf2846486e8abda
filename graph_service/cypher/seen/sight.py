"""What somebody sees of the fields: which classes of data whole, which masked; what is in neither is left out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph_service.cypher.marks import closing_classes
from schema import KINDS, RELATIONSHIPS
from schema.record import Classified, DataClass, Mask

_TIES: tuple[type[Classified], ...] = tuple(dict.fromkeys(link.ties for link in RELATIONSHIPS))


@dataclass(frozen=True)
class Sight:
    """The classes of data that are seen whole and masked; equal ones see the same, however many officers have them."""

    whole: frozenset[DataClass] = frozenset(DataClass)
    masked: frozenset[DataClass] = frozenset()

    def joined(self, other: "Sight") -> "Sight":
        """Return what is seen by somebody who has both: of each class the more."""
        whole = self.whole | other.whole
        return Sight(whole, (self.masked | other.masked) - whole)

    def shared(self, other: "Sight") -> "Sight":
        """Return what both see: of each class the less."""
        seen = (self.whole | self.masked) & (other.whole | other.masked)
        whole = self.whole & other.whole
        return Sight(whole, seen - whole)

    @property
    def classes(self) -> frozenset[DataClass]:
        """Return the classes that are seen at all."""
        return self.whole | self.masked

    @cached_property
    def hides(self) -> bool:
        """Return whether any field of an open kind is hidden or masked, so that texts have to be rewritten."""
        return bool(self.left_out or self.ties_left_out or self.masks)

    @cached_property
    def closed(self) -> tuple[str, ...]:
        """Return the kinds that are as if they did not exist: of which the viewer sees not what they are called, or not what they say.

        No text is rewritten for that: the viewer reads no audience of theirs (graph_service/cypher/marks.py).
        """
        return tuple(label for label, kind in KINDS.items() if not closing_classes(kind) <= self.classes)

    @cached_property
    def left_out(self) -> Mapping[str, tuple[str, ...]]:
        """Return the fields that have no value for the viewer, each with the kinds of which that is true."""
        hidden: dict[str, tuple[str, ...]] = {}
        for kind in KINDS.values():
            if kind.LABEL in self.closed:
                continue
            for name in kind.model_fields:
                if not self._is_shown(kind, name):
                    hidden[name] = (*hidden.get(name, ()), kind.LABEL)
        return hidden

    @cached_property
    def ties_left_out(self) -> frozenset[str]:
        """Return the fields of relationships that have no value for the viewer; one that any type hides is hidden of all."""
        if not self.whole | self.masked:
            return frozenset()  # who sees no class sees no relationship either
        return frozenset(name for ties in _TIES for name in ties.model_fields if not self._is_shown(ties, name))

    @cached_property
    def masks(self) -> Mapping[str, Mask]:
        """Return the properties of which only a part is shown."""
        found: dict[str, Mask] = {}
        for owner in KINDS.values():
            for name, mask in owner.MASKS.items():
                if mask is not Mask.LEFT_OUT and owner.class_of(name) in self.masked:
                    found[name] = mask
        return found

    def _is_shown(self, owner: type[Classified], name: str) -> bool:
        is_hidden_by_mask = owner.MASKS.get(name) is Mask.LEFT_OUT and owner.class_of(name) in self.masked
        return self._is_seen(owner, name) and not is_hidden_by_mask

    def _is_seen(self, owner: type[Classified], name: str) -> bool:
        return owner.class_of(name) in self.whole | self.masked


def narrowest(sights: Iterable[Sight]) -> Sight:
    """Return what all of these see; nothing where there is none."""
    found = list(sights)
    least = found[0] if found else NOTHING
    for each in found[1:]:
        least = least.shared(each)
    return least


EVERYTHING = Sight()
NOTHING = Sight(frozenset(), frozenset())
