"""Registered names of firms taken apart into what they call themselves and what they do."""

import pytest

from graph_service.unit_forms.firm_names import firm_name

_PLACES = {"清河", "石门县", "石门"}


@pytest.mark.parametrize(
    ("name", "own", "trades"),
    [
        ("清河瑞锦市政工程有限公司", "瑞锦", ("市政", "工程")), ("清河市南岸区瑞锦园林有限责任公司", "瑞锦", ("园林",)),
        ("瑞锦(清河)建材有限公司", "瑞锦", ("建材",)), ("湖南省清河市丰沃饲料股份有限公司", "丰沃", ("饲料",)),
        ("清河市润泉供水有限责任公司", "润泉", ("供水",)), ("清河佳印图文快印有限公司", None, ()),
        ("石门县盛禾农民专业合作社", None, ()), ("石门县盛禾蔬菜种植专业合作社", "盛禾", ("蔬菜", "种植")),
        ("江苏蓝岳恒业建设集团有限公司", "蓝岳恒业", ("建设",)), ("湖北捷梯电梯有限公司清河分公司", "捷梯", ("电梯",)),
        ("清河市政工程有限公司", None, ()), ("清河建设有限公司", None, ()), ("石门县教育局", None, ()), ("瑞锦市政", None, ()),
    ],
)  # fmt: skip
def test_a_firm_calls_itself_something_and_does_something(name: str, own: str | None, trades: tuple[str, ...]) -> None:
    found = firm_name(name, _PLACES)

    assert (found and found.own, found.trades if found else ()) == (own, trades)


def test_what_says_nothing_of_the_trade_needs_公司_beside_it() -> None:
    found = firm_name("清河宏曜实业有限公司", _PLACES)

    assert found is not None
    assert set(found.with_more()) == {"宏曜公司", "宏曜实业公司", "宏曜实业有限公司"}


def test_a_group_is_called_so_and_no_other_firm_is() -> None:
    group, firm = firm_name("清河宏曜建设集团有限公司"), firm_name("清河宏曜建设有限公司")

    assert group is not None
    assert "清河宏曜集团" in set(group.with_more())
    assert firm is not None
    assert "清河宏曜集团" not in set(firm.with_more())
