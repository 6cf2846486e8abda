"""The pack of a unit before an inspection round: what is read of it, and what is made of that."""
