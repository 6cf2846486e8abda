"""What `schema/` declares is whole: described, unambiguous, and fit to derive everything else from."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from graph_service.model import COMMON, camel, properties_of, walks_of
from schema import ENTITY, KINDS, MATTER, PREFIXES, RELATIONSHIP_TYPES, RELATIONSHIPS, Family, RelationshipType, ddl
from schema.record import Record, captioned
from schema.vocabulary import Term

KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
LINK = pytest.mark.parametrize("link", RELATIONSHIPS, ids=lambda link: link.type)
_DRAWING = re.compile(r'# \(:(\w+)\)-\[:(\w+)(?: \{([^}]*)\})?\]->\(:(\w+)\)\n    RelationshipType\("(\w+)"')


def doubled(texts: Iterable[str]) -> list[str]:
    return [text for text, times in Counter(texts).items() if times > 1]


@KIND
def test_every_field_of_a_kind_is_described(kind: type[Record]) -> None:
    assert (kind.__doc__ or "").strip()
    assert [name for name, field in kind.model_fields.items() if not field.description] == []


def test_no_two_fields_are_described_alike() -> None:
    assert doubled(field.description or "" for kind in KINDS.values() for field in kind.model_fields.values()) == []
    assert doubled(kind.__doc__ or "" for kind in KINDS.values()) == []


@KIND
def test_what_a_kind_refers_to_are_its_own_fields(kind: type[Record]) -> None:
    referred = {kind.CAPTION, *kind.IDENTIFIERS, *kind.INDEXED, *kind.SOUGHT, *kind.SOUGHT_FROM_FOUR, *kind.TEXT}

    assert referred <= kind.model_fields.keys()
    assert set(kind.IDENTIFIERS) <= set(kind.INDEXED), "identifiers are sought"


@KIND
def test_a_node_is_called_the_same_by_its_kind_and_by_its_family(kind: type[Record]) -> None:
    """Families look for the captions of all their kinds, so no kind may have the caption of another."""
    among_all = [name for name in captioned(list(KINDS.values())) if name in kind.model_fields]

    assert among_all == list(captioned([kind]))


def test_a_uid_tells_its_kind() -> None:
    assert len(PREFIXES) == len(KINDS)
    assert all(prefix.isalnum() and prefix.islower() for prefix in PREFIXES)


def test_families_are_what_the_links_call_them() -> None:
    members = {family: tuple(label for label, kind in KINDS.items() if kind.FAMILY is family) for family in Family}

    assert members[Family.MATTER] == MATTER
    assert members[Family.ENTITY] == ENTITY


@LINK
def test_a_link_joins_kinds_that_there_are(link: RelationshipType) -> None:
    assert set(link.start) <= KINDS.keys()
    assert set(link.end) <= KINDS.keys()
    assert link.start
    assert link.end


@LINK
def test_a_link_and_what_it_carries_are_described(link: RelationshipType) -> None:
    assert all((link.about, link.forward_about, link.backward_about))
    assert (link.ties.__doc__ or "").strip()
    assert [name for name, field in link.ties.model_fields.items() if not field.description] == []
    assert doubled(field.description or "" for field in link.ties.model_fields.values()) == []


def test_no_two_links_are_described_or_called_alike() -> None:
    told = [{link.about, link.forward_about, link.backward_about} for link in RELATIONSHIPS]

    assert doubled(about for each in told for about in each) == []
    assert [link.type for link, each in zip(RELATIONSHIPS, told, strict=True) if len(each) < 3 - link.mutual] == []
    assert doubled(link.edge for link in RELATIONSHIPS) == []
    assert len(RELATIONSHIP_TYPES) == len(RELATIONSHIPS)
    assert {link.edge for link in RELATIONSHIPS} & KINDS.keys() == set()


@LINK
def test_an_edge_calls_each_thing_by_its_own_name(link: RelationshipType) -> None:
    named = [link.start_name, link.end_name, "id", "provenance", *(camel(name) for name in link.ties.model_fields)]

    assert doubled(named) == []


@pytest.mark.parametrize("label", [*KINDS, "Matter", "Entity", "Event", "Node"])
def test_a_kind_calls_each_thing_by_its_own_name(label: str) -> None:
    assert doubled(["id", *COMMON, *properties_of(label), *walks_of(label)]) == []


@pytest.mark.parametrize("label", KINDS)
def test_no_two_links_give_a_kind_the_same_field(label: str) -> None:
    forward = [camel(link.forward) for link in RELATIONSHIPS if label in link.start]
    backward = [camel(link.backward) for link in RELATIONSHIPS if label in link.end and not link.mutual]

    assert doubled(forward + backward) == []


def test_a_mutual_link_joins_one_kind_with_itself() -> None:
    """Else a list could not say on which side of it stands what it was asked from."""
    mutual = [link for link in RELATIONSHIPS if link.mutual]

    assert [link.type for link in mutual] == ["KIN_OF", "KNOWS"]
    assert [link.type for link in mutual if link.start != link.end or len(link.start) > 1] == []


def test_each_link_is_drawn_as_it_is_declared() -> None:
    files = (Path(ddl.__file__).with_name("links") / name for name in ("of_things.py", "of_events.py"))
    drawings = [each for file in files for each in _DRAWING.findall(file.read_text(encoding="utf-8"))]

    assert [declared for *_, declared in drawings] == [link.type for link in RELATIONSHIPS]
    for start, drawn, carried, end, declared in drawings:
        link = RELATIONSHIP_TYPES[declared]
        assert drawn == declared
        assert start in link.start
        assert end in link.end
        assert {name.strip() for name in carried.split(",") if name} <= link.ties.model_fields.keys()


@pytest.mark.parametrize("term", Term.__subclasses__(), ids=lambda term: term.__name__)
def test_a_vocabulary_has_ascii_values_and_chinese_labels(term: type[Term]) -> None:
    assert (term.__doc__ or "").strip()
    assert doubled(each.label for each in term) == []
    for each in term:
        assert each.value == each.name
        assert re.fullmatch(r"[A-Z][A-Z0-9_]*", each.value)
        assert re.search(r"[\u4e00-\u9fff]", each.label)


def test_every_kind_and_link_has_a_constraint_and_every_seek_an_index() -> None:
    constraints, indexes = ddl.constraints(), ddl.indexes()

    assert len(constraints) == len(KINDS) + len(RELATIONSHIPS)
    assert len(indexes) == sum(len(kind.INDEXED) for kind in KINDS.values())
    assert doubled(each.name for each in [*constraints, *indexes, *ddl.work_constraints()]) == []
