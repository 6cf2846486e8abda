"""Comparison models: patterns in the registers that a desk has to look at, each one file, kept as alerts."""
