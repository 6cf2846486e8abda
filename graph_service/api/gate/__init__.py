"""The gate in front: which operations are answered, and how much an error tells."""
