"""Which firms serve everybody, by their names."""

import re

import pytest

from graph_service.cypher.trade import SERVING_ALL


@pytest.mark.parametrize(
    "name",
    [
        "清河市龙山水务集团有限公司", "清河自来水有限公司", "国网江右省电力有限公司清河供电公司", "清河华润燃气有限公司", "石门县公共交通总公司",
        "清河农村商业银行股份有限公司双桥支行", "中国移动通信集团江右有限公司清河分公司", "石门县农村信用合作联社",
        "中国邮政集团有限公司清河市分公司",
    ],
)  # fmt: skip
def test_a_firm_that_serves_everybody_is_known_by_its_name(name: str) -> None:
    assert re.fullmatch(SERVING_ALL, name)


@pytest.mark.parametrize(
    "name",
    [
        "云江市恒光电力安装有限公司", "清河供水设备有限公司", "清河燃气具商行", "瑞锦水务工程有限公司", "清河公交广告有限公司", "信用评估有限公司",
        "清河热力管道工程有限公司", "瑞锦市政工程有限公司", "移动餐车有限公司",
    ],
)  # fmt: skip
def test_who_only_supplies_such_a_trade_is_a_firm(name: str) -> None:
    assert not re.fullmatch(SERVING_ALL, name)
