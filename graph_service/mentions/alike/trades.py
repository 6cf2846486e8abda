"""What somebody does for a living, or just does: 开挖机的, 卖菜的, 跑腿的, 包工头. It tells who is meant no more than a post does."""

import re
from pathlib import Path

import yaml

from graph_service.mentions.lexicon.titles import ROLES
from graph_service.mentions.lexicon.vocabulary import read_words

_DOES = (
    "开卖买收修跑送做搞包养种杀宰打拉挖摆贩倒放管看守教唱剃理补磨炸烤蒸酿烧搬扛装贴刷盖建干当帮代办租贷讨催炒骑驾拆运批"
    "弹刻画算抬洗缝裁焊吊铲推喂放说拍挑捡捕钓织印配换接承经"
)
_LISTS: dict[str, str] = yaml.safe_load(Path(__file__).with_name("trades.yaml").read_text(encoding="utf-8"))
_DOING = re.compile(
    rf"[{_DOES}][\u4e00-\u9fff]{{0,2}}?(?:{'|'.join(sorted(_LISTS['done_with'].split(), key=len, reverse=True))})"
)
_SINCE = re.compile(r"以前|原来|从前|过去|现在|专门|常年|长期|一直|曾|在|给|替|帮")
_TRADES = frozenset(_LISTS["nouns"].split()) | ROLES | frozenset(read_words("introducing") + read_words("owners"))
_AT_FIRST = re.compile("|".join(sorted(_TRADES, key=len, reverse=True)))


def is_trade(words: str) -> bool:
    """Return whether the words say what somebody does, and so no name of theirs: 开挖机, 卖菜, 跑腿, 包工头."""
    return words in _TRADES or _DOING.fullmatch(words) is not None


def is_doing(words: str) -> bool:
    """Return whether the words before 的 say what somebody does, since when or where said or not: 以前在工地上开挖机."""
    return is_trade(words) or (
        _SINCE.match(words) is not None and any(is_trade(words[at:]) for at in range(1, len(words) - 1))
    )


def trade_at(words: str) -> int:
    """Return how many signs of a trade stand first in the words, without 的; none where they begin with something else."""
    found = _AT_FIRST.match(words)
    return found.end() if found else 0
