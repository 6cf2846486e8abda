"""Walks Cypher text: which variables each pattern binds, and whether the viewer's predicate stands where it counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

NODE = r"\((\w*)((?::[\w|&!]+|:\$\([\w$.]+\))?)\s*(?:\{[^{}]*\})?\)"
TIE = r"<?-\[(\w*)((?::[\w|&!*.]+)?)\s*(?:\{[^{}]*\})?\]->?"
_PATH = re.compile(rf"(?:MATCH |SHORTEST \w+ |\{{ |EXISTS \{{ ?){NODE}|{NODE}(?={TIE})|(?<=[\]>-]){NODE}|{TIE}")
_UNION = re.compile(r"\bUNION(?: ALL)?\b")
_TEXT = re.compile(r"'(?:[^'\\]|\\.)*'")
_CUT = re.compile(r"\bLIMIT\b|\[\d*\.\.|\)\[\d+\]|\bhead\(|\bSHORTEST\b")


@dataclass
class Block:
    """A stretch of Cypher between braces, without what stands between braces inside it."""

    parent: "Block | None" = None
    own: str = ""
    children: "list[Block]" = field(default_factory=list)
    place: int = 0  # where it stands in the text of the block around it

    def sees(self, name: str) -> bool:
        """Return whether the viewer's predicate on the variable stands in this block or in one around it."""
        here = (
            bool(name)
            and re.search(rf"\b{name}\.audience IN \$viewer_(?:audiences|hits\.audiences)\b", self.own) is not None
        )
        return here or bool(self.parent and self.parent.sees(name))

    def asks(self, name: str) -> bool:
        """Return whether the variable is open by its own audience, and nothing but its uids is used of it.

        Such a node may have been merged: its audience is nobody's, and the one that answers for it is filtered itself.
        """
        own = rf"coalesce\({name}\.own_audience, {name}\.audience\) IN \$viewer_audiences"
        top = self.top
        text = " ".join(block.own for block in top.every())
        rest = re.sub(rf"\({name}:[\w|$.()]+[ )]|{own}|coalesce\({name}\.survivor, {name}\.uid\)", "", text)
        return bool(name) and re.search(own, self.own) is not None and not re.search(rf"\b{name}\b", rest)

    def until(self, place: int) -> "Block":
        """Return what has been said when the text of the block has come so far."""
        around = self.parent and self.parent.until(self.place)
        before = Block(around, self.own[:place], [], self.place)
        for child in self.children:
            if child.place <= place:
                before.children.append(child.under(before))
        return before

    def under(self, parent: "Block") -> "Block":
        """Return the block with all inside it, in another block."""
        copy = Block(parent, self.own, [], self.place)
        copy.children = [child.under(copy) for child in self.children]
        return copy

    @property
    def top(self) -> "Block":
        """Return the outermost block."""
        return self.parent.top if self.parent else self

    def every(self) -> Iterator["Block"]:
        """Yield the block and all inside it."""
        yield self
        for child in self.children:
            yield from child.every()


@dataclass(frozen=True)
class Bound:
    """A variable that a pattern binds, with its label or type, and the block that it is bound in."""

    name: str
    kind: str
    block: Block


def blocks(text: str, around: Block | None = None) -> Block:
    """Return the tree of blocks; the halves of a union are blocks of their own."""
    top = Block(around)
    now = top
    for piece in re.split(r"(\{|\}|\bUNION(?: ALL)?\b)", _TEXT.sub("''", _without_maps(text))):
        if piece == "{":
            now = _inside(now)
        elif piece == "}":
            now = now.parent or top
        elif _UNION.fullmatch(piece):
            now = _inside(now.parent or top)
        else:
            now.own += piece
    return top


def _inside(block: Block) -> Block:
    child = Block(block, place=len(block.own))
    block.children.append(child)
    return child


def _without_maps(text: str) -> str:
    """Return the text without the maps of patterns, such as `{uid: $id}`, and of bounds, such as `{1,4}`."""
    return re.sub(r"\{\s*\w+: [^{}]*\}(?=[)\]])|\{\d[^{}]*\}", "", text)


def bindings(block: Block) -> Iterator[Bound]:
    """Yield every variable that a pattern of the block or of a block inside it names, anonymous ones as ''."""
    for each in block.every():
        opened = "{ " + each.own
        for match in _PATH.finditer(opened):
            found = [
                (name, kind)
                for name, kind in zip(match.groups()[::2], match.groups()[1::2], strict=True)
                if name is not None
            ]
            name, kind = found[0]
            if _is_pattern(opened, match, kind):
                yield Bound(name, kind.lstrip(":"), each)


def cuts(top: Block) -> Iterator[Block]:
    """Yield what has been said at each place where rows or a list are cut, by number or to the first."""
    for block in top.every():
        for match in _CUT.finditer(block.own):
            # The paths of a pattern are chosen by all that the pattern itself says.
            place = len(block.own) if match[0] == "SHORTEST" else match.start()
            yield block.until(place)


def _is_pattern(text: str, match: re.Match[str], kind: str) -> bool:
    """Return whether this is a pattern rather than brackets of an expression."""
    around = text[max(0, match.start() - 2) : match.end() + 2]
    return bool(kind) or match[0].startswith("MATCH") or "-" in around or match[0].startswith("SHORTEST")
