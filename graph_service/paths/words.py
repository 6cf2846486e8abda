"""What a search for paths left out, in a sentence of either language."""

from collections.abc import Sequence

from graph_service.paths.bounds import HUB_TIES, MOST_TIES
from graph_service.paths.question import LeftOut


def hub(name: str, node: Sequence[str]) -> LeftOut:
    """Return that a node with too many ties was not followed through."""
    return LeftOut(
        f"{name} has more than {HUB_TIES:,} ties and was not followed: of the paths over it only those are told on which both ends "
        "lead up to it",
        f"{name}的联系超过{HUB_TIES}条，未经由其继续查找；经过它的路径只列出从两端都能到达它的部分",
        node,
        HUB_TIES,
    )


def too_many_ties(hops: int) -> LeftOut:
    """Return that longer paths were not sought, because too much lies around."""
    return LeftOut(
        f"Paths of more than {hops} hops were not looked for: what lies further has more than the {MOST_TIES:,} ties that one search reads",
        f"未查找超过{hops}步的路径：再往外的联系超过一次查找所读取的{MOST_TIES}条",
    )


def too_long(hops: int, seconds: float) -> LeftOut:
    """Return that longer paths were not sought, because it would have taken too long."""
    return LeftOut(
        f"Paths of more than {hops} hops were not looked for: that would take longer than the {seconds:g} seconds that a read may take",
        f"未查找超过{hops}步的路径：查找将超过一次读取允许的{seconds:g}秒",
    )


def more_ways(ways: int) -> LeftOut:
    """Return that only so many paths are told, the first in order."""
    return LeftOut(f"Only the first {ways:,} paths are told; there are more", f"只列出前{ways}条路径，此外还有更多")
