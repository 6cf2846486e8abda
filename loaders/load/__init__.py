"""One load: a source is read, mapped, merged and counted."""
