"""Tests of the words for happenings."""
