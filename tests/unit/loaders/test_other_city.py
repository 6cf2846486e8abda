"""examples/other_city: a foreign city declared in YAML alone."""

from pathlib import Path

import pytest

from loaders.declare.source_file import read_source
from tests.unit.tree import ROOT

_DECLARATIONS = sorted((ROOT / "examples" / "other_city").glob("*.yaml"))


@pytest.mark.parametrize("path", _DECLARATIONS, ids=lambda path: path.stem)
def test_the_declaration_is_valid_and_called_like_its_file(path: Path) -> None:
    assert read_source(path).name == path.stem
