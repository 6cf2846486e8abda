"""Names and foreign keys that references are resolved by, read from the graph once per load as columns."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph_service.cypher.load import bind as cypher_bind
from graph_service.graph import Writer
from loaders.declare.parts import references
from loaders.declare.source import EndSpec, LinkSpec


@dataclass(frozen=True)
class Lookups:
    """For each way of referring, what is known: text to uid; a name that two nodes bear is not in it."""

    names: dict[str, dict[str, str]] = field(default_factory=dict)  # label -> name -> uid
    keys: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)  # (label, source) -> key -> uid


def loose_ends(links: Iterable[LinkSpec]) -> list[EndSpec]:
    """Return the ends that are referred to by name or by another source's key: they move when these become known."""
    return [end for end in references(links) if end.is_loose]


def named_kinds(links: Iterable[LinkSpec]) -> list[str]:
    """Return the kinds that links refer to by name."""
    return sorted({end.kind for end in references(links) if end.by == "name"})


def keyed_kinds(links: Iterable[LinkSpec]) -> list[tuple[str, str]]:
    """Return the kinds and sources whose keys links refer to."""
    return sorted({(end.kind, end.source) for end in references(links) if end.source})


def read_lookups(links: Sequence[LinkSpec], writer: Writer) -> Lookups:
    """Return what the references of links need, read as one record of columns each."""
    names = {label: read_column(writer, cypher_bind.names_of(label)) for label in named_kinds(links)}
    keys = {
        (label, other): read_column(writer, cypher_bind.keys_of(label), source=other)
        for label, other in keyed_kinds(links)
    }
    return Lookups(names, keys)


def read_column(writer: Writer, text: str, **params: str) -> dict[str, str]:
    """Return text to uid, leaving out what two nodes bear."""
    found = writer.run_read(text, **params)[0][0]
    times = Counter[str](found["keys"])
    return {key: uid for key, uid in zip(found["keys"], found["uids"], strict=True) if times[key] == 1}
