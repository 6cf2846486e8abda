"""What names of people and units are compared by."""

import pytest

from graph_service.identity.names import name_keys, titles
from graph_service.identity.people import PersonRecord
from graph_service.identity.units import UnitRecord, Units, body_of, score_units

_EVERYONE = 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("歐陽志華", "欧阳志华"), ("张  伟", "张伟"), ("買買提·艾力", "买买提艾力"), ("葉繁", "叶繁")],
)
def test_writings_of_one_name_fold_to_one(one: str, other: str) -> None:
    assert name_keys(one).folded == name_keys(other).folded


@pytest.mark.parametrize(("one", "other"), [("萧建国", "肖建国"), ("闫敏", "阎敏"), ("王喆", "王哲"), ("付强", "傅强")])
def test_variants_are_told_apart_from_the_same_name(one: str, other: str) -> None:
    assert name_keys(one).folded != name_keys(other).folded
    assert name_keys(one).variant == name_keys(other).variant


def test_surname_is_read_as_a_surname() -> None:
    assert "zeng xiao ping" in name_keys("曾小平").sounds
    assert name_keys("单雄").sounds == name_keys("善雄").sounds


@pytest.mark.parametrize(
    ("name", "masks", "pattern"),
    [
        ("张某", ("张某", "张某某"), "张_"),
        ("张某某", ("张某某",), "张__"),
        ("张*国", ("张某某",), "张_国"),
        ("欧阳××", ("欧阳某某",), "欧阳__"),
        ("张建国", ("张某某",), None),
    ],
)
def test_masked_names_are_patterns(name: str, masks: tuple[str, ...], pattern: str | None) -> None:
    keys = name_keys(name)

    assert keys.masks == masks
    assert keys.pattern == pattern
    assert bool(keys.sounds) == (pattern is None)


def test_a_post_of_two_parts_is_both() -> None:
    assert titles("党组书记、局长") == {"党组书记、局长", "党组书记", "局长"}
    assert titles(" 党组 书记 ； 局长 /") == {"党组书记;局长/", "党组书记", "局长"}
    assert "局长" not in titles("副局长")
    assert titles(None) == frozenset()


def test_keys_of_a_person_follow_from_the_name() -> None:
    assert PersonRecord("person_1", "张某某", _EVERYONE).keys.pattern == "张__"


@pytest.mark.parametrize(
    ("name", "area", "core"),
    [
        ("云江市云水区教育局", "云水区", "教育局"),
        ("云江市教育局", "", "教育局"),
        ("云水区教育局", "云水区", "教育局"),
        ("云江市市场监督管理局", "", "市场监督管理局"),
        ("云江市分岭县人民政府办公室", "分岭县", "人民政府办公室"),
        ("云江市委党校", "", "市委党校"),
        ("市委党校", "", "市委党校"),
        ("江西云江水务集团有限公司", "", "江西云江水务"),
        ("云江恒达建设有限公司（新余）", "", "云江恒达建设"),
    ],
)
def test_names_of_units_come_apart(name: str, area: str, core: str) -> None:
    body = body_of(name)

    assert (body.area, body.core) == (area, core)


def _units(*names: tuple[str, str, str]) -> list[UnitRecord]:
    return [UnitRecord(f"unit_{n}", _EVERYONE, each) for n, each in enumerate(names)]


def test_bureaus_with_similar_names_are_never_close() -> None:
    known = _units(("云江市教育局", "", ""), ("云江市财政局", "", ""), ("云江市云水区教育局", "云水教育局", ""))
    loose = [
        UnitRecord(f"unit_x{n}", _EVERYONE, (name, "", "")) for n, name in enumerate(("财政局", "云水教育局", "教育局"))
    ]

    found = [(each.loose, each.known, each.score >= 0.9) for each in score_units(Units(loose, known))]

    assert ("unit_x1", "unit_2", True) in found
    assert not any(sure for one, _, sure in found if one != "unit_x1")
    assert {known for one, known, _ in found if one == "unit_x0"} == {"unit_1"}
    assert {known for one, known, _ in found if one == "unit_x2"} == {"unit_0", "unit_2"}


