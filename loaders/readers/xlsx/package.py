"""The zip around a workbook: checked before anything of it is unpacked, then read part by part, never to disk."""

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.parsers.expat import errors

from graph_service.errors import BadInput
from loaders.declare.job import Limits
from loaders.readers.marks import marked, secret

_PARTS = 5_000
_BLOCK = 1 << 18
_LONGEST_ELEMENT = 1 << 26
_SMALL = 1 << 20  # parts up to this size may be packed as tightly as they like
_ENTRY_HEAD = 30
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MEND = "save it again as xlsx; nothing of it was loaded"
_MEND_ZH = "请另存为xlsx后重新导出，未装载任何内容"
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PRINTED = re.compile("<[^<>]*(?:Header|Footer)>[^<]*(?:绝密|机密|秘密)")
_CARRY = 512


def refused(what: str, zh: str, where: str) -> BadInput:
    """Return the refusal of a workbook."""
    return BadInput(what, where, _MEND, zh=f"{zh}，{_MEND_ZH}")


def open_package(path: Path, limits: Limits) -> zipfile.ZipFile:
    """Return the zip of a workbook that is sound, bounded and not protected, or refuse it by what it is."""
    where = str(path)
    try:
        with path.open("rb") as file:
            head = file.read(512)
            is_encrypted = head.startswith(_OLE) and _ENCRYPTED in file.read()
    except OSError as error:
        raise refused(f"the file cannot be read ({error.strerror})", "文件无法读取", where) from error
    if not head.startswith(b"PK"):
        raise _no_workbook(head, is_encrypted, where)
    try:
        package = zipfile.ZipFile(path)
        parts = package.infolist()
        # A list that lies elsewhere than the file says: the library moves every part by the difference.
        if any(part.header_offset < 0 for part in parts):
            raise zipfile.BadZipFile
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        what = "the workbook is damaged: its list of parts (central directory) cannot be read"
        raise refused(what, "工作簿已损坏：压缩包目录无法读取", where) from error
    _check_parts(parts, limits, where)
    return package


def _no_workbook(head: bytes, is_encrypted: bool, where: str) -> BadInput:
    if is_encrypted:
        return refused("the workbook is protected by a password", "工作簿有密码保护", where)
    if head.startswith(_OLE):
        return refused(
            "the file is an old workbook (xls or et), not xlsx", "文件是旧格式工作簿（xls或et），不是xlsx", where
        )
    if head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<":
        return refused("the file is an HTML or XML page, not a workbook", "文件是网页或XML，不是工作簿", where)
    what = "the workbook cannot be opened: it is text or something else, and no workbook at all"
    return refused(what, "文件是文本或其他内容，不是工作簿", where)


def _check_parts(parts: list[zipfile.ZipInfo], limits: Limits, where: str) -> None:
    if len(parts) > _PARTS:
        raise refused(f"the workbook has {len(parts):,} parts, more than {_PARTS:,}", "工作簿部件过多", where)
    if len({folded_part(part.filename) for part in parts}) < len(parts):
        raise refused("the workbook names one part twice", "工作簿中有重名部件", where)
    for part in parts:
        _check_part(part, limits, where)
    size = sum(part.file_size for part in parts)
    if size > limits.unpacked_mb << 20:
        what = f"the workbook unpacks to {size >> 20:,} MB, more than {limits.unpacked_mb:,} MB"
        raise refused(what, f"工作簿解压后超过{limits.unpacked_mb}MB", where)
    ends = 0
    for part in sorted(parts, key=lambda each: each.header_offset):
        if part.header_offset < ends:
            raise refused("parts of the workbook overlap: it is a bomb", "工作簿部件相互重叠，疑为压缩炸弹", where)
        ends = part.header_offset + _ENTRY_HEAD + part.compress_size


def folded_part(name: str) -> str:
    """Return the name of a part as names of parts are compared: in one case, with slashes, from the root."""
    return name.replace("\\", "/").lstrip("/").lower()


def _check_part(part: zipfile.ZipInfo, limits: Limits, where: str) -> None:
    name = part.orig_filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0] or "\x00" in name:
        raise refused("a part of the workbook has a path that leads outside", "工作簿部件路径指向外部", where)
    if stat.S_ISLNK(part.external_attr >> 16):
        raise refused("a part of the workbook is a link to another file", "工作簿部件是指向其他文件的链接", where)
    if part.flag_bits & 1:
        raise refused("the workbook is protected by a password", "工作簿有密码保护", where)
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise refused("the workbook is packed in a way that xlsx does not know", "工作簿压缩方式不符合xlsx", where)
    if part.file_size > max(_SMALL, part.compress_size * limits.ratio):
        what = f"a part of the workbook unpacks to more than {limits.ratio} times its size: it is a bomb"
        raise refused(what, f"工作簿部件压缩比超过{limits.ratio}，疑为压缩炸弹", where)


