"""What the arguments of the API mean: ids, filters, orders and groups of lists."""
