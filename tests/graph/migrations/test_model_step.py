"""What the model needs is found, made, and dropped only where it is ours; what cannot be decided is refused whole."""

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from graph_service.embedded import Running
from graph_service.errors import AlreadyThere, Conflict
from graph_service.graph import Writer
from graph_service.migrations import migrate
from graph_service.migrations.numbered import numbered_steps
from graph_service.migrations.present import turn
from schema import ddl
from tests.older_graphs import MODEL_STEP, schema_of

_NAMES = {each.name for each in ddl.wanted()}
_WORDS_OF_FEWER = "CREATE FULLTEXT INDEX words FOR (n:Clue) ON EACH [n.title]"


class Counted(Writer):
    """A writer that counts what it sends."""

    sent: tuple[str, ...] = ()

    def run_read(self, query: str, **params: Any) -> Any:
        self.sent += ("read",)
        return super().run_read(query, **params)

    def run_write(self, query: str, **params: Any) -> Any:
        self.sent += ("write",)
        return super().run_write(query, **params)

    def run_schema(self, *statements: str) -> None:
        self.sent += ("schema",)
        super().run_schema(*statements)


def _names(writer: Writer) -> set[str]:
    return {row["name"] for row in writer.run_read("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'")[0]}


def test_a_new_graph_has_what_the_model_needs_and_the_record_of_every_step(present: Writer) -> None:
    recorded = present.run_read("MATCH (m:Migration) RETURN m.version AS version, m.program AS program")[0]

    assert _names(present) == _NAMES
    assert {row["version"] for row in recorded} == {*(step.version for step in numbered_steps()), None}
    assert {row["program"] for row in recorded} != {None}


def test_where_nothing_lacks_one_read_is_all(present: Writer, server: Running) -> None:
    with Counted(server) as counted:
        assert migrate(counted, "fingerprint") == []

    assert counted.sent == ("read",)


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("DROP INDEX clue_status", "clue_status"),
        ("DROP CONSTRAINT names_uid", "names_uid"),
        ("DROP INDEX words", "words"),
        ("DROP CONSTRAINT linkjudgement_uid", "linkjudgement_uid"),
    ],
)
def test_what_was_lost_comes_back(statement: str, name: str, present: Writer) -> None:
    whole = schema_of(present)
    present.run_schema(statement)

    assert migrate(present) == [f"made {name}"]
    assert schema_of(present) == whole


def test_a_graph_with_judgements_comes_to_the_constraint_on_them(present: Writer) -> None:
    made = "CREATE (:{} {{uid: 'judgement_1', number: 1, verdict: 'SAME'}})"
    told = ("LinkJudgement", "IdentityJudgement", "IdentityChange")
    present.run_schema("DROP CONSTRAINT linkjudgement_uid", "DROP CONSTRAINT identitychange_uid")
    for label in told:
        present.run_write(made.format(label))
    present.run_write(MODEL_STEP + "SET m.digest = 'of an earlier model'")

    assert migrate(present) == ["made linkjudgement_uid", "made identitychange_uid"]

    for label in told:
        with pytest.raises(AlreadyThere):
            present.run_write(made.format(label))


def test_the_words_are_indexed_anew_when_they_are_of_other_kinds_or_fields(present: Writer) -> None:
    whole = schema_of(present)
    present.run_schema("DROP INDEX words", _WORDS_OF_FEWER)

    assert migrate(present) == ["dropped words", "made words"]
    assert schema_of(present) == whole


def test_an_index_that_the_model_gave_up_is_dropped_and_a_constraint_and_a_foreign_index_stay(present: Writer) -> None:
    present.run_schema(
        "CREATE INDEX clue_colour FOR (n:Clue) ON (n.colour)",
        "CREATE CONSTRAINT old_uid FOR (n:Old) REQUIRE n.uid IS UNIQUE",
        "CREATE INDEX of_the_town FOR (n:Clue) ON (n.colour, n.title)",
    )
    present.run_write(MODEL_STEP + "SET m.made = m.made + ['clue_colour', 'old_uid'], m.digest = 'of an earlier model'")

    assert migrate(present) == ["dropped clue_colour"]
    assert _names(present) == _NAMES | {"old_uid", "of_the_town"}
    assert migrate(present) == []


def test_an_index_of_somebody_else_that_does_the_same_is_left_to_do_it(present: Writer) -> None:
    present.run_schema("DROP INDEX clue_status", "CREATE INDEX of_the_town FOR (n:Clue) ON (n.status)")

    assert migrate(present) == []


