"""What one viewer sees of the fields: the classes of data that are open, masks, and every text rewritten for them."""
