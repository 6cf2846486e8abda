"""A log whose process is killed in the middle of a line goes on, and one that cannot be written serves nothing until it can."""

import asyncio
import json
import os
import shutil
from pathlib import Path

import pytest

from graph_service.errors import LogUnavailable
from tests.access_log import body, log_in, opened, written
from tests.killed_logs import kill_while_writing

KILLS = int(os.environ.get("LEADLINK_TEST_LOG_KILLS", "3"))


async def test_nothing_that_was_answered_is_missing_after_kills(tmp_path: Path) -> None:
    answered = [
        line for number in range(KILLS) for line in await asyncio.to_thread(kill_while_writing, tmp_path, str(number))
    ]
    async with opened(tmp_path).kept() as _:
        await asyncio.sleep(0)
    log, report = log_in(tmp_path), log_in(tmp_path).check()

    assert report.faults == []
    logged = [entry["request"] for entry in log.entries()]
    assert set(answered) <= set(logged)
    assert len(logged) <= len(answered) + 2 * KILLS  # the last of each writer may be written and not answered yet
    assert len(log.entries("set_aside")) == len(list(log.folder.glob("aside-*"))) == len(report.notes)


async def test_half_a_line_is_kept_beside_and_told(tmp_path: Path) -> None:
    log = await written(tmp_path, 3)
    (path,), half = log.files, log.lines[1][:100]
    with path.open("ab") as file:
        file.write(half)
    assert "middle of a line" in log.check().faults[0].what

    await written(tmp_path, 2)

    (aside,) = log.entries("set_aside")
    assert (log.folder / aside["file"]).read_bytes() == half
    assert (aside["bytes"], log.check().faults) == (100, [])
    assert len(log.entries()) == 5
    (log.folder / aside["file"]).write_bytes(b"something else")
    assert "set aside" in log.check().faults[0].what


async def test_a_log_that_was_changed_is_not_gone_on_with(tmp_path: Path) -> None:
    log = await written(tmp_path, 3)
    (path,) = log.files
    path.write_bytes(path.read_bytes().replace(b"o_disc", b"o_tour", 1))

    with pytest.raises(LogUnavailable):
        await written(tmp_path, 1)

    assert log.check().faults


@pytest.mark.parametrize("sync", ["answer", "second"])
async def test_where_nothing_can_be_written_nothing_is_answered_until_it_can(
    tmp_path: Path, sync: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, write, left = opened(tmp_path, access_log_sync=sync), os.write, [100]

    def to_a_full_disk(file: int, data: bytes) -> int:
        taken = write(file, data[: left[0]]) if left[0] else 0
        left[0] -= taken
        if not taken:
            raise OSError(28, "No space left on device")
        return taken

    async with log.kept():
        await log.write(body(1))
        with monkeypatch.context() as patched:
            patched.setattr(os, "write", to_a_full_disk)
            with pytest.raises(LogUnavailable):
                await asyncio.gather(*(log.write(body(2 + number)) for number in range(4)))
            with pytest.raises(LogUnavailable):
                await log.require()
            assert await log.lacking() == "No space left on device"
        assert await log.lacking() is None
        await log.write(body(99))

    kept = log_in(tmp_path)
    (resumed,) = kept.entries("resumed")
    assert (resumed["reason"], resumed["refused"]) == ("No space left on device", 4)
    assert kept.check().faults == []


async def test_a_folder_that_is_gone_is_missed_and_used_again_when_it_is_back(tmp_path: Path) -> None:
    log, kept = opened(tmp_path), log_in(tmp_path)
    async with log.kept():
        await log.write(body(1))
        away = kept.folder.rename(tmp_path / "away")
        with pytest.raises(LogUnavailable):
            await log.write(body(2))
        kept.folder.mkdir()
        assert await log.lacking() is not None
        shutil.rmtree(kept.folder)
        away.rename(kept.folder)
        await log.write(body(3))

    assert len(kept.entries()) == 2
    assert kept.check().faults == []


async def test_several_processes_write_one_chain(tmp_path: Path) -> None:
    logs = [opened(tmp_path, access_log_entries=10, access_log_megabytes=1) for _ in range(3)]

    async def answers(number: int) -> None:
        async with logs[number].kept():
            for each in range(40):
                await logs[number].write(body(each, 400) | {"request": str(number)})

    await asyncio.gather(*map(answers, range(3)))

    kept = log_in(tmp_path)
    assert kept.check().faults == []
    assert len(kept.files) > 1
    assert sorted(entry["request"] for entry in kept.entries()) == sorted(["0", "1", "2"] * 40)


async def test_nobody_is_kept_from_writing_by_one_who_always_writes(tmp_path: Path) -> None:
    busy, other = opened(tmp_path), opened(tmp_path)

    async def write_on() -> None:
        while True:
            for number in range(50):
                await busy.write(body(number))
            await asyncio.sleep(0)

    async with busy.kept(), other.kept():
        writing = asyncio.create_task(write_on())
        for number in range(20):
            await asyncio.wait_for(other.write(body(number) | {"request": "other"}), 2)
        writing.cancel()

    assert log_in(tmp_path).check().faults == []


async def test_what_a_client_says_cannot_break_a_line(tmp_path: Path) -> None:
    log, odd = opened(tmp_path), 'a\n{"seq":0}\r\u001b[2J\u202e\u2028\u0000"'
    async with log.kept():
        await log.write(body(1) | {"purpose": odd})

    kept = log_in(tmp_path)
    assert kept.entries()[0]["purpose"] == odd
    assert all(32 <= byte < 127 or byte == 10 for line in kept.lines for byte in line)
    assert json.loads(kept.lines[0])["kind"] == "checkpoint"


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    log = asyncio.run(written(tmp_path, 1))

    assert [path.stat().st_mode & 0o777 for path in (log.folder, *log.files)] == [0o700, 0o600]
    assert (tmp_path / "home" / "secrets" / "access_log_key").stat().st_mode & 0o777 == 0o600
