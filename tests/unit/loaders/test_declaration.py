"""A declaration with a fault is refused with the file, the place in it, what is wrong and what was probably meant."""

from pathlib import Path

import pytest

from graph_service.errors import BadInput
from loaders.declare.source_file import read_source
from tests.loading import CLUES

ROOT = Path(__file__).resolve().parents[3]


def _refusal(tmp_path: Path, text: str) -> BadInput:
    path = tmp_path / "bad.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        read_source(path)
    assert str(path) in caught.value.where
    return caught.value


_FAULTS = [
    ("kind: Clue", "kind: Clew", "nodes.clue.kind: kind 'Clew' unknown; did you mean 'Clue'"),
    ("number: 线索编号", "numbr: 线索编号", "nodes.clue.fields: field 'numbr' unknown; did you mean 'number'"),
    ("number: 线索编号, ", "", "nodes.clue.fields: Clue needs the field 'number'"),
    (
        "type: NAMES, from: clue, to: subject",
        "type: NAME, from: clue, to: subject",
        "links.0.type: link type 'NAME' unknown",
    ),
    ("from: clue, to: subject", "from: subject, to: clue", "links.0.from: NAMES cannot start at Person"),
    (
        "from: clue, to: subject",
        "from: clue, to: subjekt",
        "links.0.to: node 'subjekt' unknown; did you mean 'subject'",
    ),
    (
        "{value: SUBJECT}",
        "{value: SUBJEKT}",
        "links.0.fields.role.value: value 'SUBJEKT' unknown; did you mean 'SUBJECT'",
    ),
    ("title: 标题", "title: {column: 标题, as: texxt}", "nodes.clue.fields.title.as: normaliser 'texxt' unknown"),
    ("by: phone_number", "by: phone", "links.2.to.by: identifier 'phone' unknown; did you mean 'phone_number'"),
    (
        "key: 线索编号",
        "key: 线索编号\nignored: [标题]",
        "ignored: column '标题' is used by the mapping and ignored at once",
    ),
    (
        "key: 线索编号",
        "key: 线索编号\nchecked: {登记日: dat}",
        "checked.登记日: normaliser 'dat' unknown; did you mean 'date'",
    ),
    ("key: 线索编号", "key: 线索编号\nchecked: {标题: text}", "checked: column '标题' is read by the mapping"),
    ("key: 线索编号", "key: 线索编号\nchecked: {电话: phone}", "checked: column '电话' is read by the mapping"),
    (
        "key: 线索编号",
        "key: 线索编号\nignored: [登记日]\nchecked: {登记日: date}",
        "ignored: column '登记日' is checked and ignored at once",
    ),
    (
        "key: 线索编号",
        "key: 线索编号\nchecked: {举报人电话: phone}",
        "column '举报人电话' is about who made the report",
    ),
    ("holder: CASE_MGMT\n", "", "holder: Field required"),
    ("holder: CASE_MGMT", "holder: CASE_MGMT\nholdr: X", "holdr: name 'holdr' unknown; did you mean 'holder'"),
    ("format: csv, files", "format: csv, fils", "read.fils: name 'fils' unknown; did you mean 'files'"),
    ("classification: WORK_SECRET", "classification: SECRET", "classification: Input should be 'PUBLIC'"),
    ("{value: SUBJECT}", "{value: SUBJECT, column: 角色}", "give one of column, columns and value"),
    (
        "title: 标题",
        "title: 标题, amount_fen: {column: 金额（千元）, as: money_yuan}",
        "column '金额（千元）' is in 千元, which nothing reads",
    ),
    (
        "title: 标题",
        "title: 标题, amount_fen: {column: '金额(单位:万美元)', as: money_wan}",
        "is in 万美元, which nothing reads",
    ),
    ("title: 标题", "title: [标题]", "columns joins two or more different columns"),
    ("title: 标题", 'title: {column: 标题, join: "-"}', "join is the text between the cells of columns"),
    ("by: phone_number, column: 电话", "column: 电话", "give either by or source"),
    (
        "fields: {id_number: 身份证号, name: 被反映人}",
        "fields: {disputed_id_number: 身份证号, name: 被反映人}",
        "nodes.subject.fields.disputed_id_number: is filled by the loader alone",
    ),
    (
        "title: 标题",
        "title: {value: 2024}",
        "nodes.clue.fields.title.value: Input should be a valid string; write a text in quotes",
    ),
    (
        "title: 标题",
        "title: 标题, received_on: {value: '2024-02-30'}",
        "received_on.value: Input should be a valid date",
    ),
    ("title: 标题", "title: 标题, received_on: {value: 2024-02-30}", "it holds a day or time that does not exist"),
    ("title: 标题", "title: 标题, amount_fen: {value: 1:30}", "amount_fen.value: Input should be a valid integer"),
    ("title: 标题", 'title: {column: 标题, area: "0790"}', "nodes.clue.fields.title.area: is the dialling code"),
    (
        "by: phone_number, column: 电话",
        "by: phone_number, column: 电话, area: 571",
        "links.2.to.area: YAML reads a number; write it in quotes",
    ),
    ("by: name, column: 单位", 'by: name, column: 单位, area: "0790"', "links.1.to.area: is the dialling code"),
    (
        "by: phone_number, column: 电话",
        'by: phone_number, column: 电话, area: "790"',
        "links.2.to.area: String should match",
    ),
]


@pytest.mark.parametrize(("right", "wrong", "told"), _FAULTS, ids=[fault[2][:40] for fault in _FAULTS])
def test_fault_is_named(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    assert right in CLUES

    refusal = _refusal(tmp_path, CLUES.replace(right, wrong, 1))

    assert told in refusal.what


def test_map_outside_the_vocabulary_is_named(tmp_path: Path) -> None:
    text = CLUES.replace("title: 标题", "title: 标题, problem: {column: 问题, map: {吃喝: DINNING}}")

    assert (
        "nodes.clue.fields.problem.map.吃喝: value 'DINNING' unknown; did you mean 'DINING'"
        in _refusal(tmp_path, text).what
    )


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    text = CLUES.replace("kind: Clue", "kind: Clew").replace("{value: SUBJECT}", "{value: SUBJEKT}")

    assert _refusal(tmp_path, text).what.startswith("the declaration has 2 problems")


@pytest.mark.parametrize(
    ("text", "told"), [("- a\n- b\n", "not a mapping"), ("a: [b\n", "not YAML"), ("", "not a mapping")]
)
def test_what_is_no_declaration_is_refused(tmp_path: Path, text: str, told: str) -> None:
    assert told in _refusal(tmp_path, text).what


def test_missing_declaration_names_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "clues.yaml").write_text(CLUES, encoding="utf-8")

    with pytest.raises(BadInput) as caught:
        read_source(tmp_path / "clue.yaml")

    assert "does not exist" in caught.value.what
    assert "clues.yaml" in caught.value.mend


@pytest.mark.parametrize("path", sorted((ROOT / "loaders" / "sources").rglob("*.yaml")), ids=lambda path: path.stem)
def test_every_committed_declaration_is_sound(path: Path) -> None:
    assert read_source(path).name
