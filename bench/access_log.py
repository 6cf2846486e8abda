"""`python -m bench.access_log --home HOME`: what the access log costs, holds and finds, as JSON, a line for each part.

`changes`: every byte of a log of 1,000 entries changed, every line taken out, moved, doubled, every cut: how many were found and located.
`kills`: two processes that write one log, killed in the middle of it again and again. `million`: a million entries written and
verified. `cost`: one served city asked in turn without the log, with it, and with the disk waited for; the small city is loaded
into the home unless it holds one.
"""

import asyncio
import json
import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer

from bench.access_log_changes import find_changes
from bench.access_log_cost import measure_cost
from bench.access_log_size import verify_million
from tests.access_log import log_in, opened
from tests.killed_logs import kill_while_writing

PARTS = ("changes", "kills", "million", "cost")


async def survive_kills(root: Path, kills: int) -> dict[str, Any]:
    """Return what was answered, what of it is missing, and what was set aside, after so many kills of two writers."""
    answered: set[str] = set()
    for number in range(kills):
        answered |= set(await asyncio.to_thread(kill_while_writing, root, str(number)))
    log = opened(root)
    async with log.kept():
        await log.require()
        await asyncio.sleep(1.5)
    kept, report = log_in(root), log_in(root).check()
    logged = {entry["request"] for entry in kept.entries()}
    return {
        "kills": kills * 2, "answered": len(answered), "missing": len(answered - logged),
        "set aside": len(kept.entries("set_aside")), "faults": len(report.faults),
    }  # fmt: skip


def main(
    home: Annotated[Path | None, typer.Option(help="a home that no service uses now")] = None,
    parts: Annotated[str, typer.Option(help="what to measure, with commas")] = ",".join(PARTS),
    kills: Annotated[int, typer.Option(help="how often both writers are killed")] = 100,
    entries: Annotated[int, typer.Option(help="entries of the large log")] = 1_000_000,
) -> None:
    """Print the figures as JSON, one line for each part."""
    with tempfile.TemporaryDirectory(dir=home) as folder:
        root = Path(folder)
        for part in parts.split(","):
            (root / part).mkdir()
            if part == "changes":
                told = asyncio.run(find_changes(root / part))
            elif part == "kills":
                told = asyncio.run(survive_kills(root / part, kills))
            elif part == "million":
                told = verify_million(root / part, entries)
            else:
                told = measure_cost(home or Path(".leadlink"))
            typer.echo(json.dumps({part: told}))


if __name__ == "__main__":
    typer.run(main)
