"""Which relationships bear witness that a row of the source still describes a node.

A node that a row describes and links is known to be described by that row as long as the link is there; nothing more
has to be written about it, however many rows share it. A link that another end of the source reaches by mere reference
proves nothing, so such a node keeps the keys of the rows that describe it.
"""

from loaders.declare.parts import SourceMapping
from loaders.declare.source import EndSpec, LinkSpec


def _sides(link: LinkSpec) -> tuple[tuple[str | EndSpec, str], tuple[str | EndSpec, str]]:
    return (link.from_, ">"), (link.to, "<")


def _named(mapping: SourceMapping, end: str | EndSpec, link: LinkSpec, side: str) -> str:
    return f"{mapping.label_of(end)}:{link.type}{side}"


def _referred(mapping: SourceMapping) -> set[str]:
    return {
        _named(mapping, end, link, side)
        for link in mapping.links
        for end, side in _sides(link)
        if isinstance(end, EndSpec)
    }


def witnessed_ends(mapping: SourceMapping, link: LinkSpec) -> tuple[str, ...]:
    """Return the nodes of the row that this link bears witness to."""
    referred = _referred(mapping)
    return tuple(
        end for end, side in _sides(link) if isinstance(end, str) and _named(mapping, end, link, side) not in referred
    )


def witnesses(mapping: SourceMapping) -> list[str]:
    """Return every `Label:TYPE>` (the node starts it) or `Label:TYPE<` (it ends it) that bears witness."""
    referred = _referred(mapping)
    stated = {_named(mapping, end, link, side) for link in mapping.links for end, side in _sides(link)}
    return sorted(stated - referred)


def is_mixed(mapping: SourceMapping, link: LinkSpec) -> bool:
    """Return whether at an end of it such links of the source stand at nodes of their row and at what rows refer to alike."""
    described = {
        _named(mapping, end, each, side) for each in mapping.links for end, side in _sides(each) if isinstance(end, str)
    }
    mixed = _referred(mapping) & described
    return any(_named(mapping, end, link, side) in mixed for end, side in _sides(link))
