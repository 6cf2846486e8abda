"""What a source is: its declaration, read and checked."""
