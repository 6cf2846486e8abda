"""A real PostgreSQL of Debian's packages for tests, in a folder of its own, reached by a socket in it."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_USER = "postgres"  # initdb refuses to run as root


def binaries() -> Path | None:
    """Return the folder of the newest PostgreSQL that is installed, if there is one."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(found, key=lambda folder: int(folder.parent.name)) if found else None


@contextmanager
def postgres() -> Iterator[str]:
    """Yield the address of a database that exists only here, or skip with the reason."""
    folder = binaries()
    if folder is None:
        pytest.skip("PostgreSQL is not installed under /usr/lib/postgresql")
    root = os.geteuid() == 0
    if root and (shutil.which("runuser") is None or _USER not in {each.pw_name for each in pwd.getpwall()}):
        pytest.skip("PostgreSQL refuses to run as root, and there is no user postgres to run it as")
    home = Path(tempfile.mkdtemp(prefix="leadlink-pg-", dir="/tmp"))
    lead = ["runuser", "-u", _USER, "--"] if root else []
    if root:
        shutil.chown(home, _USER)
    data, control = home / "data", [*lead, str(folder / "pg_ctl"), "-D", str(home / "data"), "-w", "-s"]
    _run([*lead, str(folder / "initdb"), "-D", str(data), "-U", _USER, "-A", "trust", "-E", "UTF8", "--locale=C"])
    _run([*control, "-l", str(home / "log"), "-o", f"-c listen_addresses='' -k {home} -F", "start"])
    try:
        yield f"postgresql+psycopg://{_USER}@/postgres?host={home}"
    finally:
        _run([*control, "-m", "immediate", "stop"])
        shutil.rmtree(home)


def _run(command: list[str]) -> None:
    # What the server inherits would keep a pipe open for ever.
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, cwd="/")
    assert done.returncode == 0, command
