"""Pages of the browser: built once per user with Node, served from disk with the network cut."""
