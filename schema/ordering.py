"""In which order the lists of a link come, in words; `graph_service/cypher/order.py` says the same in Cypher."""

from collections.abc import Callable, Iterable

from schema import KINDS, RelationshipType
from schema.record import RelationshipRecord


def is_dated(labels: Iterable[str]) -> bool:
    """Return whether nodes of all these kinds come newest first."""
    return all(KINDS[label].ORDER[0].startswith("-") for label in labels)


def ranks_of(ties: type[RelationshipRecord]) -> list[str]:
    """Return what of the order of a link ranks what it leads to: numbers, days and terms."""
    return [name for name in ties.ORDER if ties.model_fields[name.removeprefix("-")].annotation != str | None]


def words_of(ties: type[RelationshipRecord]) -> list[str]:
    """Return what of the order of a link are words; they only tell apart what leads to nodes of one name."""
    return [name for name in ties.ORDER if name not in ranks_of(ties)]


def kind_in_words(label: str, spelt: Callable[[str], str] = str) -> str:
    """Return the order of lists of a kind."""
    first, *rest = KINDS[label].ORDER
    if not first.startswith("-"):
        return _by([first, *rest], spelt)
    return f"newest {spelt(first[1:])} first, then {_by(rest, spelt)}"


def list_in_words(link: RelationshipType, forward: bool, spelt: Callable[[str], str] = str) -> str:
    """Return the order of the list that a link makes on one of its ends."""
    labels = link.end if forward else link.start
    names = [name for name in KINDS[labels[0]].ORDER if not name.startswith("-")]
    return ", then ".join([
        *(["newest first"] if is_dated(labels) else []),
        *(f"greatest {spelt(name[1:])} first" if name.startswith("-") else _by([name], spelt) for name in ranks_of(link.ties)),
        _by(names, spelt) if len(labels) == 1 else "kind by kind, then by name or number",
    ])  # fmt: skip


def _by(names: list[str], spelt: Callable[[str], str]) -> str:
    return f"by {', '.join(map(spelt, names))}"
