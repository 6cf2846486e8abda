"""Lists: their orders, pages, cursors and groups, as text of queries."""
