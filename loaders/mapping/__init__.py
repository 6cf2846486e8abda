"""From the cells of a row to what the row states."""
