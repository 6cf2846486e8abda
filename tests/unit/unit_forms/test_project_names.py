"""The shorter names of projects, and general ones that tell nothing."""

import pytest

from graph_service.unit_forms.project_names import project_forms


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("清河市双桥镇2024年滨江路改造工程(二标段)", "滨江路改造"), ("清河市双桥镇滨江路改造工程", "双桥镇滨江路改造"),
        ("清河市滨江路改造工程施工", "滨江路改造工程"), ("石门县第四水厂清源管网延伸工程", "第四水厂清源管网延伸"),
    ],
)  # fmt: skip
def test_a_project_is_called_without_area_year_and_section(name: str, form: str) -> None:
    assert form in project_forms(name)


@pytest.mark.parametrize(
    "name",
    [
        "清河市老旧小区改造工程",
        "石门县农村道路建设项目",
        "双桥镇校舍维修项目",
        "清河市图书馆项目",
        "清河市第2批次绿化养护项目",
    ],
)
def test_a_general_name_has_no_short_form(name: str) -> None:
    assert project_forms(name) == frozenset()
