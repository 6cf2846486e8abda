"""Processes that write one log and are killed in the middle of it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

# Each line goes to the disk in pieces, so that a kill often meets the middle of one; what is printed was answered.
WRITER = """
import asyncio, os, sys, time
from pathlib import Path
from graph_service.access_log import folder
from tests.access_log import body, opened
write = os.write
def in_pieces(file, data):
    time.sleep(0.0005)
    return write(file, data[:97])
folder.os.write = in_pieces
async def answer(name):
    log, number, parent = opened(Path(sys.argv[1])), 0, os.getppid()
    while os.getppid() == parent:
        number += 1
        await log.write(body(number) | {"request": f"{name}-{number}"})
        write(1, f"{name}-{number}\\n".encode())
asyncio.run(answer(sys.argv[2]))
"""


def kill_while_writing(root: Path, name: str, writers: int = 2) -> list[str]:
    """Return what was answered by processes that were killed at once."""
    command = [sys.executable, "-c", WRITER, str(root)]
    told = [root / f"{name}.{each}" for each in range(writers)]
    running = []
    for each in told:
        with each.open("wb") as out:
            running.append(subprocess.Popen([*command, each.name], stdout=out))
    while not all(each.stat().st_size > 500 for each in told):
        assert all(each.poll() is None for each in running)
        os.sched_yield()
    for process in running:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    return [line for each in told for line in each.read_text().splitlines()]
