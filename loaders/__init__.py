"""The way in: declared sources are read, mapped, validated and merged, and every load is kept in the ledger."""
