"""Circulars 通报: what a period came to in figures, of what the reader may see, with no cell so small that it gives somebody away."""
