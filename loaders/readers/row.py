"""What a reader yields for a row that can be mapped."""

Row = tuple[int, list[object]]  # number of the data row, from 1, and its cells in the order of the header
LONGEST_CELL = 32_768
MOST_COLUMNS = 1_000
