"""The container files are read, not run: no engine is needed to see that they hold together."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph_service.server.jars import read_lock
from graph_service.settings import Settings

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    return loaded


def test_neo4j_is_the_version_of_the_lock(compose: dict[str, Any]) -> None:
    assert compose["services"]["neo4j"]["image"] == f"neo4j:{read_lock().version}-community"


def test_every_port_is_on_loopback(compose: dict[str, Any]) -> None:
    ports = [port for service in compose["services"].values() for port in service["ports"]]

    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_no_password_stands_in_the_file(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        for name, value in service["environment"].items():
            assert not {"PASSWORD", "AUTH", "TOKEN"} & set(name.split("_")) or value.startswith("/run/secrets/")
        assert set(service["secrets"]) <= set(compose["secrets"])


def test_neo4j_tells_nobody_and_opens_bolt_only(compose: dict[str, Any]) -> None:
    environment = compose["services"]["neo4j"]["environment"]
    assert environment["NEO4J_db_logs_query_enabled"] == "OFF"

    for name in ("client_allow__telemetry", "dbms_usage__report_enabled", "server_http_enabled"):
        assert environment[f"NEO4J_{name}"] == "false"
    assert "cypher-shell" in " ".join(compose["services"]["neo4j"]["healthcheck"]["test"])


def test_the_service_waits_for_neo4j_and_uses_settings_that_exist(compose: dict[str, Any]) -> None:
    service = compose["services"]["service"]
    known = {f"LEADLINK_{name.upper()}{suffix}" for name in Settings.model_fields for suffix in ("", "_FILE")}

    assert service["environment"]["LEADLINK_NEO4J_URI"] == "neo4j://neo4j:7687"
    assert service["depends_on"]["neo4j"]["condition"] == "service_healthy"
    assert set(service["environment"]) <= known
    assert set(compose["volumes"]) == {"neo4j_data", "home"}


def test_no_password_is_on_a_command_line(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        words = [*service.get("command", []), *service.get("healthcheck", {}).get("test", [])]
        for word in words:
            arguments = word.partition("cypher-shell")[2] or word
            assert "secrets" not in arguments
            assert not {"-p", "--password"} & set(arguments.split())


def test_what_an_operator_brings_is_mounted_where_the_settings_look(compose: dict[str, Any]) -> None:
    service = compose["services"]["service"]
    mounted = {each.rsplit(":", 2)[-2]: each for each in service["volumes"] if each.endswith(":ro")}
    places = {name: re.sub(r"\$\{\w+-(.*)\}", r"\1", value) for name, value in service["environment"].items()}

    assert str(Path(places["LEADLINK_OIDC_JWKS_FILE"]).parent) in mounted
    assert {places["LEADLINK_SOURCES"], places["LEADLINK_DATA"]} <= set(mounted)


def test_no_container_fills_the_machine(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        assert re.search(r":-\d+g\}$", service["mem_limit"])
        options = service["logging"]["options"]
        assert re.fullmatch(r"\d+m", options["max-size"])
        assert int(options["max-file"]) <= 20


def test_what_compose_mounts_is_made_once(compose: dict[str, Any], tmp_path: Path) -> None:
    def make() -> dict[str, str]:
        subprocess.run(["/bin/sh", str(ROOT / "tools" / "secrets.sh")], cwd=tmp_path, check=True)
        return {each.name: each.read_text() for each in (tmp_path / "secrets").iterdir()}

    first = make()

    assert make() == first
    assert {f"./secrets/{name}" for name in first} == {each["file"] for each in compose["secrets"].values()}
    assert len(first["metrics_token"]) >= 16
    for folder in re.findall(r":-\./(\w+)\}", (ROOT / "docker-compose.yml").read_text(encoding="utf-8")):
        assert (tmp_path / folder).is_dir()


def test_the_image_runs_as_nobody_special_and_asks_readyz() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()

    assert "USER leadlink" in lines
    assert any("/readyz" in line for line in lines)
    assert any("--require-hashes" in line for line in lines)
    for line in lines:
        if line.startswith("COPY") and "--from" not in line:
            assert all((ROOT / source).exists() for source in line.split()[1:-1]), line


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "tools/uv.txt"])
def test_a_lock_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    pinned = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]

    assert "://" not in text
    assert all("==" in line for line in pinned)
    assert text.count("--hash=sha256:") >= len(pinned)
