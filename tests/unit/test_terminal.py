"""A command says what it has to say in every locale, and ends with its own code and never with a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph_service.terminal import settle_streams
from loaders.load.one_source import Outcome
from loaders.rejection import OPEN_QUOTE, Rejection, too_few
from loaders.show import Shown

_FORBIDDEN = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
_LOCALES = {
    "utf-8": {"LC_ALL": "C.UTF-8"},
    "C": {"LC_ALL": "C"},
    "C without UTF-8": _FORBIDDEN,
    "POSIX without UTF-8": {**_FORBIDDEN, "LC_ALL": "POSIX"},
    "ASCII": {"PYTHONIOENCODING": "ascii"},
    "ASCII in C": {**_FORBIDDEN, "PYTHONIOENCODING": "ascii"},
    "strict ASCII": {"PYTHONIOENCODING": "ascii:strict"},
    "Latin": {"PYTHONIOENCODING": "latin-1"},
    "GBK": {"PYTHONIOENCODING": "gbk"},
}
_READABLE = ("utf-8", "C", "C without UTF-8", "POSIX without UTF-8")
_TABLE = """
from graph_service.terminal import settle_streams
settle_streams()
import sys
from loaders.load.one_source import Outcome
from loaders.rejection import OPEN_QUOTE, Rejection
from loaders.show import Shown
outcome = Outcome("源", rejected=1, rejects=[("资料\\U00020bb7.csv", Rejection(7, OPEN_QUOTE.at("姓名"), []))])
Shown(True).finished(outcome)
Shown(False).table([outcome], False)
Shown(False).told(["完毕 \\udce5\\udcbc\\udca0"])
"""


def _run(arguments: list[str], given: dict[str, str]) -> tuple[int, bytes, bytes]:
    plain = {name: text for name, text in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    done = subprocess.run([sys.executable, *arguments], env=plain | given, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


_REFUSED = ["load", "没有.yaml", "--data", "资料"]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [*((name, _REFUSED) for name in _LOCALES), ("ASCII in C", ["load", "--没有"]), ("ASCII", ["--help"]), ("GBK", [])],
)
def test_refusals_and_help_are_told(tmp_path: Path, name: str, arguments: list[str]) -> None:
    command = ["-m", "graph_service.cli", *arguments]
    code, out, err = _run(command, _LOCALES[name] | {"LEADLINK_HOME": str(tmp_path)})

    assert (code, b"Traceback" in err) == (0 if arguments == ["--help"] else 2, False)
    if name in _READABLE and "没有.yaml" in arguments:
        assert "没有.yaml" in err.decode()
    assert out or err


@pytest.mark.parametrize("name", _LOCALES)
def test_the_table_of_rejected_rows_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "shown.py").write_text(_TABLE, encoding="utf-8")

    code, out, err = _run([str(tmp_path / "shown.py")], _LOCALES[name] | {"PYTHONPATH": str(Path.cwd())})

    assert (code, err) == (0, b"")
    encoding = {"GBK": "gbk", "Latin": "latin-1"}.get(name, "utf-8")
    first, rest = out.split(b"\n", 1)
    assert json.loads(first.decode(encoding))["source"] == "源"
    assert b"never closed" in rest
    assert ("引号未闭合" in rest.decode(encoding, "replace")) == (name in (*_READABLE, "GBK"))
    assert "张".encode() in rest  # the bytes of a file's name, as they are


def test_what_a_stream_does_not_know_is_an_escape_that_json_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "out").open("w", encoding="ascii") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        settle_streams()
        print(json.dumps("张\U00020bb7三", ensure_ascii=False))

    assert json.loads((tmp_path / "out").read_text(encoding="ascii")) == "张\U00020bb7三"


@pytest.mark.parametrize("width", [80, 200])
def test_the_reason_keeps_its_room(
    width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    place = "统一社会信用代码"
    reasons = too_few(3, 4).at(place), OPEN_QUOTE.at(place)
    rejects = [
        ("export/2024年第三季度公务用车登记表.csv", Rejection(n, each, [])) for n, each in enumerate(reasons, 123456)
    ]

    Shown(False).table([Outcome("vehicle_register", rejected=2, rejects=rejects)], False)

    lines = [line.split("│") for line in capsys.readouterr().out.splitlines() if "│" in line]
    said = "".join(cells[3].strip() + " " for cells in lines if len(cells) == 5)
    for reason in reasons:
        assert reason.en in said
        assert reason.zh in said.replace(" ", "")
    assert "…" not in said
