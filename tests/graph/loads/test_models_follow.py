"""After any history, models that ran only where their input changed have left the alerts that running them all would leave."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from graph_service.mentions.keeping import keep_mentions
from graph_service.mentions.reading import read_rights
from graph_service.models.run import keep_alerts, run_model
from graph_service.rights.roles import read_roles
from tests.graph.loads.test_judged_histories import History
from tests.graph.models.keeping import KEY, alerts
from tests.graph.models.renewing import TEXTS, renew, write_models
from tests.loading import Loading

_HISTORIES = int(os.environ.get("LEADLINK_TEST_MODEL_HISTORIES", "2"))  # 100 is the full figure, run by hand
_FIRST = int(os.environ.get("LEADLINK_TEST_FIRST_HISTORY", "0"))
_STEPS = 12


class ModelledHistory(History):
    """A history in which texts are read too."""

    def acts(self) -> list[Callable[[], object]]:
        """Return what may be done."""
        return [*super().acts(), self.read_texts]

    def read_texts(self) -> None:
        """Read every text again."""
        keep_mentions(self.loading.environment.writer, KEY, read_roles(), lambda _: None)


@pytest.mark.parametrize("seed", range(_FIRST, _FIRST + _HISTORIES))
def test_after_any_history_the_alerts_are_those_of_a_full_run(seed: int, loading: Loading, tmp_path: Path) -> None:
    models, writer = write_models(tmp_path / "models"), loading.environment.writer
    history = ModelledHistory(loading, random.Random(seed))  # noqa: S311 - cases, not secrets
    chosen = [models[name] for name in (*TEXTS, "C1", "C2")]
    skipped = 0
    for _ in range(_STEPS):
        history.step()
        skipped += sum(bool(renew(writer, model).skipped) for model in chosen)
        before = alerts(writer)
        for model in chosen:
            full = run_model(writer, model, {})
            keep_alerts(writer, full, read_rights(writer, read_roles()), KEY)
            assert (model.id, full.new, full.withdrawn) == (model.id, 0, 0)
        assert alerts(writer) == before

    assert skipped > _STEPS, "most steps change what some models do not read"
