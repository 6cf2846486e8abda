"""The units of the prefecture: bureaus, counties' bureaus, zones, towns, villages, regiments, schools, state firms."""

from dataclasses import dataclass

PREFECTURE = "博尔塔拉蒙古自治州"
COUNTIES = {
    "b": ("博乐市", "市"),
    "a": ("阿拉山口市", "阿拉山口市"),
    "j": ("精河县", "精河县"),
    "w": ("温泉县", "温泉县"),
    "t": ("第五师", ""),
}

TOP = """zjj|住房和城乡建设局|住建局|城乡建设局
czj|财政局||
jyj|教育局||
wjw|卫生健康委员会|卫健委|卫生和计划生育委员会
nyj|农业农村局||农业局;畜牧兽医局
lcj|林业和草原局|林草局|林业局
slj|水利局||
zrj|自然资源局||国土资源局
jtj|交通运输局|交通局|
scj|市场监督管理局|市场监管局|工商行政管理局;质量技术监督局
mzj|民政局||
rsj|人力资源和社会保障局|人社局|
wtj|文化体育广播电视和旅游局|文旅局|旅游局
sjj|审计局||
gzw|国有资产监督管理委员会|国资委|
ybj|医疗保障局|医保局|
sthj|生态环境局|环境局|环境保护局
yjj|应急管理局|应急局|安全生产监督管理局
tyjr|退役军人事务局||
xfj|信访局||
fgw|发展和改革委员会|发改委|
swj|商务局||
mzw|民族宗教事务局|民宗局|民族宗教事务委员会
jgsw|机关事务服务中心||
rmyy|人民医院||
myy|蒙医医院|蒙医院|
fby|妇幼保健院|妇幼|"""

COUNTY = """czj|财政局|
jtj|教育和体育局|教体局
nyj|农业农村局|农业局
slj|水利局|
lcj|林业和草原局|林草局
jtys|交通运输局|交通局
zjj|住房和城乡建设局|住建局
wjj|卫生健康委员会|卫健委
mzj|民政局|
scj|市场监督管理局|市场监管局
yjj|应急管理局|应急局
gaj|公安局|"""

TOWNS = """qhw|青河湾镇|b
cgab|查干敖包镇|b
wld|乌兰达坂乡|b
bjj|北郊街道|b
ncj|南城街道|b
hlj_t|红柳井镇|j
ssz|沙泉子镇|j
tlh|托勒海乡|j
mlz|茫柳镇|j
hrs|哈日苏镇|w
zhb|扎哈布拉格乡|w
asj|阿山街道|a"""

VILLAGES = """tuanjie|团结村|qhw
hasha|哈夏村|qhw
xiadun|夏墩村|qhw
aobao|敖包特村|cgab
xeb|夏尔布呼村|cgab
husitai|呼斯台村|wld
tuanjie2|团结村|wld
dongquan|东泉村|hlj_t
minsheng|民生村|hlj_t
shazao|沙枣村|ssz
yikeshu|一棵树村|ssz
kalasu|喀拉苏村|tlh
bashi|巴什巴格村|tlh
mangliu|柳条村|mlz
mengke|孟克图村|hrs
tuoli|托里图村|hrs
axt|阿日夏提村|zhb
chaganwusu|查干乌苏村|zhb
jinxiu|锦绣社区|bjj
tianshan|雪莲社区|bjj
qingnian|青年社区|ncj
kouan|国门社区|asj
t93_2|二连|t93
t93_7|七连|t93
t96_5|五连|t96
t96_7|七连|t96"""

OTHERS = """t93|第五师九十三团|九十三团||11|t
t96|第五师九十六团|九十六团||11|t
s6|博乐市第六小学|市六小|b.jtj|12|b
z6|博乐市第六中学|市六中|b.jtj|12|b
hljxx|精河县红柳井镇中心学校|红柳井中心学校|j.jtj|12|j
jyxx|温泉县寄宿制学校||w.jtj|12|w
zzx|博尔塔拉蒙古自治州职业技术学校|州职校|jyj|12|
qhwy|博乐市青河湾镇卫生院|青河湾卫生院|b.wjj|12|b
jyy|精河县人民医院|精河县医院|j.wjj|12|j
wyy|温泉县人民医院|温泉县医院|w.wjj|12|w
ngq|博乐市水利局南灌区水利管理站|南灌区水管站|b.slj|12|b
bgq|博乐市水利局北灌区水利管理站|北灌区水管站|b.slj|12|b
agl|温泉县安格里牧场|安格里牧场||12|w
ssl|沙尔山林场|沙尔山林场|lcj|12|b
zbq|阿拉山口综合保税区管理委员会|综保区管委会||11|a
bhq|博乐边境经济合作区管理委员会|边合区管委会||11|b
jsl|博州金穗粮油储备有限公司|金穗粮储公司|gzw|91|b
rsy|博乐市润泉供水有限责任公司|润泉供水公司|gzw|91|b
sly|博州赛湖旅游投资集团有限公司|赛旅投|gzw|91|b"""
FORMER = {"rsy": "博乐市自来水公司", "b.jtj": "博乐市教育局;博乐市体育局", "w.nyj": "温泉县农业局;温泉县畜牧兽医局"}


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


def table() -> dict[str, Unit]:
    """Return all units by key."""
    found: dict[str, Unit] = {}
    for line in TOP.split("\n"):
        key, name, short, former = line.split("|")
        head = "12" if key in {"rmyy", "myy", "fby", "jgsw"} else "11"
        old = ";".join(PREFECTURE + each for each in former.split(";") if each)
        found[key] = Unit(key, PREFECTURE + name, "州" + (short or name), old, "", "", head, party=party_of(head))
    for mark, (full, mid) in COUNTIES.items():
        for line in COUNTY.split("\n") if mark != "t" else ():
            key, name, short = line.split("|")
            key = f"{mark}.{key}"
            found[key] = Unit(key, full + name, mid + (short or name), "", "", mark, "11", party=party_of("11"))
    for line in OTHERS.split("\n"):
        key, name, short, parent, head, mark = line.split("|")
        found[key] = Unit(key, name, short, "", parent, mark, head, party="党委")
    add_places(found)
    for key, former in FORMER.items():
        found[key].former = former
    return found


def party_of(head: str) -> str:
    """Return what the Party organ of a bureau or institution is called."""
    return "党组" if head == "11" else "党委"


def add_places(found: dict[str, Unit]) -> None:
    """Adds towns, villages and companies of regiments."""
    for line in TOWNS.split("\n"):
        key, name, mark = line.split("|")
        kind, party = ("办事处", "党工委") if name.endswith("街道") else ("人民政府", "党委")
        found[key] = Unit(key, COUNTIES[mark][0] + name + kind, name, "", "", mark, "11", party=party)
    for line in VILLAGES.split("\n"):
        key, name, town = line.split("|")
        place = found[town]
        end = {"村": "村民委员会", "区": "居民委员会", "连": ""}[name[-1]]
        full = place.name.removesuffix("人民政府").removesuffix("办事处") + name
        found["v." + key] = Unit("v." + key, full + end, name, "", town, place.county, "N2", party="党支部")
