"""What the desk asks and says: each operation fits the schema and is on the list, each text stands in both catalogues."""

import re
from pathlib import Path

import pytest
from graphql import GraphQLSchema, build_schema, validate

from graph_service.api.gate.installed import list_of
from graph_service.api.gate.listed import ListedOperation, read_list
from graph_service.settings import read_settings
from graph_service.web.desk import DESK, OPERATIONS
from tests.unit.tree import ROOT

_KEY = re.compile(r"^  '([^']+)':", re.MULTILINE)
_TEXT = re.compile(r"[\u4e00-\u9fff]")
_CATALOGUES = {
    "zh.ts",
    "format.ts",
    "Switches.tsx",
}  # with the units of money, and the name of the language in its own words
_LISTED = read_list([OPERATIONS]).operations


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema((ROOT / "schema" / "api.graphql").read_text(encoding="utf-8"))


@pytest.mark.parametrize("operation", _LISTED, ids=lambda each: each.path.stem)
def test_each_operation_fits_the_schema(operation: ListedOperation, schema: GraphQLSchema) -> None:
    assert validate(schema, operation.document) == []
    assert all(name.startswith("Desk") for name in operation.names)


def test_the_desk_is_answered_wherever_it_is_served(tmp_path: Path) -> None:
    (tmp_path / "own.graphql").write_text("query Own { viewer { id } }", encoding="utf-8")
    own = read_settings(home=tmp_path, operations_folders=str(tmp_path))
    asked = {name for each in _LISTED for name in each.names}

    assert len(asked) == len(_LISTED)  # no two have one name
    assert list_of(own).names == {"Own", *asked}
    assert list_of(own.model_copy(update={"desk": False})).names == {"Own"}
    assert asked < list_of(read_settings(home=tmp_path)).names


def test_both_catalogues_have_the_same_keys_and_all_have_words() -> None:
    english, chinese = ((OPERATIONS / "text" / f"{name}.ts").read_text(encoding="utf-8") for name in ("en", "zh"))

    assert _KEY.findall(english) == _KEY.findall(chinese)
    assert len(_KEY.findall(english)) > 250
    assert "''" not in english + chinese
    assert not _TEXT.search(english)


def test_no_words_stand_outside_the_catalogues() -> None:
    sources = [path for path in OPERATIONS.rglob("*.ts*") if path.name not in _CATALOGUES and ".test." not in path.name]
    found = [path.name for path in sources if _TEXT.search(path.read_text(encoding="utf-8"))]

    assert found == []
    assert len(sources) > 50


def test_no_source_names_an_outside_address() -> None:
    named = re.compile(
        r"https?://(?!127\.0\.0\.1|www\.w3\.org|graphml\.graphdrawing\.org|schemas\.openxmlformats\.org/)"
    )
    texts = [path for path in DESK.sources.glob("*.ts")] + list(OPERATIONS.rglob("*.ts*"))

    assert [path.name for path in texts if named.search(path.read_text(encoding="utf-8"))] == []


def test_nothing_grows_by_a_style_that_the_browser_refuses() -> None:
    """`autoSize` of Ant Design measures with a style attribute, which the policy of the page refuses; CSS lets a field grow."""
    assert [path.name for path in OPERATIONS.rglob("*.tsx") if "autoSize" in path.read_text(encoding="utf-8")] == []
