"""Kin, neighbours and colleagues of the one who writes: whoever knows them knows who wrote."""

import re
from collections.abc import Iterator

from graph_service.vault.giveaways.passage import Passage, Why, name_end
from graph_service.vault.giveaways.selves import SELF

_KIN = (
    r"未婚[妻夫]|前[妻夫]|丈夫|妻子|老[婆公]|爱人|媳妇|[男女]人|婆娘|对象|[男女]朋友|[父母]亲|父母|爸爸|妈妈|老[爸妈爹娘]|儿子|女儿|儿媳妇?|女婿"
    r"|小?孩子?|娃娃|[大二三四]?(?:哥哥?|弟弟?|姐姐?|妹妹?)|弟媳|[姐妹]夫|嫂子?|爷爷|奶奶|外[公婆]|姥[姥爷]|公公|婆婆|岳[父母]|丈人|丈母娘"
    r"|叔叔?|大伯|伯[父伯]|婶婶?|舅[舅妈]?|姑[姑妈父]?|姨[妈夫]?|侄[子女]|外甥女?|外?孙[子女]|[表堂][哥弟姐妹]|亲戚|家属|亲家|[爸妈爹娘娃]"
)
_NEAR = (
    r"邻居|隔壁|同事|老?同学|战友|[室舍]友|老乡|朋友|房东|租客|徒弟|师傅|同桌|工友|发小|搭档|助手|领导|上[司级]|老板|主管|班主任|班长|老师"
    r"|[科组处]长"
)
_RELATED = re.compile(
    rf"(?:(?:{SELF}|咱)(?:们?家)?(?:的|亲|家的)?|(?:我|俺|咱)们家的?)(?:(?P<kin>{_KIN})"
    rf"|(?P<near>{_NEAR}))"
)
_ASIDE = re.compile(r"\([^()\n]{1,30}\)")


def find_near(text: str) -> Iterator[Passage]:
    """Yield what is said of people close to the writer: of kin with the name, of others without, for it may be the one reported."""
    for found in _RELATED.finditer(text):
        end = found.end()
        if found["kin"]:
            end = name_end(text, end)
        if aside := _ASIDE.match(text, end):
            end = aside.end()
        yield Passage(found.start(), end, Why.NEAR)
