"""Passages → mentions: words that name a time, place, actor, number, weapon or happening."""
