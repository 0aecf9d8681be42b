"""What holds the comparison with other datasets."""
