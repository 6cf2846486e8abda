"""Mentions: what the texts of matters name, found offline and kept with their offsets."""
