"""The list of operations: what is the same operation, what the product's own list holds, and what a keeper is told."""

from pathlib import Path

import pytest
from graphql import OperationDefinitionNode, OperationType, strip_ignored_characters
from typer.testing import CliRunner

from graph_service.api.gate.checked import checked
from graph_service.api.gate.gate import Gate
from graph_service.api.gate.installed import EXAMPLES
from graph_service.api.gate.listed import OperationList, digest_of, read_list, read_operation
from graph_service.api.schema import build_schema
from graph_service.cli import build_app
from graph_service.errors import BadInput, NotListed
from graph_service.rights.roles import Grant
from graph_service.rights.viewer import Viewer

_ASKED = 'query Find($t: String!) { search(text: $t, kinds: [PERSON, UNIT]) { nodes { id caption } } node(id: "a  b") { id } }'
_BLOCK = 'query B { node(id: """a "" \\""" b""") { id } }'


@pytest.fixture(scope="module")
def product() -> OperationList:
    return read_list([EXAMPLES])


@pytest.mark.parametrize(
    "same",
    [
        _ASKED.replace(" {", "\n\t  {\n"),
        _ASKED.replace(",", " "),
        "\ufeff# 核查\n" + _ASKED + "\r\n# end",
        _ASKED.replace("{ ", ",{,,"),
        _ASKED.replace(" {", "{"),
    ],
)
def test_other_blanks_make_no_other_operation(same: str) -> None:
    assert digest_of(same) == digest_of(_ASKED)


@pytest.mark.parametrize(
    "other",
    [
        _ASKED.replace("a  b", "a b"),
        _ASKED.replace("a  b", "a \\u0020b"),
        _ASKED.replace("nodes", "x: nodes"),
        _ASKED.replace("{ id caption }", "{ idcaption }"),
        _ASKED + " { viewer { id } }",
        _ASKED.replace("search(", "\u00a0search("),
        _ASKED.replace("Find", "F\\u0069nd"),
        _ASKED[:-1],
        "",
        "\ud800",
    ],
)
def test_anything_else_makes_another(other: str) -> None:
    assert digest_of(other) != digest_of(_ASKED)


def test_what_is_longer_than_the_longest_of_the_list_is_not_read_to_its_end(product: OperationList) -> None:
    assert digest_of("{ a " * 100, most=50) is None
    assert product.text_of("{ a " * 60_000) is None


def test_the_words_of_a_listed_document_are_those_that_graphql_reads(product: OperationList) -> None:
    for text in [_BLOCK, *(each.text for each in product.operations)]:
        assert digest_of(strip_ignored_characters(text)) == digest_of(text)


def test_what_is_run_is_the_text_of_the_list_and_never_the_client_s(product: OperationList) -> None:
    listed = product.operations[0].text

    assert product.text_of(listed + "\n# a remark") == listed
    assert Gate(product).admit(" " + listed, Viewer("o", (), ())) == listed


def test_only_who_may_ask_freely_passes_with_another(product: OperationList) -> None:
    other = "{ viewer { id } }"
    with pytest.raises(NotListed):
        Gate(product).admit(other, Viewer("o", (), (), frozenset(set(Grant) - {Grant.ASK_FREELY})))

    assert Gate(product).admit(other, Viewer("o", (), (), frozenset({Grant.ASK_FREELY}))) == other
    assert Gate().admit(other, Viewer("o", (), ())) == other


def test_the_list_of_the_product_fits_the_schema_and_holds_every_mutation(product: OperationList) -> None:
    schema = build_schema()._schema
    assert [each.told for each in (checked(each, product, schema) for each in product.operations) if each.faults] == []

    asked = {
        field.name.value
        for each in product.operations
        for operation in each.document.definitions
        if isinstance(operation, OperationDefinitionNode) and operation.operation is not OperationType.QUERY
        for field in operation.selection_set.selections
        if hasattr(field, "name")
    }
    assert schema.mutation_type
    assert schema.subscription_type
    assert asked == {*schema.mutation_type.fields, *schema.subscription_type.fields}


@pytest.mark.parametrize(("text", "told"), [("query A {", "cannot be read"), ("{ viewer { id } }", "needs a name")])
def test_what_is_no_operation_is_refused(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "a.graphql").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=told):
        read_list([tmp_path])


def test_a_folder_without_operations_is_refused(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(BadInput, match="holds no operation"):
            read_list([folder])


def test_a_keeper_is_told_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEADLINK_OPERATIONS_FOLDERS", str(tmp_path))
    for name, text in (
        ("good", "query Mine { viewer { id } }"),
        ("again", "query Mine { viewer { officerId } }"),
        ("wrong", "query Wrong { viewer { nothing } }"),
        ("same", "query Wrong { viewer { nothing, } }"),
    ):
        (tmp_path / f"{name}.graphql").write_text(text, encoding="utf-8")
    (tmp_path / "apart").mkdir()
    beside = tmp_path / "apart" / "beside.txt"
    beside.write_text("query Beside { viewer { id } }", encoding="utf-8")
    run = CliRunner()

    whole = run.invoke(build_app(), ["operations", "check"])
    one = run.invoke(build_app(), ["operations", "check", str(beside)])
    listed = run.invoke(build_app(), ["operations", "list"])

    assert (whole.exit_code, one.exit_code, listed.exit_code) == (1, 1, 0)
    for told in ("Mine is the name of an operation of", "Cannot query field 'nothing'", "it is the same as"):
        assert told in whole.stdout
    assert "it is not on the list" in one.stdout
    assert listed.stdout.count("graphql\n") - listed.stdout.count("/desk/") == 4, listed.stdout
    assert read_operation(beside).names == ("Beside",)


def test_what_clients_add_of_themselves_makes_no_other_operation(product: OperationList, tmp_path: Path) -> None:
    (tmp_path / "a.graphql").write_text(
        "query A { viewer { id teams { ...T } } } fragment T on Membership { __typename team { id } }"
    )
    listed = read_list([tmp_path])
    sent = "query A { viewer { id teams { ...T __typename } __typename } } fragment T on Membership { __typename team { id __typename } }"

    assert digest_of(listed.text_of(sent) or "") == digest_of(sent)
    assert listed.text_of(sent.replace("A { viewer", "A { __typename viewer")) is None
    assert listed.text_of(sent.replace("...T __typename", "...T")) is None
