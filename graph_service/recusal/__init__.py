"""Recusal 回避: which matters an officer must have no hand in, by who the officer is in the graph."""
