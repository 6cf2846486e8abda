"""What an analysis of a network is made of in the API."""

from enum import Enum
from typing import Any

import strawberry

from graph_service.api.types.made import TYPES, listed
from graph_service.api.types.results import typed
from graph_service.api.types.scalars import Day


@strawberry.enum(description="By which measure the most central come first 中心性排序")
class Centrality(Enum):
    """Measures of how central a node is."""

    BETWEENNESS = strawberry.enum_value(
        "BETWEENNESS", description="How many of the shortest ways between others lead over it 中介中心性"
    )
    DEGREE = strawberry.enum_value("DEGREE", description="How many others it is tied to 度中心性")
    PAGE_RANK = strawberry.enum_value("PAGE_RANK", description="How often a walk along ties comes by 网页排名")


@strawberry.enum(description="How finely growth is told 增长统计粒度")
class GrowthPeriod(Enum):
    """Lengths of a step of growth."""

    MONTH = strawberry.enum_value("MONTH", description="Month by month 按月")
    YEAR = strawberry.enum_value("YEAR", description="Year by year 按年")


def build() -> None:
    """Make the types of a network; those of nodes and edges must be there already."""
    _findings()
    _growth()
    typed("Network", "The network around nodes, from what you may see, and what it shows 关系网络分析", {
        "node_count": (int, "Nodes of the network 网络对象数"),
        "tie_count": (int, "Ties among the nodes of the network 网络联系数"),
        "is_whole": (bool, "Whether everything that was reached is in the network; of more than fits the nearest stay, then the newest 是否完整"),
        "part_sizes": (list[int], "Sizes of the parts that hang together, the largest first 连通部分大小"),
        "undated_ties": (int, "Ties without a day, which no step of the growth counts 无日期联系数"),
        "central": (listed("CentralNode"), "The most central nodes 最居中的对象"),
        "communities": (listed("Community"), "What hangs together more closely, the largest first 群体"),
        "go_betweens": (listed("GoBetween"), "Who stands between communities or parts 关键中间人"),
        "growth": (listed("GrowthStep"), "How the network grew, by the days of its facts 网络增长"),
        "suggestions": (listed("SuggestedNaming"), "Namings that may be missing, the strongest first 可能的关联补充"),
        "left_out": (listed("NetworkHub"), "Hubs that were not followed through 未展开的热点"),
        "method": (str, "How it was worked out"),
        "method_zh": (str, "How it was worked out, in Chinese 方法说明"),
    })  # fmt: skip


def _told(what: str) -> dict[str, tuple[Any, str]]:
    return {
        "edges": (listed("Relationship"), f"Ties that {what} rests on, at most 10 所据联系"),
        "sentence": (str, f"What makes {what}, in a sentence"),
        "sentence_zh": (str, f"What makes {what}, in a Chinese sentence 中文说明"),
    }


def _findings() -> None:
    node: Any = TYPES["Node"]
    typed("CentralNode", "A node with its measures in the network 居中对象", {
        "node": (node, "The node that is measured 对象"),
        "hops": (int, "Steps from what was asked around 距离步数"),
        "degree": (int, "How many others the node is tied to 度数"),
        "betweenness": (float, "Share of the shortest ways between two others that lead over it 中介中心性"),
        "page_rank": (float, "Share of a random walk's time at the node PageRank 值"),
        "community": (int, "Number of the community that the node belongs to 所属群体"),
        **_told("its place"),
    })  # fmt: skip
    typed("Community", "Nodes tied more closely among themselves than to others 群体", {
        "number": (int, "Number of the community, 1 for the largest 群体编号"),
        "size": (int, "Nodes of the community 群体对象数"),
        "ties": (int, "Ties inside the community 群体内部联系数"),
        "outward_ties": (int, "Ties to other communities 群体对外联系数"),
        "nodes": (listed("Node"), "Its most central nodes, at most 5 群体核心对象"),
        "sentence": (str, "What the community is, in a sentence"),
        "sentence_zh": (str, "What the community is, in a Chinese sentence 群体说明"),
    })  # fmt: skip
    typed("GoBetween", "A node that ties communities together, or without which the network falls apart 关键中间人", {
        "node": (node, "The node that stands between 中间对象"),
        "betweenness": (float, "Share of the shortest ways between two others that lead over the go-between 中间人中介中心性"),
        "communities": (list[int], "Numbers of the communities that it is tied to 连接的群体"),
        "sizes_without": (list[int], "Sizes of the parts into which its part falls without it, single nodes left out 去掉后的各部分大小"),
        **_told("the go-between"),
    })  # fmt: skip
    typed("SuggestedNaming", "A naming that may be missing: a hint to look, not a finding 可能的关联补充", {
        "asked": (node, "What was asked around 所询对象"),
        "node": (node, "What may belong with it 可能相关对象"),
        "strength": (float, "How much speaks for it, to compare with others only 提示强度"),
        "ways": (int, "Ways of three namings that lead there 路径数"),
        **_told("the suggestion"),
    })  # fmt: skip
    typed("NetworkHub", "A node with too many ties to be followed through 未展开的热点", {
        "node": (node, "The hub 热点对象"),
        "ties": (int, "Ties of the hub that you may see, counted up to 5000 热点联系数"),
        "sentence": (str, "Why it was not followed"),
        "sentence_zh": (str, "Why it was not followed, in Chinese 未展开原因"),
    })  # fmt: skip


def _growth() -> None:
    day: Any = Day
    typed("Joining", "Parts of a network that had been apart, and who joined them 连接点", {
        "node": (TYPES["Node"], "Who joined the parts 连接对象"),
        "day": (day, "Day of the ties that joined them 连接日期"),
        "sizes": (list[int], "Sizes of the parts before, the largest first 连接前各部分大小"),
        **_told("the joining"),
    })  # fmt: skip
    typed("GrowthStep", "What came to a network in a month or year 网络增长阶段", {
        "period": (str, "The month as YYYY-MM, or the year 时段"),
        "nodes": (int, "Nodes that got their first tie then 新增对象数"),
        "ties": (int, "Ties that came then 新增联系数"),
        "parts": (int, "Parts that hung together at its end 期末部分数"),
        "largest": (int, "Nodes of the largest part at its end 期末最大部分"),
        "joinings": (listed("Joining"), "Who joined parts that had been apart, day by day 期内连接"),
    })  # fmt: skip
