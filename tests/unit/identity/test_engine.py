"""People are compared by Spark as by DuckDB: same pairs, same weights; without pyspark the setting is refused."""

import importlib.util
import os

import pytest

from graph_service.errors import BadInput
from graph_service.identity.engine import Engine
from graph_service.identity.people import PersonRecord, PersonRecords
from graph_service.identity.scoring import score_people

_SPARK = importlib.util.find_spec("pyspark") is not None
_UNIT = "unit_1"


def people() -> PersonRecords:
    known = [
        PersonRecord("p1", "张建国", 1, "MALE", "1980-01-01", number="360502198001011237"),
        PersonRecord("p2", "张伟", 1, "MALE", "1980-01-01", number="360502198001011253"),
        PersonRecord("p3", "欧阳志华", 1, "FEMALE", "1980-01-01", former="欧阳华", number="360502198001011296"),
        PersonRecord("p4", "萧丽", 1, number="360502198001011317"),
    ]
    for person in known[:3]:
        person.units = {_UNIT}
        person.held = {f"{_UNIT}|局长" if person.uid == "p1" else f"{_UNIT}|科员"}
        person.held_in = {f"{each}|2025" for each in person.held}
        person.served = {f"{_UNIT}|2025"}
    loose = [
        PersonRecord("x1", "张某某", 1, units={_UNIT}, held={f"{_UNIT}|局长"}, held_in={f"{_UNIT}|局长|2025"}, served={f"{_UNIT}|2025"}),
        PersonRecord("x2", "歐陽志華", 1, units={_UNIT}, held={f"{_UNIT}|科员"}, held_in={f"{_UNIT}|科员|2025"}, served={f"{_UNIT}|2025"}),
        PersonRecord("x3", "肖丽", 1),
        PersonRecord("x4", "张某", 1, number="3605**********1253", phones={"phone_1"}),
    ]  # fmt: skip
    known[1].phones = {"phone_1"}
    both = PersonRecords(loose, known)
    for person in known:
        both.holders.update(person.held_in)
    return both


def test_duckdb_finds_the_holder_of_the_post() -> None:
    best = {pair.loose: pair.known for pair in reversed(score_people(people()))}

    assert (best["x1"], best["x2"], best["x4"]) == ("p1", "p3", "p2")


@pytest.mark.skipif(_SPARK, reason="pyspark is installed")
def test_spark_without_pyspark_is_refused_by_name() -> None:
    with pytest.raises(BadInput, match="pyspark is not installed"):
        score_people(people(), Engine("spark"))


# pyspark leaves the sockets of its gateway to the collector
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
@pytest.mark.skipif(not _SPARK, reason="pyspark is not installed: run it in an environment that has it")
def test_spark_finds_the_same_pairs_with_the_same_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYARROW_IGNORE_TIMEZONE", "1")
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")

    by_spark = score_people(people(), Engine("spark", "local[2]"))

    assert [_told(pair) for pair in by_spark] == [_told(pair) for pair in score_people(people())]


def _told(pair: object) -> str:
    return repr(pair)
