"""A frame and the times of its report in, the days on which it happened out."""
