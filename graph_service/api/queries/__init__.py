"""What can be asked: the root fields, and how an operation made of them is answered."""
