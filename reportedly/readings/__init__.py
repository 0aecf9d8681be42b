"""Mentions in, readings out: when, where, who and how many."""
