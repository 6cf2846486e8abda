"""Characters that only look like others, by the usual character: full width, radicals, compatibility forms.

The radicals of U+2E80 to U+2EFF follow Unicode's EquivalentUnifiedIdeograph, each before the character it stands for;
Unicode's compatibility mapping knows only two of them. Kangxi radicals, ideographs of other standards, forms for
vertical setting and small forms follow that mapping.
"""

import unicodedata

HALF_WIDTH: dict[int, int] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}

_SUPPLEMENT = """
⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑𡯂 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌
⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 ⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓
⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽𦥑 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝
⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐
⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟
"""
_BLOCKS = ((0x2F00, 0x2FE0), (0xF900, 0xFB00), (0xFE10, 0xFE1A), (0xFE30, 0xFE70), (0x2F800, 0x2FA20))


def _compatible() -> dict[int, int]:
    signs = [chr(code) for first, last in _BLOCKS for code in range(first, last)]
    usual = {sign: unicodedata.normalize("NFKC", sign) for sign in signs}
    return {ord(sign): ord(to) for sign, to in usual.items() if len(to) == 1 and to != sign}


RADICALS: dict[int, int] = {ord(pair[0]): ord(pair[1]) for pair in _SUPPLEMENT.split()}
USUAL_FORMS: dict[int, int] = HALF_WIDTH | RADICALS | _compatible()
