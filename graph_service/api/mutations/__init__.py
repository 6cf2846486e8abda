"""What can be done through the API: each mutation writes, then shows what it wrote."""
