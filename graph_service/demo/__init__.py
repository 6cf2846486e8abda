"""The demonstration: a fictional city, loaded, linked and served, with the stories it holds."""
