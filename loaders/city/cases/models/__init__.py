"""Hits and near misses of the comparison models, one module per family of models."""
