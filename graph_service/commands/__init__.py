"""The commands of `leadlink`, one module each; what is slow to import is imported inside the command."""
