"""Golden cases of units: which name decides, which asks, and what a second unit of that name takes away."""

import pytest

from graph_service.identity.scoring import Scored, Weighed
from graph_service.identity.units import NameParts, UnitRecord, Units, body_of, score_units

_EDU = UnitRecord("edu", 1, ("云江市云水区教育局", "云水教育局", "云江市云水区文教局"))
_CITY = UnitRecord("city", 1, ("云江市林业局", "", ""))


def _scored(name: str, *known: UnitRecord) -> list[Scored]:
    return score_units(Units([UnitRecord("x", 1, (name, "", ""))], list(known)))


@pytest.mark.parametrize(
    ("name", "known", "label", "score"),
    [
        ("云江市云水区教育局", _EDU, "same name", 0.99),
        ("云江市 云水区 教育局", _EDU, "same name", 0.99),
        ("云水教育局", _EDU, "its short name", 0.97),
        ("云江市云水区文教局", _EDU, "its former name", 0.97),
        ("云水区文教局", _EDU, "its former name", 0.97),
        ("云水区教育局", _EDU, "same name with its district, without the city", 0.95),
        (
            "云江市人社局",
            UnitRecord("hr", 1, ("云江市人力资源和社会保障局", "", "")),
            "called as such units are or were",
            0.93,
        ),
        ("林业局", _CITY, "same name without the city", 0.8),
        ("教育局", _EDU, "same body, the area is not named", 0.6),
        ("云水区教育局人事科", _EDU, "same name with its district, without the city", 0.95),
    ],
)
def test_each_way_of_naming_has_its_certainty(name: str, known: UnitRecord, label: str, score: float) -> None:
    weighed = Weighed("unit name", label, round(10 * score, 3))

    assert _scored(name, known) == [Scored("x", known.uid, 0.0, (weighed,), score)]


@pytest.mark.parametrize(
    ("name", "registered"),
    [
        ("高新卫健委", "云江市高新区卫生健康委员会"),
        ("高新财政", "高新区财政局"),
        ("分岭民政", "云江市分岭县民政局"),
        ("分岭城建", "分岭县城市建设局"),
        ("云水医保", "云江市云水区医疗保障局"),
        ("良村老桥", "云江市云水区良村镇老桥村民委员会"),
        ("良村老桥村", "良村镇老桥村民委员会"),
    ],
)
def test_the_area_without_its_sign_and_what_a_unit_is_about_name_it(name: str, registered: str) -> None:
    """As cells of units are written by those who fill many of them."""
    unit = UnitRecord("one", 1, (registered, "", ""))
    assert [(each.known, each.score) for each in _scored(name, unit)] == [("one", 0.93)]


@pytest.mark.parametrize("name", ["云水政府", "云水区政府", "云水市场", "良村", "老桥"])
def test_everyday_words_after_an_area_name_no_office(name: str) -> None:
    """渝水区政府 is the government and not its office; a town alone is no village of it."""
    others = ("云江市云水区人民政府办公室", "云水区市场监督管理局", "良村镇老桥村民委员会")
    units = [UnitRecord(str(at), 1, (each, "", "")) for at, each in enumerate(others)]
    assert [each for each in _scored(name, *units) if each.score >= 0.9] == []


@pytest.mark.parametrize("name", ["云江市分岭区教育局", "云水区财政局", "水教育局", "局", ""])
def test_another_name_meets_nobody(name: str) -> None:
    assert _scored(name, _EDU, _CITY) == []


@pytest.mark.parametrize("name", ["云江市文化局", "云江市旅游局"])
def test_each_of_several_former_names_decides(name: str) -> None:
    unit = UnitRecord("culture", 1, ("云江市文化和旅游局", "", "云江市文化局;云江市旅游局"))

    assert [one.fields[0].found for one in _scored(name, unit)] == ["its former name"]


def test_an_office_that_the_registers_know_is_itself() -> None:
    office = UnitRecord("office", 1, ("云江市云水区教育局人事科", "", ""))

    assert [one.known for one in _scored("云水区教育局人事科", _EDU, office)] == ["office"]
    assert _scored("教育局人事科", _EDU) == []


def test_a_unit_without_a_short_or_former_name_is_not_met_by_an_empty_one() -> None:
    assert score_units(Units([UnitRecord("x", 1, ("", "", ""))], [_CITY])) == []


