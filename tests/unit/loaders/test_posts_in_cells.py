"""A cell that holds unit, post and perhaps name together names the unit, and no unit of that name."""

import pytest

from tests.loading import CLUES
from tests.unit.loaders.test_mapping import _ROW as ROW
from tests.unit.loaders.test_mapping import _map as map_row

_UNIT_NODE = CLUES.replace(
    "links:\n", "  unit: {kind: Unit, when: 单位, fields: {name: 单位}}\nlinks:\n", 1
).replace(
    "fields: {role: {value: SUBJECT}, as_named: 被反映人}", "fields: {role: {value: SUBJECT}, as_post: 单位}"
)  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "unit"),
    [
        ("云江市水务局局长", "云江市水务局"), ("良村镇财政所原所长李某", "良村镇财政所"), ("老桥村会计", "老桥村"),
        ("第三医院设备科科长", "第三医院"), ("云江市水务局", "云江市水务局"), ("良村镇长江小学", "良村镇长江小学"),
        ("老村长饭庄", "老村长饭庄"), ("老村长", "老村长"),
    ],
)  # fmt: skip
def test_a_column_of_units_names_the_unit(cell: str, unit: str) -> None:
    row = [*ROW[:5], cell, ROW[6]]

    assert [stub.values for label, stub in map_row(row).stubs if label == "Unit"] == [{"name": unit}]
    node = map_row(row, _UNIT_NODE).nodes[2][1]
    assert node.values == {"name": unit}


def test_the_post_goes_to_the_link_and_the_row_keeps_its_words() -> None:
    row = map_row([*ROW[:5], "云江市水务局党组书记、局长", ROW[6]], _UNIT_NODE)

    assert row.ties[0][1].values == {"role": "SUBJECT", "as_post": "党组书记、局长"}


def test_a_register_of_posts_may_hold_unit_and_post_in_one_cell() -> None:
    held = _UNIT_NODE.replace(
        "links:\n",
        "links:\n  - {type: HOLDS_POST, from: subject, to: {kind: Unit, by: name, column: 单位}, fields: {post: 单位}}\n",
        1,
    )

    row = map_row([*ROW[:5], "云江市水务局党组书记、局长", ROW[6]], held)

    assert [tie.values["post"] for (link, *_), tie in row.ties if link == "HOLDS_POST"] == ["党组书记、局长"]


def test_a_post_of_its_own_column_stays_as_it_is() -> None:
    posted = _UNIT_NODE.replace("as_post: 单位", "as_post: 标题")

    assert map_row([ROW[0], "财政所所长", *ROW[2:]], posted).ties[0][1].values["as_post"] == "财政所所长"


def test_a_unit_with_its_credit_code_is_called_as_the_register_says() -> None:
    coded = _UNIT_NODE.replace("fields: {name: 单位}", "fields: {name: 单位, uscc: 标题}")

    row = map_row(["X1", "11360502MB0000001P", *ROW[2:5], "云江市水务局局长", ROW[6]], coded)

    assert row.nodes[2][1].values["name"] == "云江市水务局局长"


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("云江市水务局副局长张伟", {"name": "张伟"}), ("云江市水务局副局长", {"called": "云江市水务局副局长"}),
        ("张伟", {"name": "张伟"}), ("李店长", {"called": "李店长"}),
    ],
)  # fmt: skip
def test_a_column_of_people_names_the_person(cell: str, said: dict[str, str]) -> None:
    row = map_row([*ROW[:3], cell, "", *ROW[5:]])

    assert row.nodes[1][1].values == said
    assert row.ties[0][1].values["as_named"] == cell
