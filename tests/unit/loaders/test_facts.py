"""`facts:` beside the fields of a node: what it may say, what is refused, and coordinates whose columns are exchanged."""

from pathlib import Path

import pytest

from graph_service.errors import BadInput
from loaders.declare.source import Source
from loaders.declare.source_file import read_source

_HEAD = """
name: people
title: People
holder: IT
classification: INTERNAL
readers: [IT]
read: {format: csv, files: people.csv}
key: 编号
nodes:
"""


def _read(folder: Path, nodes: str) -> Source:
    path = folder / "people.yaml"
    path.write_text(_HEAD + nodes, encoding="utf-8")
    return read_source(path)


def test_each_fact_is_a_node_stated_of_the_other(tmp_path: Path) -> None:
    source = _read(tmp_path, "  person: {kind: Person, key: 证号, fields: {name: 姓名}, facts: {眼睛颜色: 眼色}}")

    fact = source.nodes["person.眼睛颜色"]
    assert (fact.kind, fact.when, fact.key) == ("Fact", "眼色", ("证号",))
    assert [(link.type, link.from_, link.to) for link in source.links] == [("STATED_OF", "person.眼睛颜色", "person")]
    assert list(source.used_columns()) == ["编号", "证号", "姓名", "眼色"]


@pytest.mark.parametrize("facts", ["眼色", "[眼色, 眼色]", "[[眼色]]", "{颜色: {column: 眼色}}", "{1: 眼色}"])
def test_facts_of_another_form_are_refused(tmp_path: Path, facts: str) -> None:
    with pytest.raises(BadInput, match="facts: give a list of columns"):
        _read(tmp_path, f"  person: {{kind: Person, fields: {{name: 姓名}}, facts: {facts}}}")


def test_a_fact_called_as_a_node_is_refused(tmp_path: Path) -> None:
    nodes = "  person: {kind: Person, facts: [家]}\n  person.家: {kind: Place, fields: {address: 住址}}"

    with pytest.raises(BadInput, match="there is a node"):
        _read(tmp_path, nodes)


def test_facts_about_the_reporter_are_refused_like_any_column(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="举报人"):
        _read(tmp_path, "  person: {kind: Person, fields: {name: 姓名}, facts: [举报人电话]}")


@pytest.mark.parametrize(("latitude", "longitude"), [("经度", "纬度"), ("lng", "lat"), ("start_Longitude", "y")])
def test_a_column_called_a_longitude_fills_no_latitude(tmp_path: Path, latitude: str, longitude: str) -> None:
    with pytest.raises(BadInput, match=f"column '{latitude}' is called a longitude; exchange"):
        _read(
            tmp_path, f"  place: {{kind: Place, fields: {{address: 址, latitude: {latitude}, longitude: {longitude}}}}}"
        )


@pytest.mark.parametrize(
    ("latitude", "longitude"), [("纬度", "经度"), ("y", "x"), ("along", "flat"), ("经纬度", "经纬度2")]
)
def test_columns_that_do_not_say_the_other_are_taken(tmp_path: Path, latitude: str, longitude: str) -> None:
    nodes = f"  place: {{kind: Place, fields: {{address: 址, latitude: {latitude}, longitude: {longitude}}}}}"

    assert _read(tmp_path, nodes).nodes["place"].fields["latitude"].column == latitude
