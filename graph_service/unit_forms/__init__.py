"""The names by which units are called beside the registered ones; what finds them in texts and in columns is elsewhere."""
