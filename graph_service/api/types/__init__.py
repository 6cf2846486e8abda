"""The types of the API, made from the declarations in `schema/`."""
