"""Passages → parsed sentences. The one room that knows spaCy."""
