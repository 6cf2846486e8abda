"""How a root field becomes one query: its arguments, its page, its plan."""
