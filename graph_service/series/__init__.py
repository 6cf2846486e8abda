"""Series of connected matters: what people make of links that they judged."""
