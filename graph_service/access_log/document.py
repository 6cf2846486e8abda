"""What the log keeps of an operation's text: a digest of it without its values, and its name where that is one of ours."""

import re
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|#[^\n]*|(?P<kept>[_A-Za-z]\w*|[^\s\w,"#-])|-?\d[\w.+-]*|\S',
    re.DOTALL,
)
_NAMED = re.compile(r"^\s*(?:query|mutation|subscription)\s+([_A-Za-z]\w*)", re.MULTILINE)
_REMEMBERED = 1024
_LONGEST_REMEMBERED = 16 * 1024  # else texts of the largest size would take a quarter of a gigabyte


def digest_of(document: str) -> str:
    """Return the SHA-256 of the document with its strings and numbers blanked, so that who asks the same has the same."""
    return _remembered(document) if len(document) <= _LONGEST_REMEMBERED else _digest(document)


def _digest(document: str) -> str:
    kept = (found["kept"] or ("" if found[0][0] == "#" else "0") for found in _TOKEN.finditer(document))
    return sha256(" ".join(filter(None, kept)).encode()).hexdigest()


_remembered = lru_cache(_REMEMBERED)(_digest)


def name_of(document: str, chosen: str | None, known: frozenset[str]) -> str | None:
    """Return the name of the operation if it is a known one; what a client makes up may hold what it seeks."""
    found = None if chosen else _NAMED.search(document)
    named = found[1] if found else chosen
    return named if named in known else None


def names_in(folder: Path) -> frozenset[str]:
    """Return the names of the operations that the files of a folder and of its folders hold."""
    return frozenset(
        name for path in folder.rglob("*.graphql") for name in _NAMED.findall(path.read_text(encoding="utf-8"))
    )
