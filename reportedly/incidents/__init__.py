"""Claims of many reports in, incidents out."""
