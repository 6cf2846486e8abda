"""What in a text gives away who reported: found and masked before the text is shared."""
