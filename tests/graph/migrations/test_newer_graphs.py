"""An older program leaves a newer graph alone: refused with the reason, or used without taking anything away."""

import pytest

from graph_service.errors import Conflict
from graph_service.graph import Writer
from graph_service.migrations import migrate
from graph_service.migrations.state import FORMAT
from schema import ddl
from tests.older_graphs import MODEL_STEP, schema_of


@pytest.mark.parametrize(
    ("made_newer", "told", "mend"),
    [
        (
            "CREATE (:Migration {version: 99, name: 'uids of streets', checksum: 'x', program: '9.0.0'})",
            "step 99 (uids of streets), made by leadlink 9.0.0",
            "use leadlink 9.0.0 or newer",
        ),
        (
            "CREATE (:Migration {version: 99, name: 'uids of streets', checksum: 'x'})",
            "step 99 (uids of streets), made by leadlink of a later version",
            "use the version that made this graph, or a newer one",
        ),
        (
            MODEL_STEP + f"SET m.format = {FORMAT + 1}, m.program = '9.0.0'",
            f"a model's step of format {FORMAT + 1}, made by leadlink 9.0.0",
            "use leadlink 9.0.0 or newer",
        ),
    ],
)
def test_a_newer_graph_is_refused(made_newer: str, told: str, mend: str, present: Writer) -> None:
    present.run_write(made_newer)
    present.run_schema("DROP INDEX words")
    before = schema_of(present)

    with pytest.raises(Conflict) as refused:
        migrate(present, "fingerprint")
    assert told in refused.value.what
    assert refused.value.mend == mend
    assert schema_of(present) == before


def test_a_graph_with_kinds_of_a_newer_version_is_refused(present: Writer) -> None:
    present.run_schema("CREATE CONSTRAINT street_uid FOR (n:Street) REQUIRE n.uid IS UNIQUE")
    present.run_write(MODEL_STEP + "SET m.made = m.made + ['street_uid'], m.program = '9.0.0', m.digest = 'of 9'")

    with pytest.raises(Conflict, match=r"does not know \(street_uid\), made by leadlink 9\.0\.0"):
        migrate(present)


def test_of_a_newer_graph_of_the_same_kinds_nothing_is_taken_away(present: Writer) -> None:
    more = "CREATE FULLTEXT INDEX words FOR (n:{labels}) ON EACH [{fields}, n.colour] OPTIONS {{indexConfig: {config}}}"
    words = ddl.fulltext()
    fields = ", ".join(f"n.{field}" for field in words.fields)
    text = more.format(labels="|".join(words.labels), fields=fields, config="{`fulltext.analyzer`: 'cjk'}")
    present.run_schema("DROP INDEX words", text, "CREATE INDEX clue_colour FOR (n:Clue) ON (n.colour)")
    present.run_write(MODEL_STEP + "SET m.made = m.made + ['clue_colour'], m.program = '9.0.0', m.digest = 'of 9'")
    before = schema_of(present)

    assert migrate(present) == []
    present.run_schema("DROP INDEX clue_status")
    assert migrate(present) == ["made clue_status"]
    assert schema_of(present) == before
    assert present.run_read(MODEL_STEP + "RETURN m.program AS program")[0] == [{"program": "9.0.0"}]
