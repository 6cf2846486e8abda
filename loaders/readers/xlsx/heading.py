"""The header of a sheet: its lines, and the merged cells that name several columns at once."""

from graph_service.errors import BadInput
from loaders.declare.job import FileForm
from loaders.readers.heading import MERGED_HEADER, joined
from loaders.readers.xlsx.workbook import Merge

_NOTHING = (None, "")


def refuse_merged(merges: list[Merge], form: FileForm, where: str) -> None:
    """Refuse merged cells in a header of one line, and any that reach out of a header."""
    first, last = form.header_row, form.header_end
    inside = [each for each in merges if each.top <= last and each.bottom >= first]
    if not inside or (form.header_lines > 1 and all(first <= each.top and each.bottom <= last for each in inside)):
        return
    what = f"line {first}, which should hold the column names, {MERGED_HEADER}"
    mend = (
        "say in read.header_row where the column names begin, and in read.header_lines in how many lines they stand; "
        "or give each column one name of its own in one line"
    )
    zh = f"表头第{first}行有合并单元格，请以read.header_row指明列名起始行，多行表头请写read.header_lines，或取消合并并为每列写一个列名"
    raise BadInput(what, where, mend, zh=zh)


def named(found: dict[int, list[object]], form: FileForm, merges: list[Merge]) -> list[object]:
    """Return the names of the columns from the lines of the header by number; a merged name stands over all it covers."""
    lines = [found.get(line, []) for line in range(form.header_row, form.header_end + 1)]
    width = max(map(len, lines), default=0)
    lines = [[*cells, *[None] * (width - len(cells))] for cells in lines]
    for each in merges:
        if form.header_row <= each.top <= form.header_end:
            covered = slice(each.left - 1, min(each.right, width))
            said = lines[each.top - form.header_row][covered][:1]
            for line in lines[each.top - form.header_row : each.bottom - form.header_row + 1]:
                line[covered] = said * len(line[covered])
    head = joined(lines)
    while head and head[-1] in _NOTHING:
        head.pop()
    return head
