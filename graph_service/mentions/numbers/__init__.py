"""Where numbers in running text begin and end, and those in Chinese signs."""
