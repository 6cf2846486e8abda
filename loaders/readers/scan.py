"""Reads a text file once before anything is loaded: its hash, and whether every byte of it is in the encoding."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from graph_service.errors import BadInput

_BLOCK = 1 << 20
_MARKS = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16", b"PK\x03\x04": "a workbook (xlsx) or zip"}


@dataclass(frozen=True)
class Scan:
    """What one reading of the bytes tells."""

    sha256: str
    size: int


def codec_of(encoding: str) -> str:
    """Return Python's codec: a BOM is allowed in UTF-8, and GB18030 reads what GBK and GB2312 wrote."""
    return "utf-8-sig" if encoding == "utf-8" else "gb18030"


def fingerprint(path: Path) -> str:
    """Return the sha256 of the file's bytes."""
    digest = sha256()
    for block in _blocks(path):
        digest.update(block)
    return digest.hexdigest()


def scan(path: Path, encoding: str) -> Scan:
    """Return hash and size of a file that is wholly in the encoding, or refuse it with the place of the first fault."""
    digest, size = sha256(), 0
    decoder = codecs.getincrementaldecoder(codec_of(encoding))("strict")
    for block in _blocks(path):
        if size == 0:
            _refuse_marks(path, block, encoding)
        _decode(decoder, block, (path, encoding, size), final=False)
        digest.update(block)
        size += len(block)
    _decode(decoder, b"", (path, encoding, size), final=True)
    if size == 0:
        raise BadInput("the file is empty", str(path), "export it again; a header and rows are expected")
    return Scan(digest.hexdigest(), size)


def _blocks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                yield block
    except OSError as error:
        raise BadInput(f"the file cannot be read ({error.strerror})", str(path), "check its rights") from error


def _refuse_marks(path: Path, block: bytes, encoding: str) -> None:
    for mark, name in _MARKS.items():
        if block.startswith(mark):
            raise BadInput(f"the file is {name}, not {encoding} text", str(path), "export it as declared")


def _decode(decoder: codecs.IncrementalDecoder, block: bytes, place: tuple[Path, str, int], final: bool) -> None:
    path, encoding, size = place
    pending = len(decoder.getstate()[0])
    try:
        text = decoder.decode(block, final)
    except UnicodeDecodeError as error:
        offset = size - pending + error.start
        raise _refusal(path, encoding, offset, f"{error.object[error.start]:#04x}") from error
    if "\x00" in text:
        offset = size - pending + len(text[: text.index("\x00")].encode(codec_of(encoding).removesuffix("-sig")))
        raise _refusal(path, encoding, offset, "0x00 (NUL)")


def _refusal(path: Path, encoding: str, offset: int, byte: str) -> BadInput:
    with path.open("rb") as file:
        head = file.read(offset)
    line = head.count(b"\n") + 1
    other = "gb18030" if encoding == "utf-8" else "utf-8"
    return BadInput(
        f"byte {byte} at offset {offset} (line {line}) is not {encoding}",
        str(path),
        f"the file may be {other}: correct read.encoding, or export it again; nothing of it was loaded",
    )
