"""From what rows state to the graph: merged in chunks, settled, bound, taken back."""
