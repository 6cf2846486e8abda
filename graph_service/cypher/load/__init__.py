"""The Cypher by which records are merged, rewritten, bound and taken back."""
