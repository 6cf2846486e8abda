"""Search as people write: what nodes are found by, and how what somebody typed is sought."""
