"""How much it tells that two texts name one place, by what its name ends in."""

import re

PRIVATE, VILLAGE, PUBLIC = 0.92, 0.6, 0.45  # with the day sure
_OWN = 2  # signs of a name beside the words for its kind
_OFFICE = re.compile(
    r"(?:[局委办科处省市县区镇乡街路校]|(?<![餐歌舞茶])厅|(?<!乐)部|(?<!聚)会|(?<!会)所|(?<!驿)站|(?<!味)道|(?:幼儿|校|公|业|技|物|产|陵|农|果|菜|茶|创)园|政府|机关|[法检]察?院|支队|大队|(?<![浴疗乐闲生])中心|公司|集团|银行|学院|大学|食堂|学校|[中小]学|幼儿园|街道|国道|高速|单位|现场|家中|家里|期间|方式|系统|平台)$"
)
_CROWDED = re.compile(
    r"(?:大酒店|大饭店|大宾馆|国际酒店|国际饭店|国际.{0,4}酒店|宾馆|度假村|大厦|广场|写字楼|商场|超市|医院|卫生院|车站|火车站|机场|码头|公园|景区|体育馆|影剧院|庙会|市场|会展中心|会议中心)$"
)
_HOME = re.compile(r"(?:(?<![山农渔鱼饭茶酒羊牛食钱布])庄|(?<![渔食俗])村|社区|小区|组|屯|寨)$")
_KIND = re.compile(
    r"(?:酒店|酒楼|酒家|饭店|饭庄|酒庄|鱼庄|羊庄|渔村|食村|饭馆|农庄|山庄|庄园|农家乐|菜馆|餐馆|餐厅|会所|食府|茶楼|茶庄|茶馆|宾馆|洗浴中心|足浴店|温泉|汤泉|水库|游船|渔船|包间|包厢|私房菜|大排档|火锅店|烧烤店|歌厅|KTV|棋牌室|酒吧|民宿|客栈|二楼|三楼|楼|店|馆|村|庄)+$"
)
_PLAIN = re.compile(
    r"(?:某|一|两|几|这|那|该|本|各|每|附近|路边|镇上|县城|城里|村里|当地|外面|隔壁|高档|单位|学校|内部|私人|老板|朋友|自己|同一|其他|另|下属|农村|违规|接受|参加|多次|公款|上班|工作)"
)


def place_weight(name: str) -> float:
    """Return how much a place tells by what its name ends in, nothing where it is no place of its own."""
    if _PLAIN.match(name) or len(_KIND.sub("", name)) < _OWN:
        return 0.0
    if _CROWDED.search(name):
        return PUBLIC
    if _HOME.search(name):
        return VILLAGE
    return 0.0 if _OFFICE.search(name) else PRIVATE
