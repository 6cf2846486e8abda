"""`python -m bench.models --size small --seed 7`: the own city from its files to what the comparison models find of it."""

import json
import os
import tempfile
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
import yaml

from bench.machine import described_run
from bench.measured_home import SETTLED, city_at, load_city, run_leadlink, run_steps, running_graph, settings_of
from bench.report import table
from graph_service.progress import ShownSteps, Steps


@dataclass(frozen=True)
class ModelScore:
    """What one model found of what was planted for it, and what else it found."""

    model: str
    planted: int
    missed: list[dict[str, Any]]
    near: int
    alarms: list[dict[str, Any]]
    others: list[str]
    seconds: float

    @property
    def is_right(self) -> bool:
        """Return whether every hit was found and nothing else."""
        return not (self.missed or self.alarms or self.others)


def score(truth: Mapping[str, Any], told: Iterable[Mapping[str, Any]]) -> list[ModelScore]:
    """Return the scores of the models; a hit counts once however many of its keys are named."""
    return [_scored(truth[run["model"]], run) for run in told if run["model"] in truth]


def _scored(plan: Mapping[str, Any], run: Mapping[str, Any]) -> ModelScore:
    found = {alert["key"] for alert in run["alerts"]}
    hits = {key for each in plan["hits"] for key in each["keys"]}
    near = {key for each in plan["near_misses"] for key in each["keys"]}
    return ModelScore(
        run["model"],
        len(plan["hits"]),
        [each for each in plan["hits"] if not found & set(each["keys"])],
        len(plan["near_misses"]),
        [each for each in plan["near_misses"] if found & (set(each["keys"]) - hits)],
        sorted(found - hits - near - set(plan["neutral"])),
        run["seconds"],
    )


def headline(scores: list[ModelScore]) -> dict[str, float]:
    """Return precision, recall and F1 over all models."""
    right = sum(each.planted - len(each.missed) for each in scores)
    false = sum(len(each.alarms) + len(each.others) for each in scores)
    missed = sum(len(each.missed) for each in scores)
    return {
        "precision": round(right / (right + false or 1), 3),
        "recall": round(right / (right + missed or 1), 3),
        "f1": round(2 * right / (2 * right + false + missed or 1), 3),
    }


def story_lines(truth: Mapping[str, Any], told: Iterable[Mapping[str, Any]], story: str) -> dict[str, int]:
    """Return how many problems of a story the models found, and how many people those are of."""
    found = {(run["model"], alert["key"]) for run in told for alert in run["alerts"]}
    cases = [(name, each) for name, plan in truth.items() for each in plan["hits"] if each.get("story") == story]
    own = [(name, each) for name, each in cases if "person" in each]
    seen = [each for name, each in own if any((name, key) in found for key in each["keys"])]
    return {"problems": len(seen), "of": len(own), "people": len({each["person"] for each in seen})}


def lines_of(scores: list[ModelScore]) -> list[str]:
    """Return the table, and under it what went wrong."""
    rows = [
        [one.model, f"{one.planted - len(one.missed)} of {one.planted}", f"{len(one.alarms)} of {one.near}",
         str(len(one.others)), f"{one.seconds:.1f} s"]
        for one in scores
    ]  # fmt: skip
    wrong = [line for one in scores if not one.is_right for line in _wrong(one)]
    return [*table(["model", "hits found", "near-miss alarms", "others", "time"], rows), "", *wrong]


def _wrong(one: ModelScore) -> list[str]:
    told = [f"{one.model} misses {each['keys'][0]}: {each['why']}" for each in one.missed]
    told += [f"{one.model} alarms at {each['keys'][0]}: {each['why']}" for each in one.alarms]
    return [*told, *(f"{one.model} fires on {key}" for key in one.others[:5])]


def run_models(home: Path, truth: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what `leadlink models` tells on a home, with the parameters of the city."""
    given = {name: plan["parameters"] for name, plan in truth.items() if plan["parameters"]}
    path = home / "parameters.yaml"
    path.write_text(yaml.safe_dump(given, allow_unicode=True), encoding="utf-8")
    told: list[dict[str, Any]] = json.loads(run_leadlink(home, ["models", "--json", "--parameters", str(path)]))[
        "models"
    ]
    return told


def _measured(home: Path, size: str, seed: int, steps: Steps) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    fresh = not (home / f"city-{size}").is_dir()
    data = city_at(home, size, steps, seed)
    truth: dict[str, Any] = json.loads((data / "truth.json").read_text(encoding="utf-8"))["models"]
    with running_graph(settings_of(home).model_copy(update={"log_requests": False}), steps):
        if fresh:
            steps.say("loading")
            load_city(home, data)
            run_steps(home, SETTLED, steps)
        steps.say("comparison models")
        return truth, run_models(home, truth)


def main(
    size: str = typer.Option("small", help="City to compare: small, medium or full."),
    seed: int = typer.Option(7, help="Seed of the city."),
    home: Path | None = typer.Option(
        None, help="Home to keep; the city is written, loaded and settled if it is new. Unset: one that goes."
    ),
    out: Path | None = typer.Option(None, help="File for the figures as JSON."),
) -> None:
    """Write and load the city, run every model, and print hits, near-miss alarms and others, and one line of JSON."""
    began, load = time.monotonic(), os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="models-") as folder, ShownSteps() as steps:
        place = home.resolve() if home else Path(folder) / "home"
        place.mkdir(parents=True, exist_ok=True)
        truth, told = _measured(place, size, seed, steps)
    scores = score(truth, told)
    print("\n".join(lines_of(scores)))
    seconds = {one.model: one.seconds for one in scores}
    found = {"size": size, "seed": seed, **headline(scores), "F7": story_lines(truth, told, "F7")}
    found |= {"seconds": round(time.monotonic() - began, 1), "seconds per model": seconds}
    if out:
        alerts = {run["model"]: len(run["alerts"]) for run in told}
        kept = {**found, "alerts": alerts, **described_run(load)}
        out.write_text(json.dumps(kept, indent=2), encoding="utf-8")
    print(json.dumps(found))


if __name__ == "__main__":
    typer.run(main)
