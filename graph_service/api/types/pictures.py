"""Types of what can be drawn: edges, paths, and what surrounds a node."""

from typing import Any

import strawberry

from graph_service.api.types.made import TYPES, listed
from graph_service.api.types.results import typed
from graph_service.api.types.scalars import Json
from graph_service.api.types.walks import finish_pages
from graph_service.paths.bounds import COUNTED_TIES, HUB_TIES, MOST_WAYS, TOLD_TIES


def build() -> None:
    """Make the types; those of nodes must be there already."""
    typed("PageInfo", "Where a page stands in its list", {
        "has_next_page": (bool, "Whether rows follow this page"),
        "has_previous_page": (bool, "Whether the page began after a cursor"),
        "start_cursor": (str | None, "Cursor of the first row"),
        "end_cursor": (str | None, "Cursor of the last row; give it as `after` for the next page"),
    })  # fmt: skip
    typed("Relationship", "Any relationship of the graph, as drawn in a picture 关系", {
        "id": (strawberry.ID, "Opaque id of the relationship"),
        "type": (str, "Type of the relationship, such as NAMES 关系类型"),
        "source": (strawberry.ID, "Id of the node it starts from 起点"),
        "target": (strawberry.ID, "Id of the node it ends at 终点"),
        "properties": (Json, "What the relationship carries, its source and row included 关系属性"),
    })  # fmt: skip
    finish_pages()
    _paths()
    _neighbourhood()


def _paths() -> None:
    node: Any = TYPES["Node"]
    typed("PathHop", "One hop of a path: every edge between two nodes that follow each other 路径中的一步", {
        "count": (int, "How many edges lead from the one to the other, whatever their direction 平行关系数"),
        "edges": (listed("Relationship"), f"The first {TOLD_TIES} of them, by type, direction and source 平行关系"),
        "sentence": (str, "The hop in words, each edge in its own direction"),
        "sentence_zh": (str, "The hop in Chinese words 该步说明"),
    })  # fmt: skip
    typed("Path", "A path: nodes and the edges between them, readable as a sentence 路径", {
        "nodes": (listed("Node"), "Nodes in order, both ends included"),
        "edges": (listed("Relationship"), "Edges in order, one fewer than the nodes; of parallel ones the first"),
        "hops": (listed("PathHop"), "Hops in order, each with its parallel edges 逐步关系"),
        "sentence": (str, "The path in words"),
        "sentence_zh": (str, "The path in Chinese words 路径说明"),
    })  # fmt: skip
    typed("PathLeftOut", "What a search for paths did not look at 未查找的部分", {
        "node": (node | None, "The node that was not followed, where it is one 未展开的热点"),
        "ties": (int | None, f"{HUB_TIES} where the node has more edges than that"),
        "sentence": (str, "What was left out, and why"),
        "sentence_zh": (str, "What was left out, and why, in Chinese 未查找的原因"),
    })  # fmt: skip
    typed("PathEdge", "A path with its cursor", {
        "cursor": (str, "Where the path stands among all"),
        "node": (TYPES["Path"], "The path itself"),
        "most_ties": (int, f"Edges of the most tied node between its ends, counted up to {COUNTED_TIES + 1}; 0 where nothing is between"),
    })  # fmt: skip
    typed("PathConnection", "A page of paths between two nodes", {
        "edges": (listed("PathEdge"), "Paths with cursors"),
        "nodes": (listed("Path"), "The paths alone"),
        "page_info": (TYPES["PageInfo"], "Where the page stands among all paths"),
        "total_count": (int, f"How many paths there are, counted up to {MOST_WAYS}; at least so many where it is not exact"),
        "total_is_exact": (bool, "Whether the count is exact: everything within reach was looked at"),
        "searched_hops": (int, "Up to so many edges no path is missing, but for what was left out; longer ones were not needed or not looked for"),
        "left_out": (listed("PathLeftOut"), "What was not looked at; nothing where the search was whole"),
    })  # fmt: skip


def _neighbourhood() -> None:
    typed("TypeCount", "How many relationships of one type and direction a node has 关系数量", {
        "type": (str, "Type of the relationships"),
        "outgoing": (bool, "Whether they start from the node"),
        "count": (int, "How many of them you may see"),
        "neighbours": (int, "How many nodes they lead to 相邻对象数"),
    })  # fmt: skip
    typed("Neighbourhood", "What is around a node: counts first, then one page of edges and nodes 邻域", {
        "counts": (listed("TypeCount"), "How many relationships there are of each type, whichever types are asked for; other conditions hold"),
        "nodes": (listed("Node"), "Nodes at the far ends of this page's edges"),
        "edges": (listed("Relationship"), "Edges of this page"),
        "page_info": (TYPES["PageInfo"], "Where the page stands among all edges"),
        "total_count": (int, "Edges in all, of the asked types"),
    })  # fmt: skip
