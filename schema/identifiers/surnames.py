"""Chinese surnames: compound ones, and those that read differently as a surname."""

# Readings of the surname when they differ from the everyday reading; the usual one first.
_READINGS = """
单 shan/解 xie/仇 qiu/查 zha/曾 zeng/任 ren/区 ou/朴 piao/盖 ge gai/乐 yue le/覃 qin tan/翟 zhai/缪 miao
华 hua/种 chong/重 chong/黑 he/秘 bi/冼 xian/洗 xian/员 yun/贠 yun/郗 xi chi/逄 pang/牟 mu mou/那 na/能 nai
召 shao/繁 po/宓 mi/谌 chen shen/隗 wei kui/晁 chao/冯 feng/长 zhang/句 gou/阚 kan/祭 zhai/都 du/尹 yin/佴 nai
折 she/车 che/贾 jia/卜 bu/干 gan/沈 shen/盛 sheng/郝 hao/臧 zang/藏 zang/应 ying/乜 nie/仝 tong/厍 she/瞿 qu
尉 wei yu/宿 su/肖 xiao/曲 qu/仉 zhang/呙 guo/角 jue/葛 ge/过 guo/殷 yin/粘 nian/撖 han/令 ling/纪 ji/燕 yan
石 shi/俞 yu/褚 chu/哈 ha/奇 ji/樊 fan/相 xiang/薄 bo/参 shen/适 kuo/弗 fei/费 fei bi/洪 hong/郇 xun huan
郄 qie/郤 xi/芮 rui/邸 di/庹 tuo/麴 qu/万 wan/少 shao/强 qiang/宁 ning/甯 ning/炅 gui/眭 sui/綦 qi/亓 qi
妫 gui/訾 zi/笪 da/郦 li/戚 qi/莘 shen xin/咸 xian/仲 zhong/弋 yi/揭 jie/占 zhan/塔 ta/教 jiao/行 xing/调 diao
"""

# Compound surnames with their readings.
_COMPOUND = """
欧阳 ou yang/上官 shang guan/诸葛 zhu ge/司马 si ma/司徒 si tu/司空 si kong/司寇 si kou/皇甫 huang fu/尉迟 yu chi
万俟 mo qi/令狐 ling hu/长孙 zhang sun/慕容 mu rong/宇文 yu wen/单于 chan yu/澹台 tan tai/淳于 chun yu
公孙 gong sun/公羊 gong yang/公冶 gong ye/公西 gong xi/公良 gong liang/夏侯 xia hou/东方 dong fang/东郭 dong guo
南宫 nan gong/南门 nan men/西门 xi men/北宫 bei gong/轩辕 xuan yuan/端木 duan mu/独孤 du gu/赫连 he lian
呼延 hu yan/钟离 zhong li/闻人 wen ren/濮阳 pu yang/太叔 tai shu/申屠 shen tu/仲孙 zhong sun/鲜于 xian yu
闾丘 lü qiu/亓官 qi guan/巫马 wu ma/漆雕 qi diao/乐正 yue zheng/壤驷 rang si/拓跋 tuo ba/夹谷 jia gu/宰父 zai fu
谷梁 gu liang/段干 duan gan/百里 bai li/微生 wei sheng/梁丘 liang qiu/左丘 zuo qiu/东门 dong men/子车 zi ju
颛孙 zhuan sun/宗政 zong zheng/羊舌 yang she/第五 di wu/纳兰 na lan/完颜 wan yan/耶律 ye lü/富察 fu cha
叶赫 ye he/爱新 ai xin/钮祜 niu hu/哥舒 ge shu/归海 gui hai/贺兰 he lan/贺若 he ruo/达奚 da xi/斛律 hu lü
屈突 qu tu/叔孙 shu sun/季孙 ji sun/孟孙 meng sun/王孙 wang sun/士孙 shi sun/即墨 ji mo/谯笪 qiao da/年爱 nian ai
阳佟 yang tong/南荣 nan rong/东里 dong li/高堂 gao tang/安期 an qi/浮丘 fu qiu/胡毋 hu wu/丘穆 qiu mu/毌丘 guan qiu
脱脱 tuo tuo/宿勤 su qin/綦毋 qi wu/綦连 qi lian/库狄 she di/侯莫 hou mo/乞伏 qi fu/秃发 tu fa/沮渠 ju qu
"""


def _read(rows: str) -> dict[str, tuple[str, ...]]:
    entries = (entry.split() for row in rows.strip().splitlines() for entry in row.split("/"))
    return {surname: tuple(readings) for surname, *readings in entries}


_SINGLE_READINGS = _read(_READINGS)
_COMPOUND_READINGS = {surname: " ".join(parts).replace("ü", "v") for surname, parts in _read(_COMPOUND).items()}
COMPOUND_SURNAMES = frozenset(_COMPOUND_READINGS)


def split_name(name: str) -> tuple[str, str]:
    """Returns surname and given name of a Chinese name; a name of two characters has a surname of one."""
    if len(name) > 2 and name[:2] in COMPOUND_SURNAMES:
        return name[:2], name[2:]
    return name[:1], name[1:]


def surname_readings(surname: str) -> tuple[str, ...]:
    """Returns the toneless readings of a surname that the table knows, the usual one first."""
    compound = _COMPOUND_READINGS.get(surname)
    return (compound,) if compound else _SINGLE_READINGS.get(surname, ())
