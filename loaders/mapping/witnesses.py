"""Which relationships bear witness that a row of the source still describes a node.

A node that a row describes and links is known to be described by that row as long as the link is there; nothing more
has to be written about it, however many rows share it. A link that another end of the source reaches by mere reference
proves nothing, so such a node keeps the keys of the rows that describe it.
"""

from loaders.declare.source import EndSpec, LinkSpec, Source


def _sides(link: LinkSpec) -> tuple[tuple[str | EndSpec, str], tuple[str | EndSpec, str]]:
    return (link.from_, ">"), (link.to, "<")


def _label(end: str | EndSpec, source: Source) -> str:
    return end.kind if isinstance(end, EndSpec) else source.nodes[end].kind


def _referred(source: Source) -> set[str]:
    return {
        f"{_label(end, source)}:{link.type}{side}"
        for link in source.links
        for end, side in _sides(link)
        if isinstance(end, EndSpec)
    }


def witnessed_ends(source: Source, link: LinkSpec) -> tuple[str, ...]:
    """Return the nodes of the row that this link bears witness to."""
    referred = _referred(source)
    return tuple(
        end
        for end, side in _sides(link)
        if isinstance(end, str) and f"{_label(end, source)}:{link.type}{side}" not in referred
    )


def witnesses(source: Source) -> list[str]:
    """Return every `Label:TYPE>` (the node starts it) or `Label:TYPE<` (it ends it) that bears witness."""
    referred = _referred(source)
    stated = {f"{_label(end, source)}:{link.type}{side}" for link in source.links for end, side in _sides(link)}
    return sorted(stated - referred)
