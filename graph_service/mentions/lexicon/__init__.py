"""The words and names that texts are held against."""
