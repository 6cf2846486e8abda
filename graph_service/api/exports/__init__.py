"""Exports: an answer of the API as a file, with the same rights, limits and log."""
