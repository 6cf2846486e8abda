"""Addresses that are not registered as they stand: with the city left out, or not at all."""

import re
from collections.abc import Iterator

from graph_service.mentions.find.view import View
from graph_service.mentions.numbers.house_numbers import plain_house
from graph_service.mentions.text.mention import Because, MentionKind
from graph_service.mentions.text.span import Span

_STRENGTH = 40.0
_LEAST = 4
_NO_NAME = re.compile(r"(?:这|那|哪|每|该|本|全|各|第|隔壁|对面|前面|后面|一|几|两|三|小区|花园|公寓|家里)")
_FIGURE = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_HOUSE = rf"{_FIGURE}(?:栋|幢|座|号楼|#楼?)"
_DASHED = r"(?:\d{1,3}-){1,2}\d{3,4}(?:室|号房?|房)?(?![\d月日年-])"  # building, unit and room
_ROOM = r"(?:\d{2,4}|[〇零一二三四五六七八九]{3,4})(?:室|号房?|房)?"
_FLOOR = rf"{_FIGURE}(?:楼|层)"
_DOOR = rf"(?:{_DASHED}|(?:{_FIGURE}单元)?(?:{_FLOOR})?(?:{_ROOM})?)"
_INSIDE = rf"(?:(?:{_FIGURE}单元)(?:{_FLOOR})?(?:{_ROOM})?|(?:{_FLOOR})(?:{_ROOM})?|{_ROOM})"  # a door that is told
_ESTATE = r"(?:小区|花园|家园|苑|公寓|新村|嘉园|佳园|华庭|名邸|豪庭|府|湾|城|庭|居|园|里|郡|宿舍|大院|大厦|广场)"
_NO_LANE = "家手公那这哪心屋店月年日夜村镇县城区局厂厅委队乡校班院所站馆会部"  # 家里3号 is no lane
_STREET = rf"(?:路|街|大道|巷|弄|胡同|(?<![{_NO_LANE}])里)"
_SIGNED = r"[一二三四五六七八九十][〇零一二三四五六七八九十百]{0,5}"
_NUMBER = (
    rf"[甲乙丙丁戊]?附?(?:\d{{1,5}}[甲乙丙丁戊]?(?:[-之]\d{{1,4}})?|{_SIGNED}(?:之[一二三四五六七八九十]{{1,3}})?)"
)
_FURTHER = r"(?:附\d{1,3}号?|附[一二三四五六七八九十]{1,3}号|[-之]\d{1,4}(?![\d号月日年-]))?"
# 青石路三号线, 一号文件, 三号晚上: no house.
_NO_HOUSE = (
    r"(?!号?(?:线(?![上下])|桥(?!头)|工程|项目|楼盘|文件|文(?![\u4e00-\u9fff])|令|公告|通知|机(?:组|车|(?![\u4e00-\u9fff]))|车(?!库)|井|坑|矿|闸|泵"
    r"|标段?(?![\u4e00-\u9fff])|地块|宗地|出口|通道|窗口|柜台|厅|高速|卡口|路段|(?:早|晚|当|那)[上天晚]|[上下中]午|凌晨|半夜|夜里|以?[前后](?![面门])))"
)
_OVER_A_MONTH = (
    r"(?:3[2-9]|[4-9]\d|[1-9]\d{2,3}|三十[二三四五六七八九]|[四五六七八九]十[一二三四五六七八九]?"
    r"|[一二三四五六七八九]百[零十一二三四五六七八九]{0,4})"
)
_ADDRESS = re.compile(
    rf"[\u4e00-\u9fff]{{2,16}}?{_STREET}{_NUMBER}(?:号院?|#(?!楼))(?!楼){_NO_HOUSE}{_FURTHER}(?:[\u4e00-\u9fff]{{2,5}}?楼\d{{3,4}}(?:室|房)?"
    rf"|(?:[\u4e00-\u9fff]{{0,6}}?{_HOUSE})?{_DOOR})"
    rf"|[\u4e00-\u9fff]{{2,16}}?(?:\d{{1,5}}[弄号巷])?\d{{1,3}}(?:栋|幢|座|号楼)(?:[\dA-Z一二三四五六七八九]{{1,2}}单元)?(?:\d{{1,2}}(?:楼|层))?\d{{2,4}}(?:室|号房?|房)?"
    rf"|[\u4e00-\u9fff]{{2,16}}?(?:路|街|大道|巷|胡同)(?:{_HOUSE}{_INSIDE}|(?:\d{{1,3}}-){{2}}\d{{3,4}}(?:室|号房?|房)?(?![\d月日年-]))"
    rf"|[\u4e00-\u9fff]{{1,12}}?{_ESTATE}(?:{_FIGURE}期)?(?:[东南西北][区苑])?(?:{_HOUSE}{_DOOR}|{_DASHED})"
    rf"|[\u4e00-\u9fff]{{2,12}}?{_FIGURE}期{_HOUSE}{_DOOR}"
    rf"|[\u4e00-\u9fff]{{2,10}}?(?:宾馆|酒店|旅馆|招待所)\d{{3,4}}(?:房间|室|号?房)"
    rf"|[\u4e00-\u9fff]{{2,16}}?(?:里弄|弄堂|弄|巷|坊)(?:\d{{1,4}}弄)?(?:\d{{1,4}}|{_SIGNED})号(?!楼){_NO_HOUSE}(?:\d{{1,4}}室)?"
    rf"|[\u4e00-\u9fff]{{2,16}}?(?:村|社区|坪|坊|屋|圩)(?:第?(?:\d{{1,3}}|[一二三四五六七八九十]{{1,3}})(?:村民小)?组)(?:(?:\d{{1,4}}|{_SIGNED})号{_NO_HOUSE})?"
    # A village has few numbers that are not a day of the month as well.
    rf"|[\u4e00-\u9fff]{{2,16}}?(?:村|社区|屯|庄)(?:{_OVER_A_MONTH}号{_NO_HOUSE}|(?:\d{{1,2}}|{_SIGNED})号(?=[院户房宅]|门(?![诊票])|家(?![里家长])))"
)
_LEADS_IN = re.compile(
    r".*(?:我们|咱们|我家|你们|他们|位于|住址|地址|地点|住在|家住|在|于|到|至|从|往|住|为|是|的|由|将|把|去|租用|购买|了|[市](?=[\u4e00-\u9fff]{2,3}市))"
)


def find_addresses(text: str, view: View) -> Iterator[Span]:
    """Yield addresses by their form; known ones where exactly one registered address ends so."""
    if not any(sign in text for sign in "号组室房栋幢座-#"):
        return
    for found in _ADDRESS.finditer(text):
        lead = _LEADS_IN.match(found[0])
        start = found.start() + (lead.end() if lead else 0)
        words = text[start : found.end()]
        if len(words) < _LEAST or _NO_NAME.match(words):
            continue
        normal = plain_house(words)
        forms = dict.fromkeys((words, normal))
        prefixes = view.lexicon.area_prefixes
        entities = tuple(sense.entity for form in forms for prefix in prefixes for sense in view.things(prefix + form))
        certainty, because = (0.85, Because.OTHER_NAME) if len(entities) == 1 else (0.5, Because.UNKNOWN)
        yield Span(
            start, found.end(), MentionKind.PLACE, normal, _STRENGTH + len(words) / 10, certainty, because, entities
        )
