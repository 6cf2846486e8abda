"""A source database's password: from a file or the environment, in the declaration only by its place."""

from pathlib import Path

import pytest

from graph_service.errors import BadInput
from loaders.declare.parts import SourceReading
from loaders.declare.source import Source
from loaders.declare.source_file import read_source
from loaders.readers.sql_rows import _place, place_of
from tests.loading import REGISTER

_URL = "postgresql+psycopg://reader@db.example/registers"
_READ = 'read: {{format: sql, url: "{url}", query: "SELECT 1", password: {password}}}'
SECRET = "p@ss:/wörd%20"


def declared(tmp_path: Path, password: str, url: str = _URL) -> Source:
    path = tmp_path / "register.yaml"
    text = REGISTER.replace("read: {format: csv, files: register.csv}", _READ.format(url=url, password=password))
    path.write_text(text, encoding="utf-8")
    return read_source(path)


def test_it_comes_from_the_environment_or_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret").write_text(SECRET + "\n", encoding="utf-8")
    monkeypatch.setenv("REGISTERS_PASSWORD", SECRET)

    for place in ("{env: REGISTERS_PASSWORD}", f'{{file: "{tmp_path}/secret"}}'):
        source = declared(tmp_path, place)
        assert _place(SourceReading.of(source), tmp_path).url.password == SECRET
        assert _place(SourceReading.of(source), tmp_path).url.host == "db.example"
        assert SECRET not in source.model_dump_json() + place_of(SourceReading.of(source), tmp_path) + repr(
            _place(SourceReading.of(source), tmp_path)
        )


def test_it_is_read_anew_each_time(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("old")
    source = declared(tmp_path, f'{{file: "{tmp_path}/secret"}}')
    (tmp_path / "secret").write_text("new")

    assert _place(SourceReading.of(source), tmp_path).url.password == "new"


@pytest.mark.parametrize("place", ["{env: NOT_SET_ANYWHERE}", '{file: "/nowhere/secret"}', '{file: "."}'])
def test_a_place_without_one_is_named(place: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"password of the database cannot be read from (NOT_SET|/nowhere|\.)"):
        place_of(SourceReading.of(declared(tmp_path, place)), tmp_path)


@pytest.mark.parametrize("place", ["{}", "{env: A, file: b}", "secret", '{env: ""}', "{word: secret}"])
def test_anything_else_is_refused_and_not_repeated(place: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"read\.password") as refusal:
        declared(tmp_path, place)

    assert "secret" not in str(refusal.value).replace(str(tmp_path), "")


def test_a_file_has_no_password(tmp_path: Path) -> None:
    path = tmp_path / "register.yaml"
    path.write_text(
        REGISTER.replace("files: register.csv}", "files: register.csv, password: {env: A}}"), encoding="utf-8"
    )

    with pytest.raises(BadInput, match="needs format sql"):
        read_source(path)


@pytest.mark.parametrize(
    "url", ["reader:secret", "nodialect://reader:secret@db/x", "postgresql+nodriver://reader:secret@db/x"]
)
def test_an_address_that_is_none_is_refused_without_being_repeated(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from loaders.readers.sql_rows import read_header

    monkeypatch.setenv("A", "also secret")
    with pytest.raises(BadInput, match=r"read\.url") as refusal:
        read_header(SourceReading.of(declared(tmp_path, "{env: A}", url)), tmp_path)

    assert "secret" not in str(refusal.value)
