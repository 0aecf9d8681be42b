"""A frame and the attributions of its report in, whose word it is and how firmly it is said out."""
