"""The file of a city's own parameters."""

from pathlib import Path

import pytest

from graph_service.errors import BadInput
from graph_service.models.model_file import read_models
from graph_service.models.parameters import read_parameters

_MODELS = read_models()


def stated(folder: Path, text: str) -> dict[str, dict[str, object]]:
    path = folder / "parameters.yaml"
    path.write_text(text, encoding="utf-8")
    return read_parameters(path, _MODELS)


def test_parameters_stand_by_model(tmp_path: Path) -> None:
    assert read_parameters(None, _MODELS) == {}
    assert stated(tmp_path, "") == {}
    assert stated(tmp_path, "V1: {tank_factor: 1.1}\nB6:\n  exclusive: [低保]") == {
        "V1": {"tank_factor": 1.1},
        "B6": {"exclusive": ["低保"]},
    }


def test_days_may_be_written_without_quotes(tmp_path: Path) -> None:
    given = stated(tmp_path, "V5: {holidays: [2027-01-01, '2027-01-02']}\nC5: {as_of: 2025-06-30}")

    assert given == {"V5": {"holidays": ["2027-01-01", "2027-01-02"]}, "C5": {"as_of": "2025-06-30"}}


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("[V1]", "the file of parameters is no map.*write `V1: {tank_factor: 1.1}`"),
        ("V1", "the file of parameters is no map"),
        ("V1: [", "the file of parameters cannot be read.*give a YAML file in UTF-8"),
        ("V99: {}", "there is no model 'V99'.*use one of A2, A3"),
        ("1: {}", "there is no model 1"),
        ("V1: 1.1", "the parameters of V1 are no map"),
        ("V1:", "the parameters of V1 are no map"),
        ("V1: {tank: 1.1}", "model V1 has no parameter 'tank'.*use one of: tank_factor"),
        ("V1: {tank_factor: high}", "tank_factor is to be Float.*give it like 1.05"),
        ("V7: {tank_factor: 1.1}", "model V7 has no parameter 'tank_factor'.*use one of: none"),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_to_write(text: str, refused: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=refused):
        stated(tmp_path, text)


def test_a_file_that_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00V1")

    for name in ("nothing", "binary"):
        with pytest.raises(BadInput, match="the file of parameters cannot be read"):
            read_parameters(tmp_path / name, _MODELS)