@pytest.mark.parametrize(
    ("name", "others", "scores"),
    [
        ("教育局", ("分岭区",), [0.3, 0.3]),
        ("教育局", ("分岭区", "高新区"), [0.2, 0.2, 0.2]),
        ("云水区教育局", ("分岭区",), [0.95]),  # with its district it is one unit's only
    ],
)
def test_of_two_units_with_a_name_neither_is_certain(name: str, others: tuple[str, ...], scores: list[float]) -> None:
    known = [_EDU, *(UnitRecord(area, 1, (f"云江市{area}教育局", "", "")) for area in others)]

    assert [each.score for each in _scored(name, *known)] == scores


def test_a_third_is_told_to_six_places_and_its_weight_to_three() -> None:
    known = [UnitRecord(city, 1, (f"{city}林业局", "", "")) for city in ("云江市", "江南市", "山北市")]

    assert {(each.score, each.fields[0].bits) for each in _scored("林业局", *known)} == {(0.266667, 2.667)}


def test_a_surer_unit_is_not_made_doubtful_by_a_weaker_one() -> None:
    city = UnitRecord("city", 1, ("云江市教育局", "", ""))

    found = {each.known: (each.score, each.fields[0].found) for each in _scored("教育局", city, _EDU)}

    assert found == {
        "city": (0.8, "same name without the city"),
        "edu": (0.3, "same body, the area is not named"),
    }


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("江西省云江市云水区教育局", NameParts("江西省云江市云水区教育局", "云水区", "教育局")),
        ("云江市 云水区 教育局", NameParts("云江市云水区教育局", "云水区", "教育局")),
        ("云江州林业局", NameParts("云江州林业局", "", "林业局")),
        ("云江盟分岭旗林业局", NameParts("云江盟分岭旗林业局", "分岭旗", "林业局")),
        ("云江市分岭自治县林业局", NameParts("云江市分岭自治县林业局", "分岭自治县", "林业局")),
        ("云江市高新新区管委会", NameParts("云江市高新新区管委会", "高新新区", "管委会")),
        ("云江市区域合作办公室", NameParts("云江市区域合作办公室", "", "区域合作办公室")),
        ("云江市民政局", NameParts("云江市民政局", "", "民政局")),
        ("云江州民族宗教事务局", NameParts("云江州民族宗教事务局", "", "民族宗教事务局")),
        ("云江市政府办公室", NameParts("云江市政府办公室", "", "政府办公室")),
        ("云江市政法委员会", NameParts("云江市政法委员会", "", "政法委员会")),
        ("云江市政务服务中心", NameParts("云江市政务服务中心", "", "政务服务中心")),
        ("云江市云水区民政局", NameParts("云江市云水区民政局", "云水区", "民政局")),
        # where 市 begins the next word it is no city's
        ("云江市政工程公司", NameParts("云江市政工程公司", "", "云江市政工程")),
        ("云江市民中心", NameParts("云江市民中心", "", "云江市民中心")),
        ("云江市场管理所", NameParts("云江市场管理所", "", "云江市场管理所")),
        ("云江市市政管理局", NameParts("云江市市政管理局", "", "市政管理局")),
        ("云江市委组织部", NameParts("云江市委组织部", "", "市委组织部")),
        ("云水区局", NameParts("云水区局", "", "云水区局")),  # what is left would be no body
        ("云水区水局", NameParts("云水区水局", "云水区", "水局")),
        ("恒达建设（云江）有限公司", NameParts("恒达建设(云江)有限公司", "", "恒达建设")),
        ("恒达股份有限公司", NameParts("恒达股份有限公司", "", "恒达")),
        ("恒达有限责任公司", NameParts("恒达有限责任公司", "", "恒达")),
        ("恒达集团有限公司", NameParts("恒达集团有限公司", "", "恒达")),
        ("恒达总公司", NameParts("恒达总公司", "", "恒达")),
        ("恒达公司", NameParts("恒达公司", "", "恒达")),
        ("恒公司", NameParts("恒公司", "", "恒公司")),
    ],
)  # fmt: skip
def test_a_name_comes_apart_into_area_and_body(name: str, body: NameParts) -> None:
    assert body_of(name) == body
    assert body_of(name).local == body.area + body.core
