"""The short words of the desk name values and fields that there are."""

from graphql import GraphQLEnumType, build_schema

from graph_service.api.short_words import FIELDS, VALUES
from tests.unit.tree import ROOT


def test_each_short_word_is_of_a_value_or_a_field_that_there_is() -> None:
    types = build_schema((ROOT / "schema" / "api.graphql").read_text(encoding="utf-8")).type_map
    known = {name: set(each.values) for name, each in types.items() if isinstance(each, GraphQLEnumType)}
    fields = {field for each in types.values() for field in getattr(each, "fields", ())}

    assert {name: set(words) - known[name] for name, words in VALUES.items()} == {name: set() for name in VALUES}
    assert fields >= FIELDS.keys()
