"""`leadlink models` on the command line: what it runs, prints and refuses."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from graph_service.cli import build_app
from graph_service.embedded import Running
from graph_service.errors import BadInput
from graph_service.graph import Writer
from tests.graph.models.keeping import KEY, alerts
from tests.graph.models.notation import draw
from tests.unit.models.test_model_file import OWN

_OVER = "Vehicle C1 tank_litres=70; Refuelling F1 litres=90 REFUELLED C1; Refuelling F2 litres=10 REFUELLED C1"


@pytest.fixture
def over(empty_graph: Writer, server: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Writer:
    """A graph in which V1 will fire, and the settings that lead the command to it."""
    draw(empty_graph, _OVER)
    for name, value in (("NEO4J_URI", server.uri), ("NEO4J_PASSWORD", server.password), ("UID_KEY", KEY.decode())):
        monkeypatch.setenv(f"LEADLINK_{name}", value)
    monkeypatch.setenv("LEADLINK_HOME", str(tmp_path))
    return empty_graph


def run(*arguments: str) -> str:
    result = CliRunner().invoke(build_app(), ["models", *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def told(*arguments: str) -> list[dict[str, Any]]:
    return list(json.loads(run("--json", *arguments))["models"])


def test_it_says_what_was_found_in_one_object(over: Writer) -> None:
    (model,) = told("--only", "V1")

    assert model.pop("seconds") >= 0
    assert model == {
        "model": "V1", "version": 1, "title": "Over tank size 超油箱容量加油", "parameters": {"tank_factor": 1.05},
        "found": 1, "new": 1, "withdrawn": 0, "unread": 0, "skipped": None,
        "alerts": [{
            "key": "F1", "rows": [{"source": "drawn", "key": "F1"}],
            "facts": {"litres": 90.0, "tank": 70.0, "plate": "C1", "day": None, "receipt": "F1", "amount_fen": None},
        }],
    }  # fmt: skip
    assert told("--only", "V1")[0]["new"] == 0


def test_some_models_run_in_the_order_asked_for(over: Writer) -> None:
    assert [model["model"] for model in told("--only", "V3, V1", "--dry-run")] == ["V3", "V1"]


def test_a_dry_run_writes_nothing(over: Writer) -> None:
    (model,) = told("--only", "V1", "--dry-run")

    assert (model["found"], model["new"]) == (1, 0)
    assert alerts(over) == []
    assert "nothing was written" in run("--only", "V1", "--dry-run")


def test_a_citys_own_parameters(over: Writer, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("V1: {tank_factor: 2}", encoding="utf-8")

    (model,) = told("--only", "V1", "--parameters", str(tmp_path / "own.yaml"))

    assert (model["parameters"], model["found"]) == ({"tank_factor": 2}, 0)


def test_a_model_of_ones_own_needs_no_python(over: Writer, tmp_path: Path) -> None:
    (tmp_path / "mine.cypher").write_text(OWN, encoding="utf-8")

    (model,) = told("--only", "X1", "--folder", str(tmp_path))

    assert (model["version"], model["found"], model["new"]) == (2, 1, 1)
    assert alerts(over)[0]["text"] == "2张票"
    assert alerts(over)[0]["fired"] == ["F1>refuelling_F1", "F2>refuelling_F2"]


@pytest.mark.parametrize(
    ("arguments", "refused"),
    [
        (["--only", "V99"], "there is no model 'V99'; --only; use one of A2, A3"),
        (["--only", "v1"], "there is no model 'v1'"),
        (["--parameters", "nowhere.yaml"], "the file of parameters cannot be read"),
    ],
)
def test_what_there_is_not_is_refused(arguments: list[str], refused: str, over: Writer) -> None:
    with pytest.raises(BadInput, match=refused):
        run(*arguments)


def test_a_folder_that_is_not_there_is_refused(over: Writer, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="the folder of models is not there"):
        run("--folder", str(tmp_path / "nowhere"))


def test_alerts_that_nobody_may_read_are_counted(over: Writer) -> None:
    draw(
        over,
        "Vehicle C1 tank_litres=70 audience=2; Refuelling F1 litres=90 audience=3 REFUELLED C1",
        {2: ["A_1"], 3: ["B_1"]},
    )

    assert "1 alerts rest on rows that no one team may read all of" in run("--only", "V1")
    assert told("--only", "V1")[0]["unread"] == 1
