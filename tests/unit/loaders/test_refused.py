"""What is kept of what a command wrote before it ended: its refusal, and nothing else."""

import pytest

from graph_service.errors import BadInput, told
from loaders.ledger.refused import refusal_in
from loaders.readers.marks import secret
from loaders.readers.sealing import KEPT_OUT

_NOISE = "Exception in thread x:\nValueError: could not convert '张密件'\n"
_REFUSED = told(BadInput("no file matches 'a.csv'", "data", "put it there", zh="没有文件"))


@pytest.mark.parametrize(
    ("output", "kept"),
    [
        ("", ""),
        (_NOISE, ""),
        (f"{_NOISE}{_REFUSED}\n", _REFUSED),
        (f"{_REFUSED}\n{_NOISE}", _REFUSED),
        (f"{_NOISE}error: 张密件\n error [X]: 张密件\n", ""),
        (told(secret("机密_张密件.csv")), secret("x").what),
        (told(BadInput(KEPT_OUT, "张密件.csv", "take it away")), KEPT_OUT),
    ],
)
def test_the_refusal_is_kept_alone(output: str, kept: str) -> None:
    assert refusal_in(output) == kept
