"""A model runs where anything that could change its alerts has changed, and nowhere else."""

from pathlib import Path

import pytest

from graph_service.cypher.files import query
from graph_service.graph import Writer
from graph_service.models.model_file import Model
from graph_service.rights.roles import Role, Roles, read_roles
from tests.graph.models.notation import draw
from tests.graph.models.renewing import renew, write_models

_OVER = (
    "Vehicle C1 tank_litres=70 OWNED_BY U1; Unit U1; Refuelling F1 litres=90 occurred_at=2025-03-03T08:00 REFUELLED C1"
)


@pytest.fixture
def models(tmp_path: Path) -> dict[str, Model]:
    """Models of one's own over the small sources, beside the product's."""
    return write_models(tmp_path / "models")


def test_a_model_that_did_not_run_tells_what_it_found(empty_graph: Writer, models: dict[str, Model]) -> None:
    draw(empty_graph, _OVER)

    first, again = renew(empty_graph, models["V1"]), renew(empty_graph, models["V1"])

    assert (bool(first.skipped), bool(again.skipped)) == (False, True)
    assert [(hit.key, hit.rows, hit.facts) for hit in again.hits] == [
        (hit.key, hit.rows, hit.facts) for hit in first.hits
    ]
    assert (again.new, again.withdrawn, again.unread) == (0, 0, first.unread)


def test_whatever_else_could_change_its_alerts_runs_a_model(empty_graph: Writer, models: dict[str, Model]) -> None:
    draw(empty_graph, _OVER)
    v1 = models["V1"]
    renew(empty_graph, v1)
    own = Roles((*read_roles().patterns, ("NOBODY", Role("NOBODY"))))

    assert not renew(empty_graph, v1, runs_all=True).skipped
    assert not renew(empty_graph, v1, tank_factor=1.3).skipped
    assert not renew(empty_graph, v1).skipped, "other parameters than the last time"
    assert not renew(empty_graph, v1, own).skipped
    assert renew(empty_graph, v1, own).skipped


def test_a_run_that_was_killed_or_goes_on_beside_leaves_no_doubt_behind(
    empty_graph: Writer, models: dict[str, Model]
) -> None:
    draw(empty_graph, _OVER)
    v1 = models["V1"]
    renew(empty_graph, v1)
    empty_graph.run_write(query("alerts/running").body, model="V1", turn="killed")

    assert [bool(renew(empty_graph, v1).skipped) for _ in range(3)] == [False, False, True]
    empty_graph.run_write(query("alerts/ran").body, model="V1", turn="slow", seen="long ago", unread=0)
    assert not renew(empty_graph, v1).skipped, "the other has written alerts of its own meanwhile"


def test_alerts_that_models_raise_run_those_alone_that_read_alerts(
    empty_graph: Writer, models: dict[str, Model]
) -> None:
    draw(empty_graph, _OVER)
    for name in ("V4", "X4"):
        renew(empty_graph, models[name])
        assert renew(empty_graph, models[name]).skipped

    assert renew(empty_graph, models["V1"]).new == 1

    assert renew(empty_graph, models["V4"]).skipped
    assert not renew(empty_graph, models["X4"]).skipped