def blocks(package: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Yield the bytes of a part, its checksum checked."""
    try:
        with package.open(part) as file:
            while block := file.read(_BLOCK):
                yield block
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError) as error:
        what = "the workbook is damaged: a part of it cannot be unpacked"
        raise refused(what, "工作簿已损坏：有部件无法解压", str(package.filename)) from error


def inspect(package: zipfile.ZipFile) -> None:
    """Refuse a workbook in which any part declares entities or bears the mark of a state secret."""
    where = str(package.filename)
    for part in package.namelist():
        before = b""
        for block in blocks(package, part):
            if not before and not _is_text(part, block):
                break
            text = before + block
            if not before and text.startswith((b"\xff\xfe", b"\xfe\xff")):
                raise refused("a part of the workbook is not UTF-8", "工作簿部件不是UTF-8编码", where)
            if b"<!" in text and _DOCTYPE.search(text):
                raise refused("the workbook declares entities: it is an attack", "工作簿声明了XML实体，疑为攻击", where)
            _refuse_mark(text, where)
            before = text[-_CARRY:]


def _is_text(part: str, block: bytes) -> bool:
    # A part may have any name: what it holds tells as well.
    return part.lower().endswith((".xml", ".rels", ".vml")) or block.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<"


def _refuse_mark(text: bytes, where: str) -> None:
    if b"&#" in text:
        text = re.sub(rb"&#(x[0-9A-Fa-f]{1,6}|[0-9]{1,7});", _character, text)
    if "密".encode() in text:
        plain = text.decode("utf-8", "replace")
        if marked(plain) or _PRINTED.search(plain):
            raise secret(where)


def _character(code: re.Match[bytes]) -> bytes:
    number = code[1].decode()
    try:
        return chr(int(number[1:], 16) if number.startswith("x") else int(number)).encode("utf-8", "replace")
    except (ValueError, OverflowError):
        return b"?"


def document(package: zipfile.ZipFile, part: str) -> ET.Element:
    """Return a small part as a tree without namespaces."""
    root = _parsed(b"".join(blocks(package, part)), str(package.filename))
    for element in root.iter():
        element.tag = str(element.tag).rpartition("}")[2]
    return root


def elements(package: zipfile.ZipFile, part: str, container: str, tag: str) -> Iterator[ET.Element]:
    """Yield the elements of one tag inside a container, a block at a time, so that a large part needs little memory."""
    opening = re.compile(rf"<(?:(\w+):)?{container}(?:\s[^<>]*)?>".encode())
    where, buffer, inside = str(package.filename), bytearray(), False
    wrap, prefix, closing = b"", b"", b""
    for block in blocks(package, part):
        searched = max(0, len(buffer) - _CARRY)
        buffer += block
        if not inside:
            if not (found := opening.search(buffer)):
                continue
            if found[0].endswith(b"/>"):
                return
            prefix, inside, searched = (found[1] or b""), True, 0
            wrap = (
                b"<x "
                + b" ".join(set(re.findall(rb"xmlns:[\w.-]+=(?:\"[^\"]*\"|'[^']*')", buffer[: found.end()])))
                + b">"
            )
            closing = b"</" + prefix + (b":" if prefix else b"") + tag.encode() + b">"
            del buffer[: found.end()]
        end = buffer.rfind(closing, searched)
        if end >= 0:
            yield from _wrapped(wrap, bytes(buffer[: end + len(closing)]), prefix, where)
            del buffer[: end + len(closing)]
        elif len(buffer) > _LONGEST_ELEMENT:
            raise refused("a row of the workbook is larger than 64 MB", "工作簿有一行超过64MB", where)


def _wrapped(wrap: bytes, block: bytes, prefix: bytes, where: str) -> Iterator[ET.Element]:
    if prefix:
        block = block.replace(b"<" + prefix + b":", b"<").replace(b"</" + prefix + b":", b"</")
    return iter(_parsed(wrap + block + b"</x>", where))


def _parsed(text: bytes, where: str) -> ET.Element:
    if _DOCTYPE.search(text, 0, _CARRY):
        raise refused("the workbook declares entities: it is an attack", "工作簿声明了XML实体，疑为攻击", where)
    try:
        return ET.fromstring(text)  # noqa: S314 - no document type reaches it, and the process has limits
    except ET.ParseError as error:
        if error.code == errors.codes[errors.XML_ERROR_NO_MEMORY]:
            raise MemoryError from error
        raise refused(
            "the workbook is damaged: a part of it is not XML", "工作簿已损坏：部件不是有效的XML", where
        ) from error
