"""`python -m bench.beside EARLIER`: an earlier checkout and this one, or `--now LATER`, on the same files, in one run.

Each has a home of its own, loaded by its own code from the earlier one's city, and is asked the same questions in turn, so that a
noisy neighbour meets both alike. The earlier checkout needs its environment (`make ready` there).
"""

import asyncio
import json
import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import typer

from bench.child import started
from bench.cpu import cpu_of, with_children
from bench.measure import Pace, Rounds, measure
from bench.measured_home import ROOT, SEED, settings_of
from bench.officer import OFFICER, officer_of
from bench.questions import read_questions
from bench.shapes import SHAPES
from bench.sides import HttpSide, leadlink
from graph_service.bolt import free_port
from graph_service.embedded import Running, ensure
from graph_service.errors import Conflict, GraphServiceError
from graph_service.graph import Writer
from graph_service.progress import ShownSteps, Steps
from graph_service.rights.viewer import Tokens
from graph_service.settings import read_settings

_SECONDS = 3.0  # of every stretch of load
_LOADS = 3  # rounds of loading at most, which take minutes each


@dataclass(frozen=True)
class Checkout:
    """One of the two: where it stands, and the home that its code loads and serves."""

    name: str
    root: Path
    home: Path

    @property
    def sources(self) -> list[Path]:
        """Return the declarations of its city."""
        return sorted((self.root / "loaders" / "sources" / "city").glob("*.yaml"))

    def command(self, *arguments: str) -> list[str]:
        """Return a command of its leadlink."""
        return [str(self.root / ".venv" / "bin" / "python"), "-m", "graph_service.cli", *arguments]

    def environment(self, running: Running | None) -> dict[str, str]:
        """Return what its commands are told of its home and of the server that is up for it."""
        # Planning at the start would go on while the questions are asked.
        told = {"HOME": str(self.home), "DEMO": "true", "LOG_REQUESTS": "false", "WARM_START": "false"}
        if running:
            told |= {"NEO4J_URI": running.uri, "NEO4J_USER": running.user, "NEO4J_PASSWORD": running.password}
        return os.environ | {f"LEADLINK_{name}": value for name, value in told.items()}

    def run(self, *arguments: str, running: Running | None = None, good: tuple[int, ...] = (0,)) -> None:
        """Run a command of it; refuse with the end of what it printed where it fails."""
        done = subprocess.run(
            self.command(*arguments),
            cwd=self.root,
            env=self.environment(running),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode not in good:
            what = f"the command ended with code {done.returncode}: {(done.stderr or done.stdout).strip()[-400:]}"
            raise Conflict(what, f"{self.name}: leadlink {arguments[0]}", "run it alone to see all that it prints")

    def load(self, sources: list[Path], data: Path, running: Running) -> None:
        """Load the city into the server that is up for it; some rows of the city are rejected."""
        self.run("load", *map(str, sources), "--data", str(data), "--json", running=running, good=(0, 1))


@contextmanager
def _served(checkout: Checkout, running: Running) -> Iterator[HttpSide]:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = tuple(checkout.command("serve", "--port", str(port)))
    with started(command, checkout.root, checkout.environment(running), f"{url}/readyz") as child:
        token = Tokens(settings_of(checkout.home)).sign(OFFICER)
        side = leadlink(url, token, with_children(child.pid))
        yield HttpSide(checkout.name, side.url, side.body, side.pids, side.headers)


def _questions(both: list[Checkout], sources: list[Path], data: Path, pace: Pace, steps: Steps) -> Rounds:
    found = Rounds()
    # The others an earlier checkout answers in another way, or not at all.
    shapes = [shape for shape in SHAPES.values() if shape.peers]
    with ExitStack() as stack:
        sides, questions, servers = [], [], []
        for each in both:
            running = stack.enter_context(running_graph_of(each, steps))
            writer = stack.enter_context(Writer(running))
            steps.say(f"{each.name}: loading")
            each.load(sources, data, running)
            viewer = stack.enter_context(officer_of(writer))
            questions.append(read_questions(writer, viewer, shapes, 100))
            sides.append(stack.enter_context(_served(each, running)))
            servers.append((running.pid,) if running.pid else ())
        for shape in shapes:
            for number in range(pace.rounds):
                # Each side is asked about its own graph: uids are other ones there.
                turn = list(zip(sides, questions, servers, strict=True))
                for side, asked, server in turn if number % 2 else reversed(turn):
                    one = Pace(1, pace.seconds, server, warming=pace.warming if number == 0 else 0.2)
                    rounds = asyncio.run(measure({shape: asked[shape]}, [side], one, steps))
                    found.by.setdefault((shape.name, side.name), []).extend(rounds.of(shape, side.name))
    return found


@contextmanager
def running_graph_of(checkout: Checkout, steps: Steps) -> Iterator[Running]:
    """Run a Neo4j for the checkout's home, its schema made by the checkout's own code when it loads."""
    with ensure(settings_of(checkout.home), steps) as running:
        yield running


def _loading(
    both: list[Checkout], sources: list[Path], data: Path, rounds: int, steps: Steps
) -> list[dict[str, float]]:
    found = []
    for number in range(rounds):
        seconds: dict[str, float] = {}
        for each in both if number % 2 else reversed(both):
            home = each.home.with_name(f"load-{each.name}")
            fresh = Checkout(each.name, each.root, home)
            with running_graph_of(fresh, steps) as running:
                steps.say(f"loading, round {number + 1} of {rounds}: {each.name}")
                server, own = cpu_of([running.pid]) if running.pid else 0.0, os.times()
                began = time.perf_counter()
                fresh.load(sources, data, running)
                seconds[each.name] = time.perf_counter() - began
                used = os.times()
                spent = used.children_user + used.children_system - own.children_user - own.children_system
                seconds[f"{each.name} processor"] = spent + (cpu_of([running.pid]) if running.pid else 0.0) - server
            shutil.rmtree(home, ignore_errors=True)
        found.append(seconds)
    return found


def main(
    earlier: Path = typer.Argument(..., help="Folder of the earlier checkout, its environment made."),
    size: str = typer.Option("small", help="City to ask and to load."),
    rounds: int = typer.Option(5, min=1, help="Rounds of every question, and of loading up to three."),
    out: Path | None = typer.Option(None, help="File of the figures as JSON."),
    now: Path = typer.Option(ROOT, help="Folder of the later checkout, its environment made; this one if not given."),
) -> None:
    """Print the ratio of the later checkout to the earlier one: answers per second, and time to load (below 1 is slower, above 1 faster)."""
    folder = read_settings().home / "bench" / "beside"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    both = [
        Checkout("earlier", earlier.absolute(), folder / "earlier"),
        Checkout("now", now.absolute(), folder / "now"),
    ]
    data = folder / "city"
    both[0].run("city", "--size", size, "--seed", str(SEED), "--out", str(data))
    sources = both[0].sources
    with ShownSteps() as steps:
        asked = _questions(both, sources, data, Pace(rounds, _SECONDS), steps)
        loaded = _loading(both, sources, data, min(rounds, _LOADS), steps)
    answers = {shape.name: asked.ratio(shape, "now", "earlier") for shape in SHAPES.values()}
    by_work = {f"{shape.name}, processor": asked.work(shape, "now", "earlier") for shape in SHAPES.values()}
    loading = {
        f"loading, {what or 'seconds'}": _spread([each[f"earlier{with_it}"] / each[f"now{with_it}"] for each in loaded])
        for what, with_it in (("", ""), ("processor", " processor"))
    }
    for name, found in {**answers, **by_work, **loading}.items():
        if found:
            print(f"{name:<26} {found[0]:.2f} [{found[1]:.2f}-{found[2]:.2f}]")
    if out:
        out.write_text(json.dumps({**answers, **by_work, **loading}, indent=1) + "\n", encoding="utf-8")


def _spread(ratios: list[float]) -> tuple[float, float, float]:
    return statistics.median(ratios), min(ratios), max(ratios)


if __name__ == "__main__":
    try:
        typer.run(main)
    except GraphServiceError as error:
        raise SystemExit(str(error)) from error
