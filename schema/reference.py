"""The reference of kinds, links and vocabularies, as Markdown, from the declarations."""

import types
import typing
from collections.abc import Iterator
from enum import Enum

from schema import KINDS, RELATIONSHIPS
from schema.ordering import kind_in_words, list_in_words
from schema.record import Record, RelationshipRecord
from schema.vocabulary import Term

ORDERS = (
    "Every list has one order, the same in every home: it is told below for each kind and link. What has no value comes last, "
    "and where all of that is equal, the source and the key in the source decide, never the ids."
)


def reference() -> str:
    """Return the whole reference."""
    lines = ["# Reference", "", "Made from `schema/` by `make sdl`; do not edit.", "", ORDERS, "", "## Kinds", ""]
    for kind in KINDS.values():
        lines += _kind(kind)
    lines += ["## Links", "", "| Link | From | To | Carries | Order from its start | Order from its end | Meaning |"]
    lines.append("|---|---|---|---|---|---|---|")
    for link in RELATIONSHIPS:
        carried = ", ".join(link.ties.model_fields) or "—"
        orders = f"{list_in_words(link, True)} | {list_in_words(link, False)}"
        lines.append(
            f"| `{link.type}` | {_ends(link.start)} | {_ends(link.end)} | {carried} | {orders} | {link.about} |"
        )
    lines += ["", "## Vocabularies", ""]
    terms = [term for term in Term.__subclasses__() if term.__module__.startswith("schema.")]
    for term in sorted(terms, key=lambda each: each.__name__):
        lines += _vocabulary(term)
    return "\n".join(lines).rstrip() + "\n"


def _kind(kind: type[Record]) -> Iterator[str]:
    yield f"### {kind.LABEL}"
    yield ""
    yield " ".join((kind.__doc__ or "").split())
    strong = ", ".join(f"`{name}`" for name in kind.IDENTIFIERS) or "none: the key of its own source"
    yield f"Ids begin with `{kind.PREFIX}_`; family {kind.FAMILY.value}; strong identifier: {strong}."
    yield f"Lists come {kind_in_words(kind.LABEL)}."
    yield ""
    yield "| Field | Type | Class | Meaning |"
    yield "|---|---|---|---|"
    for name, field in kind.model_fields.items():
        told = f"{type_name(kind, name)} | {kind.class_of(name)} | {field.description}"
        yield f"| `{name}`{'' if field.is_required() else '?'} | {told} |"
    yield ""


def type_name(record: type[Record | RelationshipRecord], name: str) -> str:
    """Return the name of a field's type, without its being optional."""
    annotation = record.model_fields[name].annotation
    if isinstance(annotation, types.UnionType):
        annotation = next(part for part in typing.get_args(annotation) if part is not types.NoneType)
    known = typing.cast(type, annotation)
    if name.endswith("_fen"):
        return "fen"
    return f"[{known.__name__}](#{known.__name__.lower()})" if issubclass(known, Enum) else known.__name__


def _vocabulary(term: type[Term]) -> Iterator[str]:
    yield f"### {term.__name__}"
    yield ""
    yield " ".join((term.__doc__ or "").split())
    yield ""
    yield "| Value | 中文 |"
    yield "|---|---|"
    for each in term:
        yield f"| `{each.value}` | {each.label} |"
    yield ""


def _ends(labels: tuple[str, ...]) -> str:
    families = {
        family: tuple(label for label, kind in KINDS.items() if kind.FAMILY.value == family)
        for family in ("Matter", "Entity")
    }
    named = next((family for family, members in families.items() if set(members) == set(labels)), None)
    return named or ", ".join(labels)