@pytest.mark.parametrize(
    ("drop", "theirs", "told"),
    [
        ("CONSTRAINT clue_uid", "CREATE INDEX of_the_town FOR (n:Clue) ON (n.uid)", "of_the_town on Clue is not ours"),
        ("INDEX clue_status", "CREATE INDEX clue_status FOR (n:Town) ON (n.size)", "clue_status on Town is not ours"),
    ],
)
def test_what_stands_in_the_way_and_is_not_ours_is_named(drop: str, theirs: str, told: str, present: Writer) -> None:
    name = drop.split()[1]
    present.run_write(MODEL_STEP + "SET m.made = [each IN m.made WHERE each <> $name]", name=name)
    present.run_schema(f"DROP {drop}", "DROP INDEX person_name", theirs)
    before = schema_of(present)

    with pytest.raises(Conflict) as refused:
        migrate(present)
    assert told in refused.value.what
    assert schema_of(present) == before

    present.run_schema(f"DROP INDEX {theirs.split()[2]}")
    assert set(migrate(present)) == {f"made {name}", "made person_name"}


@pytest.mark.parametrize(
    ("constraint", "doubles", "told", "mend"),
    [
        (
            "clue_uid",
            "UNWIND [1, 1, 2, 2, 3, null, null] AS uid CREATE (:Clue {uid: uid})",
            "2 values of uid are held by more than one Clue",
            "MATCH (n:Clue) DETACH DELETE n",
        ),
        (
            "names_uid",
            "UNWIND [1, 1, 2] AS uid CREATE (:Clue)-[:NAMES {uid: uid}]->(:Person)",
            "1 values of uid are held by more than one NAMES",
            "MATCH ()-[r:NAMES {uid: 1}]->() WITH r LIMIT 1 DELETE r",
        ),
    ],
)
def test_data_that_breaks_a_constraint_is_named_and_nothing_is_half_done(
    constraint: str, doubles: str, told: str, mend: str, present: Writer
) -> None:
    present.run_schema(f"DROP CONSTRAINT {constraint}", "DROP INDEX words", "DROP INDEX clue_status")
    present.run_write(doubles)
    before = schema_of(present)

    with pytest.raises(Conflict) as refused:
        migrate(present)
    assert told in refused.value.what
    assert constraint in refused.value.what
    assert "nothing was changed" in refused.value.where
    assert schema_of(present) == before

    present.run_write(mend)
    assert set(migrate(present)) == {f"made {constraint}", "made words", "made clue_status"}


def test_several_at_once_on_an_empty_database_make_it_once(bare: Writer, server: Running) -> None:
    with ThreadPoolExecutor(6) as several:
        done = list(several.map(lambda _: _migrated(server), range(6)))

    assert sorted(map(bool, done)) == [False] * 5 + [True]
    assert _names(bare) == _NAMES


def test_a_constraint_that_another_process_is_making_is_waited_for(present: Writer, server: Running) -> None:
    lock = (
        "MERGE (l:MigrationLock {uid: 'migrations'}) SET l.holder = 'another', l.until = datetime() + duration('PT1M')"
    )
    present.run_write(lock)
    # So it stands, index first, while the one who has the turn makes it.
    present.run_schema("DROP CONSTRAINT clue_uid", "CREATE INDEX clue_uid FOR (n:Clue) ON (n.uid)")
    with ThreadPoolExecutor(1) as other:
        second = other.submit(_migrated, server)
        with pytest.raises(TimeoutError):
            second.result(2)
        present.run_schema("DROP INDEX clue_uid")
        present.run_schema("CREATE CONSTRAINT clue_uid FOR (n:Clue) REQUIRE n.uid IS UNIQUE")
        present.run_write("MATCH (l:MigrationLock) REMOVE l.holder, l.until")

        assert second.result(60) == []


def test_who_has_the_turn_keeps_it_however_long_it_takes(present: Writer) -> None:
    free = "MATCH (l:MigrationLock {uid: 'migrations'}) RETURN coalesce(l.until < datetime(), true) AS free"

    with turn(present, lease_seconds=2):
        time.sleep(4)
        assert not present.run_read(free)[0][0]["free"]
    assert present.run_read(free)[0][0]["free"]


def _migrated(server: Running) -> list[str]:
    with Writer(server) as own:
        return migrate(own, "fingerprint")


def test_a_step_that_was_made_otherwise_is_refused(present: Writer) -> None:
    present.run_write("MATCH (m:Migration {version: 5}) SET m.checksum = 'another'")

    with pytest.raises(Conflict, match=r"migration 5 .* was applied with other statements"):
        migrate(present)


def test_a_graph_in_which_the_numbers_were_given_otherwise_for_a_day_comes_up(present: Writer) -> None:
    present.run_write("MATCH (m:Migration) WHERE m.version IS NULL OR m.version = 7 DETACH DELETE m")
    present.run_write("MATCH (m:Migration {version: 6}) SET m.checksum = '26ee43f6235b1f11'")
    present.run_schema("DROP CONSTRAINT sealedreceipt_uid")

    done = migrate(present)

    assert done == ["step 7: states of sources, versions of rows, mentions", "made sealedreceipt_uid"]


def test_a_graph_of_another_key_is_refused_before_anything_is_made(present: Writer) -> None:
    present.run_schema("DROP INDEX words")

    with pytest.raises(Conflict, match="another key"):
        migrate(present, "another")
    assert "words" not in _names(present)
