"""The names by which a unit is called, made from the registered one."""

import pytest

from graph_service.unit_forms.bare import bare_bodies, bare_cores
from graph_service.unit_forms.forms import Closeness, unit_forms
from graph_service.unit_forms.organs import without_inner_office, without_party_organ
from graph_service.unit_forms.parts import UnitParts, unit_parts
from graph_service.unit_forms.several import several_names
from graph_service.unit_forms.shortening import short_bodies


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("江右省清河市南岸区教育局", ("清河市", "南岸区", "", "教育局")),
        ("清河市市场监督管理局", ("清河市", "", "", "市场监督管理局")),
        ("清河市城乡建设局", ("清河市", "", "", "城乡建设局")),
        ("清河市乡村振兴局", ("清河市", "", "", "乡村振兴局")),
        ("石门县双桥镇中心小学", ("", "石门县", "双桥镇", "中心小学")),
        ("双桥镇人民政府", ("", "", "双桥镇", "人民政府")),
        ("清河市南岸区滨江街道办事处", ("清河市", "南岸区", "滨江街道", "办事处")),
        ("社区卫生服务中心", ("", "", "", "社区卫生服务中心")),
        ("住房和城乡建设局", ("", "", "", "住房和城乡建设局")),
        ("海北藏族自治州财政局", ("海北藏族自治州", "", "", "财政局")),
        ("二连浩特市教育和体育局", ("二连浩特市", "", "", "教育和体育局")),
        ("锡林郭勒盟水利局", ("锡林郭勒盟", "", "", "水利局")),
        ("阿勒泰地区民政局", ("阿勒泰地区", "", "", "民政局")),
        ("积石山保安族东乡族撒拉族自治县林草局", ("", "积石山保安族东乡族撒拉族自治县", "", "林草局")),
        ("哈巴河县库勒拜哈吉乡人民政府", ("", "哈巴河县", "库勒拜哈吉乡", "人民政府")),
        ("东乌珠穆沁旗额吉淖尔苏木人民政府", ("", "东乌珠穆沁旗", "额吉淖尔苏木", "人民政府")),
        ("云水县城市管理局", ("", "云水县", "", "城市管理局")),
        ("盐城市财政局", ("盐城市", "", "", "财政局")),
        ("自然资源局双桥镇所", ("", "", "", "自然资源局双桥镇所")),
        ("中共清河市委员会组织部", ("清河市", "", "", "委员会组织部")),
    ],
)
def test_a_name_comes_apart_by_its_areas(name: str, parts: tuple[str, ...]) -> None:
    assert unit_parts(name) == UnitParts(*parts)


@pytest.mark.parametrize(
    ("body", "short"),
    [
        ("教育体育局", "教体局"), ("教育科技局", "教科局"), ("市场监督管理局", "市监局"), ("卫生健康委员会", "卫健委"),
        ("发展和改革委员会", "发改委"), ("工业和信息化局", "工信局"), ("人力资源和社会保障局", "人社局"),
        ("住房和城乡建设局", "住建局"), ("应急管理局", "应急局"), ("医疗保障局", "医保局"), ("城市管理局", "城管局"),
        ("科学技术局", "科技局"), ("科技和工业信息化局", "科工信局"), ("退役军人事务局", "退役军人局"),
        ("国有资产监督管理委员会", "国资委"), ("纪律检查委员会监察委员会", "纪委监委"), ("委统一战线工作部", "委统战部"),
        ("生态环境局", "环境局"), ("自然资源和规划局", "自规局"), ("行政审批局", "审批局"), ("粮食和物资储备局", "粮物局"),
        ("文化旅游局", "文旅局"), ("农业水务局", "农水局"), ("第一中学", "一中"), ("商务和投资促进局", "商投局"),
    ],
)  # fmt: skip
def test_the_trade_shortens_what_a_unit_is(body: str, short: str) -> None:
    assert short in set(short_bodies(body))


@pytest.mark.parametrize("body", ["审计局", "民政局", "财政局", "统计局", "中心小学"])
def test_a_body_of_one_word_keeps_its_name(body: str) -> None:
    assert list(short_bodies(body)) == []


