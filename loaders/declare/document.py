"""YAML as people write it: only true and false are truth values, and a name that stands twice is told."""

import re
from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from graph_service.errors import BadInput

MEND = "correct the declaration; the form is described in docs/sources.md"
# What is given for a declaration may be a file of data: only what surely is none of it is repeated.
_NAME = re.compile(r"[a-z_]{1,30}")
_QUOTED = re.compile(r"'(?!(?:[a-z_]{1,30}|<[a-z ]+>|[!-/:-@\[-`{-~])')[^']*'|\"[^\"]*\"")
_DAY = "tag:yaml.org,2002:timestamp"
_NO_DAY = "it holds a day or time that does not exist 不存在的日期; correct it, or put it into quotes if it is a text"
_NO_VALUE = "a value is not what its tag says; put it into quotes if it is a text"
_TRUTH = "tag:yaml.org,2002:bool"
_NUMBER = "tag:yaml.org,2002:int"
_FRACTION = "tag:yaml.org,2002:float"
_OLDER = (_TRUTH, _NUMBER, _FRACTION, "tag:yaml.org,2002:value")  # read as YAML 1.1 reads them, they change words


class _Loader(yaml.SafeLoader):
    """A loader of YAML 1.2 in what concerns words and whole numbers: a column may be called no, 010 is not eight, 1:30 not ninety."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        names: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value != "<<":
                if key.value in names:
                    told = f"'{key.value}'" if _NAME.fullmatch(key.value) else "a name"
                    raise yaml.constructor.ConstructorError(None, None, f"{told} stands twice", key.start_mark)
                names.add(key.value)
        return super().construct_mapping(node, deep)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        if not isinstance(node, yaml.ScalarNode):
            return super().construct_object(node, deep)
        try:
            return super().construct_object(node, deep)
        except (ValueError, LookupError, ArithmeticError, AttributeError) as error:
            told = _NO_DAY if node.tag == _DAY else _NO_VALUE
            raise yaml.constructor.ConstructorError(None, None, told, node.start_mark) from error


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag not in _OLDER]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
# PyYAML takes a word for what its beginning matches: each of these ends where the word ends.
_Loader.add_implicit_resolver(_NUMBER, re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z"), list("-+0123456789"))
_Loader.add_implicit_resolver(
    _FRACTION,
    re.compile(r"(?:[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+][0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z"),
    list("-+.0123456789"),
)
_Loader.add_implicit_resolver(_TRUTH, re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), list("tTfF"))


def read_document(path: Path) -> dict[str, Any]:
    """Return what a file of YAML says, or refuse it with the line of its fault."""
    try:
        # The loader is a safe one: it makes nothing but plain values.
        document = yaml.load(path.read_text(encoding="utf-8-sig"), _Loader)  # noqa: S506
    except FileNotFoundError:
        near = ", ".join(sorted(each.name for each in path.parent.glob("*.yaml"))) if path.parent.is_dir() else ""
        mend = f"the folder has {near}" if near else "give the path of a declaration"
        raise BadInput("the declaration of the source does not exist", str(path), mend) from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput("the declaration cannot be read as UTF-8 text", str(path), MEND) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}, line {mark.line + 1}" if mark else str(path)
        problem = _QUOTED.sub("…", getattr(error, "problem", None) or "cannot be parsed")
        raise BadInput(f"not YAML: {problem}", place, MEND) from error
    if not isinstance(document, dict):
        raise BadInput("the declaration is not a mapping of names to values", str(path), MEND)
    return document
