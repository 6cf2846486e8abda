"""What a reader yields for a row that can be mapped."""

Row = tuple[int, list[object]]  # number of the data row, from 1, and its cells in the order of the header
TOTALS = frozenset({"合计", "总计", "小计", "共计", "合 计", "总 计", "合计：", "合计:", "total", "Total", "TOTAL"})
LONGEST_CELL = 32_768
MOST_COLUMNS = 1_000


def is_total(cells: list[object]) -> bool:
    """Return whether the first cell with something in it says that the row is a line of totals."""
    for cell in cells:
        if cell is not None and cell != "":
            return cell in TOTALS
    return False
