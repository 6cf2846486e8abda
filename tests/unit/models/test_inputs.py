"""What a model reads is told by its text; where the text leaves a doubt, the model always runs."""

import ast
import re

import pytest

from graph_service.cypher.editions import EVERYTHING, FROM_TEXTS, changed_by, named_in
from graph_service.cypher.files import QueryFile
from graph_service.cypher.load import merge, settle
from graph_service.models.inputs import RAISED, inputs_of
from graph_service.models.model_file import Model, read_models
from schema import MATTER
from tests.unit.test_own_nodes import SET_BY_THE_SERVICE
from tests.unit.tree import named, nodes, python

# Files with which the service writes what no model reads: all that is not sent by `change` is one of these.
_LEDGERS = {
    "access",
    "changes",
    "loading",
    "rejects",
    "sources",
    "work",
    "migrations",
    "notices",
    "probing",
    "interventions",
    "views",
    "recusal",
    "rights",
    "series",
    "links",
    "judging",
    "editions",
    "search",
    "tasks",
}
_OWN = {
    "alerts/turn", "alerts/check", "alerts/ran", "alerts/running", "identity/judge", "identity/propose", "identity/withdraw",
}  # fmt: skip
_NOT_LITERAL = {  # texts that are not named where they are sent, and what they are
    "graph_service/cypher/editions.py": {"text"},  # sent by `change` itself
    "graph_service/demo/acted/clock.py": {"text"},  # what others send, by the set clock of the acted stories
    "graph_service/identity/judging.py": {"with_identifiers('judge', label)"},
    "graph_service/identity/queue.py": {"text"},  # identity/propose
    "graph_service/identity/spoken.py": {"text"},  # judging/overrule
    "graph_service/search/keeping.py": {"_text('marked', label)"},  # search/marked
    "graph_service/series/turn.py": {"filled(query(name).body)"},
    "graph_service/linkage/propose.py": {"filled(query(name).body)"},
    "graph_service/migrations/marking.py": {"filled(text, (('LABEL_', label),))"},  # migrations/mark
    "graph_service/migrations/present.py": {"text"},  # migrations/acquire
    "loaders/ledger/lease.py": {"text"},  # sources/lease_take
}
_SENT = re.compile(r"query\('([\w/]+)'\)")


def model(text: str) -> Model:
    """Return a model of this text."""
    return Model(QueryFile("models/X1", {"model": "X1"}, text), "X1", 1, {})


def test_every_model_of_the_product_tells_what_it_reads() -> None:
    told = {name: inputs_of(each) for name, each in read_models().items()}

    assert [name for name, each in told.items() if each.names is None] == []
    assert [name for name, each in told.items() if each.asks_day] == ["C5", "K6", "V11"]
    v1 = {"Refuelling", "REFUELLED", "Vehicle", "PAID_WITH", "FuelCard", "BOUND_TO"}
    assert v1 < (told["V1"].names or set())
    assert not {"Ticket", "Bid", "NAMES", RAISED} & (told["V1"].names or set())
    assert {*MATTER, "NAMES", RAISED} < (told["C1"].names or set())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MATCH (r:Refuelling)-[:REFUELLED]->(x)", {"Refuelling", "REFUELLED", "Vehicle"}),
        ("MATCH (m:Matter)", {*MATTER, RAISED}),
        ("MATCH (u: Unit) WHERE u.name = 'a:Link' AND CASE WHEN u:Person THEN true END", {"Unit", "Person"}),
    ],
)
def test_a_model_reads_what_its_text_names(text: str, expected: set[str]) -> None:
    assert set(inputs_of(model(text)).names or ()) == {*expected, EVERYTHING, "Alert"}


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n) WHERE n.uid = 'x'",
        "MATCH (p:Person), (n)",
        "MATCH (n {uid: 'x'})",
        "MATCH (n WHERE n.uid = 'x')",
        "MATCH (p:Person)-[r]->(u:Unit)",
        "MATCH (p:Person)--(u:Unit)",
        "MATCH (p:Person)-[*1..2]-(u:Unit)",
        "match (p:Person)-[]-(u:Unit)",
        "MATCH (p:Person) WHERE p:Link",
        "MATCH (p:Person|Link)",
        "MATCH (p:!Person)",
        "MATCH (p:%)",
        "MATCH (p IS Series)",
        "MATCH (p:`Link`)",
        "MATCH (p:$($kind))",
        "MATCH (p:Person) WHERE p.at < datetime()",
        "MATCH (p:Person) WHERE rand() < 0.5",
        "MATCH (p:Person) CALL db.labels() YIELD label",
        "RETURN 1",
    ],
)
def test_a_text_that_leaves_a_doubt_always_runs(text: str) -> None:
    assert inputs_of(model(text)).names is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (merge.merge_nodes("Unit"), {"Unit"}),
        (merge.create_ties("OWNED_BY", "Vehicle", "Unit"), {"OWNED_BY", "Vehicle", "Unit"}),
        (settle.set_ties("OWNED_BY"), {"OWNED_BY", "MERGED_INTO"}),
        (settle.drop_ties("OWNED_BY"), {"OWNED_BY", "MERGED_INTO"}),
        ("MATCH (n {uid: $uid}) SET n.x = 1", {EVERYTHING}),
        ("MATCH (n:Unit) CREATE (n)-[:$(kind)]->(n)", {EVERYTHING}),
    ],
)
def test_a_write_changes_what_its_text_names(text: str, expected: set[str]) -> None:
    assert changed_by(text) == expected


def test_what_ends_at_a_deleted_node_goes_with_it() -> None:
    assert {"Refuelling", "REFUELLED", "PAID_WITH", "FIRED_ON"} < changed_by(settle.delete_nodes("Refuelling"))
    assert {"NAMES", *FROM_TEXTS} - {"REFERS_TO", "Mention"} < changed_by(settle.delete_nodes("Clue"))
    assert "BID_BY" not in changed_by(settle.delete_nodes("Refuelling"))
    assert named_in("MATCH (m:Matter) WHERE m:Clue") == {"Clue"}


def test_whatever_changes_records_counts_their_editions_up() -> None:
    own = _OWN | {name for name, sets in SET_BY_THE_SERVICE.items() if name.partition("/")[0] in _LEDGERS and sets}
    sent: dict[str, set[str]] = {}
    for path in python("loaders", "graph_service"):
        for node in nodes(path):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "run_write":
                sent.setdefault(named(path), set()).add(ast.unparse(node.args[0]))

    strange = {
        (module, text)
        for module, texts in sent.items()
        for text in texts - _NOT_LITERAL.get(module, set())
        if not (found := _SENT.search(text)) or not (found[1] in own or found[1].partition("/")[0] in _LEDGERS)
    }
    assert strange == set()
