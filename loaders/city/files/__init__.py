"""The city as its source systems export it, and the truth about it."""
