"""The words of the desk that are declared elsewhere: what values, fields, ties and sources are called in English and in Chinese."""

import json
import re
from collections.abc import Mapping

from graphql import GraphQLEnumType, GraphQLObjectType, GraphQLSchema, get_named_type, is_leaf_type

from graph_service.api.arguments.sought import IN_TEXT
from graph_service.api.short_words import FIELDS, VALUES
from schema.links import RELATIONSHIPS

_CHINESE = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff（）、“”]*")
_NO_WORDS = re.compile(r"(Order|Grouping|Number|ErrorCode|Centrality)$")
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_ASIDE = re.compile(
    r"（[^）]*）$|^Is (?=[a-z])| fen$"
)  # units, which the desk writes behind the value, and little words
_UNIT = re.compile(r"（[^）]*）$")  # with signs in it of no language, as 升/百公里
_NAMED_IN_TEXT = {
    "en": {"name": "Named in the text", "says": "the text of {start} names {end}"},
    "zh": {"name": "文中提及", "says": "{start}的正文提及{end}"},
}
_LONGEST = 48  # signs of an English description that still serves as a label
_TITLE = 200  # a title is one whatever its length


def terms(schema: GraphQLSchema, titles: Mapping[str, str]) -> dict[str, str]:
    """Return the files of the desk's words, one for each language, by their names; `titles` are those of the sources that come along."""
    return {
        f"desk/src/text/terms.{language}.json": json.dumps(
            {
                "values": _values(schema, language),
                "fields": _fields(schema, language),
                "lists": _lists(schema),
                "ties": _ties(language),
                "sources": {
                    name: _label(title, name, language, longest=_TITLE) for name, title in sorted(titles.items())
                },
            },
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
        for language in ("en", "zh")
    }


def _values(schema: GraphQLSchema, language: str) -> dict[str, dict[str, str]]:
    return {
        name: {
            value: _label(said.description or "", value.replace("_", " "), language)
            for value, said in each.values.items()
        }
        | (VALUES.get(name, {}) if language == "en" else {})
        for name, each in sorted(schema.type_map.items())
        if isinstance(each, GraphQLEnumType) and not name.startswith("__") and not _NO_WORDS.search(name)
    }


def _fields(schema: GraphQLSchema, language: str) -> dict[str, dict[str, str]]:
    """Return what the plain fields of each kind are called."""
    return {
        name: {
            field: _label(said.description or "", _HUMPS.sub(" ", field), language, short=True)
            for field, said in each.fields.items()
            if is_leaf_type(get_named_type(said.type)) and field != "id"
        }
        | ({field: FIELDS[field] for field in each.fields.keys() & FIELDS.keys()} if language == "en" else {})
        for name, each in sorted(schema.type_map.items())
        if isinstance(each, GraphQLObjectType) and "Node" in {known.name for known in each.interfaces}
    }


def _lists(schema: GraphQLSchema) -> dict[str, dict[str, str]]:
    """Return of the plain fields of each kind those whose values are of a list, and which list."""
    found = {
        name: {
            field: get_named_type(said.type).name
            for field, said in each.fields.items()
            if isinstance(get_named_type(said.type), GraphQLEnumType)
        }
        for name, each in sorted(schema.type_map.items())
        if isinstance(each, GraphQLObjectType) and "Node" in {known.name for known in each.interfaces}
    }
    return {name: lists for name, lists in found.items() if lists}


def _ties(language: str) -> dict[str, dict[str, str]]:
    """Return what each type of relationship is called, and the sentence that it makes of its ends."""
    told = {
        link.type: {
            "name": _label(link.about.split(":")[0], link.type.replace("_", " "), language),
            "says": link.says_zh if language == "zh" else link.says,
        }
        for link in sorted(RELATIONSHIPS, key=lambda each: each.type)
    }
    return told | {IN_TEXT: _NAMED_IN_TEXT[language]}


def _label(about: str, name: str, language: str, short: bool = False, longest: int = _LONGEST) -> str:
    about = _UNIT.sub("", about) if short else about
    found = _CHINESE.findall(about)
    if language == "zh":
        told = about if found and not re.search("[A-Za-z]", about) else (found[-1] if found else name)
        return _ASIDE.sub("", told) if short else told
    said = re.sub(r"^(An?|The) ", "", _CHINESE.split(about)[0].strip(" .:;,"))
    told = said if said and len(said) <= longest and not short else name.lower()
    said = told[:1].upper() + told[1:]
    said = _ASIDE.sub("", said) if short else said
    return said[:1].upper() + said[1:]
