"""Places to eat and stay that no register knows, where the text says that somebody was there."""

import re
from collections.abc import Iterator

from graph_service.mentions.text.mention import Because, MentionKind
from graph_service.mentions.text.span import Span

_STRENGTH = 24.0  # below every known name
_KIND = (
    "大酒店|酒店|大酒楼|酒楼|酒家|大饭店|饭店|饭庄|饭馆|农庄|山庄|庄园|农家乐|土菜馆|菜馆|餐馆|餐厅|会所|食府|私房菜|私厨|美食城|大排档|火锅店|火锅城|烧烤店|茶楼|茶庄|茶馆"
    "|宾馆|大宾馆|度假村|洗浴中心|足浴店|足浴城|KTV|歌厅|棋牌室|酒吧|夜总会|渔庄|鱼庄|羊庄|酒庄|渔村|食村|俱乐部|小厨|饭堂子"
)
_NAMED = re.compile(rf"[\u4e00-\u9fffA-Z]{{2,8}}?(?:{_KIND})(?![\u4e00-\u9fff]{{0,2}}?(?:{_KIND}))")
_LED_IN = re.compile(r".*(?:前往|来到|位于|放在|安排在|设在|开在|约在|聚在|[在到于去往赴进是的、,了])")
_NO_NAME = re.compile(
    r"(?:(?:一|两|几|三|四|某|这|那|哪|该|本|各|每|有|多|附近|路边|镇上|县城|城里|村里|当地|本地|周边|外面|隔壁|高档|豪华|五?星级?|学校|单位|机关|职工|政府|内部|私人|老板|朋友|自己|同一|不同|其他|另|下属|定点"
    r"|农村|乡村|乡镇|大型|小型|中型|普通|知名|特色|连锁|个|家|间|座|被|把|对|与|和|等|吃|喝|开|办|经营|出入|进出|接受|承包))"
)
_SHORTEST = 2  # signs of its own name


def find_eateries(text: str) -> Iterator[Span]:
    """Yield names of eateries and hotels that stand after a word of place, or begin a clause; all are candidates."""
    for found in _NAMED.finditer(text):
        lead = _LED_IN.match(found[0])
        start = found.start() + (lead.end() if lead else 0)
        is_led = lead is not None or found.start() == 0 or text[found.start() - 1] in "在到于去往,。;:、"
        words = text[start : found.end()]
        own = re.sub(rf"(?:{_KIND})+$", "", words)
        if is_led and len(own) >= _SHORTEST and not _NO_NAME.match(words):
            yield Span(start, found.end(), MentionKind.PLACE, words, _STRENGTH, 0.5, Because.UNKNOWN)
