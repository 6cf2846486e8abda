"""Cypher text: read from `queries/` and checked, or put together from closed pieces; nowhere else."""
