"""How a hit is turned into content: a request with a reason, answered by the owning team for a time, and taken back at once."""
