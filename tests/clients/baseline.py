"""The SDL of the last release, kept small: `python -m tests.clients.baseline < api.graphql` writes it anew at a release."""

import gzip
import sys
from dataclasses import replace
from pathlib import Path

from graphql import Node, Visitor, parse, print_ast, visit

RELEASED = Path(__file__).resolve().parents[1] / "data" / "sdl" / "released.graphql.gz"


def released() -> str:
    """Return the SDL of the last release, without its descriptions."""
    return gzip.decompress(RELEASED.read_bytes()).decode()


class _Bare(Visitor):
    def leave(self, node: Node, *_: object) -> Node:
        return replace(node, description=None) if getattr(node, "description", None) else node  # type: ignore[call-arg]


def bare(sdl: str) -> str:
    """Return the SDL without its descriptions."""
    return print_ast(visit(parse(sdl, no_location=True), _Bare()))


if __name__ == "__main__":
    RELEASED.write_bytes(gzip.compress(bare(sys.stdin.read()).encode(), mtime=0))
