"""A frame and the places of its report in, where it happened out."""
