"""The streams of a command: whatever the locale, what they cannot write is written as an escape, and nothing fails."""

import codecs
import os
import sys

_ESCAPED = "escaped"
_RAW = range(0xDC80, 0xDD00)  # bytes of a file's name that are no text, as Python carries them


def settle_streams() -> None:
    """Make the output and the error stream able to write every text."""
    if sys.getfilesystemencoding() == "ascii":
        # In the locale C Python takes UTF-8, unless it is forbidden to: then no Chinese file could be named or told of.
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 - this very command
    codecs.register_error(_ESCAPED, _escaped)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=_ESCAPED)


def _escaped(error: UnicodeError) -> tuple[str | bytes, int]:
    """Return what stands for characters that the stream does not know, in the form that JSON reads again."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    found = error.object[error.start : error.end]
    if all(ord(letter) in _RAW for letter in found):
        return bytes(ord(letter) - 0xDC00 for letter in found), error.end
    units = found.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2)), error.end
