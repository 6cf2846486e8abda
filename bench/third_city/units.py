"""The units of the city: bureaus, counties' bureaus, zones, towns, villages, schools, state firms."""

from dataclasses import dataclass, field

COUNTIES = {
    "d": ("日照市东港区", "东港区", "东港"),
    "l": ("日照市岚山区", "岚山区", "岚山"),
    "j": ("莒县", "莒县", "莒县"),
    "w": ("五莲县", "五莲县", "五莲"),
}

CITY = """zjj|住房和城乡建设局|住建局|城乡建设委员会
czj|财政局||
jyj|教育局||
wjw|卫生健康委员会|卫健委|卫生和计划生育委员会
nyj|农业农村局||农业局
hyj|海洋发展局|海洋局|海洋与渔业局
zgj|自然资源和规划局|自规局|国土资源局
xzsp|行政审批服务局|审批局|
zfj|综合行政执法局|执法局|城市管理局
jtj|交通运输局|交通局|
slj|水利局||
sthj|生态环境局|环境局|环境保护局
yjj|应急管理局|应急局|安全生产监督管理局
scjg|市场监督管理局|市监局|工商行政管理局
mzj|民政局||
rsj|人力资源和社会保障局|人社局|
wlj|文化和旅游局|文旅局|文化广电新闻出版局
tyj|体育局||
sjj|审计局||
gzw|人民政府国有资产监督管理委员会|国资委|
dsjj|大数据发展局|大数据局|
ybj|医疗保障局|医保局|
tyjr|退役军人事务局||
kjj|科学技术局|科技局|
jgsw|机关事务服务中心|机关服务中心|
gjj|住房公积金管理中心|公积金中心|
ggzy|公共资源交易中心|交易中心|
swjt|商务局||
rmyy|人民医院||
zyyy|中医医院|中医院|
fby|妇幼保健院|妇幼|妇幼保健所"""

COUNTY = """czj|财政局|
jtj|教育和体育局|教体局
nyj|农业农村局|农业局
zjj|住房和城乡建设局|住建局
wjj|卫生健康局|卫健局
mzj|民政局|
slj|水利局|
zrj|自然资源局|自规局
zfj|综合行政执法局|执法局
spj|行政审批服务局|审批局
jtys|交通运输局|交通局
yy|人民医院|医院
scj|市场监督管理局|市监局"""

TOWNS = """wangchao|望潮街道|d
hebu|河埠街道|d
qingya|青崖镇|d
liudian|柳店镇|d
shimenling|石门岭镇|d
hukou2|虎口街道|l
yanchang|盐场镇|l
huangdunzi|黄墩子镇|l
qianhai|前海镇|l
shuxi|沭西街道|j
guanlu|官路镇|j
longshanyi|龙山驿镇|j
dashihe|大石河镇|j
qipanling|棋盘岭乡|j
hongquan|洪泉街道|w
songyue|松月镇|w
shichangyu|石场峪乡|w
hugu|户崮镇|w
kuifeng|奎峰街道|d
beiyuan|北苑街道|d
heqing|河清街道|d
wolang|卧浪街道|d"""

VILLAGES = """xiaohe|小河村|huangdunzi
wanjia|万家村|shimenling
hougou|后沟村|liudian
dapo|大坡村|dashihe
beizhai|北寨村|wolang
majia|马家村|guanlu
lengquan|冷泉村|longshanyi
dongshang|东上庄村|huangdunzi
xigou|西沟村|qianhai
liujiagou|刘家沟村|songyue
qgz1|前官庄村|qingya
qgz2|前官庄村|guanlu
shangzhuang|上庄村|yanchang
yutai|鱼台村|qianhai
shiqiao|石桥村|guanlu
songjia|宋家庄村|dashihe
chaoyang|朝阳村|qipanling
lizhuang|李庄村|hugu
donggou|东沟村|shichangyu
xinan|西南坡村|liudian
hexi|河西村|longshanyi
tanjia|谭家河村|hongquan
nanling|南岭村|shimenling
beiling|北岭村|yanchang"""

OTHERS = """binhe|日照市滨河高级中学|滨河高中|jyj|12|d
j.binhe|莒县滨河小学||j.jtj|12|j
chaoyang|日照市朝阳小学||jyj|12|d
yinsha|日照市银沙实验学校|银沙实验学校|jyj|12|d
qinghua|日照市青华小学||jyj|12|d
jisxy|日照港湾技师学院|港湾技师学院|rsj|12|d
jtgs|日照蓝湾公交集团有限公司|公交集团|gzw|91|d
lgsw|日照蓝港水务集团有限公司|蓝港水务|gzw|91|d
lsgs|日照沧海城市投资集团有限公司|沧海城投|gzw|91|d
ljgs|日照丰裕粮食储备有限公司|粮储公司|gzw|91|l
gxq|日照高新技术产业开发区管理委员会|高新区管委会||11|d
jkq|日照经济技术开发区管理委员会|经开区管委会||11|d
sht|日照山海天旅游度假区管理委员会|山海天管委会||11|d
zwj1|莒县第一实验小学|莒县一小|j.jtj|12|j
ylzx|五莲县第二中学|五莲二中|w.jtj|12|w
lszx|日照市岚山区渔家小学|渔家小学|l.jtj|12|l"""


@dataclass
class Unit:
    """A unit with what the registers hold of it."""

    key: str
    name: str
    short: str
    former: str
    parent: str
    county: str
    head: str
    code: str = ""
    address: str = ""
    phone: str = ""
    party: str = "党委"
    facts: dict[str, str] = field(default_factory=dict)


def table() -> dict[str, Unit]:
    """Return all units by key."""
    found: dict[str, Unit] = {}
    for line in CITY.split("\n"):
        key, name, short, former = line.split("|")
        head = "12" if key in {"rmyy", "zyyy", "fby", "jgsw", "gjj", "ggzy"} else "11"
        old = "日照市" + former if former else ""
        found[key] = Unit(key, "日照市" + name, "市" + (short or name), old, "", "", head, party=party_of(head))
    for mark, (full, mid, _) in COUNTIES.items():
        for line in COUNTY.split("\n"):
            key, name, short = line.split("|")
            head, key = "12" if key == "yy" else "11", f"{mark}.{key}"
            found[key] = Unit(key, full + name, mid + (short or name), "", "", mark, head, party=party_of(head))
    add_places(found)
    for line in OTHERS.split("\n"):
        key, name, short, parent, head, mark = line.split("|")
        found[key] = Unit(key, name, short, "", parent, mark, head, party="党委")
    return found


def party_of(head: str) -> str:
    """Return what the Party organ of a bureau or institution is called."""
    return "党组" if head == "11" else "党委"


def add_places(found: dict[str, Unit]) -> None:
    """Adds towns and villages."""
    for line in TOWNS.split("\n"):
        key, name, mark = line.split("|")
        kind, party = ("办事处", "党工委") if name.endswith("街道") else ("人民政府", "党委")
        found[key] = Unit(key, COUNTIES[mark][0] + name + kind, name, "", "", mark, "11", party=party)
    for line in VILLAGES.split("\n"):
        key, name, town = line.split("|")
        place = found[town]
        full = place.name.removesuffix("人民政府").removesuffix("办事处") + name + "村民委员会"
        found["v." + key] = Unit("v." + key, full, name, "", town, place.county, "N2", party="党支部")
