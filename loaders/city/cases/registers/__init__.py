"""Registers beside the ledgers: their rows, and the ordinary ones, which no comparison model finds."""
