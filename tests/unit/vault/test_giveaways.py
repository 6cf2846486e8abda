"""What gives a reporter away is masked, what is reported stays; examples of kinds, in names and words of our own."""

import time

import pytest

from graph_service.vault.entry import Reporter
from graph_service.vault.giveaways.few import number_of
from graph_service.vault.giveaways.masking import FEW, mask
from graph_service.vault.giveaways.passage import HIDDEN

_MASKED = {
    "我是柳溪村三组村民邵大力，反映村主任陶建国侵占补偿款。": "我是■，反映村主任陶建国侵占补偿款。",
    "我叫阿卜杜拉·依明，家住团结路12号，反映某局王局长。": "我叫■，反映某局王局长。",
    "我姓缪，今年六十七，反映低保问题": "我姓■，反映低保问题",
    "本人邵建军，系县农机公司退休职工，现实名举报。": "本人■，现实名举报。",
    "俺是三组的，俺叫二狗，账目不公开": "俺是■，俺叫■，账目不公开",
    "我是锅炉房的，看得清清楚楚。": "我是■，看得清清楚楚。",
    "作为该公司会计，我清楚账目。": "作为■，我清楚账目。",
    "我在县财政局上班，局长陈明报销私车油费。": "我在■，局长陈明报销私车油费。",
    "我家住在河下镇渡口村8号，门前的路挖了不填": "我家住在■，门前的路挖了不填",
    "本人电话13800001111，请联系我。": "本人电话■，请联系我。",
    "请打 0791-8654321 找我": "请打 ■ 找我",
    "我的工单号是GD20240501001，至今没有回复": "我的工单号是■，至今没有回复",
    "我的车牌赣K12345被贴条": "我的车牌■被贴条",
    "我邻居张三的儿子在水利局吃空饷。": "■张三的儿子在水利局吃空饷。",
    "我老公（在学校当老师）被调走了。": "■被调走了。",
    "俺爹的五保停了": "■的五保停了",
    "举报人王秀英（身份证36050219700101123X，电话138-0000-1111，住柳溪村3组），反映李某受贿。": "举报人■，反映李某受贿。",
    "投诉人李女士称，孩子被打": "投诉人■称，孩子被打",
    "舉報人：陳美玲，電話13912345678。校長收錢": "舉報人：■。校長收錢",
    "来信人（刘大姐）说，账目不公开": "来信人（■）说，账目不公开",
    "本人李建设，男，1965年生，住红旗路8号院，反映拆迁不公": "本人■，反映拆迁不公",
    "举报人（实名）：郑国庆；联系方式：13700001111。校长收钱": "举报人（实名）：■。校长收钱",
    "来访人自称是建筑公司会计，账目不清": "来访人自称是■，账目不清",
    "我是他前妻，知道他所有的账": "我是■，知道他所有的账",
    "我给他当了五年司机，他的事我都知道": "我■，他的事我都知道",
    "市民王先生（139****1234）来电反映井盖没了": "市民■来电反映井盖没了",
    "举报人电话：（152）1894-3326，井盖没了": "举报人电话：■，井盖没了",
    "举报人电话152.1894.3326，井盖没了": "举报人电话■，井盖没了",
    "就三户没领到，我家是其中一户": f"就三户没领到，■{FEW}",
    "尊敬的李女士：您好！经查，路灯已修复。": "尊敬的■：您好！经查，路灯已修复。",
    "邵先生，您好，来信收悉。": "■，您好，来信收悉。",
    "柳溪村村民邵大力反映村主任问题": "柳溪村村民■反映村主任问题",
    "邵桂花等3人来信反映，账目不公开": "■等3人来信反映，账目不公开",
    "学生家长钱玉兰来电投诉校长收费": "学生家长■来电投诉校长收费",
    "反映账目不公开。\n此致\n敬礼\n邵桂花\n2024年3月5日": "反映账目不公开。\n此致\n敬礼",
    "望查处。\n举报人：刘建华\n电话：13812345678\n2024年5月1日": "望查处。",
    "请领导明察。柳溪村村民 王大力 13800001111": "请领导明察。",
    "望核实。张三 2024年1月2日": "望核实。",
    "账目不清。\n村民代表：赵国强、钱玉兰、孙志明": "账目不清。",
    "当时在场的只有我和张三、李四。": f"■。{FEW}",
    "我们科室一共4个人，他收钱的事都看见了。": f"■，他收钱的事都看见了。{FEW}",
    "除了我，没有别人知道这件事": f"■{FEW}",
    "知道这事的一共十二个人": "知道这事的一共十二个人",
    "在场的有王局长、李科长和司机小赵，喝了白酒": f"在场的有王局长、李科长和司机小赵，喝了白酒{FEW}",
}
_LEFT = (
    "我是附近居民，县卫生院停车乱收费。",
    "您好，我要投诉县交通运输局，路灯坏了三个月。",
    "被举报人张三，电话13900001111。",
    "举报人要求保密。来电人情绪激动，要求尽快处理。",
    "举报人：匿名",
    "联系电话为17982711056。希望予以核实。",
    "我局于2024年3月收到来信，我市已派人核实",
    "我是去年才知道的，真的没办法。我是说他不该这样，我叫他不要这样。",
    "我身份证他们拿去三天，我住院了他也不管",
    "在场的有好几个人，都可以作证。",
    "我们曾向有关部门说过，一直没有下文。",
    "请严肃处理！知情群众",
    "来信反映，村民李大力被村主任陶建国打伤。有群众来电反映：账目不清",
    "尊敬的领导：您好！您好，市民朋友",
    "群众多次来信反映，职工意见很大",
    "希望严查。谢谢",
    "县里市里我都熟，他挡我阳光",
    "负责人：王建国。地址：和平路12号",
)


