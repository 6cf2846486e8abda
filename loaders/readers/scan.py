"""Reads a text file once before anything is loaded: its hash, its encoding to the last byte, and no mark of secrecy."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from graph_service.errors import BadInput
from loaders.readers.marks import marked, secret

_BLOCK = 1 << 20
_CARRY = 64  # characters that a mark may have on the far side of a block's end
_MARKS = {
    codecs.BOM_UTF32_LE: ("UTF-32", "UTF-32文本"),
    codecs.BOM_UTF16_LE: ("UTF-16", "UTF-16文本"),
    codecs.BOM_UTF16_BE: ("UTF-16", "UTF-16文本"),
    b"PK\x03\x04": ("a workbook (xlsx) or zip", "工作簿或压缩包"),
    b"\xd0\xcf\x11\xe0": ("an old workbook (xls, et) or a workbook with a password", "旧版或加密工作簿"),
}
# Four characters of UTF-8 alone between ASCII: text in GB18030 never looks like this by chance.
_UTF8_RUN = re.compile(rb"(?<![\x80-\xff])(?:[\xe4-\xe9][\x80-\xbf]{2}){4,}(?![\x80-\xff])")
_UTF8_HAN = re.compile(rb"[\xe4-\xe9][\x80-\xbf]{2}")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


@dataclass
class Scan:
    """What one reading of the bytes tells."""

    sha256: str = ""
    size: int = 0
    lines: int = 0
    names: set[str] = field(default_factory=set)  # of those looked for, the ones found


class _AsUtf8:
    """Looks whether bytes said to be GB18030 are UTF-8 from end to end, as a short table of short names can be by chance of length."""

    def __init__(self) -> None:
        self.first = -1  # offset of the first Chinese character of UTF-8
        self._decoder: codecs.IncrementalDecoder | None = codecs.getincrementaldecoder("utf-8")("strict")

    def look(self, block: bytes, size: int) -> None:
        """Take a block that follows on so many bytes, empty at the end of the file."""
        if self._decoder is None:
            return
        try:
            self._decoder.decode(block, final=not block)
        except UnicodeDecodeError:
            self._decoder = None
            return
        if self.first < 0 and (found := _UTF8_HAN.search(block)):
            self.first = size + found.start()

    @property
    def is_so(self) -> bool:
        """Return whether it is: Chinese characters there are, and nothing that is not UTF-8."""
        return self._decoder is not None and self.first >= 0


def codec_of(encoding: str) -> str:
    """Return Python's codec: a BOM is allowed in UTF-8, and GB18030 reads what GBK and GB2312 wrote."""
    return "utf-8-sig" if encoding == "utf-8" else "gb18030"


def fingerprint(path: Path) -> str:
    """Return the sha256 of the file's bytes."""
    digest = sha256()
    for block in _blocks(path):
        digest.update(block)
    return digest.hexdigest()


def scan(path: Path, encoding: str, names: tuple[str, ...] = ()) -> Scan:
    """Return what a file holds that is wholly in the encoding, or refuse it with the place of the first fault."""
    digest, found = sha256(), Scan()
    decoder = codecs.getincrementaldecoder(codec_of(encoding))("strict")
    carried, as_utf8 = "", _AsUtf8()
    for block in _blocks(path):
        if found.size == 0:
            _refuse_marks(path, block, encoding)
        text = _decode(decoder, block, path, encoding, found.size)
        carried = _look(carried + text, path, found, names)
        if encoding != "utf-8" and (run := _UTF8_RUN.search(block)):
            raise _refusal(path, encoding, found.size + run.start(), "sequence of UTF-8")
        if encoding != "utf-8":
            as_utf8.look(block, found.size)
        digest.update(block)
        found.size += len(block)
        found.lines += max(block.count(b"\n"), block.count(b"\r"))
    _decode(decoder, b"", path, encoding, found.size)
    as_utf8.look(b"", found.size)
    if as_utf8.is_so:
        raise _refusal(path, encoding, as_utf8.first, "sequence of UTF-8")
    if found.size == 0:
        raise BadInput(
            "the file is empty",
            str(path),
            "export it again; a header and rows are expected",
            zh="文件为空，请重新导出，应有表头和数据行",
        )
    found.sha256 = digest.hexdigest()
    return found


def _look(text: str, path: Path, found: Scan, names: tuple[str, ...]) -> str:
    plain = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) if "\\u" in text else text
    if marked(plain):
        raise secret(str(path))
    if len(found.names) < len(names):
        found.names |= {name for name in names if name not in found.names and f'"{name}"' in plain}
    return text[-_CARRY - max(map(len, names), default=0) :]


def _blocks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                yield block
    except OSError as error:
        raise BadInput(
            f"the file cannot be read ({error.strerror})",
            str(path),
            "check its rights",
            zh="文件无法读取，请检查权限",
        ) from error


def _refuse_marks(path: Path, block: bytes, encoding: str) -> None:
    for mark, (name, name_zh) in _MARKS.items():
        if block.startswith(mark):
            raise _other_form(path, name, name_zh, encoding)
    if encoding != "utf-8" and block.startswith(codecs.BOM_UTF8):
        raise _other_form(path, "UTF-8 (it begins with its BOM)", "带BOM的UTF-8文本", encoding)
    if block[:512].lstrip().lower().startswith((b"<html", b"<!doctype", b"<table", b"<?xml")):
        raise _other_form(path, "an HTML or XML page", "网页或XML", encoding)


def _other_form(path: Path, name: str, name_zh: str, encoding: str) -> BadInput:
    return BadInput(
        f"the file is {name}, not {encoding} text",
        str(path),
        "export it as declared",
        zh=f"文件是{name_zh}，不是{encoding}文本，请按声明的格式导出",
    )


def _decode(decoder: codecs.IncrementalDecoder, block: bytes, path: Path, encoding: str, size: int) -> str:
    """Return the text of a block that follows on so many bytes; an empty block is the end of the file."""
    pending = len(decoder.getstate()[0])
    try:
        text = decoder.decode(block, final=not block)
    except UnicodeDecodeError as error:
        offset = size - pending + error.start
        raise _refusal(path, encoding, offset, f"byte {error.object[error.start]:#04x}") from error
    if "\x00" in text:
        offset = size - pending + len(text[: text.index("\x00")].encode(codec_of(encoding).removesuffix("-sig")))
        raise _refusal(path, encoding, offset, "byte 0x00 (NUL)")
    return text


def _refusal(path: Path, encoding: str, offset: int, found: str) -> BadInput:
    with path.open("rb") as file:
        head = file.read(offset)
    line = head.count(b"\n") + 1
    other = "gb18030" if encoding == "utf-8" else "utf-8"
    return BadInput(
        f"{found} at offset {offset} (line {line}) is not {encoding}",
        str(path),
        f"the file may be {other}: correct read.encoding, or export it again; nothing of it was loaded",
        zh=f"第{line}行第{offset}字节不是{encoding}编码，文件可能是{other}，请更正read.encoding或重新导出，未装载任何内容",
    )
