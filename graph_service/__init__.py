"""Between HTTP and Bolt: who asks, what may be read, and the API."""