def test_农业农村局_is_not_called_by_one_sign_twice() -> None:
    assert "农农局" not in set(short_bodies("农业农村局"))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("清河市公交集团有限公司", "公交集团"), ("清河市统计局", "市统计局"), ("清河市统计局", "清河统计局"), ("清河市教育体育局", "市教体局"),
        ("清河市南岸区教育局", "南岸区教育局"), ("清河市南岸区教育体育局", "南岸教体局"), ("石门县教育局", "石门教育局"),
        ("清河市委政法委员会", "市委政法委"), ("清河市人民政府", "市政府"),
        ("双桥镇柳树村民委员会", "双桥镇柳树村"), ("双桥镇柳树村民委员会", "双桥镇柳树村委会"),
        ("清河市南岸区双桥镇柳树村村民委员会", "双桥镇柳树村"), ("滨江街道红星社区居民委员会", "滨江街道红星社区"),
        ("滨江街道红星居民委员会", "滨江街道红星社区"), ("滨江街道红星社区居民委员会", "滨江街道红星居委会"),
        ("双桥镇人民政府", "双桥镇"), ("双桥乡人民政府", "双桥乡政府"), ("滨江街道办事处", "滨江街道"),
        ("滨江街道办事处", "滨江街道办"), ("双桥镇中心小学", "双桥小学"), ("双桥镇中心卫生院", "双桥镇卫生院"),
        ("双桥镇卫生院", "双桥卫生院"), ("双桥镇财政所", "双桥财政所"), ("双桥镇卫生院", "双桥医院"), ("双桥镇中心卫生院", "双桥镇医院"),
        ("清河市龙山水务集团有限公司", "龙山水务"), ("清河市龙山交投集团有限公司", "龙山交投集团"),
        ("清河城投建设有限责任公司", "清河城投建设有限公司"), ("龙山商贸有限公司", "龙山商贸有限责任公司"),
    ],
)  # fmt: skip
def test_a_name_that_still_names_its_area_may_decide(name: str, form: str) -> None:
    assert unit_forms(name)[form] < Closeness.LOOSE


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("清河市南岸区教育局", "区教育局"), ("石门县教育体育局", "县教体局"), ("双桥镇柳树村民委员会", "柳树村"),
        ("龙山宏图商贸有限公司", "龙山宏图商贸"), ("清河市宏图商贸有限公司", "宏图商贸公司"),
    ],
)  # fmt: skip
def test_a_name_without_area_or_legal_form_never_decides(name: str, form: str) -> None:
    assert unit_forms(name)[form] is Closeness.LOOSE


@pytest.mark.parametrize("name", ["清河市南岸区教育局", "清河市教育局", "双桥镇人民政府", "双桥镇中心小学"])
def test_no_unit_is_called_by_its_area_or_its_kind_alone(name: str) -> None:
    assert {"教育局", "人民政府", "中心小学", "小学", "南岸区", "清河市", "市", "双桥"}.isdisjoint(unit_forms(name))


@pytest.mark.parametrize(
    ("organ", "unit"),
    [
        ("清河市教育局党组", "清河市教育局"), ("清河市卫生健康委员会党组", "清河市卫生健康委员会"),
        ("双桥镇党委", "双桥镇"), ("双桥镇卫生院党支部", "双桥镇卫生院"), ("龙山水务集团有限公司党组织", "龙山水务集团有限公司"),
        ("清河市财政局机关党委", "清河市财政局"), ("清河市人民医院党总支", "清河市人民医院"),
        ("中共清河市教育局党组", "清河市教育局"), ("中共双桥镇委员会", "双桥镇"), ("中共柳树村支部委员会", "柳树村"),
        ("滨江街道党工委", "滨江街道"),
        ("清河市教育局", "清河市教育局"), ("清河市卫生健康委员会", "清河市卫生健康委员会"), ("党组", "党组"),
    ],
)  # fmt: skip
def test_a_party_organ_acts_for_its_unit(organ: str, unit: str) -> None:
    assert without_party_organ(organ) == unit


