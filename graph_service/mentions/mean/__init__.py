"""Decides what a place in a text means: which person, which unit, for certain or as a candidate."""
