"""`python -m bench.other_city --data CITY`: a foreign city from its files to its score, declared in YAML alone."""

import asyncio
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import typer

from bench.judged_pairs import CityFound
from bench.measured_home import LINKED, ROOT, run_leadlink, run_steps, running_graph, settings_of
from bench.other_city_known import recognised
from bench.other_city_result import LoadedCity, result_of
from bench.other_city_truth import OtherTruth, scorer_of
from graph_service.errors import Conflict
from graph_service.progress import ShownSteps, Steps
from loaders.declare.source_file import read_sources

DECLARATIONS = ROOT / "examples" / "other_city"
# A busy machine takes its time to plan the first question; the figures are not of time.
_PATIENT = {"log_requests": False, "read_timeout_seconds": 300.0}
_OVERALL = re.compile(r"^ {2}(\S.*?) +([01]\.\d{3}) +([01]\.\d{3}) +([01]\.\d{3})$", re.MULTILINE)
_ERROR = re.compile(r"expected calibration error (\d\.\d+)")


def main(
    data: Path = typer.Option(..., help="Folder of the city: exports/, and truth.json for the scorer alone."),
    home: Path | None = typer.Option(None, help="Home to keep, loaded again if it is there; else a new one each time."),
    out: Path | None = typer.Option(None, help="File to write the result to."),
    pairs: Path | None = typer.Option(None, help="File to write the judged pairs to, for `bench.calibration`."),
) -> None:
    """Load, resolve, read, link, compare and score the city, and print the scorer's tables and one line of JSON."""
    data = data.resolve()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="other-city-") as folder, ShownSteps() as steps:
        result, found = _run(home.resolve() if home else Path(folder) / "home", data, steps)
        seconds = time.monotonic() - began
        kept = out or Path(folder) / "result.json"
        kept.write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")
        table = scored(data, kept)
    if pairs:
        truth = OtherTruth.read(data)
        found.judged(f"other city {data.name}", truth.true, truth.sort).write(pairs)
    print(table)
    print("\n".join(recognised(data, result["identity"])))
    print(json.dumps({**headline(table), "seconds": round(seconds, 1)}, ensure_ascii=False))


def _run(home: Path, data: Path, steps: Steps) -> tuple[dict[str, Any], CityFound]:
    exports, paths = data / "exports", sorted(DECLARATIONS.glob("*.yaml"))
    settings = settings_of(home).model_copy(update=_PATIENT)
    with running_graph(settings, steps) as running:
        steps.say("loading")
        # Broken rows are part of the city: exit code 1 says that there were some.
        run_leadlink(home, ["load", *map(str, paths), "--data", str(exports), "--json"], (0, 1))
        run_steps(home, LINKED, steps)
        steps.say("comparison models")
        told = json.loads(run_leadlink(home, ["models", "--json"]))
        alerts = [(model["model"], alert["key"]) for model in told["models"] for alert in model["alerts"]]
        steps.say("asking for every matter")
        return asyncio.run(result_of(LoadedCity(settings, running, exports, read_sources(paths)), alerts))


def scored(data: Path, result: Path) -> str:
    """Return what the city's own scorer prints of a result."""
    scorer = scorer_of(data)
    command = [sys.executable, str(scorer), str(data / "truth.json"), str(result)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise Conflict(f"the scorer ended with code {done.returncode}", str(scorer), "run it alone to see why")
    return done.stdout


def headline(table: str) -> dict[str, Any]:
    """Return precision, recall and F1 of each part, and the calibration error, from what the scorer printed."""
    overall = table.rpartition("Overall")[2]
    figures: dict[str, Any] = {name: [float(each) for each in found] for name, *found in _OVERALL.findall(overall)}
    error = _ERROR.search(table)
    return {**figures, "calibration error": float(error[1])} if error else figures


if __name__ == "__main__":
    typer.run(main)
