"""Backups: one encrypted file that holds the database and what of a home cannot be made again."""
