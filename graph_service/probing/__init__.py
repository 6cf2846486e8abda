"""Probing: questions that find nothing are counted for each officer and hour, and bounded; owners are told."""
