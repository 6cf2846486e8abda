"""A row that describes a person and refers to the same number: when the number turns out to be another's, only what it says moves."""

from itertools import permutations

import pytest

from tests.loading import CLUES, IDS, REGISTER, Loading, clear, counts
from tests.whole_world import KIN

_SECOND = "  - {type: NAMES, from: clue, to: {kind: Person, by: id_number, column: 担保人}, fields: {role: {value: INVOLVED}}}\n"
_CLUES = CLUES + _SECOND
_LOADS = (
    (REGISTER, f"编号,身份证号,姓名,性别\n1,{IDS[0]},谢秀,女\n2,{IDS[1]},李四,女"),
    (
        _CLUES,
        f"""线索编号,标题,部门,被反映人,身份证号,单位,电话,担保人
X1,一号,T1,胡强,{IDS[0]},,,{IDS[0]}
X2,二号,T1,胡强,{IDS[0]},,,
X3,三号,T1,谢秀,{IDS[0]},,,{IDS[0]}
X4,四号,T1,,,,,{IDS[0]}
X5,五号,T1,李四,{IDS[1]},,,{IDS[0]}""",
    ),
    (
        KIN,
        f"""编号,身份证号,姓名,亲属号码,亲属,号码
K1,{IDS[0]},胡强,{IDS[1]},李四,{IDS[0]}
K2,{IDS[1]},李四,{IDS[0]},胡强,{IDS[0]}
K3,{IDS[2]},王五,{IDS[0]},胡强,{IDS[1]}""",
    ),
)


def _ties(loading: Loading) -> list[tuple[str, str, str, str]]:
    found = loading.rows(
        "MATCH (a)-[r:NAMES|KIN_OF]->(p:Person) RETURN r.source_key AS row, coalesce(r.role, r.relation) AS what, "
        "coalesce(a.number, a.name, a.id_number) AS start, coalesce(p.name, p.id_number) AS end"
    )
    return sorted((each["row"], each["what"], each["start"], each["end"]) for each in found)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_what_a_row_says_goes_and_what_it_refers_to_stays_in_every_order(
    loading: Loading, order: tuple[int, ...]
) -> None:
    for place in range(3):
        loading.load(*_LOADS[place])
    whole, ties = loading.hash(), _ties(loading)
    clear(loading.environment.writer)

    for place in order:
        loading.load(*_LOADS[place])

    assert _ties(loading) == ties
    assert loading.hash() == whole
    assert [counts(loading.load(*_LOADS[place]))[1] for place in order] == [0, 0, 0]
    assert {each for each in ties if each[0].startswith("X")} == {
        ("X1", "SUBJECT", "X1", "胡强"), ("X1", "INVOLVED", "X1", "谢秀"), ("X2", "SUBJECT", "X2", "胡强"),
        ("X3", "SUBJECT", "X3", "谢秀"), ("X3", "INVOLVED", "X3", "谢秀"), ("X4", "INVOLVED", "X4", "谢秀"),
        ("X5", "SUBJECT", "X5", "李四"), ("X5", "INVOLVED", "X5", "谢秀"),
    }  # fmt: skip
