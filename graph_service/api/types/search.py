"""What a search answers beside the nodes: why each was found, where, and how many there are of which kind."""

from typing import Any

import strawberry

from graph_service.api.types.made import TYPES, enum_of, listed, term_type
from graph_service.api.types.results import typed
from graph_service.search.matches import Match
from schema.vocabulary import Channel

_MATCHES = {
    Match.EXACT: "A name or number of it is just what was typed 完全一致",
    Match.START: "A name or number of it begins with what was typed 开头一致",
    Match.INSIDE: "What was typed is part of a name or number of it 包含",
    Match.JOINED: "Every word is in it or in what it is linked with 多词关联",
    Match.PATTERN: "A name or number of it is as the pattern with * and ? says 通配",
    Match.COMPATIBLE: "It may be the same: part of its name or number is hidden 可能一致（掩码）",
    Match.TEXT: "What was typed stands in its text 正文包含",
    Match.SOUND: "A name of it sounds like what was typed 读音相同",
    Match.INITIALS: "What was typed are the initials of a name of it 拼音首字母",
    Match.SLIP: "A name or number of it differs from what was typed by one slip 一字之差",
    Match.SOME_WORDS: "Some of the words are in it, the others not 仅部分词命中",
}


def build() -> None:
    """Make the types of hits and of their counts; those of nodes must be there already."""
    values = {match.value: strawberry.enum_value(match.value, description=about) for match, about in _MATCHES.items()}
    match: Any = enum_of("SearchMatch", values, "Why something was found, the best first 命中方式")
    typed("FoundPlace", "Where in a field of a hit what was sought stands 命中位置", {
        "field": (str, "Field of the hit, as the graph names it 命中字段"),
        "excerpt": (str, "The words there, with some around 命中片段"),
        "start": (int, "Place in the whole field where it begins, from 0 起始位置"),
        "end": (int, "Place in the whole field just after it 结束位置"),
        "excerpt_start": (int, "Place in the whole field where the excerpt begins 片段起始位置"),
    })  # fmt: skip
    typed("SearchHit", "One thing that was found, and why 检索命中", {
        "node": (TYPES["Node"], "What was found 命中对象"),
        "match": (match, "Why it was found 命中原因"),
        "found": (listed("FoundPlace"), "Where it was found in its own fields; nothing where it only joins others 命中处"),
    })  # fmt: skip
    typed("KindCount", "How many hits are of one kind 各类命中数", {
        "kind": (str, "Kind of these hits, as `__typename` says it 命中种类"),
        "count": (int, "Hits of this kind that you may see 该类命中数"),
    })  # fmt: skip
    typed("ChannelCount", "How many hits are of one channel 各渠道命中数", {
        "channel": (term_type(Channel), "Channel of these hits 命中渠道"),
        "count": (int, "Hits of this channel that you may see 该渠道命中数"),
    })  # fmt: skip


def search_extras() -> dict[str, tuple[Any, str]]:
    """Return what a page of hits says beside its rows."""
    return {
        "hits": (listed("SearchHit"), "What was found with why and where, in the order of the nodes 命中明细"),
        "kinds": (listed("KindCount"), "Hits in all, by kind 按种类计数"),
        "channels": (listed("ChannelCount"), "Hits in all that are matters, by channel 按渠道计数"),
    }
