"""`python -m bench.live_links --home HOME`: what proposing costs after a load of new matters into a city that is linked.

The new matters are rows of the city's own central register under new numbers, so that they name whom others name. Afterwards
a run over everything must find nothing that the short one has left.
"""

import csv
import json
import os
import time
from pathlib import Path
from typing import Any

import typer

from bench.machine import described_run
from bench.measured_home import LINKED, SOURCES, city_at, load_city, run_leadlink, run_steps, running_graph, settings_of
from graph_service.progress import ShownSteps

_REGISTER = Path("clues") / "register.csv"
_NUMBER = "线索编号"


def more_of(data: Path, folder: Path, many: int) -> Path:
    """Write the first rows of the central register once more, under numbers of their own, and return the folder."""
    with (data / _REGISTER).open(encoding="gb18030", newline="") as file:
        rows = list(csv.DictReader(file))[:many]
    (folder / _REGISTER.parent).mkdir(parents=True, exist_ok=True)
    with (folder / _REGISTER).open("w", encoding="gb18030", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows({**row, _NUMBER: f"{row[_NUMBER]}-{number}"} for number, row in enumerate(rows))
    return folder


def main(
    home: Path = typer.Option(..., help="Home to keep; the city is written, loaded, settled and linked if it is new."),
    size: str = typer.Option("medium", help="Size of the city."),
    matters: int = typer.Option(1000, min=1, help="Matters that are loaded into it."),
    anew: bool = typer.Option(True, help="Propose over everything afterwards, which must find nothing more."),
    out: Path | None = typer.Option(None, help="File for the figures as JSON."),
) -> None:
    """Print the seconds of loading new matters, reading their texts, proposing over them, and over everything."""
    figures: dict[str, Any] = {"size": size, "matters": matters}
    load = os.getloadavg()[0]
    with ShownSteps() as steps, running_graph(settings_of(home.absolute()), steps):
        fresh = not (home / f"city-{size}").is_dir()
        data = city_at(home.absolute(), size, steps)
        if fresh:
            load_city(home.absolute(), data)
            run_steps(home.absolute(), LINKED, steps)
        else:
            run_steps(home.absolute(), ("link",), steps)
        more = more_of(data, home.absolute() / "more", matters)
        commands = {
            "load": ["load", str(SOURCES / "clue_register.yaml"), "--data", str(more), "--json"],
            "mentions": ["mentions", "--json"],
            "link": ["link", "--json"],
        } | ({"link --anew": ["link", "--anew", "--json"]} if anew else {})
        for name, command in commands.items():
            steps.say(name)
            began = time.monotonic()
            told = json.loads(run_leadlink(home.absolute(), command, (0, 1)).splitlines()[-1])
            figures[name] = {"seconds": round(time.monotonic() - began, 1), "told": told}
    text = json.dumps(figures | described_run(load), ensure_ascii=False, indent=1)
    if out:
        out.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    typer.run(main)
