"""What holds the loading of vocabulary."""
