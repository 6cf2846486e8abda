"""The desk in a real browser: pictures of it, walks through it, and measurements, all at a demo that runs."""
