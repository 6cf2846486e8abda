"""Tables for Neo4j's importer: every value comes back from a CSV reader as it went in."""

import csv
from pathlib import Path

import pytest

from graph_service.errors import BadInput
from loaders.bulk.spool import Spool, partition_of, spooled, stands
from loaders.bulk.tables import BETWEEN, Tables, header_of, parts_of
from schema import KINDS, RELATIONSHIP_TYPES


@pytest.mark.parametrize("name", [*KINDS, *RELATIONSHIP_TYPES])
def test_headers_name_every_field_once_with_its_type(name: str) -> None:
    record = KINDS[name] if name in KINDS else RELATIONSHIP_TYPES[name].ties
    columns = [column.partition(":")[0] for column in header_of(name) if not column.startswith(":")]

    assert len(set(columns)) == len(columns)
    assert set(record.model_fields) <= set(columns)


def test_dates_numbers_and_truths_have_types() -> None:
    assert {"received_on:date", "amount_fen:long", "is_real_name:boolean"} <= set(header_of("Clue"))
    assert {"occurred_at:localdatetime", "km:double"} <= set(header_of("Trip"))


def test_lines_come_back_as_they_went_in(tmp_path: Path) -> None:
    titles = ["plain", 'with "quotes", commas', "two\nlines", "two\r\nlines", "\u2028 other ends", "\\n", " blanks "]
    with Tables(tmp_path, "0") as tables:
        for number, title in enumerate(titles):
            tables.write("Clue", {"uid": f"clue_{number}", "title": title, "row": number, "is_real_name": number > 2})

    names = [column.partition(":")[0] for column in header_of("Clue")]
    found = {}
    for path in parts_of(tmp_path, "Clue"):
        with path.open(encoding="utf-8", newline="") as file:
            for line in csv.reader(file):
                row = dict(zip(names, line, strict=True))
                found[row["uid"]] = (row["title"], row["is_real_name"], row["number"])
                assert ("\n" in row["title"]) == path.name.endswith(".lined.csv")
    assert found == {f"clue_{n}": (title, "true" if n > 2 else "false", "") for n, title in enumerate(titles)}


def test_a_list_is_joined_and_a_key_that_would_break_it_is_refused(tmp_path: Path) -> None:
    with Tables(tmp_path, "0") as tables:
        tables.write("Person", {"uid": "person_1", "keys": ["a;b", "c"], "key_audiences": [7, 8], "keyed": True})

        with pytest.raises(BadInput, match=r"U\+001F"):
            tables.write("Person", {"uid": "person_2", "keys": [f"a{BETWEEN}b"]})
    assert f"a;b{BETWEEN}c" in parts_of(tmp_path, "Person")[0].read_text(encoding="utf-8")


def test_a_property_that_the_header_does_not_know_is_a_bug_and_not_lost(tmp_path: Path) -> None:
    with Tables(tmp_path, "0") as tables, pytest.raises(KeyError, match="surprise"):
        tables.write("Person", {"uid": "person_1", "surprise": 1})


def test_what_concerns_one_uid_comes_together_whoever_wrote_it(tmp_path: Path) -> None:
    uids = [f"person_{number:024x}" for number in range(50)]
    for share in range(2):
        with Spool(tmp_path, "nodes", share, 16) as spool:
            for uid in uids:
                spool.put(uid, [uid, share])

    for partition in range(16):
        found = list(spooled(tmp_path, "nodes", partition, 2))
        wanted = [uid for uid in uids if partition_of(uid, 16) == partition]
        assert sorted(found) == sorted([uid, share] for uid in wanted for share in range(2))
    assert list(tmp_path.iterdir()) == []


def test_only_the_row_that_won_its_key_stands() -> None:
    winners = {(0, "K1"): (2, 7)}

    assert stands(winners, 0, "K1", 2, 7)
    assert not stands(winners, 0, "K1", 1, 3)
    assert stands(winners, 0, "K2", 1, 3)
    assert stands({}, 0, "K1", 1, 3)
