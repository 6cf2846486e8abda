"""Finds in a text the places that may name something: numbers, days, amounts, names, places."""