@pytest.mark.parametrize(
    ("office", "unit"),
    [
        ("柳浪街道社事办", "柳浪街道"),
        ("柳浪街道办事处城管中队", "柳浪街道办事处"),
        ("清河市教育局人事科", "清河市教育局"),
        ("市委组织部干部科", "市委组织部"),
        ("清河市人民医院设备科", "清河市人民医院"),
        *(
            (name, name)
            for name in (
                "双桥镇财政所",
                "双桥镇卫生院",
                "清河市政府办",
                "清河市公安局交警大队",
                "教育局",
                "清河市扶贫办",
            )
        ),
    ],
)
def test_an_office_inside_a_unit_acts_for_it(office: str, unit: str) -> None:
    assert without_inner_office(office) == unit


@pytest.mark.parametrize(
    ("name", "bodies", "cores"),
    [
        ("清河市南岸区民政局", {"民政局"}, {"民政", "南岸区民政", "南岸民政"}), ("清河市妇幼保健院", {"妇幼保健院"}, {"妇幼", "市妇幼", "清河妇幼"}),
        ("清河市第六小学", {"第六小学"}, set()), ("石门县青山林场", {"青山林场"}, set()), ("清河市机关幼儿园", {"机关幼儿园"}, set()),
        ("石门县双桥镇橡子沟村民委员会", {"橡子沟"}, set()), ("石门县双桥镇西沟村民委员会", set(), set()),
        ("石门县人民政府", set(), set()), ("石门县双桥镇中心小学", set(), set()), ("石门宏图商贸有限公司", set(), set()),
    ],
)  # fmt: skip
def test_a_unit_without_its_area_or_ending(name: str, bodies: set[str], cores: set[str]) -> None:
    found = set(bare_bodies(name))

    assert bodies <= found
    assert bool(found) == bool(bodies)
    assert set(bare_cores(name)) == cores


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("海北藏族自治州财政局", {"州财政局", "海北州财政局"}),
        ("阿勒泰地区民政局", {"地区民政局", "阿勒泰民政局"}),
        ("锡林郭勒盟水利局", {"盟水利局", "锡盟水利局"}),
        ("哈巴河县库勒拜哈吉乡人民政府", {"库勒拜哈吉乡", "库勒拜哈吉乡政府"}),
        ("第九师一百六十一团", {"一百六十一团", "161团", "第九师161团"}),
        ("第九师一六一团八连", {"一六一团八连"}),
        ("富蕴县农业农村局", {"富蕴县农业局", "县农业局"}),
        ("富蕴县人民医院", {"富蕴县医院"}),
    ],
)
def test_units_of_prefectures_leagues_and_farms_are_called_as_others_are(name: str, called: set[str]) -> None:
    assert called <= unit_forms(name).keys()


@pytest.mark.parametrize("province", ["江西", "黑龙江", "新疆"])
def test_a_firm_is_called_without_its_province(province: str) -> None:
    assert "宏图水利工程" in unit_forms(f"{province}宏图水利工程有限公司")


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("清河市教育局;清河市体育局", ["清河市教育局", "清河市体育局"]),
        ("卫生局、计划生育委员会", ["卫生局", "计划生育委员会"]),
        ("文化、体育和旅游局", ["文化、体育和旅游局"]),
        ("清河市教育局", ["清河市教育局"]),
        ("", [""]),
    ],
)
def test_a_cell_may_hold_several_names(cell: str, names: list[str]) -> None:
    assert several_names(cell) == names


@pytest.mark.parametrize(
    ("body", "was"),
    [
        ("规划和自然资源局", {"国土局", "规划局"}), ("自然资源局", {"国土资源局"}), ("文化广电旅游体育局", {"旅游局", "文体局"}),
        ("文体旅游局", {"旅游局", "文体局"}), ("住房城乡建设局", {"建设局"}), ("科技和工业信息化局", {"经信局"}), ("卫生健康和体育局", {"卫计委"}),
    ],
)  # fmt: skip
def test_a_bureau_was_what_its_words_say_however_they_are_joined(body: str, was: set[str]) -> None:
    assert was < set(short_bodies(body))


@pytest.mark.parametrize(
    ("body", "never"),
    [
        ("自然资源局", "规划局"), ("文化和旅游局", "体育局"), ("自然资源综合执法大队", "国土局"), ("水务局", "水利局"), ("旅游局", "旅游局"),
    ],
)  # fmt: skip
def test_a_bureau_was_nothing_else(body: str, never: str) -> None:
    assert never not in set(short_bodies(body))
