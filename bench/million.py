"""`python -m bench.million`: a million rows, one in a hundred bad; told apart, exported, repaired and retried alone."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any

import orjson
import typer

from bench.cypher_text import cypher
from bench.loading import WANTED
from bench.measured_home import ROOT, running_graph, settings_of
from bench.payments import fault_of, spoilt_rows, write_payments
from bench.plain_load import PlainLoad, PlainLoader
from bench.read_back import read_links, read_nodes
from bench.repair import repair
from bench.report import table
from graph_service.errors import Conflict, GraphServiceError
from graph_service.graph import Writer
from graph_service.progress import ShownSteps, Steps
from graph_service.server.importer import peak_bytes
from graph_service.settings import read_settings

DECLARATION = Path(__file__).with_name("payments.yaml")
_LOOK_SECONDS = 0.1


@dataclass
class Command:
    """What one command of leadlink printed, how long it took, and the most memory that it had."""

    told: dict[str, Any]
    seconds: float
    peak: int


@dataclass
class MillionResult:
    """Everything that one run found out."""

    rows: int
    load: Command
    again: Command
    retry: Command
    plain: PlainLoad
    server_peak: int
    faults: dict[str, int] = field(default_factory=dict)

    @property
    def ratio(self) -> float:
        """Return leadlink's rate as a part of the plain loader's, both in nodes and relationships per second."""
        return (self.plain.nodes + self.plain.links) / self.load.seconds / self.plain.rate


def measure(folder: Path, rows: int, steps: Steps) -> MillionResult:
    """Load, check every rejected row, repair and retry; then let the plain loader write the same graph."""
    with TemporaryDirectory(prefix="million-", dir=folder) as homes:
        ours, plain = Path(homes) / "ours", Path(homes) / "plain"
        steps.say(f"writing {rows:,} rows")
        write_payments(Path(homes) / "payments.csv", rows)
        with running_graph(settings_of(ours), steps) as running:
            steps.say("leadlink loads them")
            load = _command(ours, ["load", str(DECLARATION), "--data", homes, "--json"], 1)
            server_peak = peak_bytes(running.pid or 0)
            faults = _checked(ours, rows)
            steps.say("reading the graph back")
            with Writer(running) as writer:
                nodes, links = read_nodes(writer), read_links(writer)
            steps.say("the same file again")
            again = _command(ours, ["load", str(DECLARATION), "--data", homes, "--json"], 1)
            steps.say("repairing and retrying the rejected rows")
            retry = _repaired(ours, Path(homes))
            with Writer(running) as writer:
                _require(writer.run_read(cypher("payments"))[0][0]["payments"], rows, "payments in the graph")
        with running_graph(settings_of(plain), steps) as running, Writer(running) as writer:
            steps.say("the plain loader writes the same graph")
            loaded = PlainLoader(writer).load(nodes, links)
    bad = len(spoilt_rows(rows))
    _require(_counts(load), (rows, rows - bad, 0, bad), "the load")
    _require(_counts(again), (rows, 0, rows - bad, bad), "the same load again")
    _require(_counts(retry), (bad, bad, 0, 0), "the repaired rows")
    return MillionResult(rows, load, again, retry, loaded, server_peak, faults)


def _checked(home: Path, rows: int) -> dict[str, int]:
    # Every bad row, no other, each for what is wrong with it.
    found: dict[int, tuple[str, str]] = {}
    (path,) = (home / "rejects").glob("*.jsonl")
    for line in path.read_bytes().splitlines():
        told = orjson.loads(line)
        found[told["row"]] = (told["column"], told["value_class"])
    faults = {row: fault for row in spoilt_rows(rows) if (fault := fault_of(row))}
    _require(found, {row: (fault.column, fault.value_class) for row, fault in faults.items()}, "rejected rows")
    counts: dict[str, int] = {}
    for fault in faults.values():
        name = f"{fault.column or 'whole row'}: {fault.value_class}"
        counts[name] = counts.get(name, 0) + 1
    return counts


def _repaired(home: Path, folder: Path) -> Command:
    exported, repaired = folder / "rejected.xlsx", folder / "repaired.xlsx"
    _command(home, ["rejects", "export", "payments", "--out", str(exported)], 0)
    repair(exported, repaired)
    return _command(home, ["rejects", "retry", str(DECLARATION), str(repaired), "--json"], 0)


def _command(home: Path, arguments: Sequence[str], good: int) -> Command:
    begun = time.perf_counter()
    peak = 0
    with TemporaryFile("w+", encoding="utf-8") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "graph_service.cli", *arguments],
            cwd=ROOT, env={**os.environ, "LEADLINK_HOME": str(home)}, stdout=output, text=True,
        )  # fmt: skip
        # What wait4 tells of a child is at least what its parent held when it began, so the child is asked while it runs.
        while process.poll() is None:
            peak = max(peak, peak_bytes(process.pid))
            time.sleep(_LOOK_SECONDS)
        seconds = time.perf_counter() - begun
        output.seek(0)
        told = output.read()
    _require(process.returncode, good, f"exit code of leadlink {arguments[0]}")
    last = told.splitlines()[-1] if told.strip() else "{}"
    return Command(orjson.loads(last) if last.startswith("{") else {}, seconds, peak)


def _counts(command: Command) -> tuple[int, ...]:
    return tuple(command.told[name] for name in ("read", "merged", "unchanged", "rejected"))


def _require(found: object, wanted: object, what: str) -> None:
    if found != wanted:
        raise Conflict(f"{what}: {str(found)[:300]} instead of {str(wanted)[:300]}", "bench.million", "see above")


def lines_of(found: MillionResult) -> list[str]:
    """Return the run as a page."""
    verdict = "reached" if found.ratio >= WANTED else "MISSED"
    steps = (("load", found.load), ("the same file again", found.again), ("repaired rows alone", found.retry))
    rows = [
        [name, *(f"{count:,}" for count in _counts(each)), f"{each.seconds:.1f} s", f"{each.peak >> 20:,} MiB"]
        for name, each in steps
    ]
    faults = ", ".join(f"{name} {count:,}" for name, count in found.faults.items())
    return [
        f"{found.rows:,} rows, one in a hundred spoilt in seven ways; every rejected row was checked for its row "
        f"number, column and kind of value ({faults}).",
        "",
        *table(["", "read", "merged", "unchanged", "rejected", "whole command", "peak memory"], rows),
        "",
        f"{found.plain.nodes:,} nodes and {found.plain.links:,} relationships: leadlink, files to graph, "
        f"{(found.plain.nodes + found.plain.links) / found.load.seconds:,.0f}/s; the plain two-session loader, finished "
        f"rows, {found.plain.rate:,.0f}/s. Ratio **{found.ratio:.2f}**, wanted {WANTED}: {verdict}. "
        f"Peak memory of the server {found.server_peak >> 20:,} MiB.",
    ]


def main(rows: int = typer.Option(1_000_000, min=1_000, help="Rows to write and load.")) -> None:
    """Load a million rows with one in a hundred bad, beside the plain loader."""
    folder = read_settings().home / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    with ShownSteps() as steps:
        found = measure(folder, rows, steps)
    print("\n".join(lines_of(found)))


def run() -> int:
    """Run the command; a named refusal is printed and gives exit code 2."""
    try:
        typer.run(main)
    except GraphServiceError as error:
        print(f"error [{error.code}]: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(run())
