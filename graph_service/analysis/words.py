"""What an analysis finds, in a sentence of either language; what ties and kinds are called comes from their declarations."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from graph_service.analysis.bounds import TOLD_KINDS
from graph_service.cypher.project.told_ties import called

_TEMPLATES: Mapping[str, tuple[str, str]] = {
    "central": (
        "{name} is tied to {degree} of the other {others} ({ties}); {share} of the shortest ways between two others lead over it",
        "{name}与其余{others}个对象中的{degree}个有联系（{ties}）；其余对象之间的最短路径有{share}经过它",
    ),
    "community": (
        "{size} of {all} hang together ({kinds}): {inside} ties among them, {outside} to others; most central are {names}",
        "{all}个对象中有{size}个联系紧密（{kinds}）：内部联系{inside}条，对外联系{outside}条；最居中的是{names}",
    ),
    "between": (
        "{name} stands between communities: {sides}",
        "{name}连接多个群体：{sides}",
    ),
    "side": ("{number} over {names}", "经{names}连接群体{number}"),
    "apart": (
        "; without it what hangs together falls into parts of {sizes}",
        "；去掉它，原来相连的部分将分成{sizes}个对象的几块",
    ),
    "only": (
        "Without {name} what hangs together falls into parts of {sizes}",
        "去掉{name}，原来相连的部分将分成{sizes}个对象的几块",
    ),
    "joined": (
        "On {day} {name} joined parts of {sizes} that had been apart, by {names}",
        "{day}，{name}通过{names}把原先互不相连、分别有{sizes}个对象的几块连到一起",
    ),
    "suggested": (
        "{asked} does not name {name}, but {nearby} names it beside {beside} (ways that lead there: {ways})",
        "{asked}未涉及{name}，但{nearby}同时涉及{name}和{beside}，此类路径共{ways}条",
    ),
    "suggested_matter": (
        "{name} does not name {asked}, but names {beside}, which {nearby} names beside it (ways that lead there: {ways})",
        "{name}未涉及{asked}，但涉及{beside}，而{nearby}同时涉及{asked}和{beside}，此类路径共{ways}条",
    ),
    "left_out": (
        "{name} has {count} ties: it belongs to the network but was not followed through",
        "{name}有{count}条联系：计入网络，但不经由它继续展开",
    ),
    "method": (
        "From what you may see, each tied pair counted once and without direction: betweenness {exact}, PageRank with damping 0.85, "
        "communities by Leiden on modularity; growth by the day of the tie, its matter or its event",
        "仅依据您可见的内容，每对联系计一次、不分方向：中介中心性{exact}，PageRank阻尼系数0.85，群体按模块度（Leiden）划分；"
        "增长按联系本身、所属事项或事件的日期统计",
    ),
    "exact": ("exact", "为精确值"),
    "estimated": ("estimated from {sources} nodes", "由{sources}个节点估算"),
}
_BETWEEN = (", ", "、")
_LISTED = ("; ", "；")


def sentence(template: str, language: int, **facts: str | int) -> str:
    """Return the sentence with its facts put in: 0 is English, 1 is Chinese."""
    return _TEMPLATES[template][language].format(**facts)


def both(tell: Callable[[int], str]) -> dict[str, str]:
    """Return a sentence in both languages, as the answer holds it."""
    return {"sentence": tell(0), "sentence_zh": tell(1)}


def counted(names: Iterable[str], language: int) -> str:
    """Return how many there are of the most frequent types or kinds."""
    counts = sorted(Counter(called(name)[language] for name in names).items(), key=lambda each: (-each[1], each[0]))
    return _BETWEEN[language].join(
        f"{name}{number}" if language else f"{number} {name}" for name, number in counts[:TOLD_KINDS]
    )


def joined(texts: Iterable[str], language: int) -> str:
    """Return names or numbers one after the other."""
    return _BETWEEN[language].join(texts)


def listed(texts: Iterable[str], language: int) -> str:
    """Return clauses one after the other."""
    return _LISTED[language].join(texts)


def percent(share: float) -> str:
    """Return a share as people read it."""
    return f"{share * 100:.1f} %"
