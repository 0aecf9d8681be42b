"""Parsed pages in, attributions out: who tells what, on whose word."""
