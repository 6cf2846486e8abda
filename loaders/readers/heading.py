"""The names of columns that stand in several lines: 家庭成员 above 姓名 and 关系 gives 家庭成员.姓名 and 家庭成员.关系."""

from collections.abc import Sequence
from itertools import pairwise

MERGED_HEADER = "has merged cells"
_NOTHING = (None, "")


def joined(lines: Sequence[Sequence[object]]) -> list[object]:
    """Return one name for each column, of what stands above one another in it; what is said twice is said once.

    The lines are as wide as the widest; a name that covers several columns or lines stands in each of its cells.
    """
    if len(lines) == 1:
        return list(lines[0])
    return [_name(parts) for parts in zip(*lines, strict=True)]


def spread(lines: Sequence[Sequence[object]]) -> list[list[object]]:
    """Return the lines of a header that lost its merged cells in a text file, of one width, each name over what it covers.

    A blank beside a name belongs to it where something stands below the blank.
    """
    width = max(map(len, lines))
    padded: list[list[object]] = [[*line, *[""] * (width - len(line))] for line in lines]
    for upper, lower in pairwise(padded):
        for place in range(1, width):
            if _is_blank(upper[place]) and not _is_blank(lower[place]):
                upper[place] = upper[place - 1]
    return padded


def header_of(lines: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Return in which line of a text file the names of columns begin and in how many lines they stand, as far as one can see.

    Lines above with one cell are a title. Two lines name the columns together where each has names over blanks of the other.
    """
    first = next((place for place, line in enumerate(lines) if sum(map(bool, map(str.strip, line))) > 1), 0)
    if first + 1 >= len(lines):
        return first + 1, 1
    upper, lower = (list(lines[place]) for place in (first, first + 1))
    width = max(len(upper), len(lower))
    pairs = list(zip([*upper, *[""] * (width - len(upper))], [*lower, *[""] * (width - len(lower))], strict=True))
    fills = any(_is_blank(above) and not _is_blank(below) for above, below in pairs)
    leaves = any(_is_blank(below) and not _is_blank(above) for above, below in pairs)
    names = not any(sign.isdigit() for _, below in pairs for sign in below)
    return first + 1, 2 if fills and leaves and names and not _is_blank(pairs[0][0]) else 1


def is_under_title(names: Sequence[str]) -> bool:
    """Return whether names of columns joined over several lines have a title in front, from the first column on."""
    title, dot, _ = names[0].partition(".")
    return bool(dot) and all(name.startswith(f"{title}.") or "." not in name for name in names)


def _name(parts: Sequence[object]) -> object:
    said = [part for part in parts if not _is_blank(part)]
    kept = [part for place, part in enumerate(said) if not place or part != said[place - 1]]
    return ".".join(str(part).strip() for part in kept) if len(kept) > 1 else (kept or [None])[0]


def _is_blank(cell: object) -> bool:
    return cell in _NOTHING or (isinstance(cell, str) and not cell.strip())
