"""A draft says what can be seen in files, is a declaration that loads once it is corrected, and tells no value."""

from pathlib import Path

import pytest
import yaml

from graph_service.errors import BadInput, Conflict
from loaders.declare.parts import SourceReading
from loaders.declare.source_file import read_source
from loaders.drafting.session import draft_all
from loaders.readers import open_inputs

_UNITS = "code,title\nA1,Northern Line\nB2,Southern Line\nC3,Harbour Office\n"
_STAFF = "no;身份证号;姓名;office;since\n1;360502198001011237;张三;A1;2020-01-02\n2;360502198001011253;李四;C3;NA\n"
_SHIFTS = "day,no,office,hours\n2024-01-01,1,A1,8\n2024-01-01,2,A1,7.5\n2024-01-02,1,B2,8\n2024-01-02,1,C3,8\n2024-01-02,1,A1,2\n"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "offices.csv", tmp_path / "Staff List.csv", tmp_path / "shifts.csv"]
    for path, text in zip(paths, (_UNITS, _STAFF, _SHIFTS), strict=True):
        path.write_text(text, encoding="gb18030" if "Staff" in path.name else "utf-8")
    return paths


def _drafts(files: list[Path], *kinds: str) -> dict[str, str]:
    made = draft_all(files, files[0].parent / "drafts", kinds, False).written
    return {path.name: path.read_text(encoding="utf-8") for path, _ in made}


def test_a_draft_tells_what_can_be_seen(files: list[Path]) -> None:
    drafts = {name: yaml.safe_load(text) for name, text in _drafts(files, "offices=Unit").items()}

    staff = drafts["staff_list.yaml"]
    assert staff["read"] == {
        "format": "csv", "files": "Staff List.csv", "encoding": "gb18030", "delimiter": ";", "absent": ["NA"],
    }  # fmt: skip
    assert staff["nodes"]["row"] == {"kind": "Person", "fields": {"name": "姓名", "id_number": "身份证号"}}
    assert staff["links"][0]["to"] == {"kind": "Unit", "source": "offices", "column": "office"}
    assert drafts["offices.yaml"]["key"] == "code"
    assert drafts["shifts.yaml"]["key"] == ["day", "no", "office"]
    assert drafts["shifts.yaml"]["nodes"]["row"]["kind"] == "KIND"


def test_what_columns_are_called_elsewhere_is_known(tmp_path: Path) -> None:
    export, register = tmp_path / "export.csv", tmp_path / "register.csv"
    export.write_text("rec_id, given_name, surname, DateOfBirth\n1, ann, lee, 19800203\n2, , roe, 19810304\n")
    register.write_text("编号,姓,名\n1,李,安\n2,王,五\n", encoding="utf-8")

    people, staff = (
        yaml.safe_load(text)["nodes"]["row"] for text in _drafts([export, register], "register=Person").values()
    )

    assert people == {
        "kind": "Person",
        "fields": {"name": {"columns": ["given_name", "surname"]}, "born_on": "DateOfBirth"},
    }
    assert staff["fields"] == {"name": {"columns": ["姓", "名"], "join": ""}}


def test_a_draft_holds_no_value_of_a_row(files: list[Path]) -> None:
    whole = "".join(_drafts(files, "offices=Unit").values())

    assert [word for word in ("张三", "360502", "Harbour", "2020-01-02", "A1") if word in whole] == []


def test_a_draft_loads_as_it_is_when_its_kind_is_known(files: list[Path]) -> None:
    _drafts(files, "offices=Unit")
    folder = files[0].parent

    for name in ("offices", "staff_list"):
        source = read_source(folder / "drafts" / f"{name}.yaml")
        (opened,) = open_inputs(SourceReading.of(source), folder)
        rows = list(opened.rows())
        assert len(rows) == {"offices": 3, "staff_list": 2}[name]
    assert rows[1] == (2, ["2", "360502198001011253", "李四", "C3", None])


def test_a_kind_that_nobody_has_chosen_is_told(files: list[Path]) -> None:
    _drafts(files)

    with pytest.raises(BadInput, match="kind 'KIND' unknown"):
        read_source(files[0].parent / "drafts" / "shifts.yaml")


def test_what_is_there_is_not_written_over(files: list[Path]) -> None:
    _drafts(files)

    with pytest.raises(Conflict, match="there already"):
        _drafts(files)


@pytest.mark.parametrize(("given", "told"), [("offices", "names no file"), ("offices=Unti", "did you mean 'Unit'")])
def test_a_kind_that_does_not_exist_is_refused(files: list[Path], given: str, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        _drafts(files, given)


def test_a_file_without_a_header_of_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("just a line\n", encoding="utf-8")

    with pytest.raises(BadInput, match="fewer than two columns"):
        draft_all([path], tmp_path / "drafts", (), False).require_all()


@pytest.mark.parametrize(
    "rows",
    [
        "张密件,360502198001011237\n李四,360502198001011253\n",
        "张密件,13812345678\n李四,13912345678\n",
        "张密件,2024-01-05\n李四,2024-02-06\n",
        "张密件,男\n李四,女\n王五,男\n",
        "K1,张密件\nK2,李四\nK3,张密件\n",
    ],
)
def test_a_file_that_begins_with_its_first_row_is_refused_and_not_repeated(tmp_path: Path, rows: str) -> None:
    path = tmp_path / "people.csv"
    path.write_text(rows, encoding="utf-8")

    with pytest.raises(BadInput, match="no header") as caught:
        draft_all([path], tmp_path / "drafts", (), False).require_all()

    assert "张密件" not in str(caught.value)
    assert not (tmp_path / "drafts").exists()


def test_a_header_that_comes_again_is_a_header(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("编号,姓名,202401\nK1,张三,5\n编号,姓名,202401\nK2,李四,6\n", encoding="utf-8")

    assert len(draft_all([path], tmp_path / "drafts", (), False).written) == 1
