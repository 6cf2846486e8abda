"""Units by what people call them: villages by their bare name, bureaus by what they were before the reforms."""

import pytest

from graph_service.identity.units import UnitRecord, Units, score_units

_EVERYONE = 1


def _units(*names: tuple[str, str, str]) -> list[UnitRecord]:
    return [UnitRecord(f"unit_{n}", _EVERYONE, each) for n, each in enumerate(names)]


_VILLAGES = [
    UnitRecord("unit_sand", _EVERYONE, ("石门县双桥镇沙枣村村民委员会", "", ""), "990123", True),
    UnitRecord("unit_poplar", _EVERYONE, ("石门县双桥镇白杨村村民委员会", "", ""), "990123", True),
    UnitRecord("unit_poplar_too", _EVERYONE, ("清河市南岸区柳河镇白杨村村民委员会", "", ""), "990102", True),
    UnitRecord("unit_quarter", _EVERYONE, ("清河市南岸区北郊街道锦绣社区居民委员会", "锦绣社区", ""), "990102", True),
]
_VILLAGES.append(UnitRecord("unit_steppe", _EVERYONE, ("清河市白音镇乌兰嘎查村民委员会", "", ""), "990102", True))
_ELSEWHERE = UnitRecord("unit_far", _EVERYONE, ("远山市河口区白石村村民委员会", "", ""), "880102", True)


@pytest.mark.parametrize(
    ("said", "area", "village"),
    [
        ("沙枣村", None, "unit_sand"), ("沙枣村", "990123", "unit_sand"), ("沙枣村", "990100", "unit_sand"), ("沙枣村", "", "unit_sand"),
        ("锦绣社区", None, "unit_quarter"), ("锦绣居委会", None, "unit_quarter"), ("锦绣社区居委会", None, "unit_quarter"),
        ("沙枣村委会", None, "unit_sand"), ("沙枣村村委会", None, "unit_sand"), ("沙枣村民委员会", None, "unit_sand"),
        ("沙枣村党支部", None, "unit_sand"), ("乌兰嘎查", None, "unit_steppe"), ("锦绣村", None, None),
        ("沙枣村", "990102", None), ("白杨村", None, None), ("沙枣", None, None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("has_codes", [True, False])
def test_the_only_village_of_a_name_in_the_city_is_meant_whether_or_not_it_has_a_code(
    said: str, area: str | None, village: str | None, has_codes: bool
) -> None:
    asked = UnitRecord("unit_x", _EVERYONE, (said, "", ""), area)
    units = Units([asked], _VILLAGES) if has_codes else Units([asked, *_VILLAGES], [])

    sure = [(each.loose, each.known) for each in score_units(units) if each.score >= 0.9]

    assert sure == ([("unit_x", village)] if village else [])


def test_villages_of_several_cities_are_not_told_apart_by_their_name() -> None:
    asked = UnitRecord("unit_x", _EVERYONE, ("沙枣村", "", ""))

    found = score_units(Units([asked], [*_VILLAGES, _ELSEWHERE]))

    assert [(each.known, each.score < 0.9) for each in found] == [("unit_sand", True)]


def test_units_that_registers_state_without_a_code_are_not_taken_for_one_another() -> None:
    bare = UnitRecord("unit_bare", _EVERYONE, ("沙枣村", "", ""), "990123", True)

    assert not [each for each in score_units(Units([*_VILLAGES, bare], [])) if each.score >= 0.9]


def test_a_row_that_names_a_unit_with_an_area_is_no_register_of_it() -> None:
    rows = [UnitRecord(f"unit_{place}", _EVERYONE, ("市林业局", "", ""), "990100") for place in range(4)]
    known = [UnitRecord("unit_forests", _EVERYONE, ("清河市林业局", "市林业局", ""), "990100")]

    sure = {(each.loose, each.known) for each in score_units(Units(rows, known)) if each.score >= 0.9}

    assert sure == {(each.uid, "unit_forests") for each in rows}


_REFORMED = _units(
    ("清河市自然资源局", "", ""), ("清河市市场监督管理局", "", ""), ("清河市卫生健康委员会", "", ""), ("清河市文化广电旅游局", "", ""),
    ("清河市应急管理局", "", ""), ("清河市南岸区自然资源局", "", ""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("清河市国土资源局", 0), ("市国土局", 0), ("市工商局", 1), ("清河市食药监局", 1), ("市卫计委", 2), ("清河市卫生局", 2),
        ("市旅游局", 3), ("清河安监局", 4), ("南岸区国土局", 5),
    ],
)  # fmt: skip
def test_a_bureau_is_known_by_what_it_was_before_the_reform(said: str, at: int) -> None:
    found = score_units(Units([UnitRecord("unit_x", _EVERYONE, (said, "", ""))], _REFORMED))

    assert [(each.known, each.score >= 0.9) for each in found] == [(f"unit_{at}", True)]


def test_where_the_old_bureau_is_still_there_it_is_itself() -> None:
    known = [*_REFORMED, UnitRecord("unit_old", _EVERYONE, ("清河市国土资源局", "", ""))]

    found = score_units(Units([UnitRecord("unit_x", _EVERYONE, ("清河市国土资源局", "", ""))], known))

    assert [each.known for each in found if each.score >= 0.9] == ["unit_old"]


def test_a_name_that_no_village_has_does_not_mean_the_only_unit_of_a_city() -> None:
    only = UnitRecord("unit_edu", _EVERYONE, ("清河市南岸区教育局", "", ""), "990102")
    asked = UnitRecord("unit_x", _EVERYONE, ("南岸区财政局", "", ""))

    assert score_units(Units([asked], [only])) == []


def test_blanks_in_what_a_village_is_called_say_nothing() -> None:
    asked = UnitRecord("unit_x", _EVERYONE, ("沙枣 村", "", ""))

    assert [(each.known, each.score) for each in score_units(Units([asked], _VILLAGES))] == [("unit_sand", 0.93)]
