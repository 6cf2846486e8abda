"""Every byte changed, every line taken out, put in or moved, and every cut is found, and where it is."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graph_service.access_log import verify
from graph_service.access_log.tree import Tree
from graph_service.access_log.verify.heads import grown, root_of
from graph_service.access_log.verify.report import Report
from tests.access_log import WrittenLog, log_in, opened, written

ENTRIES = int(
    os.environ.get("LEADLINK_TEST_LOG_ENTRIES", "90")
)  # `python -m bench.access_log` takes 1,000, and every byte
BYTES = 150
LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [  # of the first one, two, …: test vectors of certificate transparency
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


@pytest.fixture(scope="module")
async def log(tmp_path_factory: pytest.TempPathFactory) -> WrittenLog:
    """A log under several checkpoints, each of them anchored."""
    return await written(tmp_path_factory.mktemp("log"), ENTRIES, access_log_entries=20, access_log_anchor_seconds=1e-6)


def located(report: Report, first: int, last: int | None = None) -> bool:
    """Return whether a fault was found at these entries and nowhere else."""
    return bool(report.faults) and all(
        fault.first <= (first if last is None else last) and fault.last >= first for fault in report.faults
    )


def test_both_trees_are_the_known_one() -> None:
    tree, peaks = Tree(), list[bytes]()
    for size, (leaf, root) in enumerate(zip(LEAVES, ROOTS, strict=True)):
        tree.add(bytes.fromhex(leaf))
        peaks = grown(peaks, size, bytes.fromhex(leaf))

        assert tree.root().hex() == root_of(peaks).hex() == root


async def test_a_log_as_it_was_written_is_whole(log: WrittenLog) -> None:
    report = log.check()

    assert (report.faults, report.notes) == ([], [])
    assert report.entries == report.signed == len(log.lines) > ENTRIES
    assert report.anchored == report.entries - 1
    assert report.checkpoints == len(log.entries("checkpoint"))


async def test_every_line_taken_out_is_found(log: WrittenLog) -> None:
    (path,), lines = log.files, log.lines
    for number in range(len(lines)):
        with log.changed(path, b"".join(lines[:number] + lines[number + 1 :])) as report:
            assert located(report, number), (number, report.faults)


async def test_lines_in_another_order_or_twice_are_found(log: WrittenLog) -> None:
    (path,), lines = log.files, log.lines
    for number in range(len(lines) - 1):
        one, other = lines[number : number + 2]
        with log.changed(path, b"".join([*lines[:number], other, one, *lines[number + 2 :]])) as report:
            assert located(report, number, number + 1), (number, report.faults)
        with log.changed(path, b"".join([*lines[:number], one, one, *lines[number + 1 :]])) as report:
            assert located(report, number), (number, report.faults)
    far = [*lines]
    far[30], far[80] = far[80], far[30]
    with log.changed(path, b"".join(far)) as report:
        assert {fault.first for fault in report.faults} >= {30, 80}


async def test_every_cut_is_found(log: WrittenLog) -> None:
    (path,), lines = log.files, log.lines
    for number in range(1, len(lines)):
        with log.changed(path, b"".join(lines[:number])) as report:
            assert located(report, number, len(lines)), (number, report.faults)
            assert report.faults[-1].first == number


async def test_changed_bytes_are_found(log: WrittenLog) -> None:
    (path,) = log.files
    whole = path.read_bytes()
    edges = [0, len(whole) - 1, len(whole) - 2, *(whole.rfind(b"\n", 0, len(whole) - 1) + each for each in (0, 1, 40))]
    for place in {*range(0, len(whole), len(whole) // BYTES), *edges}:
        other = bytes([whole[place] ^ (1 << place % 8)])
        number = whole.count(b"\n", 0, place)
        with log.changed(path, whole[:place] + other + whole[place + 1 :]) as report:
            assert located(report, number, number + 1), (place, number, report.faults)


async def test_a_log_that_was_made_anew_is_not_what_was_anchored(log: WrittenLog, tmp_path: Path) -> None:
    shutil.copytree(log.folder.parent / "secrets", tmp_path / "home" / "secrets")
    again = opened(tmp_path, access_log_anchor=None)
    async with again.kept():
        for entry in log.entries()[:-1]:
            await again.write({name: entry[name] for name in ("kind", "officer", "records")})

    forged = WrittenLog(log_in(tmp_path).folder, log.anchors).check()

    assert forged.signed == forged.entries
    assert {fault.what.partition(" as ")[0] for fault in forged.faults} <= {
        "what stands here is not what was anchored",
        f"the log was cut: {max(log.anchors.iterdir()).name} tells of more",
    }
    assert len(forged.faults) > 1


async def test_files_follow_each_other_and_a_missing_one_is_found(tmp_path: Path) -> None:
    log = await written(tmp_path, 110, 1000, access_log_megabytes=1)
    first, second, *_ = log.files

    assert log.check().faults == []
    assert len(log.files) > 2
    away = first.rename(tmp_path / first.name)
    assert [fault.first for fault in log.check().faults][:1] == [0]
    assert log.check(is_part=True).faults == []
    away.rename(first)
    away = second.rename(tmp_path / second.name)
    assert "missing" in log.check().faults[0].what
    away.rename(second)
    away = log.files[-1].rename(tmp_path / "last")
    assert "went on in another file" in log.check().faults[0].what
    away.rename(second.with_name(f"access-{len(log.files) + 1:06d}.jsonl"))
    assert log.check().faults == []


def test_the_checker_runs_alone(log: WrittenLog, tmp_path: Path) -> None:
    """Somebody else's machine has Python and `cryptography`, and nothing of leadlink."""
    shutil.copytree(Path(verify.__file__).parent, tmp_path / "verify")
    given = [str(log.folder), "--key", str(log.folder / "public_key.pem"), "--anchors", str(log.anchors), "--json"]

    done = subprocess.run(
        [sys.executable, "-c", "import sys, runpy; sys.path[:0] = ['.']; runpy.run_module('verify', run_name='__main__')", *given],
        cwd=tmp_path, capture_output=True, text=True, check=False, env={"PATH": os.environ["PATH"], "PYTHONSAFEPATH": "1"},
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["entries"] == len(log.lines)


async def test_another_key_is_told(log: WrittenLog, tmp_path: Path) -> None:
    other = await written(tmp_path, 1)
    shutil.copy(log.folder / "public_key.pem", other.folder / "public_key.pem")

    assert other.check().faults
