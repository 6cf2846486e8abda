"""JSON: the values of a file, the columns inside them, and the rows that they make."""
