"""Readers of rows: CSV, xlsx, JSON lines and SQL, each streamed or bounded, each with its header checked."""

from loaders.readers.opened import Opened, open_inputs

__all__ = ["Opened", "open_inputs"]
