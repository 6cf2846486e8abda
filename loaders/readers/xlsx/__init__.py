"""Workbooks: their parts found by their relationships, their sheets read as streams."""