def test_a_name_with_its_district_decides_and_one_without_asks() -> None:
    known = _units(("云江市云水区教育局", "", ""), ("云江市体育局", "", ""), ("云江市云水区体育局", "", ""))
    loose = [UnitRecord(f"unit_x{n}", _EVERYONE, (name, "", "")) for n, name in enumerate(("云水区教育局", "体育局"))]

    found = [(each.loose, each.known, each.score >= 0.9) for each in score_units(Units(loose, known))]

    assert found == [("unit_x0", "unit_0", True), ("unit_x1", "unit_1", False), ("unit_x1", "unit_2", False)]


def test_a_district_of_that_name_in_two_cities_decides_nothing() -> None:
    known = _units(("云江市西湖区教育局", "", ""), ("江南市西湖区教育局", "", ""))

    found = score_units(Units([UnitRecord("unit_x", _EVERYONE, ("西湖区教育局", "", ""))], known))

    assert [each.score for each in found] == [0.475, 0.475]


def test_a_name_that_two_units_bore_decides_nothing() -> None:
    known = _units(("云江市农业农村局", "", "云江市农业局"), ("云江市林业局", "", "云江市农业局"))

    found = score_units(Units([UnitRecord("unit_x", _EVERYONE, ("云江市农业局", "", ""))], known))

    assert [each.score for each in found] == [0.485, 0.485]


_CITY_UNITS = _units(
    ("清河市教育体育局", "", "清河市教育局"), ("清河市南岸区教育体育局", "", ""), ("石门县教育体育局", "", ""),
    ("双桥镇柳树村民委员会", "", ""), ("双桥镇人民政府", "", ""), ("双桥镇中心小学", "", ""),
    ("清河市龙山水务集团有限公司", "", ""), ("清河市文化广电旅游局", "", ""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("市教体局", 0), ("清河教体局", 0), ("市教育局", 0), ("南岸区教体局", 1), ("石門縣教體局", 2), ("石门教体局", 2),
        ("双桥镇柳树村", 3), ("双桥镇柳树村委会", 3), ("双桥镇", 4), ("双桥镇政府", 4), ("双桥镇党委", 4), ("双桥小学", 5),
        ("龙山水务", 6), ("清河市龙山水务集团有限公司党组织", 6), ("清河市教育体育局 党组", 0), ("市文旅局", 7),
    ],
)  # fmt: skip
def test_a_column_names_a_unit_as_the_trade_does(said: str, at: int) -> None:
    found = score_units(Units([UnitRecord("unit_x", _EVERYONE, (said, "", ""))], _CITY_UNITS))

    assert [(each.known, each.score >= 0.9) for each in found] == [(f"unit_{at}", True)]


_DISTRICTS = [
    UnitRecord("unit_south", _EVERYONE, ("南岸区教育体育局", "", ""), "990102"),
    UnitRecord("unit_north", _EVERYONE, ("北山区教育体育局", "", ""), "990103"),
]


@pytest.mark.parametrize("said", ["区教体局", "区教育体育局", "教体局", "教育体育局"])
def test_the_area_of_the_row_tells_bureaus_of_two_districts_apart(said: str) -> None:
    asked = UnitRecord("unit_x", _EVERYONE, (said, "", ""), "990103")

    scores = {each.known: each.score for each in score_units(Units([asked], _DISTRICTS))}

    assert scores["unit_north"] >= 0.9
    assert scores["unit_south"] < 0.5


@pytest.mark.parametrize("said", ["区教体局", "教体局"])
@pytest.mark.parametrize("area", [None, "990104"])
def test_without_an_area_that_fits_people_are_asked(said: str, area: str | None) -> None:
    scored = score_units(Units([UnitRecord("unit_x", _EVERYONE, (said, "", ""), area)], _DISTRICTS))

    assert sorted((each.known, each.score) for each in scored) == [("unit_north", 0.3), ("unit_south", 0.3)]


def test_the_area_of_the_row_never_overrules_a_name_that_says_another() -> None:
    asked = UnitRecord("unit_x", _EVERYONE, ("南岸区教体局", "", ""), "990103")

    assert [each.known for each in score_units(Units([asked], _DISTRICTS))] == ["unit_south"]
