"""A file of data that is given for a declaration is refused, and nothing of it is repeated."""

from pathlib import Path

import pytest

from graph_service.errors import BadInput
from loaders.declare.source_file import read_source
from tests.loading import REGISTER

_CANARIES = ("张密件", "360502199003070016", "CANARY77")


@pytest.mark.parametrize("canary", _CANARIES)
@pytest.mark.parametrize(
    "text",
    [
        "{0}: {0}", "{0}: 1\n{0}: 2", "- {0}", "*{0}", "&{0} *{0}b", "!{0} x", "!!{0} x", "%{0}", "\"\\{0}\"", "'{0}", "[{0}", "{{{0}: [}}",
        "a: {0}: b", "{0}\n  : {0}\n {0}", '{{"{0}": {{"姓名": "{0}"}}}}', '{{"{0}": 1, "{0}": 2}}', "编号,姓名\n1,{0}", "@{0}", "`{0}`",
        "? {0}\n? {0}",
        "!{0}! x",
        "name: {0}\n{0}: x", "name: {0}\ntitle: t\nread: {0}",
    ],
)  # fmt: skip
def test_a_file_of_data_is_not_repeated(tmp_path: Path, text: str, canary: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text.format(canary), encoding="utf-8")

    with pytest.raises(BadInput) as caught:
        read_source(path)

    assert canary not in f"{caught.value} {caught.value.zh}"


@pytest.mark.parametrize(
    ("added", "told"), [("title: x\n", "'title' stands twice"), ("x: 1\n", "name 'x' unknown"), ("y: [\n", "found '<")]
)
def test_what_a_declaration_says_is_told(tmp_path: Path, added: str, told: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(REGISTER + added, encoding="utf-8")

    with pytest.raises(BadInput) as caught:
        read_source(path)

    assert told in caught.value.what
