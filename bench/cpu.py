"""Processor time of processes, read from /proc."""

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_QUERIES = "neo4j.BoltWork"  # what Neo4j calls the threads that run queries, as far as Linux keeps a name


def cpu_seconds(pids: Sequence[int]) -> float:
    """Return the processor seconds that the processes have used so far; of this process if none is given."""
    return cpu_of(pids) if pids else time.process_time()


def cpu_of(pids: Sequence[int]) -> float:
    """Return the processor seconds of the processes, zero if none is given."""
    return sum(map(_used, pids))


def _used(pid: int) -> float:
    # The command in brackets may hold blanks; what follows it does not.
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def with_children(pid: int) -> list[int]:
    """Return the process and everything it started that still runs."""
    found = [pid]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            found += [int(child) for child in task.read_text(encoding="utf-8").split()]
    return found


def of_queries(pid: int) -> float:
    """Return the milliseconds that the threads of a Neo4j which run queries have worked so far: a busy machine makes none of them longer."""
    worked = 0
    for thread in Path(f"/proc/{pid}/task").iterdir():
        with suppress(OSError):  # it has ended
            if (thread / "comm").read_text(encoding="utf-8").startswith(_QUERIES):
                worked += int((thread / "schedstat").read_text(encoding="utf-8").split()[0])
    return worked / 1e6
