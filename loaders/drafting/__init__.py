"""A first declaration for files that nobody has described: what can be seen in them, and what has to be decided."""
