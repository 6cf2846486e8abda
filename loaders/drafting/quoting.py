"""Names and texts as a declaration writes them: bare where YAML reads them as they are, in quotes elsewhere."""

from collections.abc import Sequence

_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "na", "nan"})


def listed(names: Sequence[str], always: bool = False) -> str:
    """Return names as a list, or the only one bare unless a list is always needed."""
    if len(names) == 1 and not always:
        return quoted(names[0])
    return f"[{', '.join(map(quoted, names))}]"


def quoted(text: str) -> str:
    """Return a name bare where it can stand so, in quotes elsewhere."""
    bare = text.replace("_", "").replace("-", "").replace(".", "")
    if bare.isalnum() and not bare[0].isdigit() and text[0] not in "-." and text.lower() not in _WORDS:
        return text
    return text_of(text)


def text_of(text: str) -> str:
    """Return a text in quotes."""
    escaped = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
    )
    return f'"{escaped}"'
