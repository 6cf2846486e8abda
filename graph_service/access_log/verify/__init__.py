"""The checker of access logs, which needs this folder, Python and `cryptography`, and shares no code with what writes the log."""
