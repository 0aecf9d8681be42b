"""What holds the documentation to the program."""
