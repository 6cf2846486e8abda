"""A text, its folded form, and places in it."""
