"""Two loads at once on a graph that has nothing yet: one loads, the other is told of it."""

import subprocess
import threading
from pathlib import Path

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.settings import Settings
from tests.loading import IDS, REGISTER
from tests.service.processes import LEADLINK, ROOT, environment

_ROWS = 3_000


def test_the_second_of_two_loads_meets_a_conflict(
    settings: Settings, server: Running, empty_graph: Writer, tmp_path: Path
) -> None:
    for name, _ in empty_graph_schema(empty_graph):
        empty_graph.run_schema(f"DROP CONSTRAINT {name} IF EXISTS")
    (tmp_path / "register.yaml").write_text(REGISTER, encoding="utf-8")
    rows = "".join(f"{number},{IDS[0]},张三,男\n" for number in range(_ROWS))
    (tmp_path / "register.csv").write_text("编号,身份证号,姓名,性别\n" + rows, encoding="utf-8")
    command = [*LEADLINK, "load", str(tmp_path / "register.yaml"), "--data", str(tmp_path), "--json"]
    done: list[subprocess.CompletedProcess[str]] = []

    def load() -> None:
        told = environment(settings.home, server)
        done.append(subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True, check=False))

    both = [threading.Thread(target=load) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()

    assert sorted(each.returncode for each in done) == [0, 2], [each.stderr for each in done]
    refused = next(each for each in done if each.returncode == 2)
    assert "error [CONFLICT]: another load is running" in refused.stderr


def empty_graph_schema(writer: Writer) -> list[tuple[str, str]]:
    """Return the constraints that earlier tests have left."""
    return [(row["name"], row["type"]) for row in writer.run_read("SHOW CONSTRAINTS YIELD name, type")[0]]
