"""Declarations given together: the problems of all are told before anything is read."""

from pathlib import Path

import pytest

from graph_service.errors import BadInput
from graph_service.settings import read_settings
from loaders.bulk.session import ImportOptions, import_all
from loaders.declare.source_file import read_sources
from loaders.session import Unwatched
from tests.loading import CLUES, REGISTER, UNITS


def _written(folder: Path, **texts: str) -> list[Path]:
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return [folder / f"{name}.yaml" for name in texts]


def test_the_problems_of_all_declarations_are_told_at_once(tmp_path: Path) -> None:
    paths = _written(
        tmp_path,
        clues=CLUES.replace("kind: Clue", "kind: Clew").replace("type: NAMES", "type: NAME", 1),
        units=UNITS,
        register="name: [",
    )

    with pytest.raises(BadInput) as caught:
        read_sources([*paths, tmp_path / "none.yaml"])

    told = caught.value.what
    for part in (
        "3 declarations",
        "clues.yaml",
        "Clew",
        "'NAME'",
        "register.yaml",
        "not YAML",
        "none.yaml",
        "not exist",
    ):
        assert part in told
    assert "units.yaml: " not in told
    assert caught.value.zh


def test_one_refusal_among_many_is_told_as_if_alone(tmp_path: Path) -> None:
    paths = _written(tmp_path, units=UNITS, register=REGISTER.replace("kind: Person", "kind: Persona"))

    with pytest.raises(BadInput) as caught:
        read_sources(paths)

    assert caught.value.where == str(paths[1])
    assert [source.name for source in read_sources(paths[:1])] == ["units"]


def test_an_import_says_that_it_cannot_bind_two_loose_ends(tmp_path: Path) -> None:
    link = "{type: KIN_OF, from: {kind: Person, source: register, column: a}, to: {kind: Person, by: name, column: b}}"
    head = REGISTER.partition("key:")[0].replace("name: register", "name: kin")
    paths = _written(tmp_path, register=REGISTER, kin=f"{head}key: [a, b]\nlinks:\n  - {link}\n")

    with pytest.raises(BadInput, match=r"both ends of links\.0 of source kin") as caught:
        import_all(ImportOptions(paths, tmp_path), read_settings(home=tmp_path / "home"), Unwatched())

    assert "leadlink load" in caught.value.mend


def _problem(folder: Path, text: str) -> str:
    with pytest.raises(BadInput) as caught:
        read_sources(_written(folder, bad=text))
    return caught.value.what


@pytest.mark.parametrize("word", ["no", "yes", "on", "off", "y", "n", "NO", "Off"])
def test_a_column_may_be_called_by_a_word_that_older_yaml_takes_for_a_truth_value(tmp_path: Path, word: str) -> None:
    text = REGISTER.replace("key: 编号", f"key: {word}\nrenamed: {{{word}: [{word}_alt]}}").replace("姓名", word)
    (source,) = read_sources(_written(tmp_path, people=text))

    assert source.key == (word,)
    assert source.renamed == {word: (f"{word}_alt",)}
    assert source.nodes["person"].fields["name"].column == word


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("true", "YAML reads a truth value"),
        ("2024", "YAML reads a number"),
        ("1.5", "YAML reads a number"),
        ("2024-01-02", "YAML reads a day"),
        ("~", "nothing is written here"),
    ],
)
def test_what_is_no_text_to_yaml_is_told_with_what_to_do(tmp_path: Path, written: str, told: str) -> None:
    found = _problem(tmp_path, REGISTER.replace("key: 编号", f"key: {written}").replace("姓名", written))

    assert f"key: {told}; write it in quotes" in found
    assert f"nodes.person.fields.name: {told}" in found


def test_a_name_that_stands_twice_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="'title' stands twice") as caught:
        read_sources(_written(tmp_path, bad=REGISTER + "title: another\n"))

    assert "line 12" in caught.value.where


def test_a_declaration_that_states_nothing_says_what_to_do(tmp_path: Path) -> None:
    for nodes in ("", "nodes: {}\n", "nodes: {}\nlinks: []\n"):
        assert "say what a row becomes" in _problem(tmp_path, REGISTER.partition("nodes:")[0] + nodes)


@pytest.mark.parametrize(("further", "place"), [("ignored: [名字]", "among ignored"), ("ignored: []", "used by")])
def test_another_name_of_a_column_is_no_column_of_its_own(tmp_path: Path, further: str, place: str) -> None:
    other = "名字" if "名字" in further else "性别"

    assert place in _problem(tmp_path, REGISTER + f"{further}\nrenamed: {{姓名: [{other}]}}\n")


def test_a_folder_is_every_declaration_in_it(tmp_path: Path) -> None:
    (tmp_path / "some").mkdir()
    paths = _written(tmp_path / "some", units=UNITS)

    assert read_sources([tmp_path / "some"]) == read_sources(paths)
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadInput, match="the folder holds no declaration"):
        read_sources([tmp_path / "empty"])
