import socket
from pathlib import Path

from graph_service.operation.checkup import examine
from graph_service.settings import read_settings


def test_a_machine_without_a_running_server_is_fine(tmp_path: Path) -> None:
    findings = {finding.check: finding for finding in examine(read_settings(home=tmp_path / "home", port=0))}

    assert set(findings) == {"python", "home", "disk", "service port", "java", "jars", "neo4j"}
    assert [name for name, finding in findings.items() if not finding.good] == []
    assert not (tmp_path / "home").exists()


def test_what_is_wrong_comes_with_what_to_do(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        settings = read_settings(home=tmp_path, port=port, neo4j_uri="bolt://127.0.0.1:9", neo4j_password="none")

        findings = {finding.check: finding for finding in examine(settings)}

    assert "java" not in findings
    for check in ("service port", "neo4j"):
        assert not findings[check].good
        assert findings[check].mend
