"""From a cell to the value of a field: keys as text, joined columns, words of a vocabulary, and bounded memories."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from loaders.declare.source import FieldSpec
from loaders.mapping import values
from loaders.mapping.values import (
    Memory,
    cell_of,
    checked,
    constant,
    key_reader,
    memory_of,
    remembering,
    stored,
    text_of,
)
from loaders.rejection import RowRefused
from schema import KINDS, RELATIONSHIP_TYPES
from schema.identifiers import Refused
from schema.vocabulary import Channel

_CLUE, _PERSON, _NAMES = KINDS["Clue"], KINDS["Person"], RELATIONSHIP_TYPES["NAMES"].ties
_KIN = RELATIONSHIP_TYPES["KIN_OF"].ties


def _spec(**stated: Any) -> FieldSpec:
    return FieldSpec.model_validate({"column": "c", **stated})


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  X1 ", "X1"), (None, ""), ("", ""), (7, "7"), (7.0, "7"), (7.5, "7.5"), (-0.0, "0"), (True, "True"),
        (1e15, "1000000000000000"), (dt.date(2024, 5, 1), "2024-05-01"), (Decimal("7.10"), "7.1"),
        (dt.datetime(2024, 5, 1, 8, 30), "2024-05-01T08:30:00"),
    ],
)  # fmt: skip
def test_a_key_is_the_text_of_its_cell(cell: object, text: str) -> None:
    assert text_of(cell) == text


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        (dt.date(2024, 5, 1), "2024-05-01"), (dt.datetime(2024, 5, 1, 8), "2024-05-01T08:00:00"),
        (Decimal("0.5"), 0.5), (Channel.DISCIPLINARY, "DISCIPLINARY"), ("text", "text"), (3, 3), (None, None), (True, True),
    ],
)  # fmt: skip
def test_a_value_is_sent_in_a_form_that_can_be_hashed(value: Any, sent: Any) -> None:
    assert stored(value) == sent
    assert type(stored(value)) is type(sent)


@pytest.mark.parametrize(
    ("spec", "cells", "cell"),
    [
        ({"column": "b"}, ["1", 2.0], 2.0),
        ({"columns": ["a", "b"], "column": None}, ["1", 2.0], "1 2"),
        ({"columns": ["b", "a"], "column": None, "join": "-"}, ["1", 2.0], "2-1"),
        ({"columns": ["a", "b"], "column": None, "join": ""}, ["", "x"], "x"),
        ({"columns": ["a", "b"], "column": None}, [None, " "], ""),
    ],
)
def test_a_field_is_filled_by_a_cell_as_it_is_or_by_those_that_are_filled(
    spec: dict[str, Any], cells: list[object], cell: object
) -> None:
    assert cell_of(FieldSpec.model_validate(spec), {"a": 0, "b": 1})(cells) == cell


@pytest.mark.parametrize(
    ("kind", "field", "spec", "cell", "value"),
    [
        (_CLUE, "title", {}, "  一号 ", "一号"),
        (_CLUE, "title", {}, "", None),
        (_CLUE, "received_on", {}, dt.date(2024, 5, 1), "2024-05-01"),
        (_CLUE, "channel", {}, "纪律监督", "DISCIPLINARY"),
        (_CLUE, "channel", {}, "DISCIPLINARY", "DISCIPLINARY"),
        (_CLUE, "channel", {"map": {"纪检": "DISCIPLINARY"}}, " 纪检", "DISCIPLINARY"),
        (_CLUE, "channel", {"map": {"纪检": "纪律监督"}}, "纪检", "DISCIPLINARY"),
        (_CLUE, "channel", {"map": {"纪检": "DISCIPLINARY"}, "default": "AUDIT"}, "别的", "AUDIT"),
        (_CLUE, "channel", {"map": {"纪检": "DISCIPLINARY"}, "default": "AUDIT"}, None, None),
        (_KIN, "relation", {"map": {"兄弟": "SIBLING", "祖父": ""}}, "祖父", None),
        (_KIN, "relation", {"map": {"兄弟": "SIBLING"}, "default": ""}, "祖父", None),
        (_KIN, "relation", {"map": {"兄弟": "SIBLING"}, "default": ""}, "兄弟", "SIBLING"),
        (_PERSON, "former_name", {"map": {"同上": ""}}, "同上", None),
        (_CLUE, "title", {"map": {"甲": "一号"}}, "甲", "一号"),
        (_CLUE, "title", {"form": "案{}"}, "一", "案一"),
        (_CLUE, "title", {"form": "案{}"}, "", None),
        (_PERSON, "name", {}, "張 偉", "張偉"),
        (_NAMES, "certainty", {}, "0.5", 0.5),
    ],
)
def test_a_cell_becomes_the_value_that_the_graph_keeps(
    kind: Any, field: str, spec: dict[str, Any], cell: object, value: object
) -> None:
    assert memory_of(kind, field, _spec(**spec)).read(cell) == value


@pytest.mark.parametrize(
    ("kind", "field", "spec", "cell", "words"),
    [
        (_CLUE, "channel", {}, "秘密来源", "is not one of the accepted words"),
        (_CLUE, "channel", {"map": {"纪检": "DISCIPLINARY"}}, "秘密来源", "(纪检)"),
        (_CLUE, "received_on", {}, "秘密来源", ""),
        (_PERSON, "id_number", {}, "360502198001011238", ""),
        (_NAMES, "certainty", {}, "7.5", "does not fit the field"),
    ],
)
def test_a_refusal_names_its_column_and_never_the_content(
    kind: Any, field: str, spec: dict[str, Any], cell: str, words: str
) -> None:
    with pytest.raises(RowRefused) as caught:
        memory_of(kind, field, _spec(**spec)).read(cell)

    reason = caught.value.reason
    assert reason.column == "c"
    assert words in reason.en
    assert cell not in reason.en + reason.zh + reason.value_class
    assert reason.zh
    assert reason.value_class


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [("channel", "纪律监督", "DISCIPLINARY"), ("channel", "DISCIPLINARY", "DISCIPLINARY"), ("title", "一号", "一号"),
     ("received_on", "2024-05-01", "2024-05-01")],
)  # fmt: skip
def test_a_constant_is_kept_as_a_cell_would_be(field: str, value: str, kept: str) -> None:
    assert constant(_CLUE, field, FieldSpec.model_validate({"value": value})) == kept


def test_a_normaliser_that_refuses_refuses_the_row() -> None:
    def refuse(_cell: object) -> str:
        raise Refused("is wrong", "有误", "class")

    with pytest.raises(RowRefused) as caught:
        checked(refuse, "col")("x")

    reason = caught.value.reason
    assert (reason.en, reason.zh, reason.value_class, reason.column) == ("is wrong", "有误", "class", "col")


def test_a_reference_names_its_column_or_else_its_field() -> None:
    assert key_reader("phone_number", "phone", "电话")("139 1234 5678") == "13912345678"
    for column, named in (("电话", "电话"), ("", "phone_number")):
        with pytest.raises(RowRefused) as caught:
            key_reader("phone_number", "phone", column)("12")
        assert caught.value.reason.column == named


def test_short_texts_are_read_once_and_nothing_else_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values, "_KEPT", 3)
    heard: list[object] = []

    def read(cell: object) -> str:
        heard.append(cell)
        return f"read {cell}"

    memory, long = Memory(read), "x" * 65
    for cell in ("a", "a", 1, 1, 1.0, True, long, long, "x" * 64, "x" * 64, None, None):
        assert memory.read(cell) == f"read {cell}"
    assert heard == ["a", 1, 1, 1.0, True, long, long, "x" * 64, None, None]

    for cell in "bcdef":
        memory.read(cell)
        assert len(memory.kept) <= 3
    assert memory.read("a") == "read a"


def test_that_a_text_says_nothing_is_remembered_too() -> None:
    heard: list[object] = []
    read = remembering(lambda cell: heard.append(cell))

    assert (read("x"), read("x"), heard) == (None, None, ["x"])
