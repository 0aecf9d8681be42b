"""Views → files that other tools open."""
