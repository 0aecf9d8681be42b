"""Vocabulary files → frozen tables of words that the stages are given."""
