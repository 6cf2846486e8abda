"""Where it runs: as a user whom no file names, without a home, in a locale that can write nothing but ASCII."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.settings import Settings
from tests.loading import IDS, REGISTER
from tests.service.processes import LEADLINK, ROOT, environment

NOBODY = ["unshare", "--user", "--map-user=54321", "--map-group=54321"]


@pytest.fixture
def nobody() -> list[str]:
    """What runs a command as a user without a name; the kernel has to allow user namespaces."""
    allowed = (
        shutil.which(NOBODY[0]) and subprocess.run([*NOBODY, "true"], check=False, capture_output=True).returncode == 0
    )
    if not allowed:
        pytest.skip("there is no `unshare` here that may make a user namespace")
    return NOBODY


def run(command: list[str], told: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True, check=False)


def test_doctor_works_for_a_user_without_a_name_or_a_home(nobody: list[str], tmp_path: Path) -> None:
    told = environment(tmp_path / "home", None)
    for name in ("HOME", "USER", "LOGNAME", "USERNAME", "XDG_CACHE_HOME"):
        told.pop(name, None)

    done = run([*nobody, *LEADLINK, "doctor", "--json"], told)

    assert done.returncode == 0, done.stderr
    (jars,) = [each for each in json.loads(done.stdout) if each["check"] == "jars"]
    assert str(tmp_path / "home" / "cache") in jars["found"]


def test_a_user_without_a_name_loads(
    nobody: list[str], settings: Settings, server: Running, empty_graph: Writer, tmp_path: Path
) -> None:
    (tmp_path / "register.yaml").write_text(REGISTER, encoding="utf-8")
    (tmp_path / "register.csv").write_text(f"编号,身份证号,姓名,性别\n1,{IDS[0]},张三,男\n", encoding="utf-8")
    told = environment(settings.home, server)
    for name in ("HOME", "USER", "LOGNAME", "LNAME", "USERNAME"):
        told.pop(name, None)

    done = run([*nobody, *LEADLINK, "load", str(tmp_path / "register.yaml"), "--data", str(tmp_path), "--json"], told)

    assert done.returncode == 0, done.stderr
    assert empty_graph.run_read("MATCH (l:Load) RETURN l.by AS by")[0] == [{"by": "uid 54321"}]


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "zh_CN.GBK"}, {"PYTHONIOENCODING": "ascii"}], ids=str)
def test_doctor_works_in_any_locale(locale: dict[str, str], tmp_path: Path) -> None:
    done = run([*LEADLINK, "doctor"], environment(tmp_path / "云江市的家", None) | locale)

    assert (done.returncode, done.stderr) == (0, "")
    assert "neo4j" in done.stdout
