"""What the file of a comparison model must say, and what its parameters may be."""

from pathlib import Path
from typing import Any

import pytest

from graph_service.errors import BadInput
from graph_service.models.model_file import Model, natural_key, read_models

OWN = """// title: Two receipts 两张票
// model: X1
// version: 2
// severity: LOW
// channel: VEHICLES
// problem: OTHER
// team: CONDUCT
// innocent: Nothing
// innocent_zh: 无
// because: {n} receipts
// because_zh: {n}张票
// parameter least Int 2 receipts -- Receipts from which it is told 张数下限
// parameter share Float 0.5 ratio -- A share 比例
// parameter words [String] ["a","b"] words -- Words 词
// parameter strict Boolean false yes/no -- Whether 是否
// params: least, share, words, strict
// returns: key, facts, records, ties, named
// scope: system
MATCH (r:Refuelling)
WHERE $strict OR $share > 0 OR r.product IN $words
WITH collect(r) AS found
WHERE size(found) >= $least
RETURN 'all' AS key, found AS records, [] AS ties, [] AS named, {n: size(found)} AS facts
"""


def own(folder: Path, text: str = OWN, name: str = "x1") -> Model:
    (folder / f"{name}.cypher").write_text(text, encoding="utf-8")
    return read_models(folder)["X1"]


def test_a_file_of_ones_own_is_a_model_like_the_others(tmp_path: Path) -> None:
    model = own(tmp_path)

    assert (model.id, model.version, model.title) == ("X1", 2, "Two receipts 两张票")
    assert dict(model.defaults) == {"least": 2, "share": 0.5, "words": ["a", "b"], "strict": False}
    assert list(read_models(tmp_path)).index("V2") < list(read_models(tmp_path)).index("V10")


def test_every_model_of_the_product_says_what_it_is() -> None:
    models = read_models()

    assert all(model_id == model.id == model.file.name.rpartition("/")[2] for model_id, model in models.items())
    assert all(each.about.isprintable() and each.unit for m in models.values() for each in m.file.parameters.values())
    assert len({model.file.head["because"] for model in models.values()}) == len(models)


@pytest.mark.parametrize("line", ["model", "version", "severity", "channel", "team", "innocent", "because_zh"])
def test_a_head_without_a_line_is_refused(line: str, tmp_path: Path) -> None:
    text = "\n".join(each for each in OWN.splitlines() if not each.startswith(f"// {line}:"))

    with pytest.raises(BadInput, match=rf"head line missing: {line}; .*x1\.cypher; add it"):
        own(tmp_path, text)


@pytest.mark.parametrize(
    ("said", "instead", "refused"),
    [
        ("severity: LOW", "severity: MILD", "unknown severity 'MILD'.*LOW, MEDIUM"),
        ("channel: VEHICLES", "channel: CARS", "unknown channel 'CARS'.*VEHICLES"),
        ("problem: OTHER", "problem: NONE", "unknown problem 'NONE'.*DINING"),
        ("version: 2", "version: two", "the version is no whole number"),
        ("parameter least Int 2", "parameter least Int two", "the default of least is no JSON"),
        ("parameter least Int 2", "parameter least Int 2.5", "least is to be Int"),
        ("parameter least Int 2", "parameter least Number 2", "unknown type 'Number' of least"),
        ("parameter least Int", "parameter most Int", "no line tells of parameter least"),
        ("Float 0.5 ratio", "Float 0.5", "no line tells of parameter share"),
    ],
)
def test_a_head_that_says_nonsense_is_refused(said: str, instead: str, refused: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=refused):
        own(tmp_path, OWN.replace(said, instead))


def test_two_files_of_one_id_are_refused(tmp_path: Path) -> None:
    own(tmp_path)

    with pytest.raises(BadInput, match="two files state model X1; models/x2; give one of them another id"):
        own(tmp_path, name="x2")


def test_a_file_may_not_take_the_id_of_the_products_own(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="two files state model V1"):
        own(tmp_path, OWN.replace("model: X1", "model: V1"))


@pytest.mark.parametrize(
    ("given", "runs_with"),
    [
        ({}, {"least": 2, "share": 0.5, "words": ["a", "b"], "strict": False}),
        ({"least": 5, "words": []}, {"least": 5, "share": 0.5, "words": [], "strict": False}),
        ({"share": 1}, {"least": 2, "share": 1, "words": ["a", "b"], "strict": False}),
        ({"strict": True}, {"least": 2, "share": 0.5, "words": ["a", "b"], "strict": True}),
    ],
)
def test_given_parameters_stand_over_the_defaults(given: dict[str, Any], runs_with: Any, tmp_path: Path) -> None:
    assert own(tmp_path).with_parameters(given) == runs_with


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        ({"lest": 5}, "model X1 has no parameter 'lest'.*use one of: least, share, words, strict"),
        ({"least": "5"}, "least is to be Int.*give it like 2"),
        ({"least": 2.5}, "least is to be Int"),
        ({"least": True}, "least is to be Int"),
        ({"least": None}, "least is to be Int"),
        ({"least": [5]}, "least is to be Int"),
        ({"strict": 1}, "strict is to be Boolean"),
        ({"words": "a"}, r"words is to be \[String\].*give it like"),
        ({"words": ["a", 1]}, r"words is to be \[String\]"),
    ],
)
def test_other_parameters_are_refused_by_name(given: dict[str, Any], refused: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=refused):
        own(tmp_path).with_parameters(given)


def test_ids_are_sorted_as_people_do() -> None:
    assert sorted(["V10", "V2", "A3", "OWN", "V"], key=natural_key) == ["A3", "OWN", "V", "V2", "V10"]
