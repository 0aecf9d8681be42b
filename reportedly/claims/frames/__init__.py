"""The words of a sentence in, what each part of it says to have happened, and whether it says so, out."""
