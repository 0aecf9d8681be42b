"""Readings and attributions → claims: one frame of happening, with whose word it is, when, where, who and how many."""
