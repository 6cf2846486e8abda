"""A surname with an office in a column of names is a title: kept, and nobody's name."""

import pytest

from tests.loading import CLUES, IDS
from tests.unit.loaders.test_mapping import _ROW as ROW
from tests.unit.loaders.test_mapping import _map as map_row


@pytest.mark.parametrize(
    "title",
    ["张局长", "李主任", "張局長", "王局", "局长", "欧阳副书记", " 张 局长 ", "杨支队长", "王律师", "李女士", "王厅长"],
)
def test_a_title_in_the_place_of_a_name_is_kept_and_no_name(title: str) -> None:
    row = [*ROW[:3], title, *ROW[4:]]
    kept = title.replace(" ", "")

    people = [statement.values for label, statement in map_row(row).nodes if label == "Person"]
    assert people == [{"id_number": IDS[0], "called": kept}]
    assert map_row(row).ties[0][1].values["as_named"].replace(" ", "") == kept


@pytest.mark.parametrize("name", ["王处一", "李长江", "高书记英", "周代表英", "孙同志远", "张师", "王科", "宋士"])
def test_a_name_with_signs_of_an_office_in_it_stays_a_name(name: str) -> None:
    people = [statement.values for label, statement in map_row([*ROW[:3], name, *ROW[4:]]).nodes if label == "Person"]

    assert people == [{"id_number": IDS[0], "name": name}]


def test_two_rows_with_one_title_are_two_people_even_where_names_are_keys() -> None:
    keyed = CLUES.replace(
        "kind: Person, when: 被反映人, fields: {id_number: 身份证号,",
        "kind: Person, when: 被反映人, key: 被反映人, fields: {",
    )

    def uid(key: str, name: str) -> str:
        row = map_row([key, *ROW[1:3], name, *ROW[4:]], keyed)
        return next(statement.uid for label, statement in row.nodes if label == "Person")

    assert uid("X1", "张三") == uid("X2", "张三")
    assert uid("X1", "张局长") != uid("X2", "张局长")


def test_a_reference_by_name_to_a_title_leads_to_nobody() -> None:
    by_name = CLUES.replace("{kind: Unit, by: name, column: 单位}", "{kind: Person, by: name, column: 单位}")

    assert [stub.values for label, stub in map_row([*ROW[:5], "李四", ""], by_name).stubs] == [{"name": "李四"}]
    assert map_row([*ROW[:5], "李主任", ""], by_name).stubs == []
    assert [stub.values for label, stub in map_row([*ROW[:5], "李主任", ""]).stubs] == [{"name": "李主任"}], (
        "units may be called so"
    )