@pytest.mark.parametrize("text", _MASKED, ids=range(len(_MASKED)))
def test_what_gives_the_reporter_away_is_masked(text: str) -> None:
    masked = mask(text)

    assert masked.text == _MASKED[text].replace("■", HIDDEN)
    assert mask(masked.text).text == masked.text, "what is masked already stays as it is"
    assert bool(masked.few) == masked.text.endswith(FEW)


@pytest.mark.parametrize("text", _LEFT, ids=range(len(_LEFT)))
def test_what_gives_nobody_away_stays(text: str) -> None:
    assert mask(text).text == text
    assert not mask(text).is_changed


def test_what_the_vault_knows_is_found_wherever_a_text_repeats_it() -> None:
    known = Reporter(
        "邵伟强", "360502197001011234", "13800001111", "云江市云水区姚桥镇柳溪村3组12号", "", (("外号", "独眼龙师傅"),)
    )

    for said in (
        "邵偉强",
        "138 0000 1111",
        "１３８００００１１１１",
        "138****1111",
        "138-0000-1111",
        "138.0000/1111",
        "1 3 8 0 0 0 0 1 1 1 1",
        "一三八零零零零一一一一",
        "138开头、尾号1111",
        "138几几几几1111",
        "柳溪村3组12号",
        "360502-19700101-1234",
        "独眼龙师傅",
    ):
        assert mask(f"据{said}所说，井盖没了", known).text == f"据{HIDDEN}所说，井盖没了", said
    assert "0000" not in mask("打(138)0000-1111找人", known).text
    left = "柳溪村的邵伟说，姚桥镇路灯坏了，电话13900002222，138元，1111号"
    assert mask(left, known).text == left, "village, namesakes in part and other numbers stay"
    assert mask("我叫钱小梅。后来钱小梅又去了一次", known).text == f"我叫{HIDDEN}。后来{HIDDEN}又去了一次"


@pytest.mark.parametrize("said", ["买买提·艾力", "买买提·艾 力", "吐鲁番路3号(东院)", "ai_li.123@x.cn"])
def test_signs_that_stand_between_digits_stand_in_names_and_places_too(said: str) -> None:
    """What is taken out of a text to look for a number is not taken out to look for a name, an address or a code."""
    known = Reporter("买买提·艾力", "", "13800001111", "吐鲁番路3号(东院)", "", (("邮箱", "ai_li.123@x.cn"),))
    assert mask(f"据{said}所说，井盖没了", known).text == f"据{HIDDEN}所说，井盖没了"


def test_how_few_are_few_is_a_setting() -> None:
    assert mask("我们班组有15个人", limit=20).few == ("我们班组有15个人",)
    assert mask("我们班组有15个人", limit=10).few == ()
    assert [number_of(each) for each in ("3", "两", "十", "十二", "二十", "三十一")] == [3, 2, 10, 12, 20, 31]


@pytest.mark.parametrize("unit", ["1", "a.", "1-", "我是", "村民", "张", "除我", "\n", "举报人:", "邵·", "\ud800我叫"])
def test_the_longest_cell_of_one_thing_over_and_over_is_read_in_time_that_grows_with_it(unit: str) -> None:
    seconds = []
    for size in (8_000, 32_000):
        began = time.process_time()
        mask((unit * size)[:size], Reporter("邵桂花", "36050219800101123X", "13800001111", "柳溪村3组"))
        seconds.append(time.process_time() - began)

    assert seconds[1] < 10 * seconds[0] + 0.2
