"""Signed heads reach a folder or a command outside, later where they are not taken at once."""

import asyncio
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from graph_service.access_log import log as access_log
from tests.access_log import body, log_in, opened, written


async def test_a_command_is_given_each_head(tmp_path: Path) -> None:
    out = tmp_path / "heads"
    program = f"import sys; open({str(out)!r}, 'a').write(sys.stdin.read())"
    command = f'{sys.executable} -c "{program}"'

    await written(tmp_path, 5, access_log_anchor=None, access_log_anchor_command=command)

    lines = out.read_text(encoding="utf-8").splitlines()
    sizes = [int(size) for origin, size in pairwise(lines) if origin.startswith("leadlink/access-log/")]
    assert sizes[-1] == len(log_in(tmp_path).lines) - 1


async def test_a_head_that_is_not_taken_is_handed_over_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access_log, "_LOOK_SECONDS", 0.02)
    log, kept = opened(tmp_path, access_log_seconds=0.01, access_log_anchor_seconds=0.01), log_in(tmp_path)
    kept.anchors.rmdir()
    async with log.kept():
        await log.write(body(1))
        while not kept.entries("checkpoint")[1:]:
            await log.require()
            await asyncio.sleep(0.01)
        kept.anchors.mkdir()
        while not list(kept.anchors.iterdir()):  # noqa: ASYNC110 - a file is waited for
            await asyncio.sleep(0.01)

    assert kept.check().faults == []


async def test_a_log_without_its_key_is_not_gone_on_with(tmp_path: Path) -> None:
    await written(tmp_path, 1)
    (tmp_path / "home" / "secrets" / "access_log_key").unlink()

    log = opened(tmp_path)
    async with log.kept():
        assert await log.lacking() == (
            "the log was begun with another key; "
            f"{tmp_path / 'home' / 'access_log'}; put the kept key back, or move the folder away, so that a new log begins"
        )
