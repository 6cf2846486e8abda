"""One kept-alive HTTP connection, as lean as it goes, so that the client costs less than what it measures."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass
class Connection:
    """A connection that posts JSON to one address and reads each answer whole."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    head: str

    @classmethod
    async def open(cls, url: str, headers: Mapping[str, str]) -> "Connection":
        """Return a connection to the address, its headers ready."""
        parts = urlsplit(url)
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
        named = {"Host": parts.netloc, "Content-Type": "application/json", **headers}
        lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
        return cls(reader, writer, f"POST {parts.path} HTTP/1.1\r\n{lines}Content-Length: ")

    async def post(self, body: bytes) -> bytes:
        """Return the body of the answer, or raise unless it is a 200."""
        self.writer.write(f"{self.head}{len(body)}\r\n\r\n".encode() + body)
        head = (await self.reader.readuntil(b"\r\n\r\n")).lower()
        if b"transfer-encoding: chunked" in head:
            answer = await self._chunks()
        else:
            length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
            answer = await self.reader.readexactly(length)
        if not head.startswith(b"http/1.1 200"):
            raise ConnectionError(f"{head[9:12].decode()}: {answer[:500].decode(errors='replace')}")
        return answer

    async def _chunks(self) -> bytes:
        whole = b""
        while size := int((await self.reader.readline()).strip(), 16):
            whole += await self.reader.readexactly(size)
            await self.reader.readexactly(2)
        await self.reader.readexactly(2)
        return whole

    def close(self) -> None:
        """Close the connection."""
        self.writer.close()
