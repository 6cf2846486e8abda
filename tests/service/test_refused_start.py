"""A service that cannot serve ends at once, with its reason and its exit code, and has not said that it answers."""

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph_service.bolt import free_port
from graph_service.errors import GraphServiceError
from graph_service.serving import require_settings
from graph_service.settings import read_settings
from tests.service.processes import LEADLINK, ROOT, environment

AT_ONCE = 30.0  # seconds; a start of Neo4j, or workers that are started again and again, take longer
ISSUER = {"demo": "false", "oidc_issuer": "https://login.city.example"}
WRONG = [
    ({"demo": "false"}, "there is no OIDC issuer"),
    (ISSUER, "LEADLINK_OIDC_ISSUER and its keys"),
    (ISSUER | {"oidc_jwks_file": "none.json"}, "LEADLINK_OIDC_JWKS_FILE does not hold"),
    (ISSUER | {"oidc_jwks_url": f"http://127.0.0.1:{free_port()}/keys"}, "the issuer's keys cannot be fetched"),
    ({"demo": "true", "sources": "."}, "LEADLINK_DATA is not"),
    ({"demo": "true", "sources": "none", "data": "."}, "LEADLINK_SOURCES is no folder"),
    ({"uid_key": "short"}, "setting LEADLINK_UID_KEY is wrong"),
    ({"read_timeout_seconds": "-1"}, "setting LEADLINK_READ_TIMEOUT_SECONDS is wrong"),
]


def served(told: dict[str, str], *arguments: str) -> tuple[subprocess.CompletedProcess[str], float]:
    began = time.monotonic()
    done = subprocess.run(
        [*LEADLINK, "serve", *arguments], cwd=ROOT, env=told, capture_output=True, text=True, timeout=90, check=False
    )
    return done, time.monotonic() - began


@pytest.mark.parametrize(("given", "reason"), WRONG, ids=[reason for _, reason in WRONG])
def test_a_wrong_setting_is_refused_before_anything_starts(
    given: dict[str, str], reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEADLINK_HOME", str(tmp_path / "home"))
    for name, value in given.items():
        monkeypatch.setenv(f"LEADLINK_{name.upper()}", value)

    with pytest.raises(GraphServiceError, match=reason):
        require_settings(read_settings())

    assert not (tmp_path / "home" / "neo4j").exists()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_wrong_setting_ends_the_service_at_once(workers: str, tmp_path: Path) -> None:
    given, reason = WRONG[int(workers)]

    done, seconds = served(environment(tmp_path / "home", None, **given), "--port", "0", "--workers", workers)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error [BAD_INPUT]: ")
    assert reason in done.stderr
    assert done.stderr.count("\n") == 1
    assert seconds < AT_ONCE


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        done, _ = served(environment(tmp_path, None), "--port", port, "--workers", "2")

    assert done.returncode == 2
    assert f"port {port} cannot be listened on" in done.stderr


def test_a_worker_that_cannot_start_ends_the_service_with_its_reason(tmp_path: Path) -> None:
    """What only a worker meets: its supervisor took it for good."""
    program = """
import sys
from graph_service.operation.wire import ServerConfig
from graph_service.operation.workers import Workers
from graph_service.serving import listen_at
from graph_service.settings import read_settings
if __name__ == "__main__":
    settings = read_settings(port=0)
    with listen_at(settings) as listener:
        listener.listen()
        config = ServerConfig("graph_service.serving:worker_app", settings)
        sys.exit(Workers(config, listener, 2).run(lambda: print("answers")))
"""
    script = tmp_path / "supervise.py"
    script.write_text(program)
    told = environment(tmp_path, None, demo="false", oidc_issuer="https://login.city.example") | {
        "PYTHONPATH": str(ROOT)
    }

    done = subprocess.run([sys.executable, str(script)], env=told, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (2, "")
    assert "error [BAD_INPUT]: LEADLINK_OIDC_ISSUER and its keys" in done.stderr


def test_a_fault_is_not_told_as_rejected_rows(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*LEADLINK, "doctor"],
            cwd=ROOT, env=environment(tmp_path, None), stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip

    assert done.returncode == 70
    assert done.stderr.startswith("error [INTERNAL]: a fault of leadlink (OSError at ")
