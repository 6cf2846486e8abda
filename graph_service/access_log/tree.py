"""The Merkle tree over the entries of the log (RFC 6962, section 2.1), kept as the roots of its whole subtrees."""

from collections.abc import Sequence
from hashlib import sha256


class Tree:
    """A tree that grows by one leaf at a time; `verify` has one of its own, so that each proves the other."""

    def __init__(self, size: int = 0, peaks: Sequence[bytes] = ()) -> None:
        self.size = size
        self.peaks = list(peaks)

    def add(self, line: bytes) -> None:
        """Add the line of an entry as the next leaf."""
        node, size = sha256(b"\0" + line).digest(), self.size
        while size & 1:
            node = sha256(b"\1" + self.peaks.pop() + node).digest()
            size >>= 1
        self.peaks.append(node)
        self.size += 1

    def root(self) -> bytes:
        """Return the hash of the whole tree, of nothing where it is empty."""
        if not self.peaks:
            return sha256().digest()
        node = self.peaks[-1]
        for left in reversed(self.peaks[:-1]):
            node = sha256(b"\1" + left + node).digest()
        return node
